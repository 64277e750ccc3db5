#include <string.h>

#include "base/uri.h"
#include "credential/model.h"
#include "credential/put.h"
#include "issue/achievement.h"
#include "issue/image.h"
#include "issue/ob2.h"

bool blz_ob2_is_key_url(const char *url)
{
    return blz_uri_is_https(url) && !strchr(url, '#');
}

/* One key stands by itself: some readers know no list of them. */
static blz_status put_keys(json_t *profile, const blz_issuer *issuer)
{
    json_auto_t *keys = json_array();
    BLZ_TRY_MEM(keys);
    for (size_t i = 0; i < issuer->key_count; i++)
        if (blz_ob2_is_key_url(issuer->keys[i])) BLZ_TRY(blz_append(keys, json_string(issuer->keys[i])));
    if (json_array_size(keys) == 0) return BLZ_OK;
    if (json_array_size(keys) > 1) return blz_put(profile, "publicKey", BLZ_STEAL(keys));
    return blz_put(profile, "publicKey", json_incref(json_array_get(keys, 0)));
}

static blz_status put_image(json_t *profile, const blz_definition *definition, blz_diags *diags)
{
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *image = NULL;
    BLZ_TRY(blz_buf_printf(&pointer, "%s/image", definition->issuer->pointer));
    BLZ_TRY(blz_image_object(&image, definition, pointer.data, definition->issuer->image, diags));
    return image ? blz_put(profile, "image", json_incref(json_object_get(image, "id"))) : BLZ_OK;
}

blz_status blz_ob2_profile_json(json_t **out, const blz_definition *definition, blz_diags *diags)
{
    BLZ_TRY(blz_ob2_needs(definition, diags));
    const blz_issuer *issuer = definition->issuer;
    json_auto_t *profile = json_object();
    BLZ_TRY(blz_put_text(profile, "@context", BLZ_OB2_CONTEXT));
    BLZ_TRY(blz_put_text(profile, "type", "Issuer"));
    BLZ_TRY(blz_put_text(profile, "id", issuer->id));
    BLZ_TRY(blz_put_text(profile, "name", issuer->name));
    BLZ_TRY(blz_put_text(profile, "url", issuer->url));
    BLZ_TRY(blz_put_text(profile, "email", issuer->email));
    BLZ_TRY(blz_put_text(profile, "telephone", issuer->phone));
    BLZ_TRY(blz_put_text(profile, "description", issuer->description));
    BLZ_TRY(put_image(profile, definition, diags));
    BLZ_TRY(put_keys(profile, issuer));
    BLZ_TRY(blz_put_text(profile, "revocationList", issuer->revocations));
    BLZ_TRY(blz_ob2_output_check(profile, diags));
    *out = BLZ_STEAL(profile);
    return BLZ_OK;
}

blz_status blz_ob2_profile_build(char **out, size_t *length, const blz_definition *definition,
                                 unsigned indent, blz_diags *diags)
{
    json_auto_t *profile = NULL;
    BLZ_TRY(blz_ob2_profile_json(&profile, definition, diags));
    return blz_output_text(out, length, profile, indent);
}
