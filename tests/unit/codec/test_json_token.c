#include "unit/codec/scan.h"

/* The number at the start of the text: its kind and where it ends. */
static blz_status number(bare_text *bare, const char *text, bool wide, blz_json_kind *kind)
{
    bare_text_start(bare, text, strlen(text));
    bare->scanner.wide = wide;
    return blz_json_scan_number(&bare->scanner, kind);
}

START_TEST(numbers_and_what_ends_them)
{
    static const struct {
        const char *text;
        blz_json_kind kind;
        size_t end;
    } rows[] = {
        {"0", BLZ_JSON_INTEGER, 1},
        {"-0", BLZ_JSON_INTEGER, 2},
        {"10,", BLZ_JSON_INTEGER, 2},
        {"7}", BLZ_JSON_INTEGER, 1},
        {"7/", BLZ_JSON_INTEGER, 1},
        {"0.5]", BLZ_JSON_REAL, 3},
        {"-0.0", BLZ_JSON_REAL, 4},
        {"1E5 ", BLZ_JSON_REAL, 3},
        {"1e-05\n", BLZ_JSON_REAL, 5},
        {"9223372036854775807", BLZ_JSON_INTEGER, 19},
        {"-9223372036854775808", BLZ_JSON_INTEGER, 20},
        {"1.7976931348623157e308", BLZ_JSON_REAL, 22},
        {"1e-400", BLZ_JSON_REAL, 6},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_json_kind kind;
        BLZ_SCOPED(bare_text) bare = {0};
        ck_assert_msg(number(&bare, rows[i].text, false, &kind) == BLZ_OK, "%s", rows[i].text);
        ck_assert_int_eq(kind, rows[i].kind);
        ck_assert_uint_eq(bare.scanner.at, rows[i].end);
    }
}
END_TEST

START_TEST(numbers_that_are_none)
{
    static const char *const texts[] = {"-",
                                        "-a",
                                        "00",
                                        "-01",
                                        "1.",
                                        "1.e5",
                                        "1e",
                                        "1e+",
                                        "1.5.",
                                        "1x",
                                        "1-2",
                                        "1'000",
                                        "9223372036854775808",
                                        "-9223372036854775809",
                                        "10000000000000000000",
                                        "1e309",
                                        "-1e309"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        blz_json_kind kind;
        BLZ_SCOPED(bare_text) bare = {0};
        ck_assert_msg(number(&bare, texts[i], false, &kind) == BLZ_ERR_SYNTAX, "%s", texts[i]);
        ck_assert_uint_eq(bare.scanner.fault.start, 0);
        ck_assert_uint_eq(bare.scanner.fault.end, strlen(texts[i]));
    }
}
END_TEST

START_TEST(wide_makes_reals_of_whole_numbers_that_do_not_fit)
{
    static const char *const fits[] = {"9223372036854775807", "-9223372036854775808"};
    static const char *const large[] = {"9223372036854775808", "-9223372036854775809",
                                        "99999999999999999999"};
    blz_json_kind kind;
    for (size_t i = 0; i < BLZ_COUNT_OF(fits); i++) {
        BLZ_SCOPED(bare_text) bare = {0};
        ck_assert_ok(number(&bare, fits[i], true, &kind));
        ck_assert_int_eq(kind, BLZ_JSON_INTEGER);
    }
    for (size_t i = 0; i < BLZ_COUNT_OF(large); i++) {
        BLZ_SCOPED(bare_text) bare = {0};
        ck_assert_ok(number(&bare, large[i], true, &kind));
        ck_assert_int_eq(kind, BLZ_JSON_REAL);
    }
}
END_TEST

/* 309 digits: the border of a double is among these numbers, and no exponent gives it away. */
START_TEST(long_whole_numbers)
{
    char text[311] = "1";
    memset(text + 1, '0', 308);
    blz_json_kind kind;
    BLZ_SCOPED(bare_text) small = {0};
    BLZ_SCOPED(bare_text) large = {0};
    ck_assert_ok(number(&small, text, true, &kind));
    text[0] = '2';
    ck_assert_int_eq(number(&large, text, true, &kind), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(large.scanner.fault.message, "this number is too large");
}
END_TEST

START_TEST(a_number_is_not_refused_for_want_of_memory)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_json_kind kind;
        BLZ_SCOPED(bare_text) bare = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = number(&bare, "1e5", false, &kind);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_ok(status);
    }
}
END_TEST

static blz_status string(bare_text *bare, const char *text, size_t length, bool nul)
{
    bare_text_start(bare, text, length);
    bare->scanner.nul = nul;
    return blz_json_scan_string(&bare->scanner);
}

static void unescapes(const char *text, size_t end, const char *expected, size_t length)
{
    BLZ_SCOPED(bare_text) bare = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(100);
    ck_assert_ok(string(&bare, text, strlen(text), true));
    ck_assert_uint_eq(bare.scanner.at, end);
    ck_assert_ok(blz_json_unescape(&out, bare.bytes, &(blz_json_token){BLZ_JSON_TEXT, 0, end}));
    ck_assert_uint_eq(out.length, length);
    ck_assert_mem_eq(out.data, expected, length + 1);
}

