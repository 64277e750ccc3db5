#include "verify/part.h"

#include <string.h>

const blz_step *blz_part_entry(const blz_report *part, const char *id, blz_outcome outcome)
{
    for (size_t i = 0; i < part->step_count; i++)
        if (part->steps[i].outcome == outcome && (!id || strcmp(part->steps[i].id, id) == 0))
            return &part->steps[i];
    return NULL;
}

bool blz_part_is_list(const blz_check *check, const json_t *object, const char *name)
{
    return check->kind == BLZ_KIND_RECORD && object == check->subject &&
           strcmp(name, "verifiableCredential") == 0;
}

blz_status blz_part_say(blz_check *check, const blz_report *part, const char *pointer, const char *who)
{
    BLZ_TRY(check->status);
    if (part->verdict == BLZ_VALID)
        return blz_say(check, BLZ_STEP_PASS, pointer, "%s holds by its own proof", who);
    bool wrong = part->verdict == BLZ_INVALID;
    const blz_step *why = blz_part_entry(part, NULL, wrong ? BLZ_STEP_FAIL : BLZ_STEP_UNKNOWN);
    return blz_say(check, wrong ? BLZ_STEP_FAIL : BLZ_STEP_UNKNOWN, pointer, "%s %s: %s: %s", who,
                   wrong ? "does not hold" : "cannot be decided on", why ? why->id : "proof.signature",
                   why ? why->message : "nothing proves who made it");
}

blz_status blz_part_allow(bool *allowed, blz_check *check, const char *pointer, const char *what)
{
    size_t count = ++*check->parts;
    *allowed = count <= BLZ_PARTS_MAX;
    if (count != BLZ_PARTS_MAX + 1) return BLZ_OK;
    return blz_say(check, BLZ_STEP_UNKNOWN, pointer,
                   "more than %d credentials came in one document, and the other %s were not looked at",
                   BLZ_PARTS_MAX, what);
}
