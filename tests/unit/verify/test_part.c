#include "alone.h"
#include "verify/part.h"

static blz_report *part_with(blz_verdict verdict, const blz_step *steps, size_t count)
{
    blz_report *report = NULL;
    ck_assert_ok(blz_report_new(&report, "part", BLZ_POLICY_SPEC));
    for (size_t i = 0; i < count; i++)
        ck_assert_ok(blz_report_add_step(report, &steps[i]));
    report->verdict = verdict;
    return report;
}

static const blz_step entries[] = {
    {.id = "a", .outcome = BLZ_STEP_PASS, .message = "good", .spec = ""},
    {.id = "b", .outcome = BLZ_STEP_UNKNOWN, .message = "open", .spec = ""},
    {.id = "c", .outcome = BLZ_STEP_FAIL, .message = "bad", .spec = ""},
};

START_TEST(the_first_entry_of_a_kind)
{
    blz_report *part = part_with(BLZ_INVALID, entries, 3);
    ck_assert_str_eq(blz_part_entry(part, NULL, BLZ_STEP_FAIL)->id, "c");
    ck_assert_str_eq(blz_part_entry(part, "b", BLZ_STEP_UNKNOWN)->message, "open");
    ck_assert_ptr_null(blz_part_entry(part, "b", BLZ_STEP_FAIL));
    ck_assert_ptr_null(blz_part_entry(part, NULL, BLZ_STEP_WARN));
    blz_report_free(part);
}
END_TEST

static void expect_said(blz_verdict verdict, size_t count, blz_outcome outcome, const char *words)
{
    blz_check check;
    alone_open(&check, "{}");
    blz_report *part = part_with(verdict, entries, count);
    ck_assert_ok(blz_part_say(&check, part, "/x", "the part"));
    expect_entry(&check, 0, outcome, "/x", words);
    blz_report_free(part);
    alone_close(&check);
}

START_TEST(what_became_of_a_part)
{
    expect_said(BLZ_VALID, 1, BLZ_STEP_PASS, "the part holds by its own proof");
    expect_said(BLZ_INVALID, 3, BLZ_STEP_FAIL, "the part does not hold: c: bad");
    expect_said(BLZ_UNDECIDED, 2, BLZ_STEP_UNKNOWN, "the part cannot be decided on: b: open");
    expect_said(BLZ_UNDECIDED, 1, BLZ_STEP_UNKNOWN, "proof.signature: nothing proves who made it");
}
END_TEST

START_TEST(where_a_record_has_its_credentials)
{
    blz_check check;
    alone_open(&check, "{'credentialSubject': {'verifiableCredential': []}}");
    check.kind = BLZ_KIND_RECORD;
    ck_assert(blz_part_is_list(&check, check.subject, "verifiableCredential"));
    ck_assert(!blz_part_is_list(&check, check.subject, "achievement"));
    ck_assert(!blz_part_is_list(&check, check.credential, "verifiableCredential"));
    check.kind = BLZ_KIND_BADGE;
    ck_assert(!blz_part_is_list(&check, check.subject, "verifiableCredential"));
    alone_close(&check);
}
END_TEST

START_TEST(so_many_and_no_more)
{
    blz_check check;
    size_t parts = BLZ_PARTS_MAX - 1;
    bool allowed = false;
    alone_open(&check, "{}");
    check.parts = &parts;
    ck_assert_ok(blz_part_allow(&allowed, &check, "/1", "badges"));
    ck_assert(allowed);
    ck_assert_ok(blz_part_allow(&allowed, &check, "/2", "badges"));
    ck_assert(!allowed);
    ck_assert_ok(blz_part_allow(&allowed, &check, "/3", "badges"));
    ck_assert(!allowed);
    expect_entry(&check, 0, BLZ_STEP_UNKNOWN, "/2", "more than 400 credentials came in one document");
    ck_assert_uint_eq(check.report->step_count, 1);
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/part", the_first_entry_of_a_kind, what_became_of_a_part, where_a_record_has_its_credentials,
          so_many_and_no_more)
