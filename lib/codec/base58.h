#ifndef BLZ_CODEC_BASE58_H
#define BLZ_CODEC_BASE58_H

/* base58btc: the alphabet of Bitcoin, a leading zero byte for every leading "1". The work grows with the
 * square of the length, so both directions have a cap; a multibase RSA-4096 key is well below it. */

#include <stdint.h>

#include "base/buf.h"

enum { BLZ_BASE58_MAX = 4096 }; /* characters of text */

/* Errors: BLZ_ERR_LIMIT (3,000 bytes), BLZ_ERR_NOMEM. */
blz_status blz_base58_encode(blz_buf *out, const void *bytes, size_t length);
/* Free with blz_free(). Errors: BLZ_ERR_SYNTAX, BLZ_ERR_LIMIT, BLZ_ERR_NOMEM. */
blz_status blz_base58_decode(uint8_t **out, size_t *length, const char *text, size_t text_length)
    BLZ_MUST_USE;

#endif
