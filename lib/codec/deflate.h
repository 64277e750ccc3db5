#ifndef BLZ_CODEC_DEFLATE_H
#define BLZ_CODEC_DEFLATE_H

/* DEFLATE (RFC 1951) in its two wrappings: zlib (RFC 1950), as in PNG chunks, and gzip (RFC 1952), as in
 * status lists. */

#include "base/buf.h"

typedef enum blz_deflate_wrapping { BLZ_WRAP_ZLIB, BLZ_WRAP_GZIP } blz_deflate_wrapping;

/* Unpacks one whole stream behind what is in `out`, whose `max` is the cap that a decompression bomb meets.
 * Errors: BLZ_ERR_SYNTAX (no such stream, a checksum that does not match, an end too early, bytes behind the
 * end), BLZ_ERR_LIMIT, BLZ_ERR_NOMEM. */
blz_status blz_inflate(blz_buf *out, blz_deflate_wrapping wrapping, const void *bytes, size_t length)
    BLZ_MUST_USE;
/* Packs `bytes` behind what is in `out`; the same bytes give the same stream (a gzip header without time and
 * name). Errors: BLZ_ERR_LIMIT, BLZ_ERR_NOMEM. */
blz_status blz_deflate(blz_buf *out, blz_deflate_wrapping wrapping, const void *bytes, size_t length)
    BLZ_MUST_USE;

#endif
