#include "unit/schema/schema.h"

START_TEST(each_limit_has_its_side)
{
    static const sc_case minimum[] = {
        {"-1.5", ""},
        {"'a'", ""},
        {"-1.51", "# minimum: the document should be at least -1.5, but it is -1.51"}};
    sc_checks("{'minimum': -1.5}", minimum, BLZ_COUNT_OF(minimum));
    static const sc_case maximum[] = {
        {"9007199254740992", ""},
        {"9007199254740993",
         "# maximum: the document should be at most 9007199254740992, but it is 9007199254740993"}};
    sc_checks("{'maximum': 9007199254740992}", maximum, BLZ_COUNT_OF(maximum));
    static const sc_case above[] = {
        {"0.001", ""},
        {"0", "# exclusiveMinimum: the document should be more than 0, but it is 0"},
        {"-1", "# exclusiveMinimum: the document should be more than 0, but it is -1"}};
    sc_checks("{'exclusiveMinimum': 0}", above, BLZ_COUNT_OF(above));
    static const sc_case below[] = {
        {"99.9", ""},
        {"1e2", "# exclusiveMaximum: the document should be less than 100, but it is 100"},
        {"101", "# exclusiveMaximum: the document should be less than 100, but it is 101"}};
    sc_checks("{'exclusiveMaximum': 100}", below, BLZ_COUNT_OF(below));
}
END_TEST

START_TEST(several_limits_are_told_one_at_a_time_for_a_number)
{
    static const sc_case cases[] = {
        {"2", ""},
        {"1", "# minimum: the document should be at least 2, but it is 1"},
        {"3", "# multipleOf: the document should be a multiple of 2, but it is 3"},
        {"{}", ""},
    };
    sc_checks("{'multipleOf': 2, 'minimum': 2}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(multiples_may_be_small)
{
    static const sc_case cases[] = {
        {"0.0075", ""},
        {"0", ""},
        {"0.00751", "# multipleOf: the document should be a multiple of 0.0001, but it is 0.00751"},
        {"'a'", ""},
    };
    sc_checks("{'multipleOf': 0.0001}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    static const char *const limits[] = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"};
    for (size_t i = 0; i < BLZ_COUNT_OF(limits); i++) {
        char schema[60], problem[80];
        snprintf(schema, sizeof schema, "{'%s': '1'}", limits[i]);
        snprintf(problem, sizeof problem, "'%s' is not a number (http://ex/schema#...)", limits[i]);
        sc_refuses(schema, problem);
    }
    static const char *const multiples[] = {"0", "-1", "'2'", "0.0", "1e-400"};
    for (size_t i = 0; i < BLZ_COUNT_OF(multiples); i++) {
        char schema[60];
        snprintf(schema, sizeof schema, "{'multipleOf': %s}", multiples[i]);
        sc_refuses(schema, "'multipleOf' is not a number above 0 (http://ex/schema#...)");
    }
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL, "{'minimum': 2, 'multipleOf': 2}", "1");
}
END_TEST

UNIT_MAIN("schema/kw_number", each_limit_has_its_side, several_limits_are_told_one_at_a_time_for_a_number,
          multiples_may_be_small, wrong_schemas_are_refused, memory_may_run_out)
