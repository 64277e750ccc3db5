#include <string.h>

#include "verify/steps.h"

/* What only somebody else can tell: whether the badge was taken back. */

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
