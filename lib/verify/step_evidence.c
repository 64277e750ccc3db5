#include "verify/steps.h"

blz_status blz_step_evidence(blz_check *check)
{
    json_t *evidence = json_object_get(check->credential, "evidence");
    size_t count = blz_many(evidence);
    if (count == 0) return blz_say(check, BLZ_STEP_SKIPPED, NULL, "the badge shows no evidence");
    for (size_t i = 0; i < count; i++) {
        json_t *one = blz_many_at(evidence, i);
        const char *pointer = blz_many_pointer(check, "/evidence", evidence, i);
        if (!blz_vc_has_type(one, "Evidence"))
            BLZ_TRY(
                blz_say(check, BLZ_STEP_FAIL, pointer, "a piece of evidence is not of type \"Evidence\""));
        else if (!blz_member(one, "id") && !blz_member(one, "narrative"))
            BLZ_TRY(blz_say(
                check, BLZ_STEP_WARN, pointer,
                "a piece of evidence has neither an id nor a narrative: there is nothing to look at"));
    }
    return blz_pass_if_quiet(check,
                             "%zu %s of evidence; what stands behind the links is not part of the check",
                             count, count == 1 ? "piece" : "pieces");
}
