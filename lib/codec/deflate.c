#include "codec/deflate.h"

#define ZLIB_CONST /* what is read stays as it is */

#include <limits.h>
#include <zlib.h>

enum { PIECE = 16384, WINDOW_BITS = 15, GZIP_BITS = 16, MEMORY_LEVEL = 8 };

static voidpf take_memory(voidpf unused, uInt count, uInt size)
{
    (void)unused;
    return blz_calloc(count, size);
}

static void give_back(voidpf unused, voidpf memory)
{
    (void)unused;
    blz_free(memory);
}

static int window_of(blz_deflate_wrapping wrapping)
{
    return wrapping == BLZ_WRAP_GZIP ? WINDOW_BITS + GZIP_BITS : WINDOW_BITS;
}

static blz_status status_of(int code)
{
    return code == Z_MEM_ERROR ? BLZ_ERR_NOMEM : BLZ_ERR_SYNTAX;
}

typedef int step_fn(z_stream *stream, int flush);

/* Turns the crank until the end of the stream. zlib counts in 32 bits, a size_t may hold more. */
static blz_status run(blz_buf *out, z_stream *stream, step_fn *step, size_t length)
{
    char piece[PIECE];
    int code = Z_OK;
    while (code != Z_STREAM_END) {
        if (!stream->avail_in) {
            stream->avail_in = length > UINT_MAX ? UINT_MAX : (uInt)length;
            length -= stream->avail_in;
        }
        stream->next_out = (Bytef *)piece;
        stream->avail_out = PIECE;
        code = step(stream, length ? Z_NO_FLUSH : Z_FINISH);
        if (code != Z_OK && code != Z_STREAM_END && (code != Z_BUF_ERROR || stream->avail_out == PIECE))
            return status_of(code);
        BLZ_TRY(blz_buf_append(out, piece, PIECE - stream->avail_out));
    }
    return stream->avail_in || length ? BLZ_ERR_SYNTAX : BLZ_OK;
}

blz_status blz_inflate(blz_buf *out, blz_deflate_wrapping wrapping, const void *bytes, size_t length)
{
    z_stream stream = {.zalloc = take_memory, .zfree = give_back, .next_in = (const Bytef *)bytes};
    int code = inflateInit2(&stream, window_of(wrapping));
    if (code != Z_OK) return status_of(code);
    blz_status status = run(out, &stream, inflate, length);
    inflateEnd(&stream);
    return status;
}

blz_status blz_deflate(blz_buf *out, blz_deflate_wrapping wrapping, const void *bytes, size_t length)
{
    z_stream stream = {.zalloc = take_memory, .zfree = give_back, .next_in = (const Bytef *)bytes};
    int code = deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_of(wrapping), MEMORY_LEVEL,
                            Z_DEFAULT_STRATEGY);
    if (code != Z_OK) return status_of(code);
    blz_status status = run(out, &stream, deflate, length);
    deflateEnd(&stream);
    return status;
}
