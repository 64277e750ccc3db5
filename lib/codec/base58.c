#include "codec/base58.h"

#include <string.h>

static const char digits[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

enum { BYTES_MAX = 3000 };

static size_t count_leading(const void *bytes, size_t length, uint8_t value)
{
    const uint8_t *at = bytes;
    size_t n = 0;
    while (n < length && at[n] == value)
        n++;
    return n;
}

/* Multiplies the number in the last `used` places of `places` by `factor` and adds `carry`: returns the
 * places now used. Place values are of the base `base`, most significant first. */
static size_t multiply_add(uint8_t *places, size_t count, size_t used, unsigned base, unsigned factor,
                           unsigned carry)
{
    size_t i = 0;
    for (; i < used || carry; i++) {
        uint8_t *place = &places[count - 1 - i];
        carry += *place * factor;
        *place = (uint8_t)(carry % base);
        carry /= base;
    }
    return i;
}

blz_status blz_base58_encode(blz_buf *out, const void *bytes, size_t length)
{
    if (length > BYTES_MAX) return BLZ_ERR_LIMIT;
    const uint8_t *in = bytes;
    uint8_t places[BLZ_BASE58_MAX + 8] = {0};
    size_t zeros = count_leading(in, length, 0), used = 0;
    for (size_t i = zeros; i < length; i++)
        used = multiply_add(places, sizeof places, used, 58, 256, in[i]);
    BLZ_TRY(blz_buf_fill(out, '1', zeros));
    for (size_t i = sizeof places - used; i < sizeof places; i++)
        blz_buf_putc(out, digits[places[i]]);
    explicit_bzero(places, sizeof places);
    return out->status;
}

blz_status blz_base58_decode(uint8_t **out, size_t *length, const char *text, size_t text_length)
{
    if (text_length > BLZ_BASE58_MAX) return BLZ_ERR_LIMIT;
    uint8_t places[BLZ_BASE58_MAX] = {0};
    size_t ones = count_leading(text, text_length, '1'), used = 0;
    for (size_t i = ones; i < text_length; i++) {
        const char *digit = memchr(digits, text[i], sizeof digits - 1);
        if (!digit) return BLZ_ERR_SYNTAX;
        used = multiply_add(places, sizeof places, used, 256, 58, (unsigned)(digit - digits));
    }
    uint8_t *result = blz_calloc(1, ones + used + 1);
    if (!result) return BLZ_ERR_NOMEM;
    memcpy(result + ones, places + sizeof places - used, used);
    explicit_bzero(places, sizeof places);
    *out = result;
    *length = ones + used;
    return BLZ_OK;
}
