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
