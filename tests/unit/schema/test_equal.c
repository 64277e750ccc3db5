#include "unit/schema/schema.h"

#include "schema/equal.h"

static void compare(const char *left, const char *right, bool wanted)
{
    json_t *a = sc_json(left), *b = sc_json(right);
    size_t size_a = 0, size_b = 0;
    ck_assert_msg(blz_json_equal(a, b) == wanted && blz_json_equal(b, a) == wanted, "%s, %s", left, right);
    bool same_hash = blz_json_hash(a, &size_a) == blz_json_hash(b, &size_b);
    ck_assert_msg(same_hash == wanted, "%s, %s: their hashes", left, right);
    if (wanted) ck_assert_uint_eq(size_a, size_b);
    json_decref(a);
    json_decref(b);
}

START_TEST(equal_values_are_equal_and_hash_alike)
{
    static const char *const pairs[][2] = {
        {"null", "null"},
        {"true", "true"},
        {"1", "1.0"},
        {"0", "-0.0"},
        {"100", "1e2"},
        {"'a'", "'a'"},
        {"'\\u00e9'", "'\xc3\xa9'"},
        {"'a\\u0000b'", "'a\\u0000b'"},
        {"[]", "[]"},
        {"[1, [2.0]]", "[1.0, [2]]"},
        {"{}", "{}"},
        {"{'a': 1, 'b': [2]}", "{'b': [2.0], 'a': 1.0}"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(pairs); i++)
        compare(pairs[i][0], pairs[i][1], true);
}
END_TEST

START_TEST(other_values_are_not)
{
    static const char *const pairs[][2] = {
        {"null", "false"},
        {"true", "false"},
        {"0", "false"},
        {"1", "true"},
        {"1", "'1'"},
        {"1", "-1"},
        {"1", "10"},
        {"9007199254740992", "9007199254740993"},
        {"''", "null"},
        {"'a'", "'A'"},
        {"'a'", "'ab'"},
        {"'a\\u0000b'", "'a\\u0000c'"},
        {"'a'", "'a\\u0000'"},
        {"[]", "{}"},
        {"[1, 2]", "[2, 1]"},
        {"[1]", "[1, 1]"},
        {"[[1], 2]", "[1, [2]]"},
        {"{'a': 1}", "{'a': 2}"},
        {"{'a': 1}", "{'b': 1}"},
        {"{'a': 1}", "{'a': 1, 'b': 1}"},
        {"{'a': 1, 'b': 2}", "{'a': 2, 'b': 1}"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(pairs); i++)
        compare(pairs[i][0], pairs[i][1], false);
}
END_TEST

START_TEST(the_hash_counts_every_value)
{
    static const struct {
        const char *text;
        size_t size;
    } cases[] = {{"1", 1}, {"[]", 1}, {"[1, 2]", 3}, {"{'a': {'b': [true]}, 'c': null}", 5}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *json = sc_json(cases[i].text);
        size_t size = 10;
        blz_json_hash(json, &size);
        ck_assert_uint_eq(size, 10 + cases[i].size);
        json_decref(json);
    }
}
END_TEST

UNIT_MAIN("schema/equal", equal_values_are_equal_and_hash_alike, other_values_are_not,
          the_hash_counts_every_value)
