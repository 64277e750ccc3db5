#include "crypto/digest.h"

#include "crypto/evp.h"

size_t blz_digest_size(blz_hash hash)
{
    static const size_t sizes[BLZ_HASH_COUNT_] = {32, 48, 64, 16};
    return sizes[hash];
}

blz_status blz_digest(uint8_t out[BLZ_DIGEST_MAX], blz_hash hash, const void *data, size_t length)
{
    BLZ_TRY(blz_evp_ready());
    if (EVP_Digest(data, length, out, NULL, blz_evp_md(hash), NULL) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}

blz_status blz_digest_hex(char out[BLZ_DIGEST_HEX_MAX], blz_hash hash, const void *data, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[BLZ_DIGEST_MAX];
    BLZ_TRY(blz_digest(digest, hash, data, length));
    size_t size = blz_digest_size(hash);
    for (size_t i = 0; i < size; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    out[2 * size] = '\0';
    return BLZ_OK;
}

struct blz_digester {
    EVP_MD_CTX *ctx;
    const EVP_MD *md;
};

blz_status blz_digester_new(blz_digester **out, blz_hash hash)
{
    BLZ_TRY(blz_evp_ready());
    BLZ_AUTO(blz_digester) digester = blz_calloc(1, sizeof *digester);
    BLZ_TRY_MEM(digester);
    digester->md = blz_evp_md(hash);
    digester->ctx = EVP_MD_CTX_new();
    if (!digester->ctx) return blz_evp_failure(BLZ_ERR_NOMEM);
    *out = BLZ_STEAL(digester);
    return BLZ_OK;
}

void blz_digester_free(blz_digester *digester)
{
    if (digester) EVP_MD_CTX_free(digester->ctx);
    blz_free(digester);
}

blz_status blz_digester_digest(blz_digester *digester, uint8_t out[BLZ_DIGEST_MAX], const void *data,
                               size_t length)
{
    if (EVP_DigestInit_ex2(digester->ctx, digester->md, NULL) != 1 ||
        EVP_DigestUpdate(digester->ctx, data, length) != 1 ||
        EVP_DigestFinal_ex(digester->ctx, out, NULL) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}
