#include "verify/steps.h"

static blz_status check_endorsement(blz_check *check)
{
    if (!blz_vc_has_type(check->credential, "EndorsementCredential"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/type",
                        "type has no \"EndorsementCredential\": this is no endorsement"));
    return BLZ_OK;
}

static blz_status check_badge(blz_check *check)
{
    if (blz_vc_has_type(check->credential, "AchievementCredential")) return BLZ_OK;
    if (blz_vc_has_type(check->credential, "VerifiablePresentation"))
        return blz_say(check, BLZ_STEP_FAIL, "/type",
                       "this is a presentation, which may hold badges; verify the badges in it");
    return blz_say(
        check, BLZ_STEP_FAIL, "/type",
        "type has neither \"AchievementCredential\" nor \"OpenBadgeCredential\": this is no Open Badge");
}

blz_status blz_step_type(blz_check *check)
{
    const char *what = check->kind == BLZ_KIND_ENDORSEMENT ? "an EndorsementCredential"
                       : check->kind == BLZ_KIND_RECORD    ? "a ClrCredential"
                                                           : "an AchievementCredential";
    if (check->kind == BLZ_KIND_ENDORSEMENT)
        BLZ_TRY(check_endorsement(check));
    else if (check->kind != BLZ_KIND_RECORD) /* which is one by its type */
        BLZ_TRY(check_badge(check));
    if (!blz_vc_has_type(check->credential, "VerifiableCredential"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/type", "type has no \"VerifiableCredential\""));
    return blz_pass_if_quiet(check, "%s", what);
}
