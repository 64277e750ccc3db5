#include <string.h>

#include "image/image.h"
#include "image/png_text.h"

/* The one chunk with a credential; its `type` is empty if there is none. */
static blz_status find(blz_png_chunk *found, blz_baked *out, const char *bytes, size_t length, char **why)
{
    blz_png png;
    blz_png_chunk chunk;
    bool more = true;
    *found = (blz_png_chunk){0};
    BLZ_TRY(blz_png_open(&png, bytes, length, why));
    for (;;) {
        BLZ_TRY(blz_png_next(&png, &chunk, &more, why));
        if (!more) return BLZ_OK;
        const char *place = NULL;
        blz_baking baking = blz_png_baking(&chunk, &place);
        if (baking == BLZ_BAKING_AUTO) continue;
        if (*found->type) return blz_baked_several(why);
        *found = chunk;
        *out = (blz_baked){.image = BLZ_IMAGE_PNG, .baking = baking, .place = place};
    }
}

blz_status blz_png_unbake(blz_baked *out, blz_ctx *ctx, const char *bytes, size_t length, char **why)
{
    blz_png_chunk chunk;
    blz_baked baked = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(blz_ctx_limit(ctx, BLZ_LIMIT_BYTES));
    BLZ_TRY(find(&chunk, &baked, bytes, length, why));
    if (!*chunk.type) return blz_baked_none(why);
    BLZ_TRY(blz_png_text(&text, &chunk, why));
    BLZ_TRY(blz_baked_set(&baked, text.data ? text.data : "", text.length, why));
    *out = baked;
    return BLZ_OK;
}

/* The credential stands before the picture, where a reader that goes no further finds it too. */
blz_status blz_png_bake(blz_buf *out, const char *bytes, size_t length, const blz_dough *dough, char **why)
{
    blz_png png;
    blz_png_chunk chunk;
    bool more = true, put = false;
    const char *place = NULL;
    BLZ_TRY(blz_png_open(&png, bytes, length, why));
    BLZ_TRY(blz_buf_append(out, bytes, png.at));
    for (;;) {
        BLZ_TRY(blz_png_next(&png, &chunk, &more, why));
        if (!more) return blz_buf_append(out, bytes + png.at, length - png.at);
        if (blz_png_baking(&chunk, &place) != BLZ_BAKING_AUTO) {
            if (!dough->replace) return blz_baked_already(why);
            continue;
        }
        if (png.data && !put) BLZ_TRY(blz_png_put_text(out, dough->baking, dough->text, dough->length));
        put = png.data;
        BLZ_TRY(blz_buf_append(out, chunk.at, chunk.size));
    }
}
