#include <string.h>

#include "base/why.h"
#include "credential/put.h"
#include "ob2/convert.h"

/* Who it was before, so that readers of both know them for one. */
static blz_status put_other(json_t *issuer, const char *old)
{
    json_auto_t *entry = json_object();
    json_auto_t *list = json_array();
    BLZ_TRY(blz_put_text(entry, "type", "IdentifierEntry"));
    BLZ_TRY(blz_put_text(entry, "identifier", old));
    BLZ_TRY(blz_put_text(entry, "identifierType", "identifier"));
    BLZ_TRY_MEM(list);
    BLZ_TRY(blz_append(list, BLZ_STEAL(entry)));
    return blz_put(issuer, "otherIdentifier", BLZ_STEAL(list));
}

blz_status blz_convert_profile(json_t **out, const blz_convert_run *run, json_t *profile)
{
    /* The last ones say how older badges are verified. */
    static const char *const kept[] = {"@context",       "id",           "type",        "name",  "url",
                                       "email",          "telephone",    "description", "image", "publicKey",
                                       "revocationList", "verification", NULL};
    json_auto_t *issuer = json_object();
    const char *old = blz_convert_member(profile, "id"), *url = blz_convert_member(profile, "url");
    if (old && strncmp(old, "_:", 2) == 0) old = NULL;
    const char *id = run->options->issuer ? run->options->issuer : old ? old : url;
    if (!id) return blz_why(run->why, BLZ_ERR_INVALID, "its issuer has neither an id nor a url");
    BLZ_TRY(blz_put_text(issuer, "id", id));
    BLZ_TRY(blz_put_type(issuer, "Profile"));
    BLZ_TRY(blz_convert_text(issuer, "name", profile, "name"));
    BLZ_TRY(blz_convert_text(issuer, "url", profile, "url"));
    BLZ_TRY(blz_convert_text(issuer, "email", profile, "email"));
    BLZ_TRY(blz_convert_text(issuer, "phone", profile, "telephone"));
    BLZ_TRY(blz_convert_text(issuer, "description", profile, "description"));
    BLZ_TRY(blz_convert_image(issuer, profile));
    if (old) BLZ_TRY(put_other(issuer, old));
    blz_convert_losses(run, profile, "the issuer", kept);
    *out = BLZ_STEAL(issuer);
    return BLZ_OK;
}
