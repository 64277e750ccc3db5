#include "unit/codec/scan.h"

/* What is said about `text` where a value (or a name) is expected within the bracket `open`, or at the start
 * of the text where `open` is 0. */
static void says(const char *text, size_t length, char open, bool name, const char *expected)
{
    char whole[80] = {open};
    size_t before = open != 0;
    memcpy(whole + before, text, length);
    BLZ_SCOPED(bare_text) bare = {0};
    bare_text_start(&bare, whole, before + length);
    bare.scanner.at = bare.scanner.depth = before;
    bare.scanner.open[0] = 0;
    ck_assert_int_eq(blz_json_refuse_start(&bare.scanner, name), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(fault_text(&bare.scanner.fault), expected);
}

static void says_of_value(const char *text, const char *expected)
{
    says(text, strlen(text), '[', false, expected);
}

START_TEST(habits_of_other_notations)
{
    says_of_value("'a'", "1-2 BLZ007 single quotes do not count in JSON / put names and texts in double "
                         "quotes: \"...\"");
    says_of_value("\xE2\x80\x9E"
                  "a",
                  "1-4 BLZ007 this is a typographic quotation mark / use the plain one: \"");
    says_of_value("\xC2\xA0\"a\"", "1-3 BLZ007 this is a non-breaking space / use a plain one");
    says_of_value("/* a */", "1-3 BLZ007 JSON has no comments / take the comment out");
    says_of_value("FALSE]", "1-6 BLZ007 false is written in small letters / write false");
    says_of_value("None]", "1-5 BLZ007 JSON does not know None / write null");
    says_of_value("undefined", "1-10 BLZ007 JSON does not know undefined / write null, or leave the member "
                               "out");
    says_of_value("Infinity",
                  "1-9 BLZ007 JSON has no infinite numbers / write null, or leave the member out");
    says_of_value(".5", "1-2 BLZ007 a digit is missing before the decimal point / write 0.5 instead of .5");
}
END_TEST

#define NO_VALUE " BLZ007 this is not a value / put a text in double quotes: \"...\""

START_TEST(a_longer_word_is_no_habit)
{
    says_of_value("Nullable]", "1-9" NO_VALUE);
    says_of_value("Nonetheless]", "1-12" NO_VALUE);
    says_of_value("True_1", "1-7" NO_VALUE);
    says_of_value("NaN\xC3\xA9", "1-6" NO_VALUE);
    says_of_value("True, ", "1-5 BLZ007 true is written in small letters / write true");
}
END_TEST

START_TEST(a_name_is_no_value)
{
    says("None", 4, '{', true, "1-5 BLZ007 a name must stand in double quotes / write it as \"name\": value");
    says("'a'", 3, '{', true,
         "1-2 BLZ007 single quotes do not count in JSON / put names and texts in double quotes: \"...\"");
}
END_TEST

START_TEST(a_word_that_is_cut_off_is_no_habit)
{
    says_of_value("Tru", "1-4" NO_VALUE);
    says_of_value("/", "1-2" NO_VALUE);
    says_of_value("\xE2", "1-2" NO_VALUE);
}
END_TEST

START_TEST(words_end_before_what_has_a_meaning)
{
    static const char *const ends[] = {
        "abc", "abc def", "abc\"", "abc,", "abc:", "abc]", "abc}", "abc[", "abc{"};
    for (size_t i = 0; i < BLZ_COUNT_OF(ends); i++)
        says_of_value(ends[i], "1-4" NO_VALUE);
}
END_TEST

START_TEST(what_it_is_depends_on_what_is_expected)
{
    says("abc", 3, '{', true, "1-4 BLZ007 a name must stand in double quotes / write it as \"name\": value");
    says("abc", 3, 0, false, "0-3 BLZ007 JSON cannot start with this / JSON starts with { or [");
    says("]", 1, 0, false, "0-1 BLZ007 this bracket closes nothing / JSON starts with { or [");
    says("<p>", 3, 0, false,
         "0-1 BLZ007 this looks like HTML or XML, not like JSON / was a web page saved in place of the "
         "badge?");
}
END_TEST

START_TEST(what_is_missing_before_a_comma_or_a_bracket)
{
    says(",", 1, '[', false, "1-2 BLZ007 nothing stands before this comma / take the comma out");
    says(",", 1, '{', true, "1-2 BLZ007 nothing stands before this comma / take the comma out");
    says(",", 1, '{', false,
         "1-2 BLZ007 a value is missing before this comma / put the value in, or take the name out");
    says("}", 1, '{', false,
         "1-2 BLZ007 a value is missing before this bracket / put the value in, or take the name out");
    says(":", 1, '{', false, "1-2 BLZ007 a colon does not belong here / a colon follows a name only");
}
END_TEST

START_TEST(control_characters)
{
    says("\0", 1, '[', false, "1-2 BLZ007 a control character does not belong here / take it out");
    says("\x1F", 1, '{', true, "1-2 BLZ007 a control character does not belong here / take it out");
}
END_TEST

UNIT_MAIN("codec/json_fault", habits_of_other_notations, a_longer_word_is_no_habit, a_name_is_no_value,
          a_word_that_is_cut_off_is_no_habit, words_end_before_what_has_a_meaning,
          what_it_is_depends_on_what_is_expected, what_is_missing_before_a_comma_or_a_bracket,
          control_characters)
