#include "verify/status_entry.h"
#include "verify/steps.h"

/* What only somebody else can tell: whether the badge was taken back. */

/* Each may ask for a list of its own. */
enum { ENTRIES_MAX = 8 };

void blz_note_standing(blz_check *check, const char *words, const char *date)
{
    const char *before = check->standing ? check->standing : "", *between = check->standing ? ", " : "";
    check->standing = date ? blz_at(check, "%s%s%s (status list of %s)", before, between, words, date)
                           : blz_at(check, "%s%s%s", before, between, words);
}

static blz_status check_entry(blz_check *check, json_t *entry, const char *at)
{
    const char *type = blz_member(entry, "type");
    BLZ_TRY(check->status);
    if (blz_vc_has_type(entry, BLZ_ENTRY_BITSTRING))
        return blz_check_status_bit(check, entry, at, BLZ_LIST_BITSTRING);
    if (blz_vc_has_type(entry, BLZ_ENTRY_2021)) return blz_check_status_bit(check, entry, at, BLZ_LIST_2021);
    if (blz_vc_has_type(entry, BLZ_ENTRY_1EDTECH)) return blz_check_status_line(check, entry, at);
    return blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                          "whether the badge was taken back is not known: blazon does not know this kind of "
                          "status (%s)",
                          type ? type : "no type");
}

blz_status blz_step_status(blz_check *check)
{
    json_t *status = json_object_get(check->credential, "credentialStatus");
    if (blz_many(status) == 0)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL,
                       "the badge has no status: its issuer cannot take it back");
    for (size_t i = 0; i < blz_many(status) && i < ENTRIES_MAX; i++)
        BLZ_TRY(check_entry(check, blz_many_at(status, i),
                            blz_many_pointer(check, "/credentialStatus", status, i)));
    if (blz_many(status) <= ENTRIES_MAX) return BLZ_OK;
    return blz_say(check, BLZ_STEP_UNKNOWN, "/credentialStatus",
                   "the badge has more than %d statuses, and the others were not looked at", ENTRIES_MAX);
}
