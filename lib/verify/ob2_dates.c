#include <string.h>

#include "verify/ob2.h"
#include "verify/steps.h"

/* ASSERTION_TIMESTAMP_CHECKS */

typedef struct moment {
    int64_t seconds;
    int nanos;
} moment;

/* A date that cannot be read is for the step "schema". */
static bool read_date(moment *out, const json_t *node, const char *property)
{
    const char *text = json_string_value(json_object_get(node, property));
    return text && blz_ob2_time_parse(&out->seconds, &out->nanos, text) == BLZ_OK;
}

static bool is_after(moment a, int64_t seconds, int nanos)
{
    return a.seconds > seconds || (a.seconds == seconds && a.nanos > nanos);
}

blz_status blz_ob2_check_issued(blz_check *check, const json_t *node, const char *at)
{
    moment issued;
    if (!read_date(&issued, node, "issuedOn"))
        return blz_say(check, BLZ_STEP_SKIPPED, at, "there is no date of issue that can be read");
    const char *date = blz_date_text(check, issued.seconds), *now = blz_date_text(check, check->now);
    BLZ_TRY(check->status);
    if (is_after(issued, check->now, 0))
        return blz_say(check, BLZ_STEP_FAIL, at, "it is issued on %s only, and this is checked as of %s",
                       date, now);
    return blz_say(check, BLZ_STEP_PASS, at, "issued on %s", date);
}

blz_status blz_ob2_step_issued(blz_check *check)
{
    moment issued;
    if (read_date(&issued, check->ob2->node, "issuedOn"))
        check->report->dates = blz_at(check, "issued on %s", blz_date_text(check, issued.seconds));
    return blz_ob2_check_issued(check, check->ob2->node, "/issuedOn");
}

blz_status blz_ob2_step_expires(blz_check *check)
{
    moment expires, issued;
    const char *dates = check->report->dates;
    json_t *node = check->ob2->node;
    if (!json_object_get(node, "expires")) {
        if (dates) check->report->dates = blz_at(check, "%s, no end", dates);
        return blz_say(check, BLZ_STEP_PASS, NULL, "the badge has no end");
    }
    if (!read_date(&expires, node, "expires"))
        return blz_say(check, BLZ_STEP_SKIPPED, "/expires", "the end is no date that can be read");
    const char *date = blz_date_text(check, expires.seconds), *now = blz_date_text(check, check->now);
    if (dates) check->report->dates = blz_at(check, "%s, valid until %s", dates, date);
    BLZ_TRY(check->status);
    if (read_date(&issued, node, "issuedOn") && is_after(issued, expires.seconds, expires.nanos))
        return blz_say(check, BLZ_STEP_FAIL, "/expires", "the badge ends on %s, before it was issued", date);
    if (!is_after(expires, check->now, -1))
        return blz_say(check, BLZ_STEP_FAIL, "/expires",
                       "the badge has expired: it ended on %s, and this is checked as of %s", date, now);
    return blz_say(check, BLZ_STEP_PASS, "/expires", "valid until %s", date);
}
