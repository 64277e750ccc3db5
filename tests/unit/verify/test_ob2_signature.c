#include "ob2_school.h"

#include "jose/jws.h"

#define SIGNED ", 'verification': {'type': 'signed', 'creator': '%s'}, 'issuedOn': '2026-01-01T00:00:00Z'"

/* A signed badge by this key, whose document is at S key. */
static void check(const blz_key *key, const char *listed, const char *creator, bool changed,
                  blz_verdict verdict, const char *id, blz_outcome outcome, const char *words)
{
    site s;
    char *pem = NULL, *token = NULL, badge[2000], issuer[1000], document[3000];
    size_t length = 0;
    site_open(&s, NULL);
    blz_key *other = NULL;
    ck_assert_ok(blz_key_generate(&other, s.ctx, BLZ_KEY_P256, 0));
    ck_assert_ok(blz_key_write_pem(&pem, &length, s.ctx, changed ? other : key, NULL, false));
    json_t *node = json_of("{" V2 "'id': '" S "key', 'type': 'CryptographicKey', 'owner': '" S "issuer'}");
    json_object_set_new(node, "publicKeyPem", json_string(pem));
    char *dumped = json_dumps(node, JSON_COMPACT);
    snprintf(document, sizeof document, "%s", dumped);
    free(dumped);
    snprintf(badge, sizeof badge, ASSERTION_BUT("urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9", SIGNED),
             creator);
    snprintf(issuer, sizeof issuer, "%.*s, 'publicKey': '%s'}", (int)strlen(ISSUER) - 1, ISSUER, listed);
    char *text = quoted(badge);
    ck_assert_ok(blz_jws_sign(&token, s.ctx, NULL, text, strlen(text), key));
    const page pages[] = {{S "badge", BADGE, BLZ_OK, NULL},
                          {S "issuer", issuer, BLZ_OK, NULL},
                          {S "key", document, BLZ_OK, NULL},
                          {0}};
    EXPECT(pages, token, verdict, id, outcome, words);
    json_decref(node);
    blz_key_free(other);
    blz_free(text);
    blz_free(token);
    blz_free(pem);
    site_close(&s);
}

START_TEST(signatures)
{
    blz_ctx *ctx = NULL;
    blz_key *key = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_P256, 0));
    check(key, S "key", S "key", false, BLZ_VALID, "proof.key-binding", BLZ_STEP_PASS,
          "its profile lists it");
    check(key, S "key", S "key", true, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "does not match");
    check(key, S "other", S "key", false, BLZ_INVALID, "proof.key-binding", BLZ_STEP_FAIL,
          "does not list as its own");
    check(key, S "key", S "none", false, BLZ_UNDECIDED, "proof.signature", BLZ_STEP_UNKNOWN, "not to be had");
    blz_key_free(key);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("verify/ob2_signature", signatures)
