#include "unit/did/web.h"

#include "codec/json_write.h"
#include "did/did.h"
#include "did/method.h"

#define ISSUER "https://badges.example.edu/issuer"

START_TEST(an_issuer_at_its_own_url)
{
    BLZ_AUTO(blz_key) key = ed_key();
    const blz_key *keys[] = {key, key};
    BLZ_AUTO(blz_text) text = NULL;
    size_t length = 0;
    ck_assert_ok(blz_controller_text(&text, &length, ISSUER, keys, 2));
    ck_assert_uint_eq(length, strlen(text));
    ck_assert_str_eq(text, "{\n  \"@context\": \"https://www.w3.org/ns/cid/v1\",\n"
                           "  \"id\": \"" ISSUER "\",\n"
                           "  \"verificationMethod\": [\n    {\n"
                           "      \"id\": \"" ISSUER "#" ED_MULTIKEY "\",\n"
                           "      \"type\": \"Multikey\",\n"
                           "      \"controller\": \"" ISSUER "\",\n"
                           "      \"publicKeyMultibase\": \"" ED_MULTIKEY "\"\n    }\n  ],\n"
                           "  \"assertionMethod\": [\n    \"" ISSUER "#" ED_MULTIKEY "\"\n  ]\n}\n");
}
END_TEST

START_TEST(a_did_web_with_keys_of_every_type)
{
    blz_key *keys[4];
    for (int type = 0; type <= BLZ_KEY_RSA; type++)
        keys[type] = fixed_key(type, 33);
    BLZ_AUTO(blz_text) text = NULL;
    ck_assert_ok(blz_controller_text(&text, NULL, "did:web:example.edu", (const blz_key *const *)keys, 4));
    ck_assert_ptr_nonnull(
        strstr(text, "\"https://w3id.org/security/multikey/v1\",\n    \"https://w3id.org/security/jwk/v1\""));
    struct web web = {{{"https://example.edu/.well-known/did.json", text}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_text) url = NULL;
        BLZ_AUTO(blz_verification_method) method = NULL;
        ck_assert_ok(blz_verification_method_url(&url, "did:web:example.edu", keys[type]));
        ck_assert_ok(blz_verification_method_find(&method, ctx, url, NULL));
        ck_assert(blz_key_equal(method->key, keys[type]));
        ck_assert(method->assertion);
        ck_assert_str_eq(method->controller, "did:web:example.edu");
        blz_key_free(keys[type]);
    }
}
END_TEST

START_TEST(a_key_set)
{
    BLZ_AUTO(blz_key) key = ed_key();
    const blz_key *keys[] = {key, key};
    BLZ_AUTO(blz_text) text = NULL;
    BLZ_AUTO(blz_text) thumbprint = NULL;
    size_t length = 0;
    char expected[400];
    ck_assert_ok(blz_jwks_text(&text, &length, keys, 2));
    ck_assert_ok(blz_key_thumbprint(&thumbprint, key));
    snprintf(expected, sizeof expected,
             "{\n  \"keys\": [\n    {\n      \"kty\": \"OKP\",\n      \"crv\": \"Ed25519\",\n"
             "      \"x\": \"" ED_X "\",\n      \"kid\": \"%s\",\n      \"use\": \"sig\",\n"
             "      \"alg\": \"EdDSA\"\n    }\n  ]\n}\n",
             thumbprint);
    ck_assert_str_eq(text, expected);
    ck_assert_uint_eq(length, strlen(text));
}
END_TEST

START_TEST(wrong_use)
{
    BLZ_AUTO(blz_key) key = ed_key();
    const blz_key *keys[] = {key};
    char *text = NULL;
    static const char *const wrong[] = {
        "",         "example.edu",          "http://example.edu/", "https://example.edu/#a",
        "did:web:", "did:key:" ED_MULTIKEY, "did:example:1"};
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++)
        ck_assert_int_eq(blz_controller_text(&text, NULL, wrong[i], keys, 1), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_controller_text(&text, NULL, ISSUER, keys, 0), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_jwks_text(&text, NULL, keys, 0), BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(text);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_key) key = ed_key();
    const blz_key *keys[] = {key};
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_text) document = NULL;
        BLZ_AUTO(blz_text) set = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_controller_text(&document, NULL, "did:web:example.edu", keys, 1);
        if (status == BLZ_OK) status = blz_jwks_text(&set, NULL, keys, 1);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((set != NULL) == (status == BLZ_OK));
    }
}
END_TEST

UNIT_MAIN("did/publish", an_issuer_at_its_own_url, a_did_web_with_keys_of_every_type, a_key_set, wrong_use,
          a_failing_allocation_is_reported)
