#include "unit/unit.h"

#include "out/wrap.h"

static void assert_wrapped(const char *text, size_t column, size_t width, const char *expected)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(1000);
    ck_assert_ok(blz_wrap_puts(&buf, text, column, "    ", width));
    ck_assert_str_eq(buf.data ? buf.data : "", expected);
}

START_TEST(words_go_to_the_next_line)
{
    assert_wrapped("one two three four", 0, 9, "one two\n    three\n    four");
    assert_wrapped("one two", 0, 7, "one two");
    assert_wrapped("one two", 1, 7, "one\n    two");
}
END_TEST

START_TEST(a_long_word_is_kept_whole)
{
    assert_wrapped("https://badges.example.edu/ct a", 0, 8, "https://badges.example.edu/ct\n    a");
}
END_TEST

START_TEST(space_is_evened_out)
{
    assert_wrapped("  one\n two\t ", 0, 20, "one two");
    assert_wrapped("", 0, 20, "");
}
END_TEST

START_TEST(columns_count_not_bytes)
{
    assert_wrapped("\xC3\xA9\xC3\xA9 \xC3\xA9", 0, 4, "\xC3\xA9\xC3\xA9 \xC3\xA9");
    assert_wrapped("\x1B x", 0, 7, "\\u{1B}\n    x");
}
END_TEST

START_TEST(style_only_where_it_is_on)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(1000);
    ck_assert_ok(blz_style_puts(&buf, false, "1", "a"));
    ck_assert_ok(blz_style_puts(&buf, true, "1", "b"));
    ck_assert_str_eq(buf.data, "a\x1B[1mb\x1B[0m");
}
END_TEST

START_TEST(the_cap_is_reported)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(5);
    ck_assert_int_eq(blz_wrap_puts(&buf, "one two three", 0, "", 80), BLZ_ERR_LIMIT);
}
END_TEST

UNIT_MAIN("out/wrap", words_go_to_the_next_line, a_long_word_is_kept_whole, space_is_evened_out,
          columns_count_not_bytes, style_only_where_it_is_on, the_cap_is_reported)
