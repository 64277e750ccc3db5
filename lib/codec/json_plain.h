#ifndef BLZ_CODEC_JSON_PLAIN_H
#define BLZ_CODEC_JSON_PLAIN_H

/* Where a text in JSON stops being plain. Most texts are plain from end to end, so eight bytes are looked at
 * together. */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Whether one of eight bytes is below 0x20, '"' or '\\' (a byte b of x is below n <= 0x80 where the highest
 * bit of x - n is set and that of x is not; bytes behind the first such one may be told wrongly). */
static inline uint64_t blz_json_special_in(uint64_t eight)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
    uint64_t quote = eight ^ ones * '"', backslash = eight ^ ones * '\\';
    uint64_t found =
        ((eight - ones * 0x20) & ~eight) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash);
    return found & tops;
}

/* How many bytes at the start are neither control characters nor '"' nor '\\'. */
static inline size_t blz_json_plain_prefix(const char *text, size_t length)
{
    size_t at = 0;
    for (uint64_t eight; length - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text + at, sizeof eight);
        if (blz_json_special_in(eight)) break;
    }
    while (at < length && (unsigned char)text[at] >= 0x20 && text[at] != '"' && text[at] != '\\')
        at++;
    return at;
}

#endif
