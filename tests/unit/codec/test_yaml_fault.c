#include "unit/codec/slip.h"

#define IN_TEXT "a colon and a space within a text start a new name / "

START_TEST(a_colon_within_a_text)
{
    explains("a: b: c\n", "1:5-1:6 " IN_TEXT "put the text in quotes: a: \"b: c\"");
    explains("- a: b: c\n", "1:7-1:8 " IN_TEXT "put the text in quotes: a: \"b: c\"");
    explains("a: say \"x: y\"\n", "1:10-1:11 " IN_TEXT "put the text in quotes: a: 'say \"x: y\"'");
    explains("a: \xE2\x80\x9Cone: two\xE2\x80\x9D\n",
             "1:8-1:9 " IN_TEXT "put the text in straight quotes: a: \"one: two\"");
    explains("a: text\n  some words: more\n",
             "2:13-2:14 " IN_TEXT "if this goes on with the text of line 1, put that whole text in quotes");
}
END_TEST

/* From 201 bytes on a line is too long to be repeated. */
START_TEST(a_long_text_is_not_repeated)
{
    char text[220], expected[400], value[200] = "b: ";
    memset(value + 3, 'x', 195);
    snprintf(text, sizeof text, "a: %.*s\n", 197, value);
    snprintf(expected, sizeof expected, "1:5-1:6 " IN_TEXT "put the text in quotes: a: \"%.*s\"", 197, value);
    explains(text, expected);
    snprintf(text, sizeof text, "a: %s\n", value);
    explains(text, "1:5-1:6 " IN_TEXT "put the whole text in quotes, between \" and \"");
}
END_TEST

START_TEST(names_at_a_wrong_depth)
{
    explains(
        "a: text\n  b: more\n",
        "2:3-2:4 this name is indented below line 1, which has a text already / indent both alike; if this "
        "belongs to \"a\", nothing else may stand behind its colon");
    explains(
        "a:\n  - b: 1\n\n\n     c: 2\n",
        "5:6-5:7 this name is indented below line 2, which has a text already / indent both alike; if this "
        "belongs to \"b\", nothing else may stand behind its colon");
    explains(
        "  a: 1\n b: 2\n",
        "2:2-2:6 this line is no part of what stands above it / align it with the first line of the file");
    explains("a:\n  - b\n c\n",
             "3:2-3:3 the indentation of this line fits none of the lines above / align it "
             "with the lines that it belongs to");
}
END_TEST

#define NO_COLON "this line has no colon, so that it is not a name with a value / "

START_TEST(lines_without_a_colon)
{
    explains("a: 1\nnothing here\nb: 2\n",
             "2:1-2:13 " NO_COLON
             "write \"name: value\", or indent the line if it goes on with the text above");
    explains("nothing\nb: 2\n",
             "1:1-1:8 " NO_COLON
             "write \"name: value\"; a text over several lines goes in quotes or behind |");
    explains("see https://example.edu\nb: 2\n",
             "1:1-1:24 " NO_COLON
             "write \"name: value\"; a text over several lines goes in quotes or behind |");
}
END_TEST

#define GLUED_COLON "a space is missing behind this colon / write \"name: value\""
#define GLUED_DASH "a space is missing behind this dash / write \"- item\""

START_TEST(spaces_that_are_missing)
{
    explains("a: 1\nname:value\nb: 2\n", "2:5-2:6 " GLUED_COLON);
    explains("blazon:rubric/1\nid: x\n", "1:7-1:8 " GLUED_COLON);
    explains("- a\n-b\n", "2:1-2:2 " GLUED_DASH);
    explains("-{a: 1}: b\n", "1:1-1:2 " GLUED_DASH);
    explains("-a\nb: c\n", "1:1-1:2 " GLUED_DASH);
}
END_TEST

