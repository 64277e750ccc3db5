#include "alone.h"
#include "badge.h"
#include "verify/status_entry.h"

static bench b;

START_TEST(what_others_would_have_to_say)
{
    bench_open(&b, BLZ_KEY_P256);
    expect_badge(&b, NULL, NULL, BLZ_VALID, "status", BLZ_STEP_SKIPPED, "cannot take it back");
    bench_close(&b);
}
END_TEST

START_TEST(every_entry_is_asked)
{
    blz_check check;
    alone_open(&check, "{'credentialStatus': [{'type': 'A', 'id': 'u:1'}, {'id': 'u:2'}, 'u:3', "
                       "{'type': ['BitstringStatusListEntry']}, {'type': 'StatusList2021Entry'}, "
                       "{'type': '1EdTechRevocationList'}]}");
    ck_assert_ok(blz_step_status(&check));
    expect_entry(&check, 0, BLZ_STEP_UNKNOWN, "/credentialStatus/0", "this kind of status (A)");
    expect_entry(&check, 1, BLZ_STEP_UNKNOWN, "/credentialStatus/1", "(no type)");
    expect_entry(&check, 2, BLZ_STEP_UNKNOWN, "/credentialStatus/2", "(no type)");
    expect_entry(&check, 3, BLZ_STEP_FAIL, "/credentialStatus/3/statusPurpose", "not usable");
    expect_entry(&check, 4, BLZ_STEP_FAIL, "/credentialStatus/4/statusPurpose", "not usable");
    expect_entry(&check, 5, BLZ_STEP_FAIL, "/credentialStatus/5", "the address of the list is missing");
    ck_assert_uint_eq(check.report->step_count, 6);
    alone_close(&check);
    expect_alone_strict(blz_step_status, "{'credentialStatus': {}}", BLZ_STEP_UNKNOWN, "/credentialStatus",
                        "whether the badge was taken back is not known");
    expect_alone(blz_step_status, "{'credentialStatus': []}", BLZ_STEP_SKIPPED, NULL, "has no status");
}
END_TEST

START_TEST(not_more_than_a_few)
{
    blz_check check;
    alone_open(&check, "{'credentialStatus': [{}, {}, {}, {}, {}, {}, {}, {}, {}]}");
    ck_assert_ok(blz_step_status(&check));
    expect_entry(&check, 8, BLZ_STEP_UNKNOWN, "/credentialStatus", "more than 8 statuses");
    ck_assert_uint_eq(check.report->step_count, 9);
    alone_close(&check);
}
END_TEST

START_TEST(what_stands_with_the_dates)
{
    blz_check check;
    alone_open(&check, "{}");
    blz_note_standing(&check, "not revoked", "2026-05-02");
    ck_assert_str_eq(check.standing, "not revoked (status list of 2026-05-02)");
    blz_note_standing(&check, "not suspended", NULL);
    ck_assert_str_eq(check.standing, "not revoked (status list of 2026-05-02), not suspended");
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/step_status", what_others_would_have_to_say, every_entry_is_asked, not_more_than_a_few,
          what_stands_with_the_dates)