START_TEST(texts_without_their_escapes)
{
    unescapes("\"\"", 2, "", 0);
    unescapes("\"plain\" rest", 7, "plain", 5);
    unescapes("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", 18, "\"\\/\b\f\n\r\t", 8);
    unescapes("\"a\\u00E9b\\u20ac\"", 16,
              "a\xC3\xA9"
              "b\xE2\x82\xAC",
              7);
    unescapes("\"\\uD800\\uDC00\\uDBFF\\uDFFF\"", 26, "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 8);
    unescapes("\"\\uD7FF\\uE000\"", 14, "\xED\x9F\xBF\xEE\x80\x80", 6);
    unescapes("\"a\\u0000b\"", 10, "a\0b", 3);
    unescapes("\"\\\\u0041\"", 9, "\\u0041", 6);
    unescapes("\"\x7F\"", 3, "\x7F", 1);
}
END_TEST

START_TEST(texts_that_are_refused)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"\"", "0-1 BLZ007 the quotation mark that opens here is never closed / close it; a quotation mark "
               "within a text is written \\\""},
        {"\"a\\\"", "0-1 BLZ007 the quotation mark that opens here is never closed / close it; a quotation "
                    "mark within a text is written \\\""},
        {"\"a\\", "2-3 BLZ007 JSON does not know this escape / a backslash that is meant as such is written "
                  "\\\\"},
        {"\"\\x41\"", "1-2 BLZ007 JSON does not know this escape / a backslash that is meant as such is "
                      "written \\\\"},
        {"\"\\u004", "1-3 BLZ007 \\u must be followed by four hexadecimal digits / a backslash that is meant "
                     "as such is written \\\\"},
        {"\"\\u 041\"", "1-3 BLZ007 \\u must be followed by four hexadecimal digits / a backslash that is "
                        "meant as such is written \\\\"},
        {"\"\\u00G0\"", "1-3 BLZ007 \\u must be followed by four hexadecimal digits / a backslash that is "
                        "meant as such is written \\\\"},
        {"\"\\u0000\"", "1-7 BLZ007 the NUL character is not allowed in a text / take the escape out"},
        {"\"\\uDBFF\\uDBFF\"", "1-7 BLZ007 this escape is only one half of a character / characters beyond "
                               "U+FFFF are written as a pair of escapes, or as they are"},
        {"\"\\uD83C\\uDF9\"", "1-7 BLZ007 this escape is only one half of a character / characters beyond "
                              "U+FFFF are written as a pair of escapes, or as they are"},
        {"\"a\r\n\"", "0-2 BLZ007 the quotation mark that opens here is not closed on its line / close it; a "
                      "line break within a text is written \\n"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_SCOPED(bare_text) bare = {0};
        ck_assert_int_eq(string(&bare, rows[i].text, strlen(rows[i].text), false), BLZ_ERR_SYNTAX);
        ck_assert_str_eq(fault_text(&bare.scanner.fault), rows[i].expected);
    }
    BLZ_SCOPED(bare_text) bare = {0};
    ck_assert_int_eq(string(&bare, "\"\0\"", 3, true), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(bare.scanner.fault.message, "a control character cannot stand in a text");
}
END_TEST

START_TEST(the_buffer_is_used_again)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(100);
    ck_assert_ok(blz_json_unescape(&out, "\"long text\"", &(blz_json_token){BLZ_JSON_TEXT, 0, 11}));
    ck_assert_ok(blz_json_unescape(&out, "[\"a\"", &(blz_json_token){BLZ_JSON_NAME, 1, 4}));
    ck_assert_str_eq(out.data, "a");
    BLZ_SCOPED(blz_buf) small = BLZ_BUF(2);
    ck_assert_int_eq(blz_json_unescape(&small, "\"abc\"", &(blz_json_token){BLZ_JSON_TEXT, 0, 5}),
                     BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(no_memory_to_unescape)
{
    static const char *const texts[] = {"\"\"", "\"a\"", "\"\\n\"", "\"a\\u00e9\""};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++)
        for (EACH_ALLOCATION_FAILS(f)) {
            BLZ_SCOPED(blz_buf) out = BLZ_BUF(100);
            blz_mem_set_failing(fails_at, &f);
            blz_status status =
                blz_json_unescape(&out, texts[i], &(blz_json_token){BLZ_JSON_TEXT, 0, strlen(texts[i])});
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        }
}
END_TEST

UNIT_MAIN("codec/json_token", numbers_and_what_ends_them, numbers_that_are_none,
          wide_makes_reals_of_whole_numbers_that_do_not_fit, long_whole_numbers,
          a_number_is_not_refused_for_want_of_memory, texts_without_their_escapes, texts_that_are_refused,
          the_buffer_is_used_again, no_memory_to_unescape)
