#include "unit/crypto/keys.h"

#include "jose/jws.h"

static uint8_t seed;

START_TEST(puts_alg_in_front)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_text) token = NULL;
    json_auto_t *header = json_object();
    json_object_set_new(header, "kid", json_string("k"));
    json_object_set_new(header, "alg", json_string("EdDSA"));
    ck_assert_ok(blz_jws_sign(&token, ctx, header, "x", 1, key));
    /* {"alg":"EdDSA","kid":"k"}.x */
    ck_assert_int_eq(strncmp(token, "eyJhbGciOiJFZERTQSIsImtpZCI6ImsifQ.eA.", 38), 0);
    ck_assert_uint_eq(json_object_size(header), 2);
}
END_TEST

START_TEST(ed25519_is_reproducible)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_text) one = NULL;
    BLZ_AUTO(blz_text) two = NULL;
    ck_assert_ok(blz_jws_sign(&one, ctx, NULL, "x", 1, key));
    ck_assert_ok(blz_jws_sign(&two, ctx, NULL, "x", 1, key));
    ck_assert_str_eq(one, two);
}
END_TEST

START_TEST(wrong_use)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_key) verifier = NULL;
    char *token = NULL;
    json_auto_t *header = json_pack("{s:s}", "alg", "ES384");
    json_auto_t *number = json_pack("{s:i}", "alg", 7);
    ck_assert_ok(blz_key_public(&verifier, key));
    ck_assert_int_eq(blz_jws_sign(&token, ctx, header, "", 0, key), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_jws_sign(&token, ctx, number, "", 0, key), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_jws_sign(&token, ctx, NULL, "", 0, verifier), BLZ_ERR_ARGUMENT);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 20);
    ck_assert_int_eq(blz_jws_sign(&token, ctx, NULL, "a long payload", 14, key), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(token);
}
END_TEST

START_TEST(names_of_algorithms)
{
    static const char *const names[] = {"EdDSA", "ES256", "ES384", "RS256"};
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 1);
        ck_assert_str_eq(blz_jws_alg_for(key), names[type]);
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_text) expected = NULL;
    json_auto_t *header = json_pack("{s:s}", "kid", "did:key:z6Mk#z6Mk");
    ck_assert_ok(blz_jws_sign(&expected, ctx, header, "payload", 7, key));
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_text) token = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_jws_sign(&token, ctx, header, "payload", 7, key);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (status == BLZ_OK)
            ck_assert_str_eq(token, expected);
        else
            ck_assert_ptr_null(token);
    }
}
END_TEST

UNIT_MAIN("jose/jws_sign", puts_alg_in_front, ed25519_is_reproducible, wrong_use, names_of_algorithms,
          a_failing_allocation_is_reported)
