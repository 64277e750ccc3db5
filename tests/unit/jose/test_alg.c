#include "unit/unit.h"

#include "jose/alg.h"

START_TEST(each_goes_with_one_type)
{
    static const struct {
        const char *name;
        blz_key_type type;
        blz_hash hash;
    } rows[] = {{"EdDSA", BLZ_KEY_ED25519, BLZ_HASH_SHA512},
                {"ES256", BLZ_KEY_P256, BLZ_HASH_SHA256},
                {"ES384", BLZ_KEY_P384, BLZ_HASH_SHA384},
                {"RS256", BLZ_KEY_RSA, BLZ_HASH_SHA256}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        const blz_jose_alg *alg = NULL;
        const char *reason = NULL;
        ck_assert_ok(blz_jose_alg_find(&alg, rows[i].name, &reason));
        ck_assert_int_eq(alg->type, rows[i].type);
        ck_assert_int_eq(alg->hash, rows[i].hash);
        ck_assert_ptr_eq(blz_jose_alg_of(rows[i].type), alg);
        ck_assert_ptr_null(reason);
    }
}
END_TEST

START_TEST(what_is_refused_and_why)
{
    static const char none[] = "\"alg\" is \"none\": the token is not signed at all";
    static const char shared[] =
        "\"alg\" is one of HS256, HS384, HS512: whoever can check such a token can also make one";
    static const char other[] = "\"alg\" is none of RS256, ES256, ES384 and EdDSA";
    static const struct {
        const char *name;
        blz_status status;
        const char *reason;
    } rows[] = {
        {"none", BLZ_ERR_INVALID, none},        {"None", BLZ_ERR_INVALID, none},
        {"nOnE", BLZ_ERR_INVALID, none},        {"HS256", BLZ_ERR_INVALID, shared},
        {"hs512", BLZ_ERR_INVALID, shared},     {"RS512", BLZ_ERR_UNSUPPORTED, other},
        {"PS256", BLZ_ERR_UNSUPPORTED, other},  {"ES512", BLZ_ERR_UNSUPPORTED, other},
        {"es256", BLZ_ERR_UNSUPPORTED, other},  {"", BLZ_ERR_UNSUPPORTED, other},
        {"ES256K", BLZ_ERR_UNSUPPORTED, other}, {"eddsa", BLZ_ERR_UNSUPPORTED, other},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        const blz_jose_alg *alg = NULL;
        const char *reason = NULL;
        ck_assert_int_eq(blz_jose_alg_find(&alg, rows[i].name, &reason), rows[i].status);
        ck_assert_str_eq(reason, rows[i].reason);
        ck_assert_ptr_null(alg);
    }
}
END_TEST

UNIT_MAIN("jose/alg", each_goes_with_one_type, what_is_refused_and_why)
