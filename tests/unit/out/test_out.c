#include "unit/out/findings.h"

static void assert_summary(const blz_diags *diags, blz_out_totals totals, const char *expected)
{
    char *text = NULL;
    ck_assert_ok(blz_out_summary(&text, diags, &totals));
    ck_assert_str_eq(text, expected);
    blz_free(text);
}

START_TEST(every_format_has_a_name_and_a_summary)
{
    size_t count = 0;
    const blz_out_format *formats = blz_out_formats(&count);
    BLZ_AUTO(blz_diags) diags = findings_none();
    ck_assert_uint_ge(count, 3);
    ck_assert_str_eq(formats[0].name, "text");
    for (size_t i = 0; i < count; i++) {
        ck_assert_uint_gt(strlen(formats[i].summary), 10);
        blz_free(findings_write(formats[i].name, diags, NULL));
    }
}
END_TEST

START_TEST(an_unknown_format_is_refused)
{
    char *text = NULL;
    BLZ_AUTO(blz_diags) diags = findings_none();
    ck_assert_int_eq(blz_out_write(&text, NULL, "pdf", diags, NULL), BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_null(text);
}
END_TEST

START_TEST(the_summary_counts)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    assert_summary(diags, (blz_out_totals){.files = 1}, "1 file checked: nothing to mend");
    assert_summary(diags, (blz_out_totals){.passed_over = 2}, "0 files checked; 2 other files passed over");
    findings_add(diags, NULL, NULL, "BLZ503", (blz_diag){.message = "m"});
    findings_add(diags, NULL, NULL, "BLZ501", (blz_diag){.message = "m"});
    findings_add(diags, NULL, NULL, "BLZ201", (blz_diag){.message = "m"});
    assert_summary(diags, (blz_out_totals){.files = 3}, "3 files checked: 2 errors, 1 warning");
    findings_add(diags, NULL, NULL, "BLZ804", (blz_diag){.message = "m"});
    assert_summary(
        diags, (blz_out_totals){.files = 0, .passed_over = 1, .unreadable = 2},
        "0 files checked: 2 errors, 1 warning, 1 note; 2 could not be opened; 1 other file passed over");
    blz_diags_set_max(diags, 4);
    findings_add(diags, NULL, NULL, "BLZ804", (blz_diag){.message = "m"});
    assert_summary(
        diags, (blz_out_totals){.files = 4, .passed_over = 2},
        "4 files checked: 2 errors, 1 warning, 1 note; 2 other files passed over; 1 more not shown");
}
END_TEST

UNIT_MAIN("out/out", every_format_has_a_name_and_a_summary, an_unknown_format_is_refused, the_summary_counts)
