#include "codec/base58.h"

#include <string.h>

static const char digits[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

enum {
    BYTES_MAX = 3000,
    GROUP = 5,        /* digits that are handled at a time: 58^5 is below 2^32 */
    BASE = 656356768, /* 58^5 */
    LIMBS_MAX = BLZ_BASE58_MAX / GROUP + 8,
};

static size_t count_leading(const void *bytes, size_t length, uint8_t value)
{
    const uint8_t *at = bytes;
    size_t n = 0;
    while (n < length && at[n] == value)
        n++;
    return n;
}

/* Appends one group to a number in base 58^5, least significant limb first: it is multiplied by `factor`, and
 * `carry` is added. Returns the limbs now used. */
static size_t push_bytes(uint32_t *limbs, size_t used, uint64_t factor, uint64_t carry)
{
    for (size_t i = 0; i < used || carry; i++) {
        if (i == used) limbs[used++] = 0;
        carry += limbs[i] * factor;
        limbs[i] = (uint32_t)(carry % BASE);
        carry /= BASE;
    }
    return used;
}

/* The same for a number in base 2^32. */
static size_t push_digits(uint32_t *limbs, size_t used, uint64_t factor, uint64_t carry)
{
    for (size_t i = 0; i < used || carry; i++) {
        if (i == used) limbs[used++] = 0;
        carry += limbs[i] * factor;
        limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return used;
}

/* The digits of a number in base 58^5, without leading zeros. */
static blz_status put_digits(blz_buf *out, const uint32_t *limbs, size_t used)
{
    for (size_t i = used; i-- > 0;) {
        char group[GROUP];
        uint32_t rest = limbs[i];
        for (size_t k = GROUP; k-- > 0; rest /= 58)
            group[k] = digits[rest % 58];
        size_t skip = i + 1 == used ? count_leading(group, GROUP, '1') : 0;
        blz_buf_append(out, group + skip, GROUP - skip);
    }
    return out->status;
}

blz_status blz_base58_encode(blz_buf *out, const void *bytes, size_t length)
{
    if (length > BYTES_MAX) return BLZ_ERR_LIMIT;
    const uint8_t *in = bytes;
    uint32_t limbs[LIMBS_MAX] = {0};
    size_t zeros = count_leading(in, length, 0), used = 0;
    for (size_t i = zeros; i < length;) {
        uint64_t group = 0, factor = 1;
        for (size_t end = i + (length - i < 3 ? length - i : 3); i < end; i++, factor *= 256)
            group = group * 256 + in[i];
        used = push_bytes(limbs, used, factor, group);
    }
    blz_buf_fill(out, '1', zeros);
    blz_status status = put_digits(out, limbs, used);
    explicit_bzero(limbs, sizeof limbs);
    return status;
}

/* The bytes of a number in base 2^32, without leading zeros, behind `ones` zeros. */
static blz_status take_bytes(uint8_t **out, size_t *length, const uint32_t *limbs, size_t used, size_t ones)
{
    uint8_t *result = blz_calloc(1, ones + 4 * used + 1);
    if (!result) return BLZ_ERR_NOMEM;
    size_t n = ones;
    for (size_t i = 4 * used; i-- > 0;) {
        uint8_t byte = (uint8_t)(limbs[i / 4] >> (i % 4 * 8));
        if (byte || n > ones) result[n++] = byte;
    }
    *out = result;
    *length = n;
    return BLZ_OK;
}

blz_status blz_base58_decode(uint8_t **out, size_t *length, const char *text, size_t text_length)
{
    if (text_length > BLZ_BASE58_MAX) return BLZ_ERR_LIMIT;
    uint32_t limbs[LIMBS_MAX] = {0};
    size_t ones = count_leading(text, text_length, '1'), used = 0;
    for (size_t i = ones; i < text_length;) {
        uint64_t group = 0, factor = 1;
        for (size_t end = i + (text_length - i < GROUP ? text_length - i : GROUP); i < end;
             i++, factor *= 58) {
            const char *digit = memchr(digits, text[i], sizeof digits - 1);
            if (!digit) return BLZ_ERR_SYNTAX;
            group = group * 58 + (uint64_t)(digit - digits);
        }
        used = push_digits(limbs, used, factor, group);
    }
    blz_status status = take_bytes(out, length, limbs, used, ones);
    explicit_bzero(limbs, sizeof limbs);
    return status;
}
