#include "ob2/image.h"

#include <string.h>
#include <strings.h>

#include "codec/json_ptr.h"
#include "image/image.h"

/* Pictures that are asked for; they are the largest part of a badge. */
enum { IMAGES_MAX = 8 };

/* What PNG begins with, in base64. */
static blz_status check_png(const blz_ob2_images *images, const char *pointer, const char *base64)
{
    if (strncmp(base64, "iVBORw0KGgo", 11) == 0) return BLZ_OK;
    return blz_ob2_say(&images->to, BLZ_OB2_WRONG_SPEC, pointer,
                       "the picture says that it is PNG, and is not");
}

/* data:image/png;base64,... or data:image/svg+xml,... */
static blz_status check_data(const blz_ob2_images *images, const blz_ob2_place *place, const char *pointer,
                             const char *data, bool inside)
{
    size_t head = strcspn(data, ",");
    const char *const types[] = {"data:image/png", "data:image/svg+xml"};
    if (place->of == BLZ_OB2_ASSERTION)
        return blz_ob2_say(&images->to, inside ? BLZ_OB2_WRONG_SPEC : BLZ_OB2_WRONG, pointer,
                           "the picture of an Assertion is inside it, but it has to be at a web address");
    for (size_t i = 0; i < BLZ_COUNT_OF(types); i++)
        if (head >= strlen(types[i]) && strncasecmp(data, types[i], strlen(types[i])) == 0)
            return i == 0 && strstr(data, ";base64,") ? check_png(images, pointer, data + head + 1) : BLZ_OK;
    return blz_ob2_say(&images->to, BLZ_OB2_WRONG, pointer, "the picture is neither PNG nor SVG");
}

static blz_status check_url(blz_ob2_images *images, const char *pointer, const char *url)
{
    blz_document loaded = {0};
    size_t before = images->looked_at++;
    if (before > IMAGES_MAX) return BLZ_OK;
    if (before == IMAGES_MAX)
        return blz_ob2_say(
            &images->to, BLZ_OB2_NOTE, pointer,
            "the badge leads to more than %d pictures; this one and the rest were not looked at", IMAGES_MAX);
    blz_status status = blz_ctx_load(images->ctx, url, &loaded), said = BLZ_OK;
    if (status == BLZ_OK && blz_image_kind_of(loaded.bytes, loaded.length) == BLZ_IMAGE_OTHER)
        said = blz_ob2_say(&images->to, BLZ_OB2_WRONG_SPEC, pointer,
                           "the picture at \"%s\" is neither PNG nor SVG", url);
    else if (status != BLZ_OK && status != BLZ_ERR_NOT_FOUND && status != BLZ_ERR_NOMEM)
        said = blz_ob2_say(&images->to, BLZ_OB2_NOTE, pointer, "the picture at \"%s\" cannot be had: %s", url,
                           blz_document_why(&loaded, status));
    blz_document_clear(&loaded);
    return status == BLZ_ERR_NOMEM ? status : said;
}

blz_status blz_ob2_check_image(void *user, const blz_ob2_place *place)
{
    blz_ob2_images *images = user;
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    bool has =
        place->of == BLZ_OB2_ASSERTION || place->of == BLZ_OB2_BADGE_CLASS || place->of == BLZ_OB2_PROFILE;
    if (!place->node || !has) return BLZ_OK;
    json_t *image = json_object_get(place->node, "image");
    json_t *url = json_is_object(image) ? json_object_get(image, "id") : image;
    BLZ_TRY(blz_buf_puts(&pointer, place->pointer));
    BLZ_TRY(blz_json_ptr_push(&pointer, "image"));
    if (!image && place->of == BLZ_OB2_BADGE_CLASS && !place->partial)
        return blz_ob2_say(&images->to, BLZ_OB2_WRONG_SPEC, pointer.data,
                           "the BadgeClass has no picture, and it has to have one");
    if (blz_ob2_value_is(BLZ_OB2_DATA_URI, url))
        return check_data(images, place, pointer.data, json_string_value(url), url != image);
    if (blz_ob2_value_is(BLZ_OB2_URL, url)) return check_url(images, pointer.data, json_string_value(url));
    return BLZ_OK;
}
