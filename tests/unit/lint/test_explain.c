#include "unit/unit.h"

#include <ctype.h>
#include <string.h>

#include <blazon/lint.h>

#include "base/mem.h"

static char *explain(const char *rule, unsigned width, bool color)
{
    char *page = NULL;
    ck_assert_ok(blz_explain(&page, rule, width, color));
    return page;
}

START_TEST(every_rule_has_a_page_with_two_examples)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    for (size_t i = 0; i < count; i++) {
        char *page = NULL;
        ck_assert_msg(blz_explain(&page, rules[i].code, 0, false) == BLZ_OK, "no lib/lint/pages/%s.md",
                      rules[i].code);
        const char *bad = strstr(page, "\n\nBad\n\n    "), *good = strstr(page, "\n\nGood\n\n    ");
        ck_assert_msg(bad && good && bad < good, "%s lacks an example", rules[i].code);
        ck_assert_ptr_null(strstr(page, "```"));
        blz_free(page);
    }
}
END_TEST

START_TEST(rules_are_in_order_and_say_what_they_are)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    for (size_t i = 0; i < count; i++) {
        const char *summary = rules[i].summary;
        if (i) ck_assert_str_gt(rules[i].code, rules[i - 1].code);
        ck_assert(strlen(rules[i].code) == 6 && strncmp(rules[i].code, "BLZ", 3) == 0);
        ck_assert(isupper((unsigned char)summary[0]) && summary[strlen(summary) - 1] == '.');
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(rules[k].name, rules[i].name);
        ck_assert_ptr_eq(blz_rule_find(rules[i].name), &rules[i]);
    }
}
END_TEST

START_TEST(a_page_is_shown_for_its_code_and_its_name)
{
    char *by_code = explain("blz503", 0, false), *by_name = explain("empty-descriptor", 0, false);
    ck_assert_str_eq(by_code, by_name);
    const char *start = "BLZ503 empty-descriptor (error)\n\nA level of a criterion has no descriptor.\n\n";
    ck_assert_mem_eq(by_code, start, strlen(start));
    blz_free(by_code);
    blz_free(by_name);
}
END_TEST

/* The longest line of the text that is no example. */
static size_t longest(const char *page)
{
    size_t longest = 0;
    for (const char *at = page; *at; at += strcspn(at, "\n") + 1)
        if (strncmp(at, "    ", 4) != 0 && strcspn(at, "\n") > longest) longest = strcspn(at, "\n");
    return longest;
}

START_TEST(paragraphs_are_wrapped)
{
    char *narrow = explain("BLZ201", 50, false), *wide = explain("BLZ201", 0, false);
    ck_assert_uint_le(longest(narrow), 50);
    ck_assert_uint_le(longest(wide), 80);
    ck_assert_uint_gt(longest(wide), 60);
    blz_free(narrow);
    blz_free(wide);
}
END_TEST

START_TEST(headings_are_bold_in_colour)
{
    char *page = explain("BLZ503", 0, true);
    ck_assert_ptr_nonnull(strstr(page, "\x1B[1mBLZ503 empty-descriptor\x1B[0m (error)\n"));
    ck_assert_ptr_nonnull(strstr(page, "\n\x1B[1mGood\x1B[0m\n"));
    blz_free(page);
}
END_TEST

START_TEST(an_unknown_rule_has_no_page)
{
    char *page = NULL;
    ck_assert_int_eq(blz_explain(&page, "BLZ999", 0, false), BLZ_ERR_NOT_FOUND);
    ck_assert_str_eq(blz_rule_suggest("emty-descriptor"), "empty-descriptor");
    ck_assert_ptr_null(blz_rule_suggest("zzzzzzzzzzzzzzzz"));
}
END_TEST

static bool fails_at(void *user)
{
    size_t *left = user;
    return (*left)-- == 0;
}

START_TEST(no_memory_is_reported)
{
    char *page = NULL;
    for (size_t k = 0; !page; k++) {
        size_t left = k;
        blz_mem_set_failing(fails_at, &left);
        blz_status status = blz_explain(&page, "BLZ503", 0, false);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == (page ? BLZ_OK : BLZ_ERR_NOMEM));
    }
    blz_free(page);
}
END_TEST

UNIT_MAIN("lint/explain", every_rule_has_a_page_with_two_examples, rules_are_in_order_and_say_what_they_are,
          a_page_is_shown_for_its_code_and_its_name, paragraphs_are_wrapped, headings_are_bold_in_colour,
          an_unknown_rule_has_no_page, no_memory_is_reported)
