#include "unit/crypto/keys.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include "crypto/evp.h"

/* The public key with the modulus 2^(bits - 1) + more and this exponent; who made it does not look at them.
 */
static EVP_PKEY *public_key(int bits, BN_ULONG more, BN_ULONG exponent)
{
    EVP_PKEY *pkey = NULL;
    BLZ_AUTO(BIGNUM) n = BN_new();
    BLZ_AUTO(BIGNUM) e = BN_new();
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    ck_assert(n && e && builder && BN_set_bit(n, bits - 1) && BN_add_word(n, more) &&
              BN_set_word(e, exponent));
    ck_assert(OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n) &&
              OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e));
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(builder);
    BLZ_AUTO(EVP_PKEY_CTX) ctx = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    ck_assert_int_eq(EVP_PKEY_fromdata_init(ctx), 1);
    ck_assert_int_eq(EVP_PKEY_fromdata(ctx, &pkey, EVP_PKEY_PUBLIC_KEY, params), 1);
    OSSL_PARAM_free(params);
    OSSL_PARAM_BLD_free(builder);
    return pkey;
}

START_TEST(sizes_and_exponents)
{
    static const struct {
        int bits;
        BN_ULONG more, exponent;
        bool sound;
    } rows[] = {
        {2048, 1, 65537, true},        {2047, 1, 65537, false},     {4096, 1, 65537, true},
        {4097, 1, 65537, false},       {1024, 1, 65537, false},     {2048, 0, 65537, false},
        {2048, 2, 65537, false},       {2048, 1, 3, true},          {2048, 1, 1, false},
        {2048, 1, 65536, false},       {2048, 1, 0xffffffff, true}, {2048, 1, 0xfffffffe, false},
        {2048, 1, 0x100000001, false}, {2048, 1, 0, false},
    };
    ck_assert_ok(blz_evp_ready());
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(EVP_PKEY) pkey = public_key(rows[i].bits, rows[i].more, rows[i].exponent);
        ck_assert_msg(blz_rsa_is_sound(pkey) == rows[i].sound, "row %zu", i);
    }
}
END_TEST

START_TEST(keys_of_another_kind)
{
    for (int type = 0; type < BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 1);
        ck_assert(!blz_rsa_is_sound(key->pkey));
    }
}
END_TEST

START_TEST(new_keys_are_sound)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_RSA, 0);
    ck_assert(blz_rsa_is_sound(key->pkey));
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

UNIT_MAIN("crypto/rsa", sizes_and_exponents, keys_of_another_kind, new_keys_are_sound,
          weak_rsa_keys_are_refused, the_fingerprint_of_roca)
