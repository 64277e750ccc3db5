#include <string.h>

#include "base/time.h"
#include "credential/jwt_vc.h"
#include "verify/steps.h"

typedef struct moment {
    bool known, written; /* written: the badge has it, known: and it can be read */
    bool is_claim;
    int64_t seconds;
    int nanos;
    const char *text, *pointer;
} moment;

const char *blz_date_text(blz_check *check, int64_t seconds)
{
    char text[BLZ_TIME_MAX];
    if (blz_time_format(text, seconds) != BLZ_OK)
        return blz_at(check, "%lld seconds since 1970", (long long)seconds);
    if (strcmp(text + 10, "T00:00:00Z") == 0) text[10] = '\0';
    return blz_at(check, "%s", text);
}

/* A date of the credential. */
static moment read_property(blz_check *check, const char *property)
{
    json_t *value = json_object_get(check->credential, property);
    moment m = {
        .written = value, .text = json_string_value(value), .pointer = blz_at(check, "/%s", property)};
    m.known = m.text && blz_time_parse(&m.seconds, &m.nanos, m.text, strlen(m.text)) == BLZ_OK;
    return m;
}

/* A date of the credential, or else the claim that sets it. */
static moment read_moment(blz_check *check, const char *property, const char *claim)
{
    moment m = read_property(check, property);
    if (m.written) return m;
    json_t *date = check->jws ? json_object_get(check->document, claim) : NULL;
    m.written = date;
    m.is_claim = true;
    m.known = date && blz_numeric_date(&m.seconds, &m.nanos, date);
    m.pointer = blz_at(check, "claims:/%s", claim);
    return m;
}

static moment read_from(blz_check *check)
{
    return read_moment(check, blz_vc_start_name(check->version), "nbf");
}

static moment read_until(blz_check *check)
{
    return read_moment(check, blz_vc_end_name(check->version), "exp");
}

static bool is_after(const moment *a, int64_t seconds, int nanos)
{
    return a->seconds > seconds || (a->seconds == seconds && a->nanos > nanos);
}

static blz_status unreadable(blz_check *check, const moment *m)
{
    if (m->text)
        return blz_say(
            check, BLZ_STEP_FAIL, m->pointer,
            "the date \"%s\" cannot be read; it has to be like 2026-05-01T08:30:00Z, with a time zone",
            m->text);
    return blz_say(check, BLZ_STEP_FAIL, m->pointer, "the date is not %s",
                   m->is_claim ? "a number of seconds" : "a text like 2026-05-01T08:30:00Z");
}

/* The names that dates have in the other version of Verifiable Credentials. The context of 1.1 has those of
 * 2.0 too, with the same meaning and no claim that repeats them. A badge that has both kinds is valid only
 * while both say so. */
static blz_status check_other(blz_check *check, const char *(*name_of)(blz_vc_version version), bool is_end)
{
    const char *property = name_of(check->version == BLZ_VC_1_1 ? BLZ_VC_2_0 : BLZ_VC_1_1);
    moment m = read_property(check, property);
    BLZ_TRY(check->status);
    if (!m.written) return BLZ_OK;
    if (!m.known) return unreadable(check, &m);
    const char *date = blz_date_text(check, m.seconds), *now = blz_date_text(check, check->now);
    BLZ_TRY(check->status);
    if (is_end && !is_after(&m, check->now, -1))
        return blz_say_strict(
            check, BLZ_STEP_FAIL, m.pointer,
            "the badge has expired: by its \"%s\" it ended on %s, and this is checked as of %s", property,
            date, now);
    if (!is_end && is_after(&m, check->now, 0))
        return blz_say_strict(
            check, BLZ_STEP_FAIL, m.pointer,
            "the badge is not valid yet: by its \"%s\" it begins on %s, and this is checked as of %s",
            property, date, now);
    return BLZ_OK;
}

blz_status blz_step_from(blz_check *check)
{
    moment from = read_from(check);
    BLZ_TRY(check_other(check, blz_vc_start_name, false));
    if (!from.written && check->kind == BLZ_KIND_STATUS_LIST)
        return blz_say(check, BLZ_STEP_PASS, NULL, "the status list has no beginning");
    if (!from.written)
        return blz_say(check, BLZ_STEP_FAIL, NULL,
                       "the badge does not say since when it is valid: %s is missing",
                       blz_vc_start_name(check->version));
    if (!from.known) return unreadable(check, &from);
    const char *date = blz_date_text(check, from.seconds), *now = blz_date_text(check, check->now);
    BLZ_TRY(check->status);
    check->report->dates = blz_at(check, "valid from %s", date);
    if (is_after(&from, check->now, 0))
        return blz_say_of_badge(check, BLZ_STEP_FAIL, from.pointer,
                                "the %s is not valid yet: it begins on %s, and this is checked as of %s",
                                blz_noun(check), date, now);
    return blz_say(check, BLZ_STEP_PASS, from.pointer, "valid since %s", date);
}

/* What the step "status" found stands with the dates. */
static void add_standing(blz_check *check)
{
    if (check->report->dates && check->standing)
        check->report->dates = blz_at(check, "%s; %s", check->report->dates, check->standing);
}

static blz_status check_until(blz_check *check, const moment *until)
{
    moment from = read_from(check);
    const char *date = blz_date_text(check, until->seconds), *now = blz_date_text(check, check->now);
    BLZ_TRY(check->status);
    if (check->report->dates) check->report->dates = blz_at(check, "%s until %s", check->report->dates, date);
    add_standing(check);
    bool backwards = from.known && is_after(&from, until->seconds, until->nanos);
    if (backwards)
        BLZ_TRY(blz_say_strict(check, BLZ_STEP_FAIL, until->pointer, "the %s ends on %s, before it begins",
                               blz_noun(check), date));
    if (!is_after(until, check->now, -1))
        return blz_say_of_badge(check, BLZ_STEP_FAIL, until->pointer,
                                "the %s has expired: it ended on %s, and this is checked as of %s",
                                blz_noun(check), date, now);
    return backwards ? BLZ_OK : blz_say(check, BLZ_STEP_PASS, until->pointer, "valid until %s", date);
}

blz_status blz_step_until(blz_check *check)
{
    moment until = read_until(check);
    BLZ_TRY(check_other(check, blz_vc_end_name, true));
    if (until.written) return until.known ? check_until(check, &until) : unreadable(check, &until);
    if (check->report->dates) check->report->dates = blz_at(check, "%s, no end", check->report->dates);
    add_standing(check);
    return blz_say(check, BLZ_STEP_PASS, NULL, "the %s has no end", blz_noun(check));
}
