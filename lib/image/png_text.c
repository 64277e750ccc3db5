#include "image/png_text.h"

#include <string.h>

#include "base/why.h"
#include "codec/crc32.h"
#include "codec/deflate.h"

/* Each kind of chunk under each keyword. */
static const struct row {
    const char *type, *keyword, *place;
    blz_baking baking;
} rows[] = {
    {"iTXt", "openbadgecredential", "iTXt chunk \"openbadgecredential\"", BLZ_BAKING_3_0},
    {"tEXt", "openbadgecredential", "tEXt chunk \"openbadgecredential\"", BLZ_BAKING_3_0},
    {"zTXt", "openbadgecredential", "zTXt chunk \"openbadgecredential\"", BLZ_BAKING_3_0},
    {"iTXt", "openbadges", "iTXt chunk \"openbadges\"", BLZ_BAKING_2_0},
    {"tEXt", "openbadges", "tEXt chunk \"openbadges\"", BLZ_BAKING_2_0},
    {"zTXt", "openbadges", "zTXt chunk \"openbadges\"", BLZ_BAKING_2_0},
};

static bool has_keyword(const blz_png_chunk *chunk, const char *keyword)
{
    size_t length = strlen(keyword) + 1; /* with the NUL that ends it in the chunk */
    return chunk->length >= length && memcmp(chunk->data, keyword, length) == 0;
}

blz_baking blz_png_baking(const blz_png_chunk *chunk, const char **place)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        if (strcmp(chunk->type, rows[i].type) != 0 || !has_keyword(chunk, rows[i].keyword)) continue;
        *place = rows[i].place;
        return rows[i].baking;
    }
    return BLZ_BAKING_AUTO;
}

/* What is left of a chunk that is read from its start. */
typedef struct rest {
    const char *at;
    size_t length;
} rest;

static blz_status cut_short(char **why)
{
    return blz_why(why, BLZ_ERR_SYNTAX, "the chunk with the badge is damaged: parts of it are missing");
}

static bool skip(rest *r, size_t length)
{
    if (r->length < length) return false;
    r->at += length;
    r->length -= length;
    return true;
}

static bool skip_text(rest *r)
{
    const char *end = memchr(r->at, '\0', r->length);
    return end && skip(r, (size_t)(end - r->at) + 1);
}

static blz_status unpack(blz_buf *out, const rest *r, char **why)
{
    blz_status status = blz_inflate(out, BLZ_WRAP_ZLIB, r->at, r->length);
    if (status == BLZ_ERR_LIMIT)
        return blz_why(why, status, "the badge in the image is larger, when unpacked, than blazon reads");
    if (status != BLZ_ERR_SYNTAX) return status;
    return blz_why(why, status, "the chunk with the badge is damaged: it cannot be unpacked");
}

static blz_status method(rest *r, char **why)
{
    if (!r->length) return cut_short(why);
    if (*r->at)
        return blz_why(why, BLZ_ERR_SYNTAX,
                       "the chunk with the badge is packed by a method that PNG does not have");
    return skip(r, 1) ? BLZ_OK : cut_short(why);
}

/* flag, method, language, translated keyword, text. */
static blz_status international(blz_buf *out, rest *r, char **why)
{
    if (!r->length) return cut_short(why);
    char packed = *r->at;
    if (packed != 0 && packed != 1)
        return blz_why(why, BLZ_ERR_SYNTAX, "the chunk with the badge does not say whether it is packed");
    if (!skip(r, 1)) return cut_short(why);
    BLZ_TRY(method(r, why));
    if (!skip_text(r)) return cut_short(why); /* language */
    if (!skip_text(r)) return cut_short(why); /* translated keyword */
    return packed ? unpack(out, r, why) : blz_buf_append(out, r->at, r->length);
}

blz_status blz_png_text(blz_buf *out, const blz_png_chunk *chunk, char **why)
{
    rest r = {chunk->data, chunk->length};
    if (!skip_text(&r)) return cut_short(why);
    if (strcmp(chunk->type, "iTXt") == 0) return international(out, &r, why);
    if (strcmp(chunk->type, "tEXt") == 0) return blz_buf_append(out, r.at, r.length);
    BLZ_TRY(method(&r, why));
    return unpack(out, &r, why);
}

static void put_number(char *at, size_t value)
{
    for (size_t i = 0; i < 4; i++)
        at[i] = (char)(value >> (24 - 8 * i) & 0xff);
}

blz_status blz_png_put_text(blz_buf *out, blz_baking baking, const char *text, size_t length)
{
    const char *keyword = NULL;
    for (size_t i = 0; i < BLZ_COUNT_OF(rows) && !keyword; i++)
        if (rows[i].baking == baking) keyword = rows[i].keyword;
    size_t start = out->length;
    char four[4];
    /* The length is not known before the rest is there. */
    BLZ_TRY(blz_buf_append(out, "\0\0\0\0iTXt", 8));
    BLZ_TRY(blz_buf_append(out, keyword, strlen(keyword) + 1));
    BLZ_TRY(blz_buf_append(out, "\0\0\0\0", 4)); /* not packed, method 0, no language, no translation */
    BLZ_TRY(blz_buf_append(out, text, length));
    put_number(out->data + start, out->length - start - 8);
    put_number(four, blz_crc32(out->data + start + 4, out->length - start - 4));
    return blz_buf_append(out, four, sizeof four);
}
