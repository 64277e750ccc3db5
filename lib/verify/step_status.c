#include <string.h>

#include "verify/steps.h"

/* What only somebody else can tell: whether there is a newer copy, and whether the badge was taken back. */

blz_status blz_step_refresh(blz_check *check)
{
    json_t *service = json_object_get(check->credential, "refreshService");
    if (blz_many(service) == 0) return BLZ_OK;
    const char *id = blz_member(blz_many_at(service, 0), "id");
    return blz_say(
        check, BLZ_STEP_SKIPPED, "/refreshService",
        "the issuer may have a newer copy of this badge%s%s%s; this version of blazon does not ask for it",
        id ? " at \"" : "", id ? id : "", id ? "\"" : "");
}

blz_status blz_step_status(blz_check *check)
{
    json_t *status = json_object_get(check->credential, "credentialStatus");
    if (blz_many(status) == 0)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL,
                       "the badge has no status: its issuer cannot take it back");
    for (size_t i = 0; i < blz_many(status); i++) {
        json_t *entry = blz_many_at(status, i);
        const char *type = blz_member(entry, "type"), *list = blz_member(entry, "statusListCredential");
        if (!list) list = blz_member(entry, "id");
        BLZ_TRY(blz_say(
            check, BLZ_STEP_UNKNOWN, blz_many_pointer(check, "/credentialStatus", status, i),
            "whether the badge was taken back is not known: this version of blazon does not read status "
            "lists (%s%s%s)",
            type ? type : "no type", list ? " at " : "", list ? list : ""));
    }
    return BLZ_OK;
}
