#include "codec/magic.h"

#include <string.h>

#include "base/mem.h"

#define UTF16 "the text is saved as UTF-16, which neither JSON nor a JWT may be; save it as UTF-8"
#define NOT_BAKED(kind)                                                                                      \
    "this is a " kind " image, and badges are not baked into those; ask for the badge as it was issued"

static const blz_magic magics[] = {
#define MAGIC(bytes) bytes, sizeof(bytes) - 1
    {MAGIC("%PDF"), "a PDF document",
     "this is a PDF document, which shows a badge at best; ask for the badge itself, a .json, .jwt, .png or "
     ".svg file"},
    {MAGIC("\xff\xd8\xff"), "a JPEG image", NOT_BAKED("JPEG")},
    {MAGIC("GIF8"), "a GIF image", NOT_BAKED("GIF")},
    {MAGIC("RIFF"), "a WebP image", NOT_BAKED("WebP")},
    {MAGIC("PK\x03\x04"), "a ZIP archive", "this is a ZIP archive; unpack it and verify the badges in it"},
    {MAGIC("\x1f\x8b"), "a gzip file", "this is a gzip file; unpack it and verify the badge in it"},
    {MAGIC("-----BEGIN "), "a PEM file", "this is a PEM file, a key or a certificate, and not a badge"},
    {MAGIC("\xef\xbb\xbf"), "text with a byte order mark",
     "the text begins with a byte order mark, which neither JSON nor a JWT has; save it as UTF-8 without "
     "one"},
    {MAGIC("\xff\xfe"), "text in UTF-16", UTF16},
    {MAGIC("\xfe\xff"), "text in UTF-16", UTF16},
#undef MAGIC
};

const blz_magic *blz_magic_of(const char *bytes, size_t length)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(magics); i++)
        if (length >= magics[i].length && memcmp(bytes, magics[i].bytes, magics[i].length) == 0)
            return &magics[i];
    return NULL;
}
