#include "unit/crypto/keys.h"

#include "crypto/evp.h"

static blz_octets octets(const uint8_t *bytes, size_t length)
{
    return (blz_octets){bytes, length};
}

START_TEST(numbers_that_fit_together)
{
    uint8_t seed[32] = {1}, x[32], point[97] = {4};
    BLZ_AUTO(blz_key) ed = NULL;
    BLZ_AUTO(blz_key) wrong = NULL;
    ck_assert_ok(blz_key_from_ed25519(&ed, (blz_octets){0}, (blz_octets){seed, 32}));
    ck_assert_ok(blz_key_raw_public(ed, x));
    BLZ_AUTO(blz_key) again = NULL;
    ck_assert_ok(blz_key_from_ed25519(&again, (blz_octets){x, 32}, (blz_octets){seed, 32}));
    x[0] ^= 1;
    ck_assert_int_eq(blz_key_from_ed25519(&wrong, (blz_octets){x, 32}, (blz_octets){seed, 32}),
                     BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_key_from_ed25519(&wrong, (blz_octets){x, 31}, (blz_octets){0}), BLZ_ERR_INVALID);

    BLZ_AUTO(blz_key) ec = fixed_key(BLZ_KEY_P384, 9);
    ck_assert_ok(blz_key_ec_point(ec, point + 1, point + 49));
    uint8_t scalar[48];
    ck_assert_ok(blz_key_raw_secret(ec, scalar));
    BLZ_AUTO(blz_key) same = NULL;
    ck_assert_ok(blz_key_from_ec(&same, BLZ_KEY_P384, (blz_octets){point, 97}, (blz_octets){scalar, 48}));
    ck_assert(blz_key_equal(ec, same));
    scalar[47] ^= 1;
    ck_assert_int_eq(blz_key_from_ec(&wrong, BLZ_KEY_P384, (blz_octets){point, 97}, (blz_octets){scalar, 48}),
                     BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_key_from_ec(&wrong, BLZ_KEY_P384, (blz_octets){0}, (blz_octets){scalar, 47}),
                     BLZ_ERR_INVALID);
    point[96] ^= 1;
    ck_assert_int_eq(blz_key_from_ec(&wrong, BLZ_KEY_P384, (blz_octets){point, 97}, (blz_octets){0}),
                     BLZ_ERR_INVALID);
    memset(scalar, 0, sizeof scalar);
    ck_assert_int_eq(blz_key_from_ec(&wrong, BLZ_KEY_P384, (blz_octets){0}, (blz_octets){scalar, 48}),
                     BLZ_ERR_INVALID);
    ck_assert_ptr_null(wrong);
}
END_TEST

START_TEST(only_compressed_and_uncompressed_points)
{
    BLZ_AUTO(blz_key) ec = fixed_key(BLZ_KEY_P256, 9);
    uint8_t point[65] = {4}, compressed[33];
    ck_assert_ok(blz_key_ec_point(ec, point + 1, point + 33));
    memcpy(compressed + 1, point + 1, 32);
    compressed[0] = 2 + (point[64] & 1);
    BLZ_AUTO(blz_key) a = NULL;
    ck_assert_ok(blz_key_from_ec(&a, BLZ_KEY_P256, (blz_octets){compressed, 33}, (blz_octets){0}));
    ck_assert(blz_key_equal(a, ec));
    blz_key *none = NULL;
    point[0] = 6 + (point[64] & 1); /* the hybrid form */
    ck_assert_int_eq(blz_key_from_ec(&none, BLZ_KEY_P256, (blz_octets){point, 65}, (blz_octets){0}),
                     BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_key_from_ec(&none, BLZ_KEY_P256, (blz_octets){compressed, 32}, (blz_octets){0}),
                     BLZ_ERR_INVALID);
    compressed[0] = 0;
    ck_assert_int_eq(blz_key_from_ec(&none, BLZ_KEY_P256, (blz_octets){compressed, 33}, (blz_octets){0}),
                     BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_key_from_ec(&none, BLZ_KEY_P256, (blz_octets){compressed, 1}, (blz_octets){0}),
                     BLZ_ERR_INVALID);
    memset(compressed, 0xff, sizeof compressed); /* no such coordinate */
    compressed[0] = 2;
    ck_assert_int_eq(blz_key_from_ec(&none, BLZ_KEY_P256, (blz_octets){compressed, 33}, (blz_octets){0}),
                     BLZ_ERR_INVALID);
}
END_TEST

