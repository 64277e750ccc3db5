#include "unit/unit.h"

#include <string.h>

#include "base/source.h"
#include "out/snippet.h"

typedef struct shown {
    char text[200];
    size_t from, to;
} shown;

static shown show(const char *text, blz_span span, size_t width)
{
    shown s = {.text = ""};
    blz_source *source = NULL;
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(1000);
    ck_assert_ok(blz_source_new(&source, "t", text, strlen(text)));
    ck_assert_ok(blz_snippet_puts(&buf, source, &span, width, &s.from, &s.to));
    if (buf.data) memcpy(s.text, buf.data, buf.length + 1);
    blz_source_unref(source);
    return s;
}

START_TEST(a_short_line_is_shown_whole)
{
    shown s = show("a: 1\n  basic: \"\"  \n", (blz_span){2, 3, 2, 8}, 80);
    ck_assert_str_eq(s.text, "  basic: \"\"");
    ck_assert_uint_eq(s.from, 2);
    ck_assert_uint_eq(s.to, 7);
}
END_TEST

START_TEST(marks_follow_what_is_seen)
{
    shown s = show("\t\xE5\xAD\xA6: x", (blz_span){1, 2, 1, 3}, 80);
    ck_assert_str_eq(s.text, "    \xE5\xAD\xA6: x");
    ck_assert_uint_eq(s.from, 4);
    ck_assert_uint_eq(s.to, 6);
    s = show("\x1Bx", (blz_span){1, 2, 1, 3}, 80);
    ck_assert_str_eq(s.text, "\\u{1B}x");
    ck_assert_uint_eq(s.from, 6);
    s = show("\x89PNG", (blz_span){1, 1, 1, 4}, 80);
    ck_assert_str_eq(s.text, "\\x{89}PNG");
}
END_TEST

START_TEST(several_lines_are_marked_to_the_end_of_the_first)
{
    shown s = show("ab: |\n  c\n", (blz_span){1, 5, 2, 4}, 80);
    ck_assert_uint_eq(s.from, 4);
    ck_assert_uint_eq(s.to, 5);
}
END_TEST

START_TEST(nothing_is_marked_with_one_column)
{
    shown s = show("ab", (blz_span){1, 3, 1, 3}, 80);
    ck_assert_uint_eq(s.from, 2);
    ck_assert_uint_eq(s.to, 3);
    s = show("ab", (blz_span){1, 9, 1, 12}, 80);
    ck_assert_uint_eq(s.from, 2);
}
END_TEST

START_TEST(a_long_line_is_cut_around_the_span)
{
    const char *line = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    shown s = show(line, (blz_span){1, 1, 1, 3}, 20);
    ck_assert_str_eq(s.text, "0123456789abcdefg...");
    s = show(line, (blz_span){1, 37, 1, 39}, 20);
    ck_assert_str_eq(s.text, "...xyzABCDEFGHIJK...");
    ck_assert_uint_eq(s.from, 6);
    ck_assert_int_eq(s.text[s.from], 'A');
    s = show(line, (blz_span){1, 60, 1, 63}, 20);
    ck_assert_int_eq(s.text[s.from], 'X');
    ck_assert_uint_eq(s.to - s.from, 3);
    s = show(line, (blz_span){1, 1, 1, 60}, 20);
    ck_assert_uint_eq(s.to, 20);
}
END_TEST

START_TEST(a_wide_character_on_the_cut_leaves_a_gap)
{
    const char *line =
        "0123456789\xE5\xAD\xA6\xE5\xAD\xA6\xE5\xAD\xA6\xE5\xAD\xA6\xE5\xAD\xA6\xE5\xAD\xA6zzzzzzzzzz";
    shown s = show(line, (blz_span){1, 17, 1, 18}, 18);
    ck_assert_uint_eq(s.from, 6);
    ck_assert_str_eq(s.text, "... \xE5\xAD\xA6zzzzzzzzzz");
}
END_TEST

/* A megabyte of one line, where what stands in front of the window takes two bytes a character. */
START_TEST(a_very_long_line_costs_little)
{
    enum { PAIRS = 1 << 19, SHOWN = 500 };
    char *line = blz_malloc(2 * PAIRS + 7);
    for (size_t i = 0; i < PAIRS; i++)
        memcpy(line + 2 * i, "\xC3\xA9", 2);
    memcpy(line + 2 * PAIRS, "<here>", 7);
    shown s = {0};
    for (size_t i = 0; i < SHOWN; i++)
        s = show(line, (blz_span){1, PAIRS + 2, 1, PAIRS + 6}, 40);
    blz_free(line);
    ck_assert_uint_eq(s.to - s.from, 4);
    ck_assert_str_eq(s.text + strlen(s.text) - 8, "\xC3\xA9<here>");
    ck_assert_ptr_eq(strstr(s.text, "..."), s.text);
}
END_TEST

START_TEST(no_such_line_is_nothing)
{
    shown s = show("a", (blz_span){5, 1, 5, 2}, 80);
    ck_assert_str_eq(s.text, "");
    ck_assert_uint_eq(s.to, 0);
}
END_TEST

UNIT_MAIN("out/snippet", a_short_line_is_shown_whole, marks_follow_what_is_seen,
          several_lines_are_marked_to_the_end_of_the_first, nothing_is_marked_with_one_column,
          a_long_line_is_cut_around_the_span, a_wide_character_on_the_cut_leaves_a_gap,
          a_very_long_line_costs_little, no_such_line_is_nothing)
