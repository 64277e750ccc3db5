#include "crypto/pkcs8.h"

#include <string.h>

#include <openssl/asn1t.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pkcs12.h>

/* OpenSSL's scrypt stops at 32 MiB unless it is told otherwise, so this floor does not go beyond. */
#define SCRYPT_BYTES_MAX ((uint64_t)32 << 20)
enum { SCRYPT_PARALLEL_MAX = 16 };

static const int ciphers[] = {NID_aes_256_cbc, NID_aes_192_cbc, NID_aes_128_cbc, NID_des_ede3_cbc};
static const int prfs[] = {NID_hmacWithSHA256, NID_hmacWithSHA1,   NID_hmacWithSHA224,
                           NID_hmacWithSHA384, NID_hmacWithSHA512, NID_hmac_sha1};

static bool is_one_of(int nid, const int *nids, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (nids[i] == nid) return true;
    return false;
}

static int algorithm_of(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *object = NULL;
    X509_ALGOR_get0(&object, NULL, NULL, algorithm);
    return OBJ_obj2nid(object);
}

BLZ_DEFINE_AUTO(PBE2PARAM, PBE2PARAM_free)
BLZ_DEFINE_AUTO(PBKDF2PARAM, PBKDF2PARAM_free)
BLZ_DEFINE_AUTO(SCRYPT_PARAMS, SCRYPT_PARAMS_free)

static blz_status check_pbkdf2(const ASN1_TYPE *parameter)
{
    BLZ_AUTO(PBKDF2PARAM) pbkdf2 = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), parameter);
    if (!pbkdf2) return blz_evp_failure(BLZ_ERR_SYNTAX);
    uint64_t rounds = 0;
    if (ASN1_INTEGER_get_uint64(&rounds, pbkdf2->iter) != 1) return blz_evp_failure(BLZ_ERR_LIMIT);
    if (rounds == 0) return BLZ_ERR_SYNTAX;
    if (rounds > BLZ_PBKDF2_ROUNDS_MAX) return BLZ_ERR_LIMIT;
    if (pbkdf2->prf && !is_one_of(algorithm_of(pbkdf2->prf), prfs, BLZ_COUNT_OF(prfs)))
        return BLZ_ERR_UNSUPPORTED;
    return BLZ_OK;
}

static blz_status check_scrypt(const ASN1_TYPE *parameter)
{
    BLZ_AUTO(SCRYPT_PARAMS) scrypt = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(SCRYPT_PARAMS), parameter);
    if (!scrypt) return blz_evp_failure(BLZ_ERR_SYNTAX);
    uint64_t n = 0, r = 0, p = 0;
    if (ASN1_INTEGER_get_uint64(&n, scrypt->costParameter) != 1 ||
        ASN1_INTEGER_get_uint64(&r, scrypt->blockSize) != 1 ||
        ASN1_INTEGER_get_uint64(&p, scrypt->parallelizationParameter) != 1)
        return blz_evp_failure(BLZ_ERR_LIMIT);
    if (!n || !r || !p) return BLZ_ERR_SYNTAX;
    bool fits = p <= SCRYPT_PARALLEL_MAX && r <= SCRYPT_BYTES_MAX && n <= SCRYPT_BYTES_MAX / 128 / r;
    return fits ? BLZ_OK : BLZ_ERR_LIMIT;
}

blz_status blz_pkcs8_check(const X509_SIG *sealed)
{
    const X509_ALGOR *algorithm = NULL;
    X509_SIG_get0(sealed, &algorithm, NULL);
    if (algorithm_of(algorithm) != NID_pbes2) return BLZ_ERR_UNSUPPORTED;
    BLZ_AUTO(PBE2PARAM) pbes2 = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter);
    if (!pbes2) return blz_evp_failure(BLZ_ERR_SYNTAX);
    if (!is_one_of(algorithm_of(pbes2->encryption), ciphers, BLZ_COUNT_OF(ciphers)))
        return BLZ_ERR_UNSUPPORTED;
    switch (algorithm_of(pbes2->keyfunc)) {
    case NID_id_pbkdf2:
        return check_pbkdf2(pbes2->keyfunc->parameter);
    case NID_id_scrypt:
        return check_scrypt(pbes2->keyfunc->parameter);
    default:
        return BLZ_ERR_UNSUPPORTED;
    }
}

blz_status blz_pkcs8_key(blz_key **out, const PKCS8_PRIV_KEY_INFO *info)
{
    EVP_PKEY *pkey = EVP_PKCS82PKEY(info);
    if (!pkey) return blz_evp_failure(BLZ_ERR_SYNTAX);
    return blz_key_adopt(out, pkey, true);
}

blz_status blz_pkcs8_open(blz_key **out, const X509_SIG *sealed, const char *passphrase)
{
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) info = PKCS8_decrypt(sealed, passphrase, (int)strlen(passphrase));
    if (!info) return blz_evp_failure(BLZ_ERR_PASSPHRASE);
    return blz_pkcs8_key(out, info);
}

blz_status blz_pkcs8_seal(X509_SIG **out, blz_ctx *ctx, PKCS8_PRIV_KEY_INFO *info, const char *passphrase)
{
    unsigned char salt[16], iv[16];
    BLZ_TRY(blz_ctx_random(ctx, salt, sizeof salt));
    BLZ_TRY(blz_ctx_random(ctx, iv, sizeof iv));
    BLZ_AUTO(X509_ALGOR)
    algorithm =
        PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), BLZ_PBKDF2_ROUNDS, salt, sizeof salt, iv, NID_hmacWithSHA256);
    if (!algorithm) return blz_evp_failure(BLZ_ERR_CRYPTO);
    X509_SIG *sealed = PKCS8_set0_pbe(passphrase, (int)strlen(passphrase), info, algorithm);
    if (!sealed) return blz_evp_failure(BLZ_ERR_CRYPTO);
    algorithm = NULL; /* it belongs to `sealed` now */
    *out = sealed;
    return BLZ_OK;
}
