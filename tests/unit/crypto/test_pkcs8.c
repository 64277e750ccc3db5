#include "unit/crypto/keys.h"

#include <openssl/asn1t.h>
#include <openssl/objects.h>

#include "crypto/pkcs8.h"

static X509_SIG *sealed_with(X509_ALGOR *algorithm)
{
    X509_SIG *sealed = X509_SIG_new();
    X509_ALGOR *into = NULL;
    ASN1_OCTET_STRING *data = NULL;
    X509_SIG_getm(sealed, &into, &data);
    ck_assert_int_eq(X509_ALGOR_copy(into, algorithm), 1);
    X509_ALGOR_free(algorithm);
    return sealed;
}

/* PBES2 whose two parts are the caller's to change before they are packed again. */
typedef struct scheme {
    X509_ALGOR *algorithm;
    PBE2PARAM *pbes2;
} scheme;

static scheme open_scheme(void)
{
    scheme s = {.algorithm = PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), 1, NULL, 16, NULL, NID_hmacWithSHA256)};
    s.pbes2 = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), s.algorithm->parameter);
    ck_assert_ptr_nonnull(s.pbes2);
    return s;
}

static X509_ALGOR *close_scheme(scheme s)
{
    ASN1_TYPE_pack_sequence(ASN1_ITEM_rptr(PBE2PARAM), s.pbes2, &s.algorithm->parameter);
    PBE2PARAM_free(s.pbes2);
    return s.algorithm;
}

static X509_ALGOR *pbkdf2_with(int64_t rounds, int prf)
{
    scheme s = open_scheme();
    PBKDF2PARAM *pbkdf2 = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), s.pbes2->keyfunc->parameter);
    ASN1_INTEGER_set_int64(pbkdf2->iter, rounds);
    X509_ALGOR_set0(pbkdf2->prf, OBJ_nid2obj(prf), V_ASN1_NULL, NULL);
    ASN1_TYPE_pack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), pbkdf2, &s.pbes2->keyfunc->parameter);
    PBKDF2PARAM_free(pbkdf2);
    return close_scheme(s);
}

START_TEST(rounds_are_capped)
{
    static const struct {
        int64_t rounds;
        blz_status expected;
    } rows[] = {{0, BLZ_ERR_SYNTAX},       {1, BLZ_OK},         {10000000, BLZ_OK},
                {10000001, BLZ_ERR_LIMIT}, {-1, BLZ_ERR_LIMIT}, {INT64_MAX, BLZ_ERR_LIMIT}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(X509_SIG) sealed = sealed_with(pbkdf2_with(rows[i].rounds, NID_hmacWithSHA256));
        ck_assert_int_eq(blz_pkcs8_check(sealed), rows[i].expected);
    }
}
END_TEST

static X509_ALGOR *scrypt_with(uint64_t n, uint64_t r, uint64_t p)
{
    scheme s = open_scheme();
    SCRYPT_PARAMS *parameters = SCRYPT_PARAMS_new();
    ASN1_OCTET_STRING_set(parameters->salt, (const unsigned char *)"12345678", 8);
    ASN1_INTEGER_set_uint64(parameters->costParameter, n);
    ASN1_INTEGER_set_uint64(parameters->blockSize, r);
    ASN1_INTEGER_set_uint64(parameters->parallelizationParameter, p);
    ASN1_TYPE *packed = NULL;
    ASN1_TYPE_pack_sequence(ASN1_ITEM_rptr(SCRYPT_PARAMS), parameters, &packed);
    SCRYPT_PARAMS_free(parameters);
    X509_ALGOR_set0(s.pbes2->keyfunc, OBJ_nid2obj(NID_id_scrypt), V_ASN1_SEQUENCE,
                    ASN1_STRING_dup(packed->value.sequence));
    ASN1_TYPE_free(packed);
    return close_scheme(s);
}

