#ifndef BLAZON_TESTS_VERIFY_OB2_SIGNED_H
#define BLAZON_TESTS_VERIFY_OB2_SIGNED_H

/* A badge of the school that is signed, by a key that is made anew. */

#include "ob2_school.h"

#include "jose/jws.h"

#define SIGNED_ID "urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9"
#define SIGNED ", 'verification': {'type': 'signed', 'creator': '%s'}, 'issuedOn': '2026-01-01T00:00:00Z'"
#define ISSUER_WITH(more)                                                                                    \
    "{" V2 "'id': '" S "issuer', 'type': 'Issuer', 'name': 'School', 'url': '" S                             \
    "', 'email': 'a@school.example'" more "}"

typedef struct signed_badge {
    char *token;
    char *key;      /* the document of the key that it names */
    char *multikey; /* that signed */
} signed_badge;

/* The document at S key. */
static inline char *key_document(blz_ctx *ctx, const blz_key *key)
{
    char *pem = NULL;
    json_t *node = json_of("{" V2 "'id': '" S "key', 'type': 'CryptographicKey', 'owner': '" S "issuer'}");
    ck_assert_ok(blz_key_write_pem(&pem, NULL, ctx, key, NULL, false));
    json_object_set_new(node, "publicKeyPem", json_string(pem));
    char *text = json_dumps(node, JSON_COMPACT);
    json_decref(node);
    blz_free(pem);
    return text;
}

/* The badge names `creator` as its key. `other`: another key is published than signed. */
static inline void signed_open(signed_badge *out, const char *creator, bool other)
{
    char badge[2000];
    blz_ctx *ctx = NULL;
    blz_key *key = NULL, *published = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_P256, 0));
    ck_assert_ok(blz_key_generate(&published, ctx, BLZ_KEY_P256, 0));
    snprintf(badge, sizeof badge, ASSERTION_BUT(SIGNED_ID, SIGNED), creator);
    char *text = quoted(badge);
    ck_assert_ok(blz_jws_sign(&out->token, ctx, NULL, text, strlen(text), key));
    out->key = key_document(ctx, other ? published : key);
    ck_assert_ok(blz_key_write_multikey(&out->multikey, key));
    blz_free(text);
    blz_key_free(published);
    blz_key_free(key);
    blz_ctx_free(ctx);
}

static inline void signed_close(signed_badge *badge)
{
    blz_free(badge->token);
    blz_free(badge->multikey);
    free(badge->key);
}

#endif
