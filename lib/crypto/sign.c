#include "crypto/sign.h"

#include <string.h>

#include <openssl/err.h>
#include <openssl/rsa.h>

#include "crypto/evp.h"

size_t blz_signature_size(const blz_key *key)
{
    if (key->type == BLZ_KEY_RSA) return (key->bits + 7) / 8;
    return 2 * blz_key_kinds[key->type].width;
}

blz_hash blz_signature_hash(const blz_key *key)
{
    return blz_key_kinds[key->type].hash;
}

/* What EVP_PKEY_verify() means by its answer. A sum of points that is infinite is an error to OpenSSL, and to
 * everybody else a signature that does not match. */
static blz_status verdict(int answer)
{
    unsigned long error = ERR_peek_error();
    bool infinite = ERR_GET_LIB(error) == ERR_LIB_EC && ERR_GET_REASON(error) == EC_R_POINT_AT_INFINITY;
    if (answer == 1) return BLZ_OK;
    return blz_evp_failure(answer == 0 || infinite ? BLZ_ERR_SIGNATURE : BLZ_ERR_CRYPTO);
}

/* Ed25519 signs the message itself. */

static blz_status sign_ed25519(uint8_t *signature, const blz_key *key, const void *data, size_t length)
{
    size_t size = 64;
    BLZ_AUTO(EVP_MD_CTX) ctx = EVP_MD_CTX_new();
    if (!ctx || EVP_DigestSignInit(ctx, NULL, NULL, NULL, key->pkey) != 1 ||
        EVP_DigestSign(ctx, signature, &size, data, length) != 1 || size != 64)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}

