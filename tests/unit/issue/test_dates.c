#include "issue/options.h"
#include "unit/issue/sample.h"

static blz_status put(json_t *credential, blz_diags *diags, const char *from, const char *until)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    return blz_dates_put(credential, ctx, &(blz_credential_options){.valid_from = from, .valid_until = until},
                         diags);
}

START_TEST(the_clock_is_the_start)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *credential = json_object();
    ck_assert_ok(put(credential, diags, NULL, NULL));
    ck_assert_str_eq(text_at(credential, "validFrom"), "2026-01-31T00:00:00Z");
    ck_assert_str_eq(text_at(credential, "awardedDate"), "2026-01-31T00:00:00Z");
    ck_assert_ptr_null(json_object_get(credential, "validUntil"));
}
END_TEST

START_TEST(dates_become_utc)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *credential = json_object();
    ck_assert_ok(put(credential, diags, "2026-02-01T01:30:00+02:00", "2030-01-01T00:00:00.000Z"));
    ck_assert_str_eq(text_at(credential, "validFrom"), "2026-01-31T23:30:00Z");
    ck_assert_str_eq(text_at(credential, "validUntil"), "2030-01-01T00:00:00Z");
    ck_assert_str_eq(text_at(credential, "awardedDate"), "2026-01-31T00:00:00Z");
}
END_TEST

static void refuses(const char *from, const char *until, const char *expected, const char *hint)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *credential = json_object();
    ck_assert_int_eq(put(credential, diags, from, until), BLZ_ERR_ARGUMENT);
    ck_assert_str_eq(finding(diags, 0), expected);
    ck_assert_str_eq(blz_diags_at(diags, 0)->hint, hint);
    ck_assert_uint_eq(blz_diags_count(diags), 1);
}

START_TEST(what_is_no_moment_is_refused)
{
    refuses("2026-02-01", NULL, "BLZ903 - \"2026-02-01\" is not a time for the start of the credential",
            "write the time and the time zone too, as 2026-02-01T00:00:00Z");
    refuses(NULL, "tomorrow", "BLZ903 - \"tomorrow\" is not a time for the end of the credential",
            "write date, time and time zone, as 2026-01-31T00:00:00Z");
    refuses("2026-02-01T00:00:00.5Z", NULL,
            "BLZ903 - \"2026-02-01T00:00:00.5Z\" for the start of the credential has a fraction of a second",
            "leave the fraction out");
    refuses(NULL, "2026-01-31T00:00:00Z", "BLZ903 - the end of the credential is not after its start",
            "choose a later end or an earlier start");
}
END_TEST

START_TEST(a_clock_beyond_the_calendar_is_refused)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    json_auto_t *credential = json_object();
    blz_ctx_set_now(ctx, INT64_MAX);
    ck_assert_int_eq(blz_dates_put(credential, ctx, &(blz_credential_options){0}, diags), BLZ_ERR_ARGUMENT);
    ck_assert_str_eq(finding(diags, 0), "BLZ903 - the time for \"validFrom\" is outside the years 0 to 9999");
}
END_TEST

UNIT_MAIN("issue/dates", the_clock_is_the_start, dates_become_utc, what_is_no_moment_is_refused,
          a_clock_beyond_the_calendar_is_refused)
