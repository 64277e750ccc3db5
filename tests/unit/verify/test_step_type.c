#include "alone.h"
#include "badge.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

START_TEST(types)
{
    open_bench();
    PASSES(&b, NULL, "{\"type\": [\"VerifiableCredential\", \"OpenBadgeCredential\"]}", "type",
           "AchievementCredential");
    FAILS(&b, NULL, "{\"type\": [\"AchievementCredential\"]}", "type", "no \"VerifiableCredential\"");
    FAILS(&b, NULL, "{\"type\": [\"VerifiableCredential\"]}", "type", "no Open Badge");
    FAILS(&b, NULL, "{\"type\": [\"ClrCredential\"]}", "type", "no \"VerifiableCredential\"");
    FAILS(&b, NULL, "{\"type\": [\"EndorsementCredential\"]}", "type", "no \"VerifiableCredential\"");
    FAILS(&b, NULL, "{\"type\": null}", "type", "no Open Badge");
    bench_close(&b);
}
END_TEST

START_TEST(a_presentation_is_no_badge)
{
    expect_alone(blz_step_type, "{'type': ['VerifiablePresentation', 'VerifiableCredential']}", BLZ_STEP_FAIL,
                 "/type", "verify the badges in it");
}
END_TEST

START_TEST(every_type_that_is_missing_is_named)
{
    blz_check check;
    alone_open(&check, "{'type': 'Endorsement'}");
    ck_assert_ok(blz_step_type(&check));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/type", "this is no Open Badge");
    expect_entry(&check, 1, BLZ_STEP_FAIL, "/type", "no \"VerifiableCredential\"");
    ck_assert_uint_eq(check.report->step_count, 2);
    alone_close(&check);
}
END_TEST

static void expect_endorsement(const char *credential, blz_outcome outcome, const char *pointer,
                               const char *words)
{
    blz_check check;
    alone_open(&check, credential);
    check.kind = BLZ_KIND_ENDORSEMENT;
    ck_assert_ok(blz_step_type(&check));
    expect_entry(&check, 0, outcome, pointer, words);
    ck_assert_uint_eq(check.report->step_count, 1);
    alone_close(&check);
}

START_TEST(an_endorsement_is_asked_for_another_type)
{
    expect_endorsement("{'type': ['VerifiableCredential', 'EndorsementCredential']}", BLZ_STEP_PASS, NULL,
                       "an EndorsementCredential");
    expect_endorsement("{'type': ['VerifiableCredential', 'AchievementCredential']}", BLZ_STEP_FAIL, "/type",
                       "this is no endorsement");
}
END_TEST

UNIT_MAIN("verify/step_type", types, a_presentation_is_no_badge, every_type_that_is_missing_is_named,
          an_endorsement_is_asked_for_another_type)
