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

static int value_of(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '-' ? 62 : c == '_' ? 63 : -1;
}

static bool decode(uint8_t *bytes, const char *text, size_t text_length)
{
    uint32_t pending = 0;
    unsigned bits = 0;
    for (size_t i = 0; i < text_length; i++) {
        int value = value_of(text[i]);
        if (value < 0) return false;
        pending = (pending << 6 | (uint32_t)value) & 0xFFFF;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        *bytes++ = (uint8_t)(pending >> bits);
    }
    return (pending & ((1u << bits) - 1)) == 0;
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