START_TEST(rsa_parts_must_fit_together)
{
    static uint8_t bytes[BLZ_RSA_PARTS][BLZ_RSA_BYTES_MAX];
    blz_octets parts[BLZ_RSA_PARTS];
    BLZ_AUTO(blz_key) rsa = fixed_key(BLZ_KEY_RSA, 0);
    for (int i = 0; i < BLZ_RSA_PARTS; i++) {
        parts[i].bytes = bytes[i];
        ck_assert_ok(blz_key_rsa_part(rsa, i, bytes[i], &parts[i].length));
    }
    BLZ_AUTO(blz_key) again = NULL;
    ck_assert_ok(blz_key_from_rsa(&again, parts, true));
    ck_assert(blz_key_equal(rsa, again));
    bytes[BLZ_RSA_D][40] ^= 4;
    blz_key *wrong = NULL;
    ck_assert_int_eq(blz_key_from_rsa(&wrong, parts, true), BLZ_ERR_INVALID);
}
END_TEST

START_TEST(lengths_of_ed25519)
{
    static const uint8_t bytes[33] = {1};
    static const size_t wrong[] = {0, 1, 31, 33};
    blz_key *key = NULL;
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++) {
        ck_assert_int_eq(blz_key_from_ed25519(&key, octets(bytes, wrong[i]), octets(NULL, 0)),
                         BLZ_ERR_INVALID);
        ck_assert_int_eq(blz_key_from_ed25519(&key, octets(NULL, 0), octets(bytes, wrong[i])),
                         BLZ_ERR_INVALID);
    }
    ck_assert_ptr_null(key);
}
END_TEST

/* RFC 8032, 7.1, test 1. */
START_TEST(the_public_part_is_computed)
{
    static const uint8_t seed[32] = {0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a,
                                     0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32,
                                     0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60},
                         expected[] = {0xd7, 0x5a, 0x98, 0x01};
    uint8_t bytes[32];
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(blz_key_from_ed25519(&key, octets(NULL, 0), octets(seed, 32)));
    ck_assert_ok(blz_key_raw_public(key, bytes));
    ck_assert_mem_eq(bytes, expected, sizeof expected);
    ck_assert(blz_key_is_private(key));
}
END_TEST

/* The order of P-256; the last byte is changed. */
START_TEST(secrets_of_a_curve_are_below_its_order)
{
    uint8_t scalar[32] = {0xff, 0xff, 0xff, 0xff, 0,    0,    0,    0,    0xff, 0xff, 0xff,
                          0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17,
                          0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51};
    static const uint8_t last[] = {0x50, 0x51, 0x52};
    for (size_t i = 0; i < BLZ_COUNT_OF(last); i++) {
        BLZ_AUTO(blz_key) key = NULL;
        scalar[31] = last[i];
        ck_assert_int_eq(blz_key_from_ec(&key, BLZ_KEY_P256, octets(NULL, 0), octets(scalar, 32)),
                         i ? BLZ_ERR_INVALID : BLZ_OK);
        ck_assert_int_eq(key != NULL, i == 0);
    }
}
END_TEST

