#include "unit/schema/schema.h"

#include "schema/pattern.h"

#define DOT "[^\\n\\r\\x{2028}\\x{2029}]"

START_TEST(what_both_languages_have_is_copied)
{
    static const char *const cases[] = {
        "",
        "^[a-z0-9_-]+$",
        "(?:a|b)*?",
        "(?=a)(?!b)(?<=c)(?<!d)",
        "(?<name>x)\\k<name>\\1",
        "a{2}b{2,}",
        "c{2,3}?",
        "[^\\]]",
        "\\d\\D\\w\\W\\b\\B",
        "\\.\\/\\-\\n\\t\\r\\f",
        "[]",
        "[^]",
        "\xc3\xa9",
        "]}",
        "[\\b*+?.(){}|^$]",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_SCOPED(blz_buf) out = BLZ_BUF(1000);
        const char *problem = NULL;
        ck_assert_ok(blz_buf_puts(&out, ""));
        ck_assert_ok(blz_pattern_translate(&out, cases[i], strlen(cases[i]), &problem));
        ck_assert_str_eq(out.data, cases[i]);
    }
}
END_TEST

START_TEST(what_differs_is_translated)
{
    static const char *const cases[][2] = {
        {"a.b", "a" DOT "b"},
        {".*?", DOT "*?"},
        {"[.]", "[.]"},
        {"[[:alpha:]]", "[\\[:alpha:]]"},
        {"\\u00e9", "\\x{e9}"},
        {"\\u{1F3C5}", "\\x{1f3c5}"},
        {"\\ud83c\\udfc5", "\\x{1f3c5}"},
        {"\\u{000041}", "\\x{41}"},
        {"\\u{10FFFF}", "\\x{10ffff}"},
        {"\\x0aF", "\\x{a}F"},
        {"\\cJ\\cj", "\\x{a}\\x{a}"},
        {"\\v\\0", "\\x{b}\\x{0}"},
        {"\\p{Letter}", "\\p{L}"},
        {"\\P{General_Category=Uppercase_Letter}", "\\P{Lu}"},
        {"\\p{gc=Nd}", "\\p{Nd}"},
        {"[\\p{LC}]", "[\\p{L&}]"},
        {"\\p{Script=Greek}", "\\p{Script=Greek}"},
        {"a{,3}", "a\\{,3}"}, /* newer versions of PCRE2 would repeat it */
        {"a{ 2 }{b", "a\\{ 2 }\\{b"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_SCOPED(blz_buf) out = BLZ_BUF(1000);
        const char *problem = NULL;
        ck_assert_ok(blz_pattern_translate(&out, cases[i][0], strlen(cases[i][0]), &problem));
        ck_assert_str_eq(out.data, cases[i][1]);
    }
}
END_TEST

START_TEST(white_space_is_that_of_javascript)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(2000);
    const char *problem = NULL;
    ck_assert_ok(blz_pattern_translate(&out, "\\s", 2, &problem));
    ck_assert_msg(out.data[0] == '[' && out.data[out.length - 1] == ']', "%s", out.data);
    ck_assert_ptr_nonnull(strstr(out.data, "\\x{feff}"));
    size_t alone = out.length;
    blz_buf_reset(&out);
    ck_assert_ok(blz_pattern_translate(&out, "[\\s]", 4, &problem));
    ck_assert_uint_eq(out.length, alone);
    blz_buf_reset(&out);
    ck_assert_ok(blz_pattern_translate(&out, "[\\S]", 4, &problem));
    ck_assert_ptr_null(strstr(out.data, "\\x{feff}"));
}
END_TEST

START_TEST(what_javascript_does_not_have_is_refused)
{
    static const char repeat[] = "nothing to repeat",
                      group[] = "a kind of group that regular expressions of JavaScript do not have",
                      escape[] = "an escape that regular expressions of JavaScript do not have";
    static const char *const cases[][2] = {
        {"*", repeat},
        {"a|+", repeat},
        {"^*", repeat},
        {"(?:?)", repeat},
        {"a++", repeat},
        {"a{2}+", repeat},
        {"a{2}{3}", repeat},
        {"a???", repeat},
        {"\\b+", repeat},
        {"{2}", repeat},
        {"(*UTF8)", "nothing to repeat behind ("},
        {"(?i)a", group},
        {"(?>a)", group},
        {"(?P<n>a)", group},
        {"(?#c)", group},
        {"\\A", escape},
        {"\\z", escape},
        {"\\Q", escape},
        {"\\_", escape},
        {"[\\B]", "\\B within a class"},
        {"a\\", "a backslash at the end"},
        {"[a", "a [ without its ]"},
        {"[a\\]", "a [ without its ]"},
        {"\\u12g4", "\\u is not followed by four hexadecimal digits"},
        {"\\u12", "\\u is not followed by four hexadecimal digits"},
        {"\\u{}", "\\u{ is not followed by a code point and }"},
        {"\\u{1F3C5", "\\u{ is not followed by a code point and }"},
        {"\\u{110000}", "an escape that is no character"},
        {"\\ud83c", "an escape that is no character"},
        {"\\udfc5", "an escape that is no character"},
        {"\\ud83c\\u0041", "half of a surrogate pair"},
        {"\\x4", "\\x is not followed by two hexadecimal digits"},
        {"\\c1", "\\c is not followed by a letter"},
        {"\\c", "\\c is not followed by a letter"},
        {"\\pL", "\\p is not followed by {a property}"},
        {"\\p{L", "\\p is not followed by {a property}"},
        {"\\p{AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA}",
         "\\p is not followed by {a property}"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_SCOPED(blz_buf) out = BLZ_BUF(1000);
        const char *problem = "";
        blz_status status = blz_pattern_translate(&out, cases[i][0], strlen(cases[i][0]), &problem);
        ck_assert_msg(status == BLZ_ERR_INVALID, "%s: %s", cases[i][0], blz_status_text(status));
        ck_assert_msg(strcmp(problem, cases[i][1]) == 0, "%s: %s", cases[i][0], problem);
    }
}
END_TEST

START_TEST(its_size_is_that_of_the_buffer)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(10);
    const char *problem = NULL;
    ck_assert_int_eq(blz_pattern_translate(&out, "a.", 2, &problem), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(problem);
}
END_TEST

UNIT_MAIN("schema/pattern_ecma", what_both_languages_have_is_copied, what_differs_is_translated,
          white_space_is_that_of_javascript, what_javascript_does_not_have_is_refused,
          its_size_is_that_of_the_buffer)
