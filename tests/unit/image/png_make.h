#ifndef BLAZON_TESTS_PNG_MAKE_H
#define BLAZON_TESTS_PNG_MAKE_H

/* PNG files for tests, chunk by chunk. */

#include "unit/unit.h"

#include <string.h>

#include "base/buf.h"
#include "codec/crc32.h"

#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
/* One pixel of grey; its data are nobody's business here. */
#define PNG_HEADER "\0\0\0\1\0\0\0\1\10\0\0\0\0"

static inline void make_number(blz_buf *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        blz_buf_putc(out, (char)(value >> shift & 0xff));
}

static inline void make_chunk(blz_buf *out, const char *type, const char *data, size_t length)
{
    make_number(out, (uint32_t)length);
    size_t start = out->length;
    blz_buf_puts(out, type);
    blz_buf_append(out, data, length);
    make_number(out, blz_crc32(out->data + start, out->length - start));
    ck_assert_ok(out->status);
}

#define MAKE_CHUNK(out, type, text) make_chunk(out, type, text, sizeof(text) - 1)

static inline void make_start(blz_buf *out)
{
    blz_buf_append(out, PNG_SIGNATURE, 8);
    MAKE_CHUNK(out, "IHDR", PNG_HEADER);
}

static inline void make_end(blz_buf *out)
{
    MAKE_CHUNK(out, "IDAT", "pixels");
    MAKE_CHUNK(out, "IEND", "");
}

#endif
