#ifndef BLZ_CODEC_MULTIBASE_H
#define BLZ_CODEC_MULTIBASE_H

/* Multibase texts: one letter for the base, then the digits. 'z' is base58btc, 'u' is base64url without
 * padding. And the varints that multicodec puts in front of a key. */

#include <stdint.h>

#include "base/buf.h"

/* Errors: BLZ_ERR_UNSUPPORTED for another base, BLZ_ERR_LIMIT, BLZ_ERR_NOMEM. */
blz_status blz_multibase_encode(blz_buf *out, char letter, const void *bytes, size_t length);
/* Free with blz_free(). Errors: BLZ_ERR_UNSUPPORTED for another base, BLZ_ERR_SYNTAX, BLZ_ERR_LIMIT,
 * BLZ_ERR_NOMEM. */
blz_status blz_multibase_decode(uint8_t **out, size_t *length, const char *text, size_t text_length)
    BLZ_MUST_USE;

/* Takes an unsigned varint (shortest form, at most 4 bytes) off the front: `*used` gets its length.
 * Errors: BLZ_ERR_SYNTAX. */
blz_status blz_varint_read(uint32_t *value, size_t *used, const uint8_t *bytes, size_t length) BLZ_MUST_USE;
blz_status blz_varint_write(blz_buf *out, uint32_t value);

#endif
