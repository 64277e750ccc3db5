#include "unit/schema/room.h"

#include "schema/keywords.h"

static size_t place_of(const char *name)
{
    size_t i = 0;
    while (blz_keyword_rules[i].name && strcmp(blz_keyword_rules[i].name, name) != 0)
        i++;
    ck_assert_msg(blz_keyword_rules[i].name != NULL, "%s", name);
    return i;
}

START_TEST(each_keyword_is_there_once_and_complete)
{
    size_t count = 0;
    for (const blz_keyword_rule *rule = blz_keyword_rules; rule->name; rule++, count++) {
        ck_assert_uint_eq(place_of(rule->name), count);
        ck_assert_msg(rule->compile && rule->vocabularies && rule->drafts, "%s", rule->name);
        ck_assert_msg(!(rule->drafts & ~(unsigned)BLZ_IN_BOTH), "%s", rule->name);
    }
    ck_assert_uint_eq(count, 42);
}
END_TEST

START_TEST(some_are_of_one_draft_only)
{
    static const char *const newer[] = {"prefixItems", "$dynamicRef"};
    static const char *const older[] = {"additionalItems", "$recursiveRef"};
    for (size_t i = 0; i < 2; i++) {
        ck_assert_uint_eq(blz_keyword_rules[place_of(newer[i])].drafts, BLZ_IN_2020);
        ck_assert_uint_eq(blz_keyword_rules[place_of(older[i])].drafts, BLZ_IN_2019);
    }
    size_t both = 0;
    for (const blz_keyword_rule *rule = blz_keyword_rules; rule->name; rule++)
        both += rule->drafts == BLZ_IN_BOTH;
    ck_assert_uint_eq(both, 38);
}
END_TEST

START_TEST(what_nobody_looked_at_comes_last)
{
    size_t first = place_of("unevaluatedProperties");
    if (place_of("unevaluatedItems") < first) first = place_of("unevaluatedItems");
    for (size_t i = 0; blz_keyword_rules[i].name; i++)
        ck_assert_msg((i < first) == (blz_keyword_rules[i].vocabularies != BLZ_VOCABULARY_UNEVALUATED), "%s",
                      blz_keyword_rules[i].name);
    ck_assert_uint_eq(place_of("type"), 0);
    ck_assert_uint_lt(place_of("required"), place_of("properties"));
    ck_assert_uint_lt(place_of("properties"), place_of("allOf"));
}
END_TEST

START_TEST(each_is_switched_on_by_its_vocabulary)
{
    static const struct {
        const char *name;
        unsigned vocabularies;
    } cases[] = {
        {"$ref", BLZ_VOCABULARY_CORE},           {"minContains", BLZ_VOCABULARY_VALIDATION},
        {"contains", BLZ_VOCABULARY_APPLICATOR}, {"format", BLZ_VOCABULARY_ASSERT_FORMAT},
        {"if", BLZ_VOCABULARY_APPLICATOR},       {"dependentRequired", BLZ_VOCABULARY_VALIDATION},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        ck_assert_uint_eq(blz_keyword_rules[place_of(cases[i].name)].vocabularies, cases[i].vocabularies);
}
END_TEST

/* They are read by another keyword, which may be missing. */
START_TEST(some_mean_nothing_alone)
{
    static const char *const alone[] = {"minContains", "maxContains", "then", "else"};
    for (size_t i = 0; i < BLZ_COUNT_OF(alone); i++) {
        room r;
        room_open(&r);
        json_t *json = sc_json("7");
        blz_node node = {0};
        ck_assert_ok(blz_keyword_rules[place_of(alone[i])].compile(&r.c, &node, json));
        ck_assert_ptr_null(node.keywords);
        json_decref(json);
        room_close(&r);
    }
}
END_TEST

UNIT_MAIN("schema/keywords", each_keyword_is_there_once_and_complete, some_are_of_one_draft_only,
          what_nobody_looked_at_comes_last, each_is_switched_on_by_its_vocabulary, some_mean_nothing_alone)
