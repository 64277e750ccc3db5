#include "unit/crypto/keys.h"

#include "crypto/evp.h"

START_TEST(generates_every_type)
{
    static const unsigned bits[] = {256, 256, 384, 2048};
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 7);
        ck_assert_int_eq(blz_key_type_of(key), type);
        ck_assert_uint_eq(blz_key_bits(key), bits[type]);
        ck_assert(blz_key_is_private(key));
        BLZ_AUTO(blz_key) public_part = NULL;
        ck_assert_ok(blz_key_public(&public_part, key));
        ck_assert(!blz_key_is_private(public_part));
        ck_assert(blz_key_equal(key, public_part));
        ck_assert_int_eq(blz_key_type_of(public_part), type);
    }
}
END_TEST

START_TEST(names)
{
    ck_assert_str_eq(blz_key_type_name(BLZ_KEY_ED25519), "Ed25519");
    ck_assert_str_eq(blz_key_type_name(BLZ_KEY_P256), "P-256");
    ck_assert_str_eq(blz_key_type_name(BLZ_KEY_P384), "P-384");
    ck_assert_str_eq(blz_key_type_name(BLZ_KEY_RSA), "RSA");
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, 3);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_mem_set_failing(fails_at, &f);
        BLZ_AUTO(blz_key) copy = NULL;
        blz_status status = blz_key_public(&copy, key);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((copy != NULL) == (status == BLZ_OK));
    }
    blz_key_free(NULL);
}
END_TEST

/* A number that starts with zeros is as wide as the others. */
START_TEST(numbers_have_the_width_of_their_curve)
{
    static const blz_key_type types[] = {BLZ_KEY_P256, BLZ_KEY_P384};
    for (size_t i = 0; i < BLZ_COUNT_OF(types); i++) {
        size_t width = blz_key_kinds[types[i]].width;
        uint8_t x[49], y[49];
        bool found = false;
        for (unsigned secret = 1; !found && secret < 2000; secret++) {
            BLZ_AUTO(blz_key) key = NULL;
            uint8_t scalar[48] = {0};
            scalar[width - 1] = (uint8_t)secret;
            scalar[width - 2] = (uint8_t)(secret >> 8);
            ck_assert_ok(blz_key_from_ec(&key, types[i], (blz_octets){0}, (blz_octets){scalar, width}));
            memset(x, 0xee, sizeof x);
            memset(y, 0xee, sizeof y);
            ck_assert_ok(blz_key_ec_point(key, x, y));
            ck_assert(x[width] == 0xee && y[width] == 0xee);
            found = x[0] == 0;
        }
        ck_assert(found);
    }
}
END_TEST

START_TEST(keys_that_openssl_knows_and_blazon_does_not)
{
    static const char *const kinds[][2] = {
        {"X25519", NULL}, {"ED448", NULL}, {"EC", "P-521"}, {"EC", "secp256k1"}};
    ck_assert_ok(blz_evp_ready());
    for (size_t i = 0; i < BLZ_COUNT_OF(kinds); i++) {
        blz_key *key = NULL;
        EVP_PKEY *pkey = kinds[i][1] ? EVP_PKEY_Q_keygen(NULL, NULL, kinds[i][0], kinds[i][1])
                                     : EVP_PKEY_Q_keygen(NULL, NULL, kinds[i][0]);
        ck_assert_ptr_nonnull(pkey);
        ck_assert_int_eq(blz_key_adopt(&key, pkey, true), BLZ_ERR_UNSUPPORTED);
        ck_assert_ptr_null(key);
    }
}
END_TEST

UNIT_MAIN("crypto/key", generates_every_type, names, numbers_have_the_width_of_their_curve,
          keys_that_openssl_knows_and_blazon_does_not, a_failing_allocation_is_reported)
