#include "codec/base64url.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

blz_status blz_base64url_encode(blz_buf *out, const void *bytes, size_t length)
{
    const uint8_t *in = bytes;
    for (size_t at = 0; at < length; at += 3) {
        size_t n = length - at < 3 ? length - at : 3;
        uint32_t group = (uint32_t)in[at] << 16;
        if (n > 1) group |= (uint32_t)in[at + 1] << 8;
        if (n > 2) group |= in[at + 2];
        char text[4];
        for (size_t i = 0; i < 4; i++)
            text[i] = digits[group >> (18 - 6 * i) & 0x3F];
        BLZ_TRY(blz_buf_append(out, text, n + 1));
    }
    return out->status;
}

/* What each digit stands for; all else is BAD. */
enum { BAD = 0xFF };
#define BAD8 BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD
#define BAD32 BAD8, BAD8, BAD8, BAD8
static const uint8_t values[256] = {
    BAD32, BAD8,  BAD,   BAD,   BAD, BAD, BAD, 62, BAD, BAD,                               /* - */
    52,    53,    54,    55,    56,  57,  58,  59, 60,  61,  BAD, BAD, BAD, BAD, BAD, BAD, /* 0 to 9 */
    BAD,   0,     1,     2,     3,   4,   5,   6,  7,   8,   9,   10,  11,  12,  13,  14,  /* A to O */
    15,    16,    17,    18,    19,  20,  21,  22, 23,  24,  25,  BAD, BAD, BAD, BAD, 63,  /* P to Z, _ */
    BAD,   26,    27,    28,    29,  30,  31,  32, 33,  34,  35,  36,  37,  38,  39,  40,  /* a to o */
    41,    42,    43,    44,    45,  46,  47,  48, 49,  50,  51,  BAD, BAD, BAD, BAD, BAD, /* p to z */
    BAD32, BAD32, BAD32, BAD32,
};

/* The last two or three digits; the bits that they have too many must be 0. */
static bool decode_rest(uint8_t *bytes, const uint8_t *text, size_t length)
{
    uint8_t v[3] = {0};
    for (size_t i = 0; i < length; i++)
        if ((v[i] = values[text[i]]) == BAD) return false;
    if (length >= 2) bytes[0] = (uint8_t)(v[0] << 2 | v[1] >> 4);
    if (length == 2) return (v[1] & 0xF) == 0;
    if (length == 3) bytes[1] = (uint8_t)(v[1] << 4 | v[2] >> 2);
    return (v[2] & 0x3) == 0;
}

static bool decode(uint8_t *bytes, const char *text, size_t text_length)
{
    const uint8_t *in = (const uint8_t *)text;
    uint8_t bad = 0;
    for (; text_length >= 4; text_length -= 4, in += 4, bytes += 3) {
        uint8_t a = values[in[0]], b = values[in[1]], c = values[in[2]], d = values[in[3]];
        bad |= a | b | c | d;
        bytes[0] = (uint8_t)(a << 2 | b >> 4);
        bytes[1] = (uint8_t)(b << 4 | c >> 2);
        bytes[2] = (uint8_t)(c << 6 | d);
    }
    return !(bad & 0x80) && decode_rest(bytes, in, text_length);
}

blz_status blz_base64url_decode(uint8_t **out, size_t *length, const char *text, size_t text_length)
{
    if (text_length % 4 == 1) return BLZ_ERR_SYNTAX;
    size_t size = text_length / 4 * 3 + (text_length % 4 ? text_length % 4 - 1 : 0);
    uint8_t *bytes = blz_malloc(size + 1);
    if (!bytes) return BLZ_ERR_NOMEM;
    if (!decode(bytes, text, text_length)) {
        blz_free_secret(bytes, size);
        return BLZ_ERR_SYNTAX;
    }
    bytes[size] = 0;
    *out = bytes;
    *length = size;
    return BLZ_OK;
}
