#ifndef BLZ_CODEC_BASE64URL_H
#define BLZ_CODEC_BASE64URL_H

/* RFC 4648 section 5 without padding, as JOSE uses it. */

#include <stdint.h>

#include "base/buf.h"

blz_status blz_base64url_encode(blz_buf *out, const void *bytes, size_t length);
/* Strict: no padding, no white space, no length of 4n + 1, no bits left over. `*out` has a NUL behind
 * `*length` and is freed with blz_free(). Errors: BLZ_ERR_SYNTAX, BLZ_ERR_NOMEM. */
blz_status blz_base64url_decode(uint8_t **out, size_t *length, const char *text, size_t text_length)
    BLZ_MUST_USE;

#endif
