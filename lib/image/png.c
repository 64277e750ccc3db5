#include "image/png.h"

#include <string.h>

#include "base/why.h"
#include "codec/crc32.h"

static const char signature[8] = {'\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n'};

enum {
    FRAME = 12,              /* length, type and checksum of a chunk */
    LENGTH_MAX = 0x7fffffff, /* PNG, 5.3 */
    HEADER = 13,             /* length of IHDR */
    CLOSE_ENOUGH = 6,        /* bytes of the signature that are right in a damaged one */
};

/* Bit depths of each colour type (PNG, 11.2.1, table 11.1); 0: no such type. */
static const unsigned char depths[] = {1 | 2 | 4 | 8 | 16, 0, 8 | 16, 1 | 2 | 4 | 8, 8 | 16, 0, 8 | 16};

enum { INDEXED = 3 };

static uint32_t number(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;
    return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

bool blz_png_is(const char *bytes, size_t length)
{
    size_t right = 0;
    for (size_t i = 0; i < sizeof signature && i < length; i++)
        right += bytes[i] == signature[i];
    return right >= CLOSE_ENOUGH || (length >= 4 && memcmp(bytes, signature, 4) == 0);
}

blz_status blz_png_open(blz_png *out, const char *bytes, size_t length, char **why)
{
    *out = (blz_png){.bytes = bytes, .length = length, .at = sizeof signature};
    if (length < sizeof signature || memcmp(bytes, signature, sizeof signature) != 0)
        return blz_why(
            why, BLZ_ERR_SYNTAX,
            "the first bytes of the PNG image are damaged, as happens when a file is sent as text; ask for "
            "it once more");
    return BLZ_OK;
}

static blz_status damaged(const blz_png *png, char **why, const char *what)
{
    return blz_why(why, BLZ_ERR_SYNTAX, "the PNG image is damaged: %s (at byte %zu)", what, png->at);
}

static bool is_depth(unsigned char colour, unsigned char depth)
{
    return colour < sizeof depths && depth && (depth & (depth - 1)) == 0 && depths[colour] & depth;
}

static blz_status header(blz_png *png, const blz_png_chunk *chunk, char **why)
{
    const unsigned char *data = (const unsigned char *)chunk->data;
    if (strcmp(chunk->type, "IHDR") != 0) return damaged(png, why, "it does not begin with its header");
    if (chunk->length != HEADER) return damaged(png, why, "its header has the wrong length");
    uint32_t width = number(chunk->data), height = number(chunk->data + 4);
    if (!width || !height || width > LENGTH_MAX || height > LENGTH_MAX)
        return damaged(png, why, "its header gives it no size");
    if (!is_depth(data[9], data[8]))
        return damaged(png, why, "its header names colours that PNG does not have");
    if (data[10] || data[11] || data[12] > 1)
        return damaged(png, why, "its header names a method that PNG does not have");
    png->indexed = data[9] == INDEXED;
    return BLZ_OK;
}

/* What must be there, once, and in its place (PNG, 5.6). */
static blz_status order(blz_png *png, const blz_png_chunk *chunk, char **why)
{
    bool data = strcmp(chunk->type, "IDAT") == 0;
    if (png->count++ == 0) return header(png, chunk, why);
    if (strcmp(chunk->type, "IHDR") == 0) return damaged(png, why, "it has a second header");
    if (data && png->past_data) return damaged(png, why, "its picture is torn apart by another chunk");
    if (data && png->indexed && !png->palette) return damaged(png, why, "its palette is missing");
    png->past_data = png->data && !data;
    png->data = png->data || data;
    if (strcmp(chunk->type, "PLTE") == 0) {
        if (png->palette) return damaged(png, why, "it has a second palette");
        png->palette = true;
    }
    if (strcmp(chunk->type, "IEND") != 0) return BLZ_OK;
    if (chunk->length) return damaged(png, why, "its end is not empty");
    png->ended = true;
    return png->data ? BLZ_OK : damaged(png, why, "there is no picture in it");
}

static bool is_name(const char *type)
{
    for (size_t i = 0; i < 4; i++)
        if (!((type[i] >= 'A' && type[i] <= 'Z') || (type[i] >= 'a' && type[i] <= 'z'))) return false;
    return true;
}

static blz_status read(blz_png *png, blz_png_chunk *out, char **why)
{
    const char *at = png->bytes + png->at;
    size_t left = png->length - png->at;
    if (left < FRAME) return damaged(png, why, "it ends too early");
    uint32_t length = number(at);
    if (length > LENGTH_MAX) return damaged(png, why, "a chunk claims a length that PNG does not allow");
    if (length > left - FRAME) return damaged(png, why, "a chunk claims to be longer than the file");
    if (!is_name(at + 4)) return damaged(png, why, "a chunk has no proper name");
    if (blz_crc32(at + 4, length + 4) != number(at + 8 + length))
        return damaged(png, why, "a chunk does not match its checksum");
    *out = (blz_png_chunk){.at = at, .size = length + FRAME, .data = at + 8, .length = length};
    memcpy(out->type, at + 4, 4);
    return BLZ_OK;
}

blz_status blz_png_next(blz_png *png, blz_png_chunk *out, bool *more, char **why)
{
    *more = !png->ended;
    if (png->ended) return BLZ_OK;
    BLZ_TRY(read(png, out, why));
    BLZ_TRY(order(png, out, why));
    png->at += out->size;
    return BLZ_OK;
}
