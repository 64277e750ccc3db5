#ifndef BLZ_CODEC_CBOR_H
#define BLZ_CODEC_CBOR_H

/* Reading CBOR (RFC 8949) item by item, as far as proof values have it: unsigned integers, byte strings,
 * arrays, maps and tags, all with their lengths in front. Nothing is copied and nothing is allocated; whoever
 * reads says what has to come next, so that there is no depth.
 *
 *     blz_cbor cbor = BLZ_CBOR(bytes, length);
 *     BLZ_TRY(blz_cbor_array(&count, &cbor));
 *     for (size_t i = 0; i < count; i++)
 *         BLZ_TRY(blz_cbor_bytes(&item, &size, &cbor));
 *     BLZ_TRY(blz_cbor_end(&cbor));
 */

#include <stdint.h>

#include "base/mem.h"

typedef struct blz_cbor {
    const uint8_t *at, *end;
    const char *problem; /* after an error: what is wrong, in plain words; static */
} blz_cbor;

#define BLZ_CBOR(bytes, length) ((blz_cbor){.at = (bytes), .end = (bytes) + (length)})

/* Each takes one item, or the head of one, off the front. Errors: BLZ_ERR_SYNTAX with `problem`: there is
 * none of this kind, it goes beyond the end, its length is not said in front, or it is not written in the
 * shortest way (RFC 8949, 4.2.1). */
blz_status blz_cbor_uint(uint64_t *value, blz_cbor *cbor) BLZ_MUST_USE;
blz_status blz_cbor_bytes(const uint8_t **bytes, size_t *length, blz_cbor *cbor) BLZ_MUST_USE;
blz_status blz_cbor_tag(uint64_t *tag, blz_cbor *cbor) BLZ_MUST_USE;
/* The number of items, or of pairs, that follow. It is never larger than the bytes that are left could hold,
 * so that room for them may be asked for. */
blz_status blz_cbor_array(size_t *count, blz_cbor *cbor) BLZ_MUST_USE;
blz_status blz_cbor_map(size_t *count, blz_cbor *cbor) BLZ_MUST_USE;
/* Nothing is left. Errors: BLZ_ERR_SYNTAX. */
blz_status blz_cbor_end(blz_cbor *cbor) BLZ_MUST_USE;

#endif