START_TEST(scrypt_is_capped)
{
    static const struct {
        uint64_t n, r, p;
        blz_status expected;
    } rows[] = {
        {16384, 8, 1, BLZ_OK},          {32768, 8, 16, BLZ_OK},
        {65536, 8, 1, BLZ_ERR_LIMIT},   {16384, 8, 17, BLZ_ERR_LIMIT},
        {2, 1 << 26, 1, BLZ_ERR_LIMIT}, {UINT64_MAX, UINT64_MAX, 1, BLZ_ERR_LIMIT},
        {16384, 0, 1, BLZ_ERR_SYNTAX},  {0, 8, 1, BLZ_ERR_SYNTAX},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(X509_SIG) sealed = sealed_with(scrypt_with(rows[i].n, rows[i].r, rows[i].p));
        ck_assert_int_eq(blz_pkcs8_check(sealed), rows[i].expected);
    }
}
END_TEST

START_TEST(functions_of_pbkdf2)
{
    static const struct {
        int prf;
        blz_status expected;
    } rows[] = {{NID_hmacWithSHA1, BLZ_OK},
                {NID_hmacWithSHA224, BLZ_OK},
                {NID_hmacWithSHA384, BLZ_OK},
                {NID_hmacWithSHA512, BLZ_OK},
                {NID_hmacWithMD5, BLZ_ERR_UNSUPPORTED},
                {NID_sha256, BLZ_ERR_UNSUPPORTED}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(X509_SIG) sealed = sealed_with(pbkdf2_with(2048, rows[i].prf));
        ck_assert_int_eq(blz_pkcs8_check(sealed), rows[i].expected);
    }
}
END_TEST

START_TEST(ciphers)
{
    static const struct {
        int cipher;
        blz_status expected;
    } rows[] = {{NID_aes_128_cbc, BLZ_OK},          {NID_aes_192_cbc, BLZ_OK},
                {NID_des_ede3_cbc, BLZ_OK},         {NID_des_cbc, BLZ_ERR_UNSUPPORTED},
                {NID_rc2_cbc, BLZ_ERR_UNSUPPORTED}, {NID_aes_256_gcm, BLZ_ERR_UNSUPPORTED}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        scheme s = open_scheme();
        ASN1_OBJECT_free(s.pbes2->encryption->algorithm);
        s.pbes2->encryption->algorithm = OBJ_nid2obj(rows[i].cipher);
        BLZ_AUTO(X509_SIG) sealed = sealed_with(close_scheme(s));
        ck_assert_int_eq(blz_pkcs8_check(sealed), rows[i].expected);
    }
}
END_TEST

START_TEST(other_ways_to_derive_and_to_seal)
{
    scheme s = open_scheme();
    X509_ALGOR_set0(s.pbes2->keyfunc, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, NULL);
    BLZ_AUTO(X509_SIG) derived = sealed_with(close_scheme(s));
    ck_assert_int_eq(blz_pkcs8_check(derived), BLZ_ERR_UNSUPPORTED);
    BLZ_AUTO(X509_SIG) old = sealed_with(PKCS5_pbe_set(NID_pbeWithMD5AndDES_CBC, 2048, NULL, 8));
    ck_assert_int_eq(blz_pkcs8_check(old), BLZ_ERR_UNSUPPORTED);
}
END_TEST

START_TEST(parameters_that_are_missing)
{
    static const int functions[] = {NID_id_pbkdf2, NID_id_scrypt};
    for (size_t i = 0; i < BLZ_COUNT_OF(functions); i++) {
        scheme s = open_scheme();
        X509_ALGOR_set0(s.pbes2->keyfunc, OBJ_nid2obj(functions[i]), V_ASN1_NULL, NULL);
        BLZ_AUTO(X509_SIG) sealed = sealed_with(close_scheme(s));
        ck_assert_int_eq(blz_pkcs8_check(sealed), BLZ_ERR_SYNTAX);
    }
    static const int types[] = {V_ASN1_NULL, V_ASN1_UNDEF};
    for (size_t i = 0; i < BLZ_COUNT_OF(types); i++) {
        X509_ALGOR *bare = X509_ALGOR_new();
        X509_ALGOR_set0(bare, OBJ_nid2obj(NID_pbes2), types[i], NULL);
        BLZ_AUTO(X509_SIG) sealed = sealed_with(bare);
        ck_assert_int_eq(blz_pkcs8_check(sealed), BLZ_ERR_SYNTAX);
    }
}
END_TEST

