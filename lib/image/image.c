#include "image/image.h"

#include <string.h>

#include "base/why.h"
#include "codec/magic.h"
#include "image/picture.h"
#include "image/png.h"

void blz_baked_clear(blz_baked *baked)
{
    blz_free(baked->text);
    *baked = (blz_baked){0};
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

blz_image_kind blz_image_kind_of(const char *bytes, size_t length)
{
    return blz_png_is(bytes, length) ? BLZ_IMAGE_PNG : blz_picture_kind(bytes, length);
}

static blz_status no_image(const char *bytes, size_t length, char **why)
{
    const blz_magic *magic = blz_magic_of(bytes, length);
    const char *what = magic                                      ? magic->what
                       : length && *bytes == '<'                  ? "a web page or another XML text"
                       : length && *bytes && strchr("{[", *bytes) ? "JSON"
                                                                  : NULL;
    return blz_why(why, BLZ_ERR_UNSUPPORTED,
                   "this is %s%s PNG nor an SVG image, and badges are baked into no others", what ? what : "",
                   what ? ", neither a" : "neither a");
}

blz_status blz_unbake(blz_baked *out, blz_ctx *ctx, const char *bytes, size_t length, char **why)
{
    switch (blz_image_kind_of(bytes, length)) {
    case BLZ_IMAGE_PNG:
        return blz_png_unbake(out, ctx, bytes, length, why);
    case BLZ_IMAGE_SVG:
        return blz_svg_unbake(out, ctx, bytes, length, why);
    case BLZ_IMAGE_OTHER:
        break;
    }
    return no_image(bytes, length, why);
}

blz_status blz_image_bake(char **out, size_t *out_length, blz_ctx *ctx, const char *bytes, size_t length,
                          const blz_dough *dough, char **why)
{
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(BLZ_BUF_MAX);
    blz_image_kind kind = blz_image_kind_of(bytes, length);
    if (kind == BLZ_IMAGE_OTHER) return no_image(bytes, length, why);
    BLZ_TRY(kind == BLZ_IMAGE_PNG ? blz_png_bake(&image, bytes, length, dough, why)
                                  : blz_svg_bake(&image, ctx, bytes, length, dough, why));
    return blz_buf_take(&image, out, out_length);
}

blz_status blz_baked_set(blz_baked *out, const char *text, size_t length, char **why)
{
    while (length && is_space(*text))
        text++, length--;
    while (length && is_space(text[length - 1]))
        length--;
    if (!length) return blz_why(why, BLZ_ERR_SYNTAX, "the place for a badge in the image is empty");
    out->text = blz_strndup(text, length);
    BLZ_TRY_MEM(out->text);
    out->length = length;
    return BLZ_OK;
}

blz_status blz_baked_none(char **why)
{
    return blz_why(
        why, BLZ_ERR_NOT_FOUND,
        "no badge is baked into this image; saving it anew in an editor or sending it by phone takes the "
        "badge out: ask for the file as it was issued");
}

blz_status blz_baked_several(char **why)
{
    return blz_why(
        why, BLZ_ERR_INVALID,
        "more than one badge is baked into this image, so that two programs could read different ones");
}

blz_status blz_baked_already(char **why)
{
    return blz_why(why, BLZ_ERR_EXISTS, "a badge is baked into this image already");
}
