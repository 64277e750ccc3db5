#include "lists.h"

static bench b;

static void expect_list(char *list, blz_verdict verdict, const char *id, blz_outcome outcome,
                        const char *words)
{
    blz_report *report = verify_text(&b, list, NULL);
    expect_step(report, id, outcome, words);
    if (blz_report_verdict(report) != verdict) show_steps(report);
    ck_assert_int_eq(blz_report_verdict(report), verdict);
    ck_assert_str_eq(blz_report_standard(report), "Bitstring Status List 1.0");
    blz_report_free(report);
    free(list);
}

START_TEST(a_list_by_itself)
{
    static const int bits[] = {1, 2, 3, -1};
    bench_open(&b, BLZ_KEY_ED25519);
    expect_list(sealed_list(&b, NULL, NULL), BLZ_VALID, "status-list", BLZ_STEP_PASS,
                "a list for revocation with 131072 entries");
    char *list = sealed_list(&b, bits, NULL), *shown = NULL;
    blz_report *report = verify_text(&b, list, NULL);
    ck_assert_ok(blz_report_text(&shown, report, NULL));
    ck_assert_ptr_nonnull(strstr(shown, "  list        revocation, 3 of 131072 entries set\n"));
    ck_assert_ptr_null(strstr(shown, "achievement"));
    blz_free(shown);
    blz_report_free(report);
    free(list);
    bench_close(&b);
}
END_TEST

START_TEST(lists_that_do_not_hold)
{
    bench_open(&b, BLZ_KEY_ED25519);
#define SUBJECT(members) "{\"credentialSubject\": {" members "}}"
    expect_list(sealed_list(&b, NULL, SUBJECT("\"encodedList\": \"zAAAA\"")), BLZ_INVALID, "status-list",
                BLZ_STEP_FAIL, "does not begin with \"u\"");
    expect_list(sealed_list(&b, NULL, SUBJECT("\"statusPurpose\": null")), BLZ_INVALID, "schema",
                BLZ_STEP_FAIL, "statusPurpose");
    expect_list(sealed_list(&b, NULL, SUBJECT("\"ttl\": -1")), BLZ_INVALID, "schema", BLZ_STEP_FAIL, "");
    expect_list(sealed_list(&b, NULL, "{\"validUntil\": \"2026-05-03T00:00:00Z\"}"), BLZ_INVALID,
                "validity.until", BLZ_STEP_FAIL, "the status list has expired");
    bench_close(&b);
}
END_TEST

/* It may be a good one for whoever reads more: neither the list nor the badge is wrong for that. */
START_TEST(a_list_that_is_too_large)
{
    static served place[2];
    bench_open(&b, BLZ_KEY_ED25519);
    blz_ctx_set_limit(b.ctx, BLZ_LIMIT_BYTES, 131072 / 8 - 1);
    expect_list(sealed_list(&b, NULL, NULL), BLZ_UNDECIDED, "status-list", BLZ_STEP_UNKNOWN,
                "larger, when it is unpacked");
    char *list = sealed_list(&b, NULL, NULL);
    publish(&b, place, list);
    expect_badge(&b, NULL, with_status(REVOCATION("'7'")), BLZ_UNDECIDED, "status", BLZ_STEP_UNKNOWN,
                 "larger, when it is unpacked");
    free(list);
    bench_close(&b);
}
END_TEST

/* A list whose status would be its own, and so on for ever. */
START_TEST(a_list_with_a_status_of_its_own)
{
    static served place[2];
    bench_open(&b, BLZ_KEY_ED25519);
    char *list = sealed_list(&b, NULL, with_status(REVOCATION("'7'")));
    publish(&b, place, list);
    expect_badge(&b, NULL, with_status(REVOCATION("'7'")), BLZ_VALID, "status", BLZ_STEP_PASS, "not revoked");
    free(list);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_status_list", a_list_by_itself, lists_that_do_not_hold, a_list_that_is_too_large,
          a_list_with_a_status_of_its_own)