START_TEST(a_name_is_not_endless)
{
    static char text[1100];
    memset(text, 'x', sizeof text);
    memcpy(text, "a: 1\n", 5);
    memcpy(text + sizeof text - 5, ": b\n", 5);
    explains(text,
             "2:1-2:2 this name is longer than 1024 characters / put the text behind the name and the colon");
    explains("a: 1\n[b]\nc: 2\n",
             "2:1-2:4 this stands where a name is expected / put a text that starts with { or [ in quotes");
}
END_TEST

START_TEST(what_follows_something_whole)
{
    explains("a: \"x\" y\n", "1:8-1:9 text follows behind the closing quotation mark / put the whole text in "
                             "quotes, and write \\\" for a quotation mark within it");
    explains("a: 'it's'\n", "1:8-1:10 text follows behind the closing quotation mark / put the whole text in "
                            "double quotes, in which an apostrophe may stand");
    explains(
        "a: \"one\n  two\" three\n",
        "2:6-2:7 this ends the text that a quotation mark on line 1 begins / write the closing mark on line "
        "1, at the end of the text");
    explains("a: [x] y\n",
             "1:8-1:9 text follows behind a list in brackets: [ at the start makes it a list / put "
             "the text in quotes");
    explains("- {x: 1} y\n",
             "1:10-1:11 text follows behind a mapping in braces: { at the start makes it a mapping "
             "/ put the text in quotes");
}
END_TEST

START_TEST(a_name_before_a_colon)
{
    explains("a: 1\n: 2\n", "2:1-2:2 a name is missing before this colon / write \"name: value\"");
}
END_TEST

#define NO_ITEM "this line stands in the middle of a list and is not an item of it / "

START_TEST(lines_between_items)
{
    explains("- a\nb: c\n", "2:1-2:5 " NO_ITEM "start it with \"- \", or align it with what it belongs to");
    explains("- a: 1\n  b: 2\n c: 3\n",
             "3:2-3:6 " NO_ITEM "align it with \"a\" on line 1; a new item starts with \"- \"");
}
END_TEST

#define FOREVER "the quotation mark that opens here is never closed / "
#define OPEN_LIST                                                                                            \
    "in the list that this [ opens, a comma or the closing ] is missing / a text that starts with [ goes "   \
    "in quotes"
#define OPEN_MAPPING                                                                                         \
    "in the mapping that this { opens, a comma or the closing } is missing / a text that starts with { "     \
    "goes "                                                                                                  \
    "in quotes"

START_TEST(what_is_never_closed)
{
    explains("a: \"open\nb: 1\n", "1:4-1:5 " FOREVER "write the same mark at the end of the text");
    explains("a: \"x\n---\ny\"\n", "1:4-1:5 " FOREVER "write the same mark at the end of the text");
    explains("a: 'open\n", "1:4-1:5 " FOREVER "close it; a text with an apostrophe goes in double quotes");
    explains("a: [1, 2\nb: 3\n", "1:4-1:5 " OPEN_LIST);
    explains("{a: b\n", "1:1-1:2 " OPEN_MAPPING);
}
END_TEST

/* libyaml expects a value at the end of the text, where no character is that could be named. */
START_TEST(a_list_that_ends_with_the_text)
{
    explains("a: [", "1:4-1:5 " OPEN_LIST);
    explains("a: [1,\n", "1:4-1:5 " OPEN_LIST);
    explains("a: [[1], {b: 2},", "1:4-1:5 " OPEN_LIST);
    explains("a: [\"]\",", "1:4-1:5 " OPEN_LIST);
    explains("[[1], [", "1:7-1:8 " OPEN_LIST);
}
END_TEST

#define CANNOT "a text without quotes cannot start with "
#define QUOTE " / put the text in quotes"

