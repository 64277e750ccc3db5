#include "alone.h"
#include "sealed.h"

static bench b;

START_TEST(dates_of_a_proof)
{
    bench_open(&b, BLZ_KEY_ED25519);
    expect_json_strict(&b, sealed_badge(&b, NULL, "{\"expires\": \"2026-05-03T00:00:00Z\"}"), "proof.expires",
                       BLZ_STEP_FAIL, "it ended on 2026-05-03");
    expect_json(&b, sealed_badge(&b, NULL, "{\"expires\": \"2027-05-03T00:00:00Z\"}"), BLZ_VALID,
                "proof.expires", BLZ_STEP_PASS, "until 2027-05-03");
    expect_json(&b, sealed_badge(&b, NULL, "{\"created\": \"2027-05-03T00:00:00Z\"}"), BLZ_VALID,
                "proof.expires", BLZ_STEP_WARN, "made on 2027-05-03");
    bench_close(&b);
}
END_TEST

/* The step over one proof with these dates, whose signature matches or does not. */
static size_t check_dates(blz_check *check, const char *created, const char *expires, bool matches)
{
    blz_integrity_proof embedded = {.created = created, .expires = expires};
    blz_check_proof proof = {.embedded = &embedded, .at = "/proof/0", .matches = matches};
    alone_open(check, "{}");
    check->proofs = &proof;
    check->proof_count = 1;
    ck_assert_ok(blz_step_expires(check));
    ck_assert_uint_eq(check->about_count, check->report->step_count);
    return check->report->step_count;
}

static void expect_dates(const char *created, const char *expires, blz_outcome outcome, const char *pointer,
                         const char *words)
{
    blz_check check;
    ck_assert_uint_eq(check_dates(&check, created, expires, true), 1);
    expect_entry(&check, 0, outcome, pointer, words);
    alone_close(&check);
}

START_TEST(the_second_that_counts)
{
    expect_dates(NULL, NULL, BLZ_STEP_PASS, "/proof/0", "has no end");
    expect_dates(NULL, "2026-05-28T20:26:41Z", BLZ_STEP_PASS, "/proof/0", "until 2026-05-28T20:26:41Z");
    expect_dates(NULL, "2026-05-28T20:26:40Z", BLZ_STEP_FAIL, "/proof/0/expires", "has expired");
    expect_dates("2026-05-28T20:26:40Z", NULL, BLZ_STEP_PASS, "/proof/0", "has no end");
    expect_dates("2026-05-28T20:26:41Z", NULL, BLZ_STEP_WARN, "/proof/0/created",
                 "made on 2026-05-28T20:26:41Z, which is after 2026-05-28T20:26:40Z");
    expect_dates("2027-01-01T00:00:00Z", "2026-01-01T00:00:00Z", BLZ_STEP_FAIL, "/proof/0/expires",
                 "it ended on 2026-01-01,");
}
END_TEST

START_TEST(dates_that_nobody_signed)
{
    blz_check check;
    ck_assert_uint_eq(check_dates(&check, NULL, "2026-01-01T00:00:00Z", false), 0);
    alone_close(&check);
    blz_check_proof token = {.at = "header:", .matches = true};
    alone_open(&check, "{}");
    check.proofs = &token;
    check.proof_count = 1;
    ck_assert_ok(blz_step_expires(&check));
    ck_assert_uint_eq(check.report->step_count, 0);
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/step_expires", dates_of_a_proof, the_second_that_counts, dates_that_nobody_signed)
