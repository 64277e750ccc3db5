#include "unit/crypto/keys.h"

#include "crypto/evp.h"

static const blz_key_type curves[] = {BLZ_KEY_ED25519, BLZ_KEY_P256, BLZ_KEY_P384};

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

START_TEST(the_random_source_decides)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(curves); i++) {
        BLZ_AUTO(blz_key) a = fixed_key(curves[i], 1);
        BLZ_AUTO(blz_key) b = fixed_key(curves[i], 1);
        BLZ_AUTO(blz_key) other = fixed_key(curves[i], 2);
        ck_assert(blz_key_equal(a, b));
        ck_assert(!blz_key_equal(a, other));
    }
    BLZ_AUTO(blz_key) p256 = fixed_key(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_key) p384 = fixed_key(BLZ_KEY_P384, 1);
    ck_assert(!blz_key_equal(p256, p384));
}
END_TEST

static blz_status no_random(void *user, uint8_t *out, size_t length)
{
    (void)user;
    memset(out, 0xff, length); /* above the order of every curve */
    return BLZ_OK;
}

static blz_status broken_random(void *user, uint8_t *out, size_t length)
{
    (void)user;
    (void)out;
    (void)length;
    return BLZ_ERR_CRYPTO;
}

START_TEST(a_source_that_is_not_random_gives_no_key)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_key *key = NULL;
    blz_ctx_set_random(ctx, no_random, NULL);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_P256, 0), BLZ_ERR_CRYPTO);
    blz_ctx_set_random(ctx, broken_random, NULL);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_P384, 0), BLZ_ERR_CRYPTO);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_ED25519, 0), BLZ_ERR_CRYPTO);
    ck_assert_ptr_null(key);
}
END_TEST

START_TEST(wrong_sizes_are_the_callers_fault)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_key *key = NULL;
    static const unsigned wrong[] = {1024, 2040, 2049, 4104, 8192};
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++)
        ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_RSA, wrong[i]), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_ED25519, 2048), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_key_generate(&key, ctx, (blz_key_type)9, 0), BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(key);
}
END_TEST

START_TEST(numbers_that_fit_together)
{
    uint8_t seed[32] = {1}, x[48], y[48], point[97] = {4};
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
    (void)y;
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

START_TEST(weak_rsa_keys_are_refused)
{
    uint8_t n[BLZ_RSA_BYTES_MAX], e[4] = {1, 0, 1};
    size_t length;
    BLZ_AUTO(blz_key) rsa = fixed_key(BLZ_KEY_RSA, 0);
    ck_assert_ok(blz_key_rsa_part(rsa, BLZ_RSA_N, n, &length));
    ck_assert_uint_eq(length, 256);
    blz_key *key = NULL;
    struct {
        uint8_t e[5];
        size_t length, n_length;
        blz_status expected;
    } rows[] = {
        {{3}, 1, 256, BLZ_OK},          {{1}, 1, 256, BLZ_ERR_INVALID},
        {{2}, 1, 256, BLZ_ERR_INVALID}, {{1, 0, 0, 0, 1}, 5, 256, BLZ_ERR_INVALID},
        {{3}, 1, 255, BLZ_ERR_INVALID}, {{3}, 0, 256, BLZ_ERR_INVALID},
        {{3}, 1, 513, BLZ_ERR_INVALID},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_octets parts[BLZ_RSA_PARTS] = {{n, rows[i].n_length}, {rows[i].e, rows[i].length}};
        blz_key *made = NULL;
        ck_assert_int_eq(blz_key_from_rsa(&made, parts, false), rows[i].expected);
        blz_key_free(made);
    }
    n[255] &= 0xfe;
    blz_octets even[BLZ_RSA_PARTS] = {{n, 256}, {e, 3}};
    ck_assert_int_eq(blz_key_from_rsa(&key, even, false), BLZ_ERR_INVALID);
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

START_TEST(the_fingerprint_of_roca)
{
    /* A power of 65537 modulo everything: 65537^128 has 2049 bits. */
    blz_key *key = NULL;
    uint8_t n[257] = {0}, e[] = {1, 0, 1};
    BLZ_AUTO(BIGNUM) power = BN_new();
    BLZ_AUTO(BIGNUM) base = BN_new();
    BLZ_AUTO(BIGNUM) exponent = BN_new();
    BN_CTX *scratch = BN_CTX_new();
    BN_set_word(base, 65537);
    BN_set_word(exponent, 128);
    ck_assert_int_eq(BN_exp(power, base, exponent, scratch), 1);
    BN_CTX_free(scratch);
    ck_assert_int_eq(BN_num_bits(power), 2049);
    BN_bn2bin(power, n);
    blz_octets parts[BLZ_RSA_PARTS] = {{n, sizeof n}, {e, sizeof e}};
    ck_assert_int_eq(blz_key_from_rsa(&key, parts, false), BLZ_ERR_INVALID);
    n[256] ^= 2;
    ck_assert_ok(blz_key_from_rsa(&key, parts, false));
    blz_key_free(key);
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

UNIT_MAIN("crypto/key", generates_every_type, names, the_random_source_decides,
          a_source_that_is_not_random_gives_no_key, wrong_sizes_are_the_callers_fault,
          numbers_that_fit_together, only_compressed_and_uncompressed_points, weak_rsa_keys_are_refused,
          rsa_parts_must_fit_together, the_fingerprint_of_roca, a_failing_allocation_is_reported)
