#include "status/published.h"
#include "verify/steps.h"

static blz_status check_endorsement(blz_check *check)
{
    if (!blz_vc_has_type(check->credential, "EndorsementCredential"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/type",
                        "type has no \"EndorsementCredential\": this is no endorsement"));
    return BLZ_OK;
}

static blz_status check_status_list(blz_check *check)
{
    blz_list_form form;
    bool is_list = blz_published_list_is(&form, check->credential);
    if (is_list) {
        check->report->standard = form == BLZ_LIST_2021 ? "Status List 2021" : "Bitstring Status List 1.0";
        return BLZ_OK;
    }
    return blz_say(check, BLZ_STEP_FAIL, "/type",
                   "type has no \"" BLZ_LIST_CREDENTIAL "\": this is no status list");
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

/* What each kind of document has to be. */
static const struct kind {
    unsigned kind;
    blz_status (*check)(blz_check *check); /* NULL: nothing more */
    const char *passed;
} kinds[] = {
    {BLZ_KIND_BADGE, check_badge, "an AchievementCredential"},
    {BLZ_KIND_ENDORSEMENT, check_endorsement, "an EndorsementCredential"},
    {BLZ_KIND_RECORD, NULL, "a ClrCredential"}, /* which is one by its type */
    {BLZ_KIND_STATUS_LIST, check_status_list, "a status list"},
};

blz_status blz_step_type(blz_check *check)
{
    const struct kind *is = kinds;
    for (size_t i = 0; i < BLZ_COUNT_OF(kinds); i++)
        if (kinds[i].kind == check->kind) is = &kinds[i];
    if (is->check) BLZ_TRY(is->check(check));
    if (!blz_vc_has_type(check->credential, "VerifiableCredential"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/type", "type has no \"VerifiableCredential\""));
    return blz_pass_if_quiet(check, "%s", is->passed);
}
