#include "verify/steps.h"

/* What else a credential may be, and what to say then. */
static const struct kin {
    const char *type, *message;
} kins[] = {
    {"EndorsementCredential", "this is an endorsement of a badge, not a badge"},
    {"ClrCredential", "this is a Comprehensive Learner Record, which may hold badges, but is none"},
    {"VerifiablePresentation", "this is a presentation, which may hold badges; verify the badges in it"},
};

static blz_status check_endorsement(blz_check *check)
{
    if (!blz_vc_has_type(check->credential, "EndorsementCredential"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/type",
                        "type has no \"EndorsementCredential\": this is no endorsement"));
    return BLZ_OK;
}

static blz_status check_badge(blz_check *check)
{
    if (!blz_vc_has_type(check->credential, "AchievementCredential")) {
        for (size_t i = 0; i < BLZ_COUNT_OF(kins); i++)
            if (blz_vc_has_type(check->credential, kins[i].type))
                return blz_say(check, BLZ_STEP_FAIL, "/type", "%s", kins[i].message);
        return blz_say(
            check, BLZ_STEP_FAIL, "/type",
            "type has neither \"AchievementCredential\" nor \"OpenBadgeCredential\": this is no Open Badge");
    }
    return BLZ_OK;
}

blz_status blz_step_type(blz_check *check)
{
    BLZ_TRY(check->kind == BLZ_KIND_ENDORSEMENT ? check_endorsement(check) : check_badge(check));
    if (!blz_vc_has_type(check->credential, "VerifiableCredential"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/type", "type has no \"VerifiableCredential\""));
    return blz_pass_if_quiet(check, check->kind == BLZ_KIND_ENDORSEMENT ? "an EndorsementCredential"
                                                                        : "an AchievementCredential");
}
