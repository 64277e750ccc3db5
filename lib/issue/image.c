#include "issue/image.h"

#include <string.h>

#include "base/file.h"
#include "base/uri.h"
#include "codec/base64url.h"
#include "credential/put.h"
#include "image/picture.h"

bool blz_image_is_url(const char *text)
{
    blz_uri parts;
    return blz_uri_split(&parts, text) == BLZ_OK &&
           (blz_slice_is(parts.scheme, "https") || blz_slice_is(parts.scheme, "http"));
}

static blz_status refuse(const blz_definition *definition, const char *pointer, blz_diags *diags,
                         const char *code, const char *message, const char *reason, const char *hint)
{
    BLZ_TRY(blz_definition_report(definition, diags, code, pointer,
                                  &(blz_diag){.message = message, .reason = reason, .hint = hint}));
    return BLZ_ERR_INVALID;
}

/* Why the file that `text` names cannot be had. */
static blz_status refuse_path(const blz_definition *definition, const char *pointer, const char *text,
                              blz_diags *diags, blz_status status)
{
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_ERR_PERMISSION)
        return refuse(
            definition, pointer, diags, "BLZ008",
            blz_diags_text(diags, "the image \"%s\" is outside the project folder or must not be read", text),
            "a definition and what it names travel together", "copy the image into the project folder");
    if (status == BLZ_ERR_NOT_FOUND)
        return refuse(definition, pointer, diags, "BLZ703",
                      blz_diags_text(diags, "the image file \"%s\" is not there", text),
                      "its path counts from the file that names it", "check the path, or add the file");
    const char *why = status == BLZ_ERR_INVALID ? "it is neither a path within the project nor a web address"
                      : status == BLZ_ERR_UNSUPPORTED ? "it is not a file"
                                                      : blz_status_text(status);
    return refuse(definition, pointer, diags, "BLZ704",
                  blz_diags_text(diags, "the image \"%s\" cannot be used: %s", text, why), NULL,
                  "name a PNG or SVG file by its path from this file, or by its https address");
}

static const char *media_type(const char *bytes, size_t length)
{
    static const char *const types[] = {
        [BLZ_IMAGE_OTHER] = NULL, [BLZ_IMAGE_PNG] = "image/png", [BLZ_IMAGE_SVG] = "image/svg+xml"};
    return types[blz_picture_kind(bytes, length)];
}

/* "data:image/png;base64,..." in the alphabet of RFC 2397. */
static blz_status data_url(char **out, const char *type, const char *bytes, size_t length)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&text, "data:%s;base64,", type));
    size_t start = text.length;
    BLZ_TRY(blz_base64url_encode(&text, bytes, length));
    for (char *c = text.data + start; *c; c++)
        *c = *c == '-' ? '+' : *c == '_' ? '/' : *c;
    BLZ_TRY(blz_buf_fill(&text, '=', (3 - length % 3) % 3));
    return blz_buf_take(&text, out, NULL);
}

static blz_status embed(char **out, const blz_definition *definition, const char *pointer, const char *text,
                        blz_diags *diags)
{
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    blz_status status = blz_definition_file(&path, definition, pointer, text);
    if (status == BLZ_OK) status = blz_file_read_regular(&bytes, &length, path, BLZ_PICTURE_MAX);
    if (status == BLZ_ERR_LIMIT)
        return refuse(
            definition, pointer, diags, "BLZ720",
            blz_diags_text(diags, "the image \"%s\" is larger than %d KiB", text, BLZ_PICTURE_MAX / 1024),
            "it becomes a part of every badge, so that the badge can be shown without a server",
            "make it smaller, or publish it and give its https address here");
    if (status != BLZ_OK) return refuse_path(definition, pointer, text, diags, status);
    const char *type = media_type(bytes, length);
    if (!type)
        return refuse(definition, pointer, diags, "BLZ704",
                      blz_diags_text(diags, "the image \"%s\" is not a PNG or SVG file", text),
                      "Open Badges allows only these two", "save the picture as PNG or SVG");
    return data_url(out, type, bytes, length);
}

blz_status blz_image_object(json_t **out, const blz_definition *definition, const char *pointer,
                            const char *text, blz_diags *diags)
{
    *out = NULL;
    if (!text) return BLZ_OK;
    BLZ_AUTO(blz_text) url = NULL;
    if (!blz_image_is_url(text)) BLZ_TRY(embed(&url, definition, pointer, text, diags));
    json_auto_t *image = json_object();
    BLZ_TRY(blz_put_text(image, "id", url ? url : text));
    BLZ_TRY(blz_put_text(image, "type", "Image"));
    *out = BLZ_STEAL(image);
    return BLZ_OK;
}