START_TEST(sealed_and_opened)
{
    uint8_t seed = 0;
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_ED25519, 9);
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) info = EVP_PKEY2PKCS8(key->pkey);
    BLZ_AUTO(X509_SIG) sealed = NULL;
    ck_assert_ok(blz_pkcs8_seal(&sealed, ctx, info, "secret"));
    ck_assert_uint_eq(seed, 32); /* salt and vector */
    ck_assert_ok(blz_pkcs8_check(sealed));
    BLZ_AUTO(blz_key) again = NULL;
    ck_assert_ok(blz_pkcs8_open(&again, sealed, "secret"));
    ck_assert(blz_key_equal(key, again) && blz_key_is_private(again));
    blz_key *none = NULL;
    ck_assert_int_eq(blz_pkcs8_open(&none, sealed, "secret "), BLZ_ERR_PASSPHRASE);
    ck_assert_ptr_null(none);
}
END_TEST

START_TEST(the_work_to_open_is_what_is_promised)
{
    uint8_t seed = 0;
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_ED25519, 9);
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) info = EVP_PKEY2PKCS8(key->pkey);
    BLZ_AUTO(X509_SIG) sealed = NULL;
    ck_assert_ok(blz_pkcs8_seal(&sealed, ctx, info, "x"));
    const X509_ALGOR *algorithm = NULL;
    X509_SIG_get0(sealed, &algorithm, NULL);
    PBE2PARAM *pbes2 = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter);
    PBKDF2PARAM *pbkdf2 = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), pbes2->keyfunc->parameter);
    ck_assert_int_eq(OBJ_obj2nid(pbes2->encryption->algorithm), NID_aes_256_cbc);
    ck_assert_int_eq(ASN1_INTEGER_get(pbkdf2->iter), BLZ_PBKDF2_ROUNDS);
    ck_assert_int_eq(OBJ_obj2nid(pbkdf2->prf->algorithm), NID_hmacWithSHA256);
    static const unsigned char salt[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    ck_assert_int_eq(pbkdf2->salt->value.octet_string->length, 16);
    ck_assert_mem_eq(pbkdf2->salt->value.octet_string->data, salt, 16);
    PBKDF2PARAM_free(pbkdf2);
    PBE2PARAM_free(pbes2);
}
END_TEST

static blz_status broken_random(void *user, uint8_t *out, size_t length)
{
    unsigned *left = user;
    memset(out, 0, length);
    return (*left)-- ? BLZ_OK : BLZ_ERR_IO;
}

START_TEST(without_random_bytes_nothing_is_sealed)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_ED25519, 9);
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) info = EVP_PKEY2PKCS8(key->pkey);
    for (unsigned good = 0; good < 2; good++) {
        unsigned left = good;
        BLZ_AUTO(blz_ctx) ctx = NULL;
        X509_SIG *sealed = NULL;
        ck_assert_ok(blz_ctx_new(&ctx));
        blz_ctx_set_random(ctx, broken_random, &left);
        ck_assert_int_eq(blz_pkcs8_seal(&sealed, ctx, info, "secret"), BLZ_ERR_IO);
        ck_assert_ptr_null(sealed);
    }
}
END_TEST

START_TEST(keys_inside)
{
    ck_assert_ok(blz_evp_ready());
    EVP_PKEY *x25519 = EVP_PKEY_Q_keygen(NULL, NULL, "X25519");
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) other = EVP_PKEY2PKCS8(x25519);
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) empty = PKCS8_PRIV_KEY_INFO_new();
    EVP_PKEY_free(x25519);
    blz_key *none = NULL;
    ck_assert_int_eq(blz_pkcs8_key(&none, other), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(blz_pkcs8_key(&none, empty), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(none);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P384, 9);
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) info = EVP_PKEY2PKCS8(key->pkey);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_key) again = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_pkcs8_key(&again, info);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert(status != BLZ_OK || blz_key_equal(key, again));
    }
}
END_TEST

UNIT_MAIN("crypto/pkcs8", rounds_are_capped, scrypt_is_capped, functions_of_pbkdf2, ciphers,
          other_ways_to_derive_and_to_seal, parameters_that_are_missing, sealed_and_opened,
          the_work_to_open_is_what_is_promised, without_random_bytes_nothing_is_sealed, keys_inside)
