#include "unit/crypto/keys.h"

#include "codec/json_write.h"
#include "crypto/evp.h"
#include "crypto/jwk.h"

#include <blazon/json.h>

static char *text_of(const blz_key *key, bool with_secret)
{
    char *text = NULL;
    json_auto_t *jwk = NULL;
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_key_write_jwk(&jwk, key, with_secret));
    ck_assert_ok(blz_json_write(&buf, jwk, 0));
    ck_assert_ok(blz_buf_take(&buf, &text, NULL));
    return text;
}

/* The members in their order, and what each number begins with: RFC 8037, appendix A. */
START_TEST(an_ed25519_key)
{
    static const uint8_t seed[32] = {0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a,
                                     0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32,
                                     0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60};
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(blz_key_from_ed25519(&key, (blz_octets){0}, (blz_octets){seed, 32}));
    BLZ_AUTO(blz_text) secret = text_of(key, true);
    BLZ_AUTO(blz_text) open = text_of(key, false);
    ck_assert_str_eq(secret, "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                             "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\","
                             "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}");
    ck_assert_str_eq(open, "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                           "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
}
END_TEST

static void has_members(const json_t *jwk, const char *const *names, size_t count)
{
    ck_assert_uint_eq(json_object_size(jwk), count);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(json_is_string(json_object_get(jwk, names[i])), "%s", names[i]);
}

static const char *const rsa_members[] = {"kty", "n", "e", "d", "p", "q", "dp", "dq", "qi"};
static const char *const ec_members[] = {"kty", "crv", "x", "y", "d"};

START_TEST(members_of_each_type)
{
    static const blz_key_type types[] = {BLZ_KEY_P256, BLZ_KEY_P384, BLZ_KEY_RSA};
    for (size_t i = 0; i < BLZ_COUNT_OF(types); i++) {
        bool rsa = types[i] == BLZ_KEY_RSA;
        BLZ_AUTO(blz_key) key = fixed_key(types[i], 5);
        json_auto_t *secret = NULL;
        json_auto_t *open = NULL;
        ck_assert_ok(blz_key_write_jwk(&secret, key, true));
        ck_assert_ok(blz_key_write_jwk(&open, key, false));
        has_members(secret, rsa ? rsa_members : ec_members, rsa ? 9 : 5);
        has_members(open, rsa ? rsa_members : ec_members, rsa ? 3 : 4);
    }
}
END_TEST

START_TEST(numbers_of_rsa_have_no_leading_zeros)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_RSA, 0);
    json_auto_t *jwk = NULL;
    ck_assert_ok(blz_key_write_jwk(&jwk, key, false));
    ck_assert_str_eq(json_string_value(json_object_get(jwk, "e")), "AQAB");
    ck_assert_uint_eq(json_string_length(json_object_get(jwk, "n")), 342); /* 256 bytes */
}
END_TEST

/* RFC 7518, 6.2.1.2: the length of a coordinate is that of the curve, whatever the number is. */
START_TEST(coordinates_are_padded)
{
    bool found = false;
    for (unsigned secret = 1; !found && secret < 2000; secret++) {
        BLZ_AUTO(blz_key) key = NULL;
        json_auto_t *jwk = NULL;
        uint8_t scalar[32] = {0};
        scalar[31] = (uint8_t)secret;
        scalar[30] = (uint8_t)(secret >> 8);
        ck_assert_ok(blz_key_from_ec(&key, BLZ_KEY_P256, (blz_octets){0}, (blz_octets){scalar, 32}));
        ck_assert_ok(blz_key_write_jwk(&jwk, key, true));
        static const char *const names[] = {"x", "y", "d"};
        for (size_t i = 0; i < BLZ_COUNT_OF(names); i++)
            ck_assert_uint_eq(json_string_length(json_object_get(jwk, names[i])), 43);
        const char *x = json_string_value(json_object_get(jwk, "x"));
        found = x[0] == 'A' && x[1] >= 'A' && x[1] <= 'P'; /* a first byte of zero */
    }
    ck_assert(found);
}
END_TEST

START_TEST(the_thumbprint_is_that_of_the_public_part)
{
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 5);
        BLZ_AUTO(blz_key) open = NULL;
        BLZ_AUTO(blz_text) one = NULL;
        BLZ_AUTO(blz_text) two = NULL;
        ck_assert_ok(blz_key_public(&open, key));
        ck_assert_ok(blz_key_thumbprint(&one, key));
        ck_assert_ok(blz_key_thumbprint(&two, open));
        ck_assert_str_eq(one, two);
        ck_assert_uint_eq(strlen(one), 43);
    }
}
END_TEST

START_TEST(algorithms_and_names)
{
    static const char *const algs[] = {"EdDSA", "ES256", "ES384", "RS256"};
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 3);
        ck_assert_str_eq(blz_jwk_alg(key), algs[type]);
    }
}
END_TEST

START_TEST(a_public_key_has_no_secret_to_write)
{
    BLZ_AUTO(blz_key) key = NULL;
    BLZ_AUTO(blz_key) secret = fixed_key(BLZ_KEY_ED25519, 3);
    ck_assert_ok(blz_key_public(&key, secret));
    json_t *jwk = NULL;
    ck_assert_int_eq(blz_key_write_jwk(&jwk, key, true), BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(jwk);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 3);
        for (EACH_ALLOCATION_FAILS(f)) {
            json_t *jwk = NULL;
            BLZ_AUTO(blz_text) thumbprint = NULL;
            blz_mem_set_failing(fails_at, &f);
            blz_status status = blz_key_write_jwk(&jwk, key, true);
            if (status == BLZ_OK) status = blz_key_thumbprint(&thumbprint, key);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
            ck_assert((thumbprint != NULL) == (status == BLZ_OK));
            json_decref(jwk);
        }
    }
    json_set_alloc_funcs(malloc, free);
}
END_TEST

UNIT_MAIN("crypto/jwk_write", an_ed25519_key, members_of_each_type, numbers_of_rsa_have_no_leading_zeros,
          coordinates_are_padded, the_thumbprint_is_that_of_the_public_part, algorithms_and_names,
          a_public_key_has_no_secret_to_write, a_failing_allocation_is_reported)