START_TEST(characters_with_a_meaning)
{
    explains("a: @b\n", "1:4-1:5 " CANNOT "@" QUOTE);
    explains("a: `b\n", "1:4-1:5 " CANNOT "`" QUOTE);
    explains("a: %b\n", "1:4-1:5 " CANNOT "%" QUOTE);
    explains("a: &\n", "1:4-1:5 " CANNOT "&" QUOTE);
    explains("a: *\n", "1:4-1:5 " CANNOT "*" QUOTE);
    explains("a: !<x\n", "1:4-1:5 " CANNOT "!" QUOTE);
    explains("a: ]\n", "1:4-1:5 " CANNOT "]" QUOTE);
    explains("a: ? b\n", "1:4-1:5 " CANNOT "?" QUOTE);
    explains("%FOO", "1:1-1:2 " CANNOT "%" QUOTE);
    explains("a: | text\n",
             "1:4-1:5 behind | nothing may follow on the same line / start the text on the next "
             "line, indented, or put it in quotes");
    explains("a: > text\n",
             "1:4-1:5 behind > nothing may follow on the same line / start the text on the next "
             "line, indented, or put it in quotes");
    explains("a: - b\n",
             "1:4-1:5 a list cannot start on the line of its name / put \"- \" on a line of its own; "
             "if a dash was meant, put the text in quotes");
}
END_TEST

#define ESCAPE                                                                                               \
    "in double quotes, a backslash starts an escape, and this one does not exist / write \\\\ for a "        \
    "backslash, "                                                                                            \
    "or put the text in single quotes"

START_TEST(escapes)
{
    explains("a: \"C:\\Users\"\n", "1:7-1:8 " ESCAPE);
    explains("a: \"\\q\"\n", "1:5-1:6 " ESCAPE);
    explains("a: \"\\n \\xZZ\"\n", "1:8-1:9 " ESCAPE);
}
END_TEST

START_TEST(tabs)
{
    explains("a:\n\tb: 1\n", "2:1-2:2 a tab is used to indent this line / indent with spaces only");
    explains("a:\n  \t- b\n", "2:3-2:4 a tab is used to indent this line / indent with spaces only");
}
END_TEST

START_TEST(ends_in_the_middle)
{
    explains("a: b\n...\nc: d\n",
             "2:1-2:4 these three dots end the file, but it goes on below them / take the dots "
             "out, or put the text that they belong to in quotes");
    explains(
        "[a]\nb: c\n",
        "2:1-2:5 this line is no part of what stands above it / align it with the first line of the file");
}
END_TEST

START_TEST(the_words_of_the_parser_where_there_are_no_better_ones)
{
    explains("%YAML 3\n---\na\n",
             "1:8-2:1 this is not well-formed YAML / the YAML parser says: while scanning a "
             "%YAML directive, did not find expected digit or '.' character");
}
END_TEST

START_TEST(a_byte_order_mark_is_no_column)
{
    explains("\xEF\xBB\xBF"
             "a: b: c\n",
             "1:5-1:6 " IN_TEXT "put the text in quotes: a: \"b: c\"");
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    static const char *const texts[] = {"a: b: c\n", "a: text\n  b: more\n", "- a: 1\n b: 2\n",
                                        "%YAML 3\n---\n"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++)
        for (EACH_ALLOCATION_FAILS(f)) {
            BLZ_AUTO(blz_diags) diags = NULL;
            blz_mem_set_failing(fails_at, &f);
            blz_status status = explain_text(&diags, texts[i]);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        }
}
END_TEST

UNIT_MAIN("codec/yaml_fault", a_colon_within_a_text, a_long_text_is_not_repeated, names_at_a_wrong_depth,
          lines_without_a_colon, spaces_that_are_missing, a_name_is_not_endless, what_follows_something_whole,
          a_name_before_a_colon, lines_between_items, what_is_never_closed, a_list_that_ends_with_the_text,
          characters_with_a_meaning, escapes, tabs, ends_in_the_middle,
          the_words_of_the_parser_where_there_are_no_better_ones, a_byte_order_mark_is_no_column,
          a_failing_allocation_is_reported)
