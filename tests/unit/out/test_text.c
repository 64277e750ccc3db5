#include "unit/out/findings.h"

static const char lesson[] = "a: 1\n        basic:\n";

static blz_diag empty_descriptor(void)
{
    return (blz_diag){.pointer = "/rubric",
                      .span = {2, 9, 2, 14},
                      .message = "level \"basic\" of criterion \"question\" has no descriptor",
                      .reason = "an assessor cannot tell \"basic\" from \"not-yet\"",
                      .hint = "say what the work shows at this level"};
}

static void assert_text(const blz_diags *diags, const blz_out_options *options, const char *expected)
{
    char *text = findings_write("text", diags, options);
    ck_assert_str_eq(text, expected);
    blz_free(text);
}

START_TEST(looks_as_designed)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "data-practices.yaml", lesson, "BLZ503", empty_descriptor());
    assert_text(diags, NULL,
                "data-practices.yaml:2:9: error BLZ503 empty-descriptor\n"
                "    2 |         basic:\n"
                "      |         ^^^^^ level \"basic\" of criterion \"question\" has no descriptor\n"
                "      = an assessor cannot tell \"basic\" from \"not-yet\"\n"
                "      = say what the work shows at this level\n"
                "      = blazon explain BLZ503\n");
}
END_TEST

START_TEST(none_is_empty)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    assert_text(diags, NULL, "");
}
END_TEST

START_TEST(without_a_place_the_message_is_a_note)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, NULL, NULL, "BLZ901", (blz_diag){.message = "there is nothing to check"});
    findings_add(diags, "none.yaml", "", "BLZ001", (blz_diag){.message = "it cannot be opened"});
    findings_add(diags, "end.yaml", "", "BLZ002",
                 (blz_diag){.span = {7, 1, 7, 1}, .message = "it stops too early"});
    assert_text(diags, NULL,
                "error BLZ901 nothing-to-check\n"
                "      = there is nothing to check\n"
                "      = blazon explain BLZ901\n"
                "\n"
                "none.yaml: error BLZ001 unreadable\n"
                "      = it cannot be opened\n"
                "      = blazon explain BLZ001\n"
                "\n"
                "end.yaml:7:1: error BLZ002 yaml-syntax\n"
                "      = it stops too early\n"
                "      = blazon explain BLZ002\n");
}
END_TEST

START_TEST(a_message_without_room_gets_its_own_lines)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "d.yaml", lesson, "BLZ503", empty_descriptor());
    assert_text(diags, &(blz_out_options){.width = 50},
                "d.yaml:2:9: error BLZ503 empty-descriptor\n"
                "    2 |         basic:\n"
                "      |         ^^^^^\n"
                "      | level \"basic\" of criterion \"question\" has\n"
                "      | no descriptor\n"
                "      = an assessor cannot tell \"basic\" from\n"
                "        \"not-yet\"\n"
                "      = say what the work shows at this level\n"
                "      = blazon explain BLZ503\n");
}
END_TEST

START_TEST(a_file_cannot_write_escapes)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "\x1B]0;x.yaml", "\x1B[2J\xE2\x80\xAE\n", "BLZ805",
                 (blz_diag){.span = {1, 1, 1, 5}, .message = "\x1B[31mred\nline", .hint = "\x9B"});
    assert_text(diags, NULL,
                "\\u{1B}]0;x.yaml:1:1: warning BLZ805 placeholder\n"
                "    1 | \\u{1B}[2J\\u{202E}\n"
                "      | ^^^^^^^^^ \\u{1B}[31mred line\n"
                "      = \\x{9B}\n"
                "      = blazon explain BLZ805\n");
}
END_TEST

START_TEST(colour_is_optional)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "d.yaml", "\n\n", "BLZ804", (blz_diag){.span = {1, 1, 1, 1}, .message = "no tags"});
    assert_text(diags, &(blz_out_options){.color = true},
                "\x1B[1md.yaml:1:1:\x1B[0m \x1B[1;36mnote\x1B[0m BLZ804 no-tags\n"
                "\x1B[34m    1 |\x1B[0m\n"
                "\x1B[34m      |\x1B[0m \x1B[1;36m^\x1B[0m no tags\n"
                "\x1B[34m      = \x1B[0mblazon explain BLZ804\n");
}
END_TEST

START_TEST(no_memory_is_reported)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "data-practices.yaml", lesson, "BLZ503", empty_descriptor());
    findings_sweep("text", diags);
}
END_TEST

UNIT_MAIN("out/text", looks_as_designed, none_is_empty, without_a_place_the_message_is_a_note,
          a_message_without_room_gets_its_own_lines, a_file_cannot_write_escapes, colour_is_optional,
          no_memory_is_reported)
