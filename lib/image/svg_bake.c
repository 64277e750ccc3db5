#include <string.h>

#include "base/why.h"
#include "image/image.h"
#include "image/svg.h"

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!strchr(" \t\r\n", text[i]) || !text[i]) return false;
    return true;
}

/* In Open Badges 3.0 it is the attribute or the text; in 2.0 the attribute may name the address of the text.
 */
static blz_status choose(blz_baked *out, const blz_svg *svg, char **why)
{
    bool body = !is_blank(svg->body.data ? svg->body.data : "", svg->body.length);
    if (!body && svg->verify) return blz_baked_set(out, svg->verify, strlen(svg->verify), why);
    if (body && svg->verify && svg->baking == BLZ_BAKING_3_0)
        return blz_why(
            why, BLZ_ERR_INVALID,
            "the SVG image has a badge as an attribute and another one as text, so that two programs could "
            "read different ones");
    return blz_baked_set(out, svg->body.data ? svg->body.data : "", svg->body.length, why);
}

blz_status blz_svg_unbake(blz_baked *out, blz_ctx *ctx, const char *bytes, size_t length, char **why)
{
    BLZ_SCOPED(blz_svg) svg = {0};
    BLZ_TRY(blz_svg_read(&svg, ctx, bytes, length, why));
    if (!svg.count) return blz_baked_none(why);
    if (svg.count > 1) return blz_baked_several(why);
    blz_baked baked = {.image = BLZ_IMAGE_SVG,
                       .baking = svg.baking,
                       .place = svg.baking == BLZ_BAKING_3_0 ? "element <openbadges:credential>"
                                                             : "element <openbadges:assertion>"};
    BLZ_TRY(choose(&baked, &svg, why));
    *out = baked;
    return BLZ_OK;
}

static blz_status put_attribute(blz_buf *out, const char *name, const char *value, size_t length)
{
    blz_buf_printf(out, " %s=\"", name);
    for (size_t i = 0; i < length; i++)
        switch (value[i]) {
        case '&':
            blz_buf_puts(out, "&amp;");
            break;
        case '<':
            blz_buf_puts(out, "&lt;");
            break;
        case '"':
            blz_buf_puts(out, "&quot;");
            break;
        default:
            blz_buf_putc(out, value[i]);
        }
    return blz_buf_putc(out, '"');
}

/* XML turns a carriage return into a line feed; in JSON it can only be white space, and goes. */
static blz_status put_data(blz_buf *out, const char *text, size_t length)
{
    blz_buf_puts(out, "<![CDATA[");
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r') continue;
        if (length - i >= 3 && memcmp(text + i, "]]>", 3) == 0) {
            blz_buf_puts(out, "]]]]><![CDATA[>");
            i += 2;
            continue;
        }
        blz_buf_putc(out, text[i]);
    }
    return blz_buf_puts(out, "]]>");
}

/* `own`: the prefix has to be declared here, since the root uses it for something else. */
static blz_status put_element(blz_buf *out, const blz_dough *dough, bool own)
{
    const char *name = blz_svg_element(dough->baking), *space = blz_svg_namespace(dough->baking);
    blz_buf_printf(out, "<openbadges:%s", name);
    if (own) put_attribute(out, "xmlns:openbadges", space, strlen(space));
    if (dough->token) {
        put_attribute(out, "verify", dough->text, dough->length);
        return blz_buf_puts(out, "/>");
    }
    if (dough->url) put_attribute(out, "verify", dough->url, strlen(dough->url));
    blz_buf_putc(out, '>');
    put_data(out, dough->text, dough->length);
    return blz_buf_printf(out, "</openbadges:%s>", name);
}

/* What follows the start tag of the root, without the credentials that were there. */
static blz_status put_rest(blz_buf *out, const blz_svg *svg, const char *bytes, size_t length)
{
    size_t at = svg->tag_end;
    for (size_t i = 0; i < svg->count; i++) {
        BLZ_TRY(blz_buf_append(out, bytes + at, svg->spans[i].start - at));
        at = svg->spans[i].end;
    }
    return blz_buf_append(out, bytes + at, length - at);
}

static blz_status put_image(blz_buf *out, const blz_svg *svg, const char *bytes, size_t length,
                            const blz_dough *dough)
{
    bool closed = bytes[svg->tag_end - 2] == '/', own = svg->prefix_taken && svg->prefix != dough->baking;
    const char *name = bytes + svg->tag + 1, *space = blz_svg_namespace(dough->baking);
    BLZ_TRY(blz_buf_append(out, bytes, svg->tag_end - (closed ? 2 : 1)));
    if (!svg->prefix_taken) put_attribute(out, "xmlns:openbadges", space, strlen(space));
    blz_buf_putc(out, '>');
    BLZ_TRY(put_element(out, dough, own));
    if (closed) {
        blz_buf_puts(out, "</");
        blz_buf_append(out, name, strcspn(name, " \t\r\n/>"));
        blz_buf_putc(out, '>');
    }
    return put_rest(out, svg, bytes, length);
}

/* What was put in has to come out again: there are characters that XML cannot have. */
static blz_status prove(const blz_buf *image, blz_ctx *ctx, const blz_dough *dough, char **why)
{
    blz_baked baked = {0};
    blz_status status = blz_svg_unbake(&baked, ctx, image->data, image->length, NULL);
    if (status == BLZ_ERR_NOMEM) return status;
    bool same = status == BLZ_OK;
    for (size_t i = 0, at = 0; same && i < dough->length; i++)
        if (dough->text[i] != '\r') same = at < baked.length && baked.text[at++] == dough->text[i];
    blz_baked_clear(&baked);
    if (same) return BLZ_OK;
    return blz_why(why, BLZ_ERR_UNSUPPORTED,
                   "the badge has characters that an SVG image cannot carry; bake it into a PNG image");
}

blz_status blz_svg_bake(blz_buf *out, blz_ctx *ctx, const char *bytes, size_t length, const blz_dough *dough,
                        char **why)
{
    BLZ_SCOPED(blz_svg) svg = {0};
    BLZ_TRY(blz_svg_read(&svg, ctx, bytes, length, why));
    if (!svg.ascii)
        return blz_why(why, BLZ_ERR_UNSUPPORTED,
                       "the SVG image is not in UTF-8; save it in UTF-8 and bake it then");
    if (svg.count && !dough->replace) return blz_baked_already(why);
    BLZ_TRY(put_image(out, &svg, bytes, length, dough));
    return prove(out, ctx, dough, why);
}
