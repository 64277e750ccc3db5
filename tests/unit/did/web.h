#ifndef BLAZON_TESTS_UNIT_DID_WEB_H
#define BLAZON_TESTS_UNIT_DID_WEB_H

/* A web of a few documents in memory. */

#include "unit/crypto/keys.h"

#include "base/buf.h"

enum { PAGES_MAX = 8 };

struct web {
    struct {
        const char *url, *text;
    } pages[PAGES_MAX];
    blz_status broken; /* what every request ends with */
};

/* Where redirects end, whatever is asked for; NULL: there are none. */
static const char *web_ended;

static inline blz_status web_load(void *user, const char *url, blz_document *out)
{
    const struct web *web = user;
    if (web->broken != BLZ_OK) return web->broken;
    for (size_t i = 0; i < PAGES_MAX && web->pages[i].url; i++) {
        if (strcmp(web->pages[i].url, url) != 0) continue;
        char *bytes = blz_strdup(web->pages[i].text);
        if (!bytes) return BLZ_ERR_NOMEM;
        *out = (blz_document){.bytes = bytes, .length = strlen(bytes)};
        return web_ended && !(out->url = blz_strdup(web_ended)) ? BLZ_ERR_NOMEM : BLZ_OK;
    }
    return BLZ_ERR_NOT_FOUND;
}

/* The clock stands at 2026-01-01T00:00:00Z. */
static inline blz_ctx *web_ctx(struct web *web)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_loader(ctx, web_load, web);
    blz_ctx_set_now(ctx, 1767225600);
    return ctx;
}

#define ED_MULTIKEY "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp" /* the seed of 32 zeros */
#define ED_BASE58 "4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS"
#define ED_X "O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik"
#define ED_JWK "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\"}"
#define EC_JWK                                                                                               \
    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns\","               \
    "\"y\":\"efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM\"}"
#define EC_MULTIKEY "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv"

static inline blz_key *ed_key(void)
{
    blz_key *key = NULL;
    ck_assert_ok(blz_key_read_multikey(&key, ED_MULTIKEY));
    return key;
}

#endif
