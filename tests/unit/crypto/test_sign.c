#include "unit/crypto/keys.h"

#include "crypto/evp.h"
#include "crypto/sign.h"

static const char message[] = "Designs and teaches a lesson";

START_TEST(signs_and_verifies)
{
    static const size_t sizes[] = {64, 64, 96, 256};
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 5);
        BLZ_AUTO(blz_key) verifier = NULL;
        ck_assert_ok(blz_key_public(&verifier, key));
        uint8_t *signature = NULL;
        size_t size = 0;
        blz_hash hash = blz_signature_hash(key);
        ck_assert_ok(blz_sign(&signature, &size, key, hash, message, sizeof message));
        ck_assert_uint_eq(size, sizes[type]);
        ck_assert_uint_eq(blz_signature_size(verifier), size);
        ck_assert_ok(blz_verify_signature(verifier, hash, message, sizeof message, signature, size));
        ck_assert_int_eq(blz_verify_signature(verifier, hash, message, sizeof message - 1, signature, size),
                         BLZ_ERR_SIGNATURE);
        ck_assert_int_eq(blz_verify_signature(verifier, hash, message, sizeof message, signature, size - 1),
                         BLZ_ERR_SIGNATURE);
        signature[size / 3] ^= 0x10;
        ck_assert_int_eq(blz_verify_signature(verifier, hash, message, sizeof message, signature, size),
                         BLZ_ERR_SIGNATURE);
        memset(signature, 0, size);
        ck_assert_int_eq(blz_verify_signature(verifier, hash, message, sizeof message, signature, size),
                         BLZ_ERR_SIGNATURE);
        memset(signature, 0xff, size);
        ck_assert_int_eq(blz_verify_signature(verifier, hash, message, sizeof message, signature, size),
                         BLZ_ERR_SIGNATURE);
        blz_free(signature);
    }
}
END_TEST

START_TEST(ed25519_known_answer)
{
    /* RFC 8032, 7.1, test 1: the empty message. */
    static const uint8_t public_part[32] = {0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe,
                                            0xd3, 0xc9, 0x64, 0x07, 0x3a, 0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6,
                                            0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a};
    static const uint8_t signature[64] = {
        0xe5, 0x56, 0x43, 0x00, 0xc3, 0x60, 0xac, 0x72, 0x90, 0x86, 0xe2, 0xcc, 0x80, 0x6e, 0x82, 0x8a,
        0x84, 0x87, 0x7f, 0x1e, 0xb8, 0xe5, 0xd9, 0x74, 0xd8, 0x73, 0xe0, 0x65, 0x22, 0x49, 0x01, 0x55,
        0x5f, 0xb8, 0x82, 0x15, 0x90, 0xa3, 0x3b, 0xac, 0xc6, 0x1e, 0x39, 0x70, 0x1c, 0xf9, 0xb4, 0x6b,
        0xd2, 0x5b, 0xf5, 0xf0, 0x59, 0x5b, 0xbe, 0x24, 0x65, 0x51, 0x41, 0x43, 0x8e, 0x7a, 0x10, 0x0b};
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(blz_key_from_ed25519(&key, (blz_octets){public_part, 32}, (blz_octets){0}));
    ck_assert_ok(blz_verify_signature(key, BLZ_HASH_SHA512, "", 0, signature, 64));
}
END_TEST

START_TEST(another_key_or_hash_does_not_verify)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_key) other = fixed_key(BLZ_KEY_P256, 2);
    BLZ_AUTO(blz_key) longer = fixed_key(BLZ_KEY_P384, 1);
    uint8_t *signature = NULL;
    size_t size = 0;
    ck_assert_ok(blz_sign(&signature, &size, key, BLZ_HASH_SHA256, message, sizeof message));
    ck_assert_int_eq(blz_verify_signature(other, BLZ_HASH_SHA256, message, sizeof message, signature, size),
                     BLZ_ERR_SIGNATURE);
    ck_assert_int_eq(blz_verify_signature(key, BLZ_HASH_SHA384, message, sizeof message, signature, size),
                     BLZ_ERR_SIGNATURE);
    ck_assert_int_eq(blz_verify_signature(longer, BLZ_HASH_SHA256, message, sizeof message, signature, size),
                     BLZ_ERR_SIGNATURE);
    blz_free(signature);
}
END_TEST

START_TEST(what_cannot_sign)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_key) verifier = NULL;
    ck_assert_ok(blz_key_public(&verifier, key));
    uint8_t *signature = NULL;
    size_t size = 0;
    ck_assert_int_eq(blz_sign(&signature, &size, verifier, BLZ_HASH_SHA256, "", 0), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_sign(&signature, &size, key, BLZ_HASH_MD5, "", 0), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_verify_signature(key, BLZ_HASH_MD5, "", 0, (const uint8_t *)message, 64),
                     BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(signature);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P384, 1);
    for (EACH_ALLOCATION_FAILS(f)) {
        uint8_t *signature = NULL;
        size_t size = 0;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_sign(&signature, &size, key, BLZ_HASH_SHA384, message, sizeof message);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((signature != NULL) == (status == BLZ_OK));
        blz_free(signature);
    }
}
END_TEST

UNIT_MAIN("crypto/sign", signs_and_verifies, ed25519_known_answer, another_key_or_hash_does_not_verify,
          what_cannot_sign, a_failing_allocation_is_reported)
