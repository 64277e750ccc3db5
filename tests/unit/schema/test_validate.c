#include "unit/schema/schema.h"

START_TEST(the_verdict_needs_no_reporter)
{
    blz_schema *schema = sc_compile("{'required': ['a', 'b']}", NULL);
    json_t *right = sc_json("{'a': 1, 'b': 1}"), *wrong = sc_json("{}");
    bool valid = false;
    size_t count = 0;
    ck_assert_ok(blz_schema_validate(&valid, schema, right, sc_count, &count));
    ck_assert(valid && count == 0);
    ck_assert_ok(blz_schema_validate(&valid, schema, wrong, NULL, NULL));
    ck_assert(!valid);
    ck_assert_ok(blz_schema_validate(&valid, schema, wrong, sc_count, &count));
    ck_assert(!valid && count == 2);
    json_decref(right);
    json_decref(wrong);
    blz_schema_free(schema);
}
END_TEST

static blz_status stop(void *user, const blz_schema_error *error)
{
    (void)error;
    return ++*(size_t *)user == 2 ? BLZ_ERR_PERMISSION : BLZ_OK;
}

START_TEST(a_reporter_may_end_it)
{
    blz_schema *schema = sc_compile("{'required': ['a', 'b', 'c']}", NULL);
    json_t *value = sc_json("{}");
    bool valid = true;
    size_t count = 0;
    ck_assert_int_eq(blz_schema_validate(&valid, schema, value, stop, &count), BLZ_ERR_PERMISSION);
    ck_assert(!valid);
    ck_assert_uint_eq(count, 2);
    json_decref(value);
    blz_schema_free(schema);
}
END_TEST

START_TEST(the_same_is_said_once)
{
    static const sc_case cases[] = {
        {"{}", "# required: the document has no 'a' | add 'a'"},
        {"{'a': 2, 'b': 2}",
         "#/a const: 'a' should be 1, but it is 2\n#/b const: 'b' should be 1, but it is 2"},
    };
    sc_checks(
        "{'required': ['a'], 'properties': {'a': {'const': 1}, 'b': {'const': 1}}, 'allOf': [{'required': "
        "['a']}, {'properties': {'a': {'const': 1}}}]}",
        cases, 2);
}
END_TEST

START_TEST(a_misspelt_member_is_not_missing_as_well)
{
    static const sc_case cases[] = {
        {"{'titel': 1}",
         "@/titel additionalProperties: 'titel' is not a key that the document can have | did you "
         "mean 'title'? => title"},
        {"{}", "# required: the document has no 'title' | add 'title'"},
        {"{'in': {'titel': 1}}",
         "# required: the document has no 'title' | add 'title'\n"
         "@/in/titel additionalProperties: 'titel' is not a key that 'in' can have | did you "
         "mean 'title'? => title"},
        {"{'in': {}, 'titel': 1}",
         "#/in required: 'in' has no 'title' | add 'title'\n"
         "@/titel additionalProperties: 'titel' is not a key that the document can have | "
         "did you mean 'title'? => title"},
    };
    sc_checks(
        "{'required': ['title'], 'properties': {'title': {}, 'in': {'$ref': '#'}}, 'additionalProperties': "
        "false}",
        cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(the_work_is_limited)
{
    blz_schema *schema = sc_compile("{'items': {'minimum': 1}}", &(blz_schema_options){.work_max = 4});
    json_t *three = sc_json("[1, 2, 3]"), *four = sc_json("[1, 2, 3, 4]");
    bool valid = false;
    ck_assert_ok(blz_schema_validate(&valid, schema, three, NULL, NULL));
    ck_assert(valid);
    ck_assert_int_eq(blz_schema_validate(&valid, schema, four, NULL, NULL), BLZ_ERR_LIMIT);
    ck_assert(!valid);
    json_decref(three);
    json_decref(four);
    blz_schema_free(schema);
}
END_TEST

/* The silent run may be short enough where the one with messages is not. */
START_TEST(no_half_of_the_messages_is_told)
{
    blz_schema *schema = sc_compile("{'required': ['a', 'b']}", &(blz_schema_options){.work_max = 15});
    json_t *value = sc_json("{}");
    bool valid = true;
    size_t count = 0;
    ck_assert_ok(blz_schema_validate(&valid, schema, value, NULL, NULL));
    ck_assert(!valid);
    ck_assert_int_eq(blz_schema_validate(&valid, schema, value, sc_count, &count), BLZ_ERR_LIMIT);
    ck_assert(!valid && count == 0);
    json_decref(value);
    blz_schema_free(schema);
}
END_TEST

UNIT_MAIN("schema/validate", the_verdict_needs_no_reporter, a_reporter_may_end_it, the_same_is_said_once,
          a_misspelt_member_is_not_missing_as_well, the_work_is_limited, no_half_of_the_messages_is_told)
