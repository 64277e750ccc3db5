#include "unit/unit.h"

#include <string.h>

#include "base/text.h"

START_TEST(valid_utf8_is_told_from_the_rest)
{
    static const struct {
        const char *text;
        size_t valid;
    } cases[] = {
        {"", 0},
        {"plain", 5},
        {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8E\x93", 9},
        {"\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF", 10},
        {"a\x80", 1},             /* a continuation byte alone */
        {"a\xC0\xAF", 1},         /* overlong, two bytes */
        {"a\xE0\x9F\xBF", 1},     /* overlong, three bytes */
        {"a\xF0\x8F\xBF\xBF", 1}, /* overlong, four bytes */
        {"a\xED\xA0\x80", 1},     /* a surrogate */
        {"a\xF4\x90\x80\x80", 1}, /* beyond U+10FFFF */
        {"a\xF5\x80\x80\x80", 1},
        {"a\xC3", 1}, /* cut off */
        {"a\xE2\x82", 1},
        {"a\xF0\x9F\x8E", 1},
        {"a\xE2\x28\xA1", 1},
        {"a\xFF", 1},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        size_t length = strlen(cases[i].text);
        ck_assert_uint_eq(blz_utf8_valid_prefix(cases[i].text, length), cases[i].valid);
        ck_assert_int_eq(blz_utf8_valid(cases[i].text, length), cases[i].valid == length);
    }
}
END_TEST

/* Wherever a character stands, and whatever stands before it: bytes are looked at in eights. */
START_TEST(valid_prefixes_at_every_place)
{
    static const struct {
        const char *bytes;
        bool valid;
    } rows[] = {{"\xC3\xA9", true},
                {"\xF0\x9F\x8E\x93", true},
                {"\x80", false},
                {"\xC3", false},
                {"\xED\xA0\x80", false}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        for (size_t at = 0; at < 20; at++) {
            char text[40];
            size_t size = strlen(rows[i].bytes);
            memset(text, 'a', sizeof text);
            memcpy(text + at, rows[i].bytes, size);
            for (size_t length = at + size; length <= sizeof text; length++)
                ck_assert_uint_eq(blz_utf8_valid_prefix(text, length), rows[i].valid ? length : at);
        }
    }
}
END_TEST

START_TEST(every_code_point_survives_writing_and_reading)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(16);
    size_t seen = 0;
    for (uint32_t code = 0; code <= 0x110000; code++) {
        blz_buf_reset(&buf);
        uint32_t back = 0;
        bool written = blz_utf8_put(&buf, code) == BLZ_OK;
        size_t n = blz_utf8_next(&back, buf.data, buf.length);
        bool possible = (code < 0xD800 || code > 0xDFFF) && code < 0x110000;
        if (!written || (n == buf.length && back == code) != possible) ck_abort_msg("U+%04X", code);
        seen += n > 0;
    }
    ck_assert_uint_eq(seen, 0x110000 - 0x800);
    uint32_t code;
    ck_assert_uint_eq(blz_utf8_next(&code, "", 0), 0);
}
END_TEST

START_TEST(distances)
{
    ck_assert_uint_eq(blz_edit_distance("rubric", "rubric", 3), 0);
    ck_assert_uint_eq(blz_edit_distance("Rubric", "rUBRIC", 3), 0);
    ck_assert_uint_eq(blz_edit_distance("rubrik", "rubric", 3), 1);
    ck_assert_uint_eq(blz_edit_distance("ruubric", "rubric", 3), 1);
    ck_assert_uint_eq(blz_edit_distance("rbric", "rubric", 3), 1);
    ck_assert_uint_eq(blz_edit_distance("rubirc", "rubric", 3), 1);
    ck_assert_uint_eq(blz_edit_distance("kitten", "sitting", 3), 3);
    ck_assert_uint_eq(blz_edit_distance("kitten", "sitting", 2), 3);
    ck_assert_uint_eq(blz_edit_distance("", "abc", 9), 3);
    char longer[80] = {0};
    memset(longer, 'x', 70);
    ck_assert_uint_eq(blz_edit_distance(longer, longer, 5), 6);
}
END_TEST

START_TEST(suggestions_are_near_or_absent)
{
    static const char *const keys[] = {"id", "name", "description", "evidence", "rubric"};
    ck_assert_str_eq(blz_suggest("descripton", keys, 5), "description");
    ck_assert_str_eq(blz_suggest("Name", keys, 5), "name");
    ck_assert_str_eq(blz_suggest("rubrick", keys, 5), "rubric");
    ck_assert_str_eq(blz_suggest("evidense", keys, 5), "evidence");
    ck_assert_ptr_null(blz_suggest("competency", keys, 5));
    ck_assert_ptr_null(blz_suggest("x", keys, 5));
    ck_assert_ptr_null(blz_suggest("", keys, 5));
    ck_assert_ptr_null(blz_suggest("name", keys, 0));
}
END_TEST

static void shows(const char *text, const char *expected)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(1000);
    ck_assert_ok(blz_text_escape_terminal(&buf, text, strlen(text)));
    ck_assert_ok(blz_buf_puts(&buf, ""));
    ck_assert_str_eq(buf.data, expected);
    BLZ_AUTO(blz_text) safe = NULL;
    ck_assert_ok(blz_text_safe(&safe, text));
    ck_assert_str_eq(safe, expected);
}

START_TEST(what_could_deceive_becomes_visible)
{
    shows("caf\xC3\xA9 \xF0\x9F\x8E\x93", "caf\xC3\xA9 \xF0\x9F\x8E\x93");
    shows("a\tb", "a b");
    shows("\x1B[31mred", "\\u{001B}[31mred");
    shows("line\nnext\x7F", "line\\u{000A}next\\u{007F}");
    shows("\xC2\x9B"
          "31m",
          "\\u{009B}31m");
    shows("gpj.\xE2\x80\xAE"
          "exe",
          "gpj.\\u{202E}exe");
    shows("\xEF\xBB\xBFx", "\\u{FEFF}x");
    shows("\xF3\xA0\x81\x81", "\\u{E0041}");
    shows("bad \xFF\xC3", "bad \\x{FF}\\x{C3}");
    shows("exam\xE2\x80\x8Dple", "exam\\u{200D}ple");
    /* a family, and a Persian word, are written with joiners */
    shows("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
    shows("\xD9\x85\xE2\x80\x8C\xD8\xAE", "\xD9\x85\xE2\x80\x8C\xD8\xAE");
}
END_TEST

START_TEST(slices_compare_with_texts)
{
    ck_assert(blz_slice_is((blz_slice){"https:", 5}, "https"));
    ck_assert(!blz_slice_is((blz_slice){"https:", 6}, "https"));
    ck_assert(!blz_slice_is((blz_slice){0}, ""));
    ck_assert(blz_slice_is((blz_slice){"x", 0}, ""));
}
END_TEST

UNIT_MAIN("base/text", valid_utf8_is_told_from_the_rest, valid_prefixes_at_every_place,
          every_code_point_survives_writing_and_reading, distances, suggestions_are_near_or_absent,
          what_could_deceive_becomes_visible, slices_compare_with_texts)
