#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/uri.h"
#include "image/picture.h"
#include "lint/check.h"

static blz_status report_none(const blz_lint *lint, const blz_badge *badge)
{
    return blz_lint_report(
        lint, "BLZ702", "/blazon",
        &(blz_diag){.message = blz_lint_format(lint, "the %s has no image", badge->noun),
                    .reason = "a badge is seen before it is read, and backpacks show an empty frame",
                    .hint = "add \"image\" with the path of an SVG or PNG file, best square"});
}

static blz_status report_outside(const blz_lint *lint, const char *pointer, const char *image)
{
    return blz_lint_report(
        lint, "BLZ008", pointer,
        &(blz_diag){.message = blz_lint_format(lint, "\"%s\" is outside the project folder", image),
                    .reason = "whoever gets the folder does not get that file",
                    .hint = "copy the file into the project, or allow it with --allow-outside"});
}

static blz_status report_large(const blz_lint *lint, const char *pointer, const char *image)
{
    return blz_lint_report(
        lint, "BLZ720", pointer,
        &(blz_diag){.message = blz_lint_format(lint, "the image \"%s\" is larger than %d KiB", image,
                                               BLZ_PICTURE_MAX / 1024),
                    .reason =
                        "it becomes a part of every badge, so that the badge can be shown without a server",
                    .hint = "make it smaller, or publish it and give its https address here"});
}

static const char *words_for(const blz_lint *lint, const char *image, blz_status status)
{
    switch (status) {
    case BLZ_ERR_NOT_FOUND:
        return blz_lint_format(lint, "the image file \"%s\" is not there", image);
    case BLZ_ERR_INVALID:
        return blz_lint_format(lint, "\"%s\" is neither a path from this file nor an https address", image);
    case BLZ_ERR_UNSUPPORTED:
        return blz_lint_format(lint, "\"%s\" is not a file", image);
    default:
        return blz_lint_format(lint, "the image file \"%s\" cannot be read", image);
    }
}

static const char *hint_for(const char *image)
{
    if (strchr(image, '\\')) return "write / in place of \\ between folders, as in images/badge.svg";
    if (strncasecmp(image, "http://", 7) == 0)
        return "give its https address, or save it as a file and name that";
    return "write the path of a PNG or SVG file as seen from the folder of this file";
}

/* Why the file cannot be used, by what looking for it came to; `error` is errno. */
static blz_status report_unusable(const blz_lint *lint, const char *pointer, const char *image,
                                  blz_status status, int error)
{
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_ERR_LIMIT) return report_large(lint, pointer, image);
    if (status == BLZ_ERR_PERMISSION && error == 0) return report_outside(lint, pointer, image);
    return blz_lint_report(lint, "BLZ703", pointer,
                           &(blz_diag){.message = words_for(lint, image, status),
                                       .reason = "the badge would be made without its picture",
                                       .hint = hint_for(image)});
}

static blz_image_kind kind_by_name(const char *path)
{
    const char *dot = strrchr(path, '.');
    if (!dot) return BLZ_IMAGE_OTHER;
    if (strcasecmp(dot, ".png") == 0) return BLZ_IMAGE_PNG;
    return strcasecmp(dot, ".svg") == 0 ? BLZ_IMAGE_SVG : BLZ_IMAGE_OTHER;
}

static blz_status report_format(const blz_lint *lint, const char *pointer, const char *image,
                                blz_image_kind kind)
{
    static const char *const names[] = {NULL, "PNG", "SVG"};
    if (kind == BLZ_IMAGE_OTHER)
        return blz_lint_report(
            lint, "BLZ704", pointer,
            &(blz_diag){.message = blz_lint_format(lint, "\"%s\" is neither a PNG nor an SVG picture", image),
                        .reason = "a badge can only be put into PNG and SVG files",
                        .hint = "export the picture as SVG or PNG; renaming the file does not change it"});
    return blz_lint_report(
        lint, "BLZ704", pointer,
        &(blz_diag){
            .message = blz_lint_format(lint, "\"%s\" holds %s data under another name", image, names[kind]),
            .reason = "programs that go by the name cannot show it",
            .hint = blz_lint_format(lint, "rename it to end in .%s", kind == BLZ_IMAGE_PNG ? "png" : "svg")});
}

static blz_status check_picture(const blz_lint *lint, const char *pointer, const char *image,
                                const char *bytes, size_t length)
{
    blz_image_kind kind = blz_picture_kind(bytes, length);
    if (kind == BLZ_IMAGE_OTHER || kind != kind_by_name(image))
        return report_format(lint, pointer, image, kind);
    if (kind != BLZ_IMAGE_SVG || blz_svg_has_title(bytes, length)) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ803", pointer,
        &(blz_diag){.message = blz_lint_format(lint, "the SVG image \"%s\" has no title", image),
                    .reason = "who uses a screen reader hears \"image\" and nothing else",
                    .hint = "add <title>...</title> as the first element inside <svg>"});
}

static blz_status check_file(const blz_lint *lint, const char *pointer, const char *image)
{
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    if (blz_uri_is_https(image)) return BLZ_OK;
    blz_status status = blz_definition_file(&path, lint->definition, pointer, image);
    if (status == BLZ_OK) status = blz_file_read_regular(&bytes, &length, path, BLZ_PICTURE_MAX);
    if (status != BLZ_OK) return report_unusable(lint, pointer, image, status, errno);
    return check_picture(lint, pointer, image, bytes, length);
}

blz_status blz_check_image(const blz_lint *lint)
{
    blz_badge badge;
    const blz_issuer *issuer = lint->definition->issuer;
    if (blz_lint_badge(lint, &badge))
        BLZ_TRY(badge.image ? check_file(lint, "/image", badge.image) : report_none(lint, &badge));
    if (!issuer || !issuer->image) return BLZ_OK;
    const char *pointer = blz_lint_format(lint, "%s/image", issuer->pointer);
    BLZ_TRY_MEM(pointer);
    return check_file(lint, pointer, issuer->image);
}
