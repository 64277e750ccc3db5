#ifndef BLZ_STATUS_BITS_H
#define BLZ_STATUS_BITS_H

/* The bits of a status list: the first one is the highest bit of the first byte (Bitstring Status List 1.0,
 * 3.2, `encodedList`). */

#include <stdint.h>

#include "base/mem.h"

typedef struct blz_bits {
    uint8_t *bytes;
    size_t count; /* of bits; a multiple of 8 */
} blz_bits;

/* All clear; `count` is a multiple of 8. Errors: BLZ_ERR_NOMEM. */
blz_status blz_bits_new(blz_bits *out, size_t count) BLZ_MUST_USE;
void blz_bits_clear(blz_bits *bits);

/* The value of `width` bits (1 to 32), the highest first, of the entry at `index`, which begins at bit
 * index * width. Errors: BLZ_ERR_LIMIT: that is not all within the list. */
blz_status blz_bits_get(uint32_t *value, const blz_bits *bits, uint64_t index, unsigned width) BLZ_MUST_USE;
/* Sets or clears one bit. Errors: BLZ_ERR_LIMIT. */
blz_status blz_bits_put(blz_bits *bits, uint64_t index, bool on) BLZ_MUST_USE;
/* How many are set. */
size_t blz_bits_sum(const blz_bits *bits);
/* The index of the clear bit that has `nth` clear ones before it. Errors: BLZ_ERR_LIMIT. */
blz_status blz_bits_nth_clear(size_t *index, const blz_bits *bits, size_t nth) BLZ_MUST_USE;

#endif
