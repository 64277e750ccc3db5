#include "status/bits.h"

enum { BYTE = 8 };

blz_status blz_bits_new(blz_bits *out, size_t count)
{
    uint8_t *bytes = blz_calloc(count / BYTE + 1, 1);
    BLZ_TRY_MEM(bytes);
    *out = (blz_bits){.bytes = bytes, .count = count};
    return BLZ_OK;
}

void blz_bits_clear(blz_bits *bits)
{
    blz_free(bits->bytes);
    *bits = (blz_bits){0};
}

static unsigned bit_at(const blz_bits *bits, size_t at)
{
    unsigned byte = bits->bytes[at / BYTE];
    return byte >> (BYTE - 1 - at % BYTE) & 1U;
}

blz_status blz_bits_get(uint32_t *value, const blz_bits *bits, uint64_t index, unsigned width)
{
    /* counted in whole entries, so that no product can overflow */
    if (width < 1 || width > 32 || index >= bits->count / width) return BLZ_ERR_LIMIT;
    uint32_t found = 0;
    for (unsigned i = 0; i < width; i++)
        found = found << 1 | bit_at(bits, (size_t)index * width + i);
    *value = found;
    return BLZ_OK;
}

blz_status blz_bits_put(blz_bits *bits, uint64_t index, bool on)
{
    if (index >= bits->count) return BLZ_ERR_LIMIT;
    uint8_t mask = (uint8_t)(1U << (BYTE - 1 - index % BYTE)), *byte = &bits->bytes[index / BYTE];
    *byte = (uint8_t)(on ? *byte | mask : *byte & ~mask);
    return BLZ_OK;
}

static size_t sum_of(uint8_t byte)
{
    return (size_t)__builtin_popcount(byte);
}

size_t blz_bits_sum(const blz_bits *bits)
{
    size_t sum = 0;
    for (size_t i = 0; i < bits->count / BYTE; i++)
        sum += sum_of(bits->bytes[i]);
    return sum;
}

blz_status blz_bits_nth_clear(size_t *index, const blz_bits *bits, size_t nth)
{
    for (size_t i = 0; i < bits->count / BYTE; i++) {
        size_t clear = BYTE - sum_of(bits->bytes[i]);
        if (nth >= clear) {
            nth -= clear;
            continue;
        }
        for (size_t at = i * BYTE;; at++) {
            if (bit_at(bits, at)) continue;
            if (nth-- > 0) continue;
            *index = at;
            return BLZ_OK;
        }
    }
    return BLZ_ERR_LIMIT;
}
