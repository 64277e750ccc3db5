#include "codec/multibase.h"

#include "codec/base58.h"
#include "codec/base64url.h"

typedef struct multibase {
    char letter;
    blz_status (*encode)(blz_buf *out, const void *bytes, size_t length);
    blz_status (*decode)(uint8_t **out, size_t *length, const char *text, size_t text_length);
} multibase;

static const multibase *base_of(char letter)
{
    static const multibase bases[] = {
        {'z', blz_base58_encode, blz_base58_decode},
        {'u', blz_base64url_encode, blz_base64url_decode},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(bases); i++)
        if (bases[i].letter == letter) return &bases[i];
    return NULL;
}

blz_status blz_multibase_encode(blz_buf *out, char letter, const void *bytes, size_t length)
{
    const multibase *base = base_of(letter);
    if (!base) return BLZ_ERR_UNSUPPORTED;
    BLZ_TRY(blz_buf_putc(out, letter));
    return base->encode(out, bytes, length);
}

blz_status blz_multibase_decode(uint8_t **out, size_t *length, const char *text, size_t text_length)
{
    if (text_length == 0) return BLZ_ERR_SYNTAX;
    const multibase *base = base_of(text[0]);
    return base ? base->decode(out, length, text + 1, text_length - 1) : BLZ_ERR_UNSUPPORTED;
}

blz_status blz_varint_read(uint32_t *value, size_t *used, const uint8_t *bytes, size_t length)
{
    uint32_t result = 0;
    for (size_t i = 0; i < length && i < 4; i++) {
        result |= (uint32_t)(bytes[i] & 0x7F) << (7 * i);
        if (bytes[i] & 0x80) continue;
        if (i > 0 && bytes[i] == 0) return BLZ_ERR_SYNTAX;
        *value = result;
        *used = i + 1;
        return BLZ_OK;
    }
    return BLZ_ERR_SYNTAX;
}

blz_status blz_varint_write(blz_buf *out, uint32_t value)
{
    for (; value > 0x7F; value >>= 7)
        BLZ_TRY(blz_buf_putc(out, (char)(0x80 | (value & 0x7F))));
    return blz_buf_putc(out, (char)value);
}
