#ifndef BLZ_CRYPTO_DIGEST_H
#define BLZ_CRYPTO_DIGEST_H

/* Message digests. */

#include <stdint.h>

#include "base/mem.h"

typedef enum blz_hash {
    BLZ_HASH_SHA256 = 0,
    BLZ_HASH_SHA384,
    BLZ_HASH_SHA512,
    BLZ_HASH_MD5, /* Open Badges identity hashes only */
    BLZ_HASH_COUNT_
} blz_hash;

enum { BLZ_DIGEST_MAX = 64, BLZ_DIGEST_HEX_MAX = 2 * BLZ_DIGEST_MAX + 1 };

/* Bytes of a digest: 32, 48, 64, 16. */
size_t blz_digest_size(blz_hash hash);
/* Writes blz_digest_size() bytes. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
blz_status blz_digest(uint8_t out[BLZ_DIGEST_MAX], blz_hash hash, const void *data, size_t length)
    BLZ_MUST_USE;
/* Writes the digest in lower-case hexadecimal, with a NUL. */
blz_status blz_digest_hex(char out[BLZ_DIGEST_HEX_MAX], blz_hash hash, const void *data, size_t length)
    BLZ_MUST_USE;

/* For many small digests one after the other: what OpenSSL needs for one is set up once. */
typedef struct blz_digester blz_digester;
/* Errors: BLZ_ERR_NOMEM. */
blz_status blz_digester_new(blz_digester **out, blz_hash hash) BLZ_MUST_USE;
void blz_digester_free(blz_digester *digester);
/* As blz_digest(). */
blz_status blz_digester_digest(blz_digester *digester, uint8_t out[BLZ_DIGEST_MAX], const void *data,
                               size_t length) BLZ_MUST_USE;
BLZ_DEFINE_AUTO(blz_digester, blz_digester_free)

static inline blz_status blz_sha256(uint8_t out[BLZ_DIGEST_MAX], const void *data, size_t length)
{
    return blz_digest(out, BLZ_HASH_SHA256, data, length);
}

#endif
