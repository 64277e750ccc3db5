#include "unit/schema/schema.h"

#include "schema/pattern.h"

static blz_pattern *compiled(const char *source)
{
    char problem[100] = "";
    blz_pattern *pattern = NULL;
    blz_status status = blz_pattern_compile(&pattern, source, strlen(source), problem, sizeof problem);
    ck_assert_msg(status == BLZ_OK, "%s: %s, %s", source, blz_status_text(status), problem);
    return pattern;
}

static void match(const char *source, const char *text, size_t length, bool wanted)
{
    BLZ_AUTO(blz_pattern) pattern = compiled(source);
    blz_matcher matcher = {0};
    bool matches = !wanted;
    ck_assert_ok(blz_pattern_match(&matches, pattern, &matcher, text, length));
    ck_assert_msg(matches == wanted, "%s and %s", source, text);
    blz_matcher_clear(&matcher);
}

START_TEST(a_pattern_is_found_anywhere)
{
    static const char *const right[][2] = {
        {"", ""},
        {"b", "abc"},
        {"^a.c$", "abc"},
        {"^.$", "\xf0\x9f\x8f\x85"},
        {"^[^]$", "\n"},
        {"^\\p{Letter}+$", "\xc3\xa9t\xc3\xa9"},
        {"^\\P{Lu}$", "a"},
        {"^\\s$", "\xe3\x80\x80"},
        {"^[\\S]$", "x"},
        {"^\\u{1f3c5}\\ud83c\\udfc5$", "\xf0\x9f\x8f\x85\xf0\x9f\x8f\x85"},
        {"^(?<y>a|b)\\k<y>$", "bb"},
        {"^(?:(a)|b)\\1c$", "bc"}, /* a group that did not take part matches nothing */
        {"(?<=a)b", "ab"},
        {"^[[:a]$", ":"},
        {"^a{,3}$", "a{,3}"},
        {"^\\cA\\x41\\v\\0?$", "\x01"
                               "A\v"},
    };
    static const char *const wrong[][2] = {
        {"[]", "a"},           {"^a.c$", "a\nc"},         {"^a$", "a\n"},          {"^\\d$", "\xd9\xa1"},
        {"^\\w$", "\xc3\xa9"}, {"^\\S$", "\xef\xbb\xbf"}, {"^.$", "\xe2\x80\xa8"}, {"A", "a"},
        {"(?!a)a", "a"},       {"^[[:alpha:]]$", "a"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(right); i++)
        match(right[i][0], right[i][1], strlen(right[i][1]), true);
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++)
        match(wrong[i][0], wrong[i][1], strlen(wrong[i][1]), false);
    match("^a\\0b$", "a\0b", 3, true);
}
END_TEST

START_TEST(what_is_no_pattern_is_refused_with_its_reason)
{
    static const char *const cases[][2] = {
        {"[", "a [ without its ]"},
        {"a**", "nothing to repeat"},
        {"\\", "a backslash at the end"},
        {"(a", "missing closing parenthesis"},
        {"[b-a]", "range out of order in character class"},
        {"\\2(a)", "reference to non-existent subpattern"},
        {"\\p{No_Such}", "unknown property"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char problem[100] = "";
        blz_pattern *pattern = NULL;
        const char *source = cases[i][0];
        ck_assert_int_eq(blz_pattern_compile(&pattern, source, strlen(source), problem, sizeof problem),
                         BLZ_ERR_INVALID);
        ck_assert_ptr_null(pattern);
        ck_assert_msg(strstr(problem, cases[i][1]) != NULL, "%s: %s", source, problem);
        ck_assert_int_eq(blz_pattern_compile(&pattern, source, strlen(source), NULL, 0), BLZ_ERR_INVALID);
    }
}
END_TEST

START_TEST(a_pattern_may_be_only_so_long)
{
    enum { MOST = 1 << 16 };
    static char source[MOST + 1];
    memset(source, 'a', sizeof source);
    blz_pattern *pattern = NULL;
    ck_assert_ok(blz_pattern_compile(&pattern, source, MOST / 4, NULL, 0));
    blz_pattern_free(pattern);
    pattern = NULL;
    ck_assert_int_eq(blz_pattern_compile(&pattern, source, MOST, NULL, 0), BLZ_ERR_INVALID); /* PCRE2's */
    ck_assert_int_eq(blz_pattern_compile(&pattern, source, MOST + 1, NULL, 0), BLZ_ERR_LIMIT);
    memset(source, '.', sizeof source);
    ck_assert_int_eq(blz_pattern_compile(&pattern, source, MOST, NULL, 0), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(pattern);
}
END_TEST

START_TEST(a_pattern_with_bad_manners_ends)
{
    BLZ_AUTO(blz_pattern) pattern = compiled("^(a+)+$");
    blz_matcher matcher = {0};
    bool matches = true;
    ck_assert_int_eq(blz_pattern_match(&matches, pattern, &matcher, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 33),
                     BLZ_ERR_LIMIT);
    ck_assert(!matches);
    ck_assert_ok(blz_pattern_match(&matches, pattern, &matcher, "aaa", 3));
    ck_assert(matches);
    blz_matcher_clear(&matcher);
}
END_TEST

START_TEST(a_matcher_outlives_its_patterns)
{
    blz_matcher matcher = {0};
    for (int i = 0; i < 3; i++) {
        bool matches = false;
        blz_pattern *pattern = compiled(i == 1 ? "b$" : "^a");
        ck_assert_ok(blz_pattern_match(&matches, pattern, &matcher, "ac", 2));
        ck_assert(matches == (i != 1));
        blz_pattern_free(pattern);
    }
    blz_matcher_clear(&matcher);
    ck_assert_ptr_null(matcher.data);
    blz_matcher_clear(&matcher);
    blz_pattern_free(NULL);
}
END_TEST

START_TEST(memory_may_run_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_pattern *pattern = NULL;
        blz_matcher matcher = {0};
        bool matches = false;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_pattern_compile(&pattern, "^(\\p{Lu}|b)+\\.$", 15, NULL, 0);
        if (status == BLZ_OK) status = blz_pattern_match(&matches, pattern, &matcher, "bAb.", 4);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert(matches == !failed(&f));
        blz_matcher_clear(&matcher);
        blz_pattern_free(pattern);
    }
}
END_TEST

UNIT_MAIN("schema/pattern", a_pattern_is_found_anywhere, what_is_no_pattern_is_refused_with_its_reason,
          a_pattern_may_be_only_so_long, a_pattern_with_bad_manners_ends, a_matcher_outlives_its_patterns,
          memory_may_run_out)
