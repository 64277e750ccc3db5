#include "alone.h"
#include "badge.h"

#define FROM(date, seconds) "{\"validFrom\": \"" date "\", \"nbf\": " seconds "}"
#define UNTIL(date, seconds) "{\"validUntil\": \"" date "\", \"exp\": " seconds "}"

START_TEST(the_beginning)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    PASSES(&b, NULL, NULL, "validity.from", "since 2026-05-01");
    PASSES(&b, NULL, FROM("2026-05-28T20:26:40Z", "1780000000"), "validity.from", "2026-05-28T20:26:40Z");
    FAILS(&b, NULL, FROM("2026-05-28T20:26:41Z", "1780000001"), "validity.from", "not valid yet");
    FAILS(&b, NULL, "{\"validFrom\": \"2026-05-28T20:26:40.001Z\"}", "validity.from", "not valid yet");
    PASSES(&b, NULL, FROM("2026-05-28T22:26:40+02:00", "1780000000"), "validity.from",
           "2026-05-28T20:26:40Z");
    FAILS(&b, NULL, "{\"validFrom\": \"2026-05-01\"}", "validity.from", "\"2026-05-01\" cannot be read");
    FAILS(&b, NULL, "{\"validFrom\": \"2026-05-01T00:00:00\"}", "validity.from", "time zone");
    FAILS(&b, NULL, "{\"validFrom\": 5}", "validity.from", "the date is not a text like 2026");
    FAILS(&b, NULL, "{\"validFrom\": null, \"nbf\": null}", "validity.from", "validFrom is missing");
    bench_close(&b);
}
END_TEST

START_TEST(the_end)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    PASSES(&b, NULL, NULL, "validity.until", "no end");
    PASSES(&b, NULL, UNTIL("2026-05-28T20:26:40Z", "1780000000"), "validity.until",
           "until 2026-05-28T20:26:40Z");
    FAILS(&b, NULL, UNTIL("2026-05-28T20:26:39Z", "1779999999"), "validity.until", "has expired");
    FAILS(&b, NULL, UNTIL("2026-04-01T00:00:00Z", "1775001600"), "validity.until", "before it begins");
    expect_1edtech(&b, NULL, UNTIL("2026-04-01T00:00:00Z", "1775001600"), BLZ_INVALID, "validity.until",
                   BLZ_STEP_FAIL, "has expired");
    expect_alone_strict(blz_step_until,
                        "{'validFrom': '2027-01-01T00:00:00Z', 'validUntil': '2026-12-01T00:00:00Z'}",
                        BLZ_STEP_FAIL, "/validUntil", "before it begins");
    FAILS(&b, NULL, "{\"validUntil\": \"tomorrow\"}", "validity.until", "\"tomorrow\" cannot be read");
    FAILS(&b, NULL, "{\"exp\": \"tomorrow\"}", "validity.until", "the date is not a number of seconds");
    bench_close(&b);
}
END_TEST

/* The public validator asks for the dates of a badge, and not for those of a status list. */
START_TEST(dates_of_status_lists)
{
    expect_of_badge(blz_step_from, "{'validFrom': '2027-01-01T00:00:00Z'}", BLZ_STEP_FAIL, "/validFrom",
                    "is not valid yet");
    expect_of_badge(blz_step_until, "{'validUntil': '2026-05-20T00:00:00Z'}", BLZ_STEP_FAIL, "/validUntil",
                    "has expired");
}
END_TEST

#define OLD_CONTEXTS                                                                                         \
    "\"@context\": [\"https://www.w3.org/2018/credentials/v1\", "                                            \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]"
#define OLD_FROM "\"issuanceDate\": \"2026-05-01T00:00:00Z\""

