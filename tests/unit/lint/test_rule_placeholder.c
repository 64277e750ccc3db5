#include "unit/lint/patch.h"

#define NAME(text) "name: \"" text "\"\n"

START_TEST(texts_pass)
{
    assert_codes(NAME("Todo lists in class"), "");
    assert_codes(NAME("Data [practices] and more"), "");
    assert_codes(NAME("What? Why?"), "");
    assert_codes(NAME("Wait..."), "");
    assert_codes(NAME("[x"), "");
    assert_codes("description: |\n  [First line of two lines of this text]\n  [Second line]\n", "");
}
END_TEST

START_TEST(placeholders_are_told)
{
    assert_codes(NAME("TO"
                      "DO"),
                 "805");
    assert_codes(NAME("Name (TBD)"), "805");
    assert_codes(NAME("..."), "805");
    assert_codes(NAME("\xE2\x80\xA6"), "805");
    assert_codes(NAME("???"), "805");
    assert_codes(NAME("-"), "805");
    assert_codes(NAME("[name of the badge]"), "805");
    assert_codes(NAME("<name>"), "805");
    assert_codes(NAME("Lorem ipsum dolor"), "805");
}
END_TEST

START_TEST(they_are_found_anywhere)
{
    assert_message("tags: [science, ...]\n", "BLZ805", "this text is still a placeholder");
    assert_codes("supports: [{kind: cohort, text: TBD}]\n", "805");
    assert_text_codes("blazon: issuer/1\nid: https://badges.example.edu/i\nname: TBD\n", "805");
}
END_TEST

UNIT_MAIN("lint/rule_placeholder", texts_pass, placeholders_are_told, they_are_found_anywhere)
