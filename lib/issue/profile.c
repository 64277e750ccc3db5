#include "base/buf.h"
#include "credential/put.h"
#include "issue/achievement.h"
#include "issue/image.h"

static blz_status put_image(json_t *profile, const blz_definition *definition, bool whole, blz_diags *diags)
{
    const blz_issuer *issuer = definition->issuer;
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    json_t *image = NULL;
    if (!issuer->image || (!whole && !blz_image_is_url(issuer->image))) return BLZ_OK;
    BLZ_TRY(blz_buf_printf(&pointer, "%s/image", issuer->pointer));
    BLZ_TRY(blz_image_object(&image, definition, pointer.data, issuer->image, diags));
    return blz_put(profile, "image", image);
}

blz_status blz_profile_json(json_t **out, const blz_definition *definition, bool whole, blz_diags *diags)
{
    const blz_issuer *issuer = definition->issuer;
    json_auto_t *profile = json_object();
    BLZ_TRY(blz_put_text(profile, "id", issuer->id));
    BLZ_TRY(blz_put_type(profile, "Profile"));
    BLZ_TRY(blz_put_text(profile, "name", issuer->name));
    BLZ_TRY(blz_put_text(profile, "description", issuer->description));
    BLZ_TRY(blz_put_text(profile, "url", issuer->url));
    BLZ_TRY(blz_put_text(profile, "email", issuer->email));
    BLZ_TRY(blz_put_text(profile, "phone", issuer->phone));
    BLZ_TRY(put_image(profile, definition, whole, diags));
    *out = BLZ_STEAL(profile);
    return BLZ_OK;
}