START_TEST(small_secrets_have_the_width_of_the_curve)
{
    static const blz_key_type types[] = {BLZ_KEY_P256, BLZ_KEY_P384};
    static const uint8_t generators[][2] = {{0x6b, 0x17}, {0xaa, 0x87}}; /* SEC 2: x of the base point */
    for (size_t i = 0; i < BLZ_COUNT_OF(types); i++) {
        size_t width = blz_key_kinds[types[i]].width;
        uint8_t one[48] = {0}, x[48], y[48], secret[48];
        BLZ_AUTO(blz_key) key = NULL;
        one[width - 1] = 1;
        ck_assert_ok(blz_key_from_ec(&key, types[i], octets(NULL, 0), octets(one, width)));
        ck_assert_ok(blz_key_ec_point(key, x, y));
        ck_assert_mem_eq(x, generators[i], 2);
        ck_assert_ok(blz_key_raw_secret(key, secret));
        ck_assert_mem_eq(secret, one, width);
    }
}
END_TEST

START_TEST(a_point_of_another_curve)
{
    BLZ_AUTO(blz_key) ec = fixed_key(BLZ_KEY_P256, 9);
    uint8_t point[65] = {4}, secret[32];
    blz_key *none = NULL;
    ck_assert_ok(blz_key_ec_point(ec, point + 1, point + 33));
    ck_assert_ok(blz_key_raw_secret(ec, secret));
    ck_assert_int_eq(blz_key_from_ec(&none, BLZ_KEY_P384, octets(point, 65), octets(NULL, 0)),
                     BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_key_from_ec(&none, BLZ_KEY_P384, octets(NULL, 0), octets(secret, 32)),
                     BLZ_ERR_INVALID);
    ck_assert_ptr_null(none);
}
END_TEST

/* Each part is looked at before OpenSSL is. */
START_TEST(rsa_parts_have_a_length)
{
    static uint8_t bytes[BLZ_RSA_PARTS][BLZ_RSA_BYTES_MAX + 1];
    blz_octets parts[BLZ_RSA_PARTS];
    BLZ_AUTO(blz_key) rsa = fixed_key(BLZ_KEY_RSA, 0);
    for (int i = 0; i < BLZ_RSA_PARTS; i++) {
        parts[i].bytes = bytes[i];
        ck_assert_ok(blz_key_rsa_part(rsa, i, bytes[i], &parts[i].length));
    }
    blz_key *none = NULL;
    for (int i = 0; i < BLZ_RSA_PARTS; i++) {
        size_t length = parts[i].length;
        parts[i].length = 0;
        ck_assert_int_eq(blz_key_from_rsa(&none, parts, true), BLZ_ERR_INVALID);
        parts[i].length = BLZ_RSA_BYTES_MAX + 1;
        ck_assert_int_eq(blz_key_from_rsa(&none, parts, true), BLZ_ERR_INVALID);
        parts[i].length = length;
    }
    ck_assert_ptr_null(none);
    parts[BLZ_RSA_QI].length = 0;
    BLZ_AUTO(blz_key) public_part = NULL; /* which needs two parts only */
    ck_assert_ok(blz_key_from_rsa(&public_part, parts, false));
    ck_assert(!blz_key_is_private(public_part));
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    uint8_t secret[32] = {1};
    for (int type = 0; type <= BLZ_KEY_P256; type++)
        for (EACH_ALLOCATION_FAILS(f)) {
            BLZ_AUTO(blz_key) key = NULL;
            blz_mem_set_failing(fails_at, &f);
            blz_status status = type == BLZ_KEY_ED25519
                                    ? blz_key_from_ed25519(&key, octets(NULL, 0), octets(secret, 32))
                                    : blz_key_from_ec(&key, type, octets(NULL, 0), octets(secret, 32));
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
            ck_assert_int_eq(key != NULL, status == BLZ_OK);
        }
}
END_TEST

UNIT_MAIN("crypto/key_from", numbers_that_fit_together, only_compressed_and_uncompressed_points,
          rsa_parts_must_fit_together, lengths_of_ed25519, the_public_part_is_computed,
          secrets_of_a_curve_are_below_its_order, small_secrets_have_the_width_of_the_curve,
          a_point_of_another_curve, rsa_parts_have_a_length, a_failing_allocation_is_reported)
