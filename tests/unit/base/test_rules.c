#include "unit/unit.h"

#include <string.h>
#include <strings.h>

#include <blazon/diag.h>

START_TEST(codes_have_one_form_and_rise)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    ck_assert_uint_gt(count, 80);
    for (size_t i = 0; i < count; i++) {
        ck_assert_uint_eq(strlen(rules[i].code), 6);
        ck_assert_int_eq(strncmp(rules[i].code, "BLZ", 3), 0);
        ck_assert_uint_eq(strspn(rules[i].code + 3, "0123456789"), 3);
        if (i) ck_assert_str_gt(rules[i].code, rules[i - 1].code);
    }
}
END_TEST

START_TEST(names_are_words_with_hyphens_and_stand_once)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    for (size_t i = 0; i < count; i++) {
        const char *name = rules[i].name;
        ck_assert_uint_eq(strspn(name, "abcdefghijklmnopqrstuvwxyz8-"), strlen(name));
        ck_assert_msg(*name != '-' && name[strlen(name) - 1] != '-' && !strstr(name, "--"), "%s", name);
        for (size_t j = 0; j < i; j++)
            ck_assert_str_ne(rules[j].name, name);
    }
}
END_TEST

START_TEST(summaries_are_sentences)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    for (size_t i = 0; i < count; i++) {
        const char *summary = rules[i].summary;
        ck_assert_msg(*summary >= 'A' && *summary <= 'Z', "%s", summary);
        ck_assert_msg(summary[strlen(summary) - 1] == '.' && !strstr(summary, ". "), "%s", summary);
        ck_assert(rules[i].severity >= BLZ_NOTE && rules[i].severity <= BLZ_ERROR);
    }
}
END_TEST

START_TEST(each_is_found_by_code_and_by_name)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    for (size_t i = 0; i < count; i++) {
        char small[] = "blz000";
        memcpy(small + 3, rules[i].code + 3, 3);
        ck_assert_ptr_eq(blz_rule_find(rules[i].code), &rules[i]);
        ck_assert_ptr_eq(blz_rule_find(small), &rules[i]);
        ck_assert_ptr_eq(blz_rule_find(rules[i].name), &rules[i]);
    }
}
END_TEST

START_TEST(others_are_not_found)
{
    static const char *const names[] = {"",        "BLZ", "BLZ000",     "BLZ0010",  "BLZ999",
                                        " BLZ001", "001", "Unreadable", "unreadabl"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert_ptr_null(blz_rule_find(names[i]));
}
END_TEST

UNIT_MAIN("base/rules", codes_have_one_form_and_rise, names_are_words_with_hyphens_and_stand_once,
          summaries_are_sentences, each_is_found_by_code_and_by_name, others_are_not_found)