START_TEST(dates_under_the_names_of_another_version)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    FAILS(&b, NULL, "{\"expirationDate\": \"2026-05-20T00:00:00Z\"}", "validity.until",
          "ended on 2026-05-20");
    FAILS(&b, NULL, "{\"expirationDate\": \"tomorrow\"}", "validity.until", "\"tomorrow\" cannot be read");
    FAILS(&b, NULL,
          "{\"validUntil\": \"2030-01-01T00:00:00Z\", \"expirationDate\": \"2026-05-20T00:00:00Z\"}",
          "validity.until", "ended on 2026-05-20");
    FAILS(&b, NULL,
          "{\"validUntil\": \"2026-05-20T00:00:00Z\", \"expirationDate\": \"2030-01-01T00:00:00Z\"}",
          "validity.until", "ended on 2026-05-20");
    FAILS(&b, NULL, "{\"issuanceDate\": \"2026-06-01T00:00:00Z\"}", "validity.from", "begins on 2026-06-01");
    FAILS(&b, NULL, "{" OLD_CONTEXTS ", " OLD_FROM ", \"validUntil\": \"2026-05-20T00:00:00Z\"}",
          "validity.until", "ended on 2026-05-20");
    FAILS(&b, NULL, "{" OLD_CONTEXTS ", " OLD_FROM ", \"validFrom\": \"2026-06-01T00:00:00Z\"}",
          "validity.from", "begins on 2026-06-01");
    FAILS(&b, NULL, "{" OLD_CONTEXTS ", \"nbf\": null}", "validity.from", "issuanceDate is missing");
    bench_close(&b);
}
END_TEST

START_TEST(another_moment)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    int64_t before = 1777593599, after = 1777593600;
    expect_options(&b, NULL, NULL, &(blz_verify_options){.at = &before}, BLZ_INVALID, "validity.from",
                   BLZ_STEP_FAIL, "as of 2026-04-30T23:59:59Z");
    expect_options(&b, NULL, NULL, &(blz_verify_options){.at = &after}, BLZ_VALID, "validity.from",
                   BLZ_STEP_PASS, "since 2026-05-01");
    bench_close(&b);
}
END_TEST

static void expect_old(const bench *b, const char *patch, const blz_verify_options *options,
                       blz_verdict verdict, const char *id, blz_outcome outcome, const char *words)
{
    char *token = badge_in_vc(b, patch);
    blz_report *report = verify_text(b, token, options);
    expect_step(report, id, outcome, words);
    ck_assert_int_eq(blz_report_verdict(report), verdict);
    blz_report_free(report);
    free(token);
}

START_TEST(the_dates_of_version_1_1)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    expect_old(&b, "{}", NULL, BLZ_VALID, "validity.from", BLZ_STEP_PASS, "since 2026-05-01");
    expect_old(&b, "{\"exp\": 1777680000, \"vc\": {\"expirationDate\": \"2026-05-02T00:00:00Z\"}}", NULL,
               BLZ_INVALID, "validity.until", BLZ_STEP_FAIL, "it ended on 2026-05-02");
    expect_old(&b, "{\"nbf\": 1900000000, \"vc\": {\"issuanceDate\": \"2030-03-17T17:46:40Z\"}}", NULL,
               BLZ_INVALID, "validity.from", BLZ_STEP_FAIL, "not valid yet");
    bench_close(&b);
}
END_TEST

/* They are words of the context of version 1.1 too. */
START_TEST(the_newer_dates_in_version_1_1)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    static const char ended[] = "{\"vc\": {\"validUntil\": \"2026-05-28T20:26:39Z\"}}",
                      later[] = "{\"vc\": {\"validFrom\": \"2026-05-28T20:26:41Z\"}}";
    char *ends = badge_in_vc(&b, ended), *begins = badge_in_vc(&b, later);
    expect_text_strict(&b, ends, false, "validity.until", BLZ_STEP_FAIL, "by its \"validUntil\" it ended");
    expect_text_strict(&b, begins, false, "validity.from", BLZ_STEP_FAIL, "by its \"validFrom\" it begins");
    free(ends);
    free(begins);
    expect_old(&b, "{\"vc\": {\"validUntil\": \"tomorrow\"}}", NULL, BLZ_INVALID, "validity.until",
               BLZ_STEP_FAIL, "\"tomorrow\" cannot be read");
    expect_old(&b,
               "{\"vc\": {\"validFrom\": \"2026-05-28T20:26:40Z\", \"validUntil\": "
               "\"2026-05-28T20:26:40Z\"}}",
               NULL, BLZ_VALID, "validity.until", BLZ_STEP_PASS, "");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_validity", the_beginning, the_end, dates_of_status_lists,
          dates_under_the_names_of_another_version, another_moment, the_dates_of_version_1_1,
          the_newer_dates_in_version_1_1)