static blz_status verify_ed25519(const blz_key *key, const void *data, size_t length,
                                 const uint8_t *signature)
{
    BLZ_AUTO(EVP_MD_CTX) ctx = EVP_MD_CTX_new();
    if (!ctx || EVP_DigestVerifyInit(ctx, NULL, NULL, NULL, key->pkey) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    return verdict(EVP_DigestVerify(ctx, signature, 64, data, length));
}

/* The others sign a digest. What OpenSSL calls an ECDSA signature is DER. */

enum { DER_MAX = 2 * (48 + 4) + 4 };

static blz_status prepare(EVP_PKEY_CTX **out, const blz_key *key, blz_hash hash, bool verify)
{
    BLZ_AUTO(EVP_PKEY_CTX) ctx = EVP_PKEY_CTX_new_from_pkey(NULL, key->pkey, NULL);
    if (!ctx || (verify ? EVP_PKEY_verify_init(ctx) : EVP_PKEY_sign_init(ctx)) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (key->type == BLZ_KEY_RSA && EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PADDING) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (EVP_PKEY_CTX_set_signature_md(ctx, blz_evp_md(hash)) != 1) return blz_evp_failure(BLZ_ERR_CRYPTO);
    *out = BLZ_STEAL(ctx);
    return BLZ_OK;
}

static blz_status to_fixed(uint8_t *out, size_t width, const uint8_t *der, size_t der_length)
{
    BLZ_AUTO(ECDSA_SIG) parsed = d2i_ECDSA_SIG(NULL, &der, (long)der_length);
    if (!parsed) return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (BN_bn2binpad(ECDSA_SIG_get0_r(parsed), out, (int)width) < 0 ||
        BN_bn2binpad(ECDSA_SIG_get0_s(parsed), out + width, (int)width) < 0)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}

static blz_status to_der(uint8_t der[DER_MAX], size_t *der_length, const uint8_t *fixed, size_t width)
{
    BLZ_AUTO(ECDSA_SIG) built = ECDSA_SIG_new();
    BLZ_AUTO(BIGNUM) r = BN_bin2bn(fixed, (int)width, NULL);
    BLZ_AUTO(BIGNUM) s = BN_bin2bn(fixed + width, (int)width, NULL);
    if (!built || !r || !s || ECDSA_SIG_set0(built, r, s) != 1) return blz_evp_failure(BLZ_ERR_CRYPTO);
    r = s = NULL; /* they belong to `built` now */
    int length = i2d_ECDSA_SIG(built, &der);
    if (length <= 0) return blz_evp_failure(BLZ_ERR_CRYPTO);
    *der_length = (size_t)length;
    return BLZ_OK;
}

static blz_status verify_digest(const blz_key *key, blz_hash hash, const uint8_t *digest,
                                const uint8_t *signature, size_t size)
{
    BLZ_AUTO(EVP_PKEY_CTX) ctx = NULL;
    BLZ_TRY(prepare(&ctx, key, hash, true));
    uint8_t der[DER_MAX];
    if (key->type != BLZ_KEY_RSA) {
        BLZ_TRY(to_der(der, &size, signature, size / 2));
        signature = der;
    }
    return verdict(EVP_PKEY_verify(ctx, signature, size, digest, blz_digest_size(hash)));
}

/* OpenSSL 3.0 answers with a wrong RSA signature when memory runs out at the wrong moment: what it made is
 * looked at. */
static blz_status check_own(const blz_key *key, blz_hash hash, const uint8_t *digest,
                            const uint8_t *signature, size_t size)
{
    blz_status status = verify_digest(key, hash, digest, signature, size);
    return status == BLZ_ERR_SIGNATURE ? BLZ_ERR_CRYPTO : status;
}

static blz_status sign_digest(uint8_t *signature, size_t size, const blz_key *key, blz_hash hash,
                              const uint8_t *digest)
{
    BLZ_AUTO(EVP_PKEY_CTX) ctx = NULL;
    BLZ_TRY(prepare(&ctx, key, hash, false));
    uint8_t der[DER_MAX];
    bool rsa = key->type == BLZ_KEY_RSA;
    size_t written = rsa ? size : sizeof der;
    if (EVP_PKEY_sign(ctx, rsa ? signature : der, &written, digest, blz_digest_size(hash)) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (!rsa) return to_fixed(signature, size / 2, der, written);
    return written == size ? check_own(key, hash, digest, signature, size) : BLZ_ERR_CRYPTO;
}

static blz_status sign_into(uint8_t *signature, size_t size, const blz_key *key, blz_hash hash,
                            const void *data, size_t length)
{
    if (key->type == BLZ_KEY_ED25519) return sign_ed25519(signature, key, data, length);
    uint8_t digest[BLZ_DIGEST_MAX];
    BLZ_TRY(blz_digest(digest, hash, data, length));
    return sign_digest(signature, size, key, hash, digest);
}

blz_status blz_sign(uint8_t **signature, size_t *size, const blz_key *key, blz_hash hash, const void *data,
                    size_t length)
{
    if (!key->secret || hash == BLZ_HASH_MD5) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(blz_evp_ready());
    size_t needed = blz_signature_size(key);
    uint8_t *bytes = blz_malloc(needed);
    if (!bytes) return BLZ_ERR_NOMEM;
    blz_status status = sign_into(bytes, needed, key, hash, data, length);
    if (status != BLZ_OK) {
        blz_free(bytes);
        return status;
    }
    *signature = bytes;
    *size = needed;
    return BLZ_OK;
}

static blz_status verify_once(const blz_key *key, blz_hash hash, const void *data, size_t length,
                              const uint8_t *signature, size_t size)
{
    if (key->type == BLZ_KEY_ED25519) return verify_ed25519(key, data, length, signature);
    uint8_t digest[BLZ_DIGEST_MAX];
    BLZ_TRY(blz_digest(digest, hash, data, length));
    return verify_digest(key, hash, digest, signature, size);
}

/* OpenSSL does not always say that memory ran out within. A second look tells a wrong signature from a bad
 * moment. */
blz_status blz_verify_signature(const blz_key *key, blz_hash hash, const void *data, size_t length,
                                const uint8_t *signature, size_t size)
{
    if (hash == BLZ_HASH_MD5) return BLZ_ERR_ARGUMENT;
    if (size != blz_signature_size(key)) return BLZ_ERR_SIGNATURE;
    BLZ_TRY(blz_evp_ready());
    blz_status status = verify_once(key, hash, data, length, signature, size);
    return status == BLZ_ERR_SIGNATURE ? verify_once(key, hash, data, length, signature, size) : status;
}
