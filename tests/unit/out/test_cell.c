#include "unit/unit.h"

#include <string.h>

#include "out/cell.h"

static char *safe(const char *text)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(1000);
    char *out = NULL;
    ck_assert_ok(blz_cell_puts(&buf, text));
    ck_assert_ok(blz_buf_take(&buf, &out, NULL));
    return out;
}

static void assert_safe(const char *text, const char *expected, size_t width)
{
    char *out = safe(text);
    ck_assert_str_eq(out, expected);
    ck_assert_uint_eq(blz_cell_width(text), width);
    free(out);
}

START_TEST(plain_text_stays)
{
    assert_safe("", "", 0);
    assert_safe("Driving question", "Driving question", 16);
    assert_safe("\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9", 3);
}
END_TEST

START_TEST(terminal_escapes_are_shown_not_sent)
{
    assert_safe("\x1B[31m", "\\u{1B}[31m", 10);
    assert_safe("a\x7F", "a\\u{7F}", 7);
    assert_safe("\xC2\x9B", "\\u{9B}", 6);
    assert_safe("\xE2\x80\xAE", "\\u{202E}", 8);
    assert_safe("\xEF\xBB\xBF", "\\u{FEFF}", 8);
    assert_safe("\xF3\xA0\x80\x81", "\\u{E0001}", 9);
    assert_safe("a\r\tb\n", "a\\u{D} b ", 9);
}
END_TEST

START_TEST(what_is_not_utf8_is_named)
{
    assert_safe("\xFF", "\\x{FF}", 6);
    assert_safe("\xC3", "\\x{C3}", 6);
    assert_safe("\xC0\x80", "\\x{C0}\\x{80}", 12);
    assert_safe("\xE0\x80\x80", "\\x{E0}\\x{80}\\x{80}", 18);
    assert_safe("\xED\xA0\x80", "\\x{ED}\\x{A0}\\x{80}", 18);
    assert_safe("\xF4\x90\x80\x80", "\\x{F4}\\x{90}\\x{80}\\x{80}", 24);
    assert_safe("\xE2\x28", "\\x{E2}(", 7);
}
END_TEST

START_TEST(wide_and_combining_characters_take_their_columns)
{
    assert_safe("\xE5\xAD\xA6", "\xE5\xAD\xA6", 2);
    assert_safe("e\xCC\x81", "e\xCC\x81", 1);
    assert_safe("\xF0\x9F\x8E\x93", "\xF0\x9F\x8E\x93", 2);
}
END_TEST

START_TEST(a_tab_goes_to_the_next_stop)
{
    const char tab[] = "\t";
    for (unsigned column = 0; column < 9; column++) {
        blz_cell cell = blz_cell_at(tab, tab + 1, column);
        ck_assert_uint_eq((column + cell.columns) % 4, 0);
        ck_assert_uint_eq(strlen(cell.text), cell.columns);
    }
    blz_cell none = blz_cell_at(tab + 1, tab + 1, 0);
    ck_assert_uint_eq(none.bytes, 0);
}
END_TEST

UNIT_MAIN("out/cell", plain_text_stays, terminal_escapes_are_shown_not_sent, what_is_not_utf8_is_named,
          wide_and_combining_characters_take_their_columns, a_tab_goes_to_the_next_stop)
