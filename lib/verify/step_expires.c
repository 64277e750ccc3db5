#include <string.h>

#include "base/time.h"
#include "verify/proofs.h"
#include "verify/steps.h"

/* The dates of a proof itself. VC Data Integrity 1.0 defines them and has no step that looks at them. */

/* A date of the proof; false if it is not there, or no date, which the suite has refused already. */
static bool read_date(int64_t *seconds, const char *text)
{
    int nanos = 0;
    return text && blz_time_parse(seconds, &nanos, text, strlen(text)) == BLZ_OK;
}

static blz_status check_dates(blz_check *check)
{
    const blz_integrity_proof *is = check->proof->embedded;
    int64_t created = 0, expires = 0;
    if (!is || !check->proof->matches) return BLZ_OK;
    if (read_date(&expires, is->expires) && expires <= check->now)
        return blz_say_strict(check, BLZ_STEP_FAIL, blz_at(check, "%s/expires", check->proof->at),
                              "the proof has expired: it ended on %s, and this is checked as of %s",
                              blz_date_text(check, expires), blz_date_text(check, check->now));
    if (read_date(&created, is->created) && created > check->now)
        return blz_say(check, BLZ_STEP_WARN, blz_at(check, "%s/created", check->proof->at),
                       "the proof was made on %s, which is after %s, the moment that this is checked for",
                       blz_date_text(check, created), blz_date_text(check, check->now));
    if (is->expires)
        return blz_say(check, BLZ_STEP_PASS, check->proof->at, "the proof holds until %s",
                       blz_date_text(check, expires));
    return blz_say(check, BLZ_STEP_PASS, check->proof->at, "the proof has no end");
}

blz_status blz_step_expires(blz_check *check)
{
    return blz_each_proof(check, check_dates);
}
