#include "unit/out/findings.h"

static void assert_github(const blz_diags *diags, const char *expected)
{
    char *text = findings_write("github", diags, NULL);
    ck_assert_str_eq(text, expected);
    blz_free(text);
}

START_TEST(columns_only_on_one_line)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "a.yaml", "", "BLZ503",
                 (blz_diag){.span = {4, 5, 4, 9}, .message = "m", .reason = "r", .hint = "h"});
    findings_add(diags, "a.yaml", "", "BLZ201", (blz_diag){.span = {4, 5, 6, 9}, .message = "m"});
    findings_add(diags, "a.yaml", "", "BLZ804", (blz_diag){.span = {4, 5, 4, 5}, .message = "m"});
    findings_add(diags, "a.yaml", "", "BLZ001", (blz_diag){.message = "m"});
    findings_add(diags, NULL, NULL, "BLZ901", (blz_diag){.message = "m"});
    assert_github(diags,
                  "::error title=BLZ503 empty-descriptor,file=a.yaml,line=4,col=5,endColumn=9::m%0Ar%0Ah\n"
                  "::warning title=BLZ201 several-competencies,file=a.yaml,line=4,endLine=6::m\n"
                  "::notice title=BLZ804 no-tags,file=a.yaml,line=4,col=5::m\n"
                  "::error title=BLZ001 unreadable,file=a.yaml::m\n"
                  "::error title=BLZ901 nothing-to-check::m\n");
}
END_TEST

START_TEST(no_text_can_end_the_command)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "a,b:c%\n.yaml", "", "BLZ805",
                 (blz_diag){.message = "100%\r\n::error::x", .reason = "a:b,c", .hint = "\x1B"});
    assert_github(diags, "::warning title=BLZ805 placeholder,file=a%2Cb%3Ac%25%0A.yaml::"
                         "100%25%0D%0A::error::x%0Aa:b,c%0A\\u{1B}\n");
}
END_TEST

START_TEST(none_is_empty)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    assert_github(diags, "");
}
END_TEST

START_TEST(no_memory_is_reported)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "a.yaml", "", "BLZ503", (blz_diag){.span = {4, 5, 4, 9}, .message = "m"});
    findings_sweep("github", diags);
}
END_TEST

UNIT_MAIN("out/github", columns_only_on_one_line, no_text_can_end_the_command, none_is_empty,
          no_memory_is_reported)
