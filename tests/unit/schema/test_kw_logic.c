#include "unit/schema/schema.h"

START_TEST(all_of_them_have_to_hold)
{
    static const sc_case cases[] = {
        {"3", ""},
        {"1", "# minimum: the document should be at least 2, but it is 1"},
        {"9", "# maximum: the document should be at most 5, but it is 9\n"
              "# const: the document should be 3, but it is 9"},
    };
    sc_checks("{'allOf': [{'minimum': 2}, {'maximum': 5}, {'if': {'minimum': 6}, 'then': {'const': 3}}]}",
              cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(one_of_any_is_enough)
{
    static const sc_case cases[] = {
        {"1", ""},
        {"'a'", ""},
        {"null", "# anyOf: the document should be a text or a whole number, but it is empty"},
    };
    sc_checks("{'anyOf': [{'type': 'integer'}, {'type': 'string'}]}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(exactly_one_of_them_has_to_hold)
{
    static const sc_case cases[] = {
        {"2", ""},
        {"3", ""},
        {"6", "# oneOf: the document fits 2 of the forms that it can have, but it must fit exactly one"},
        {"'a'", "# oneOf: the document fits 2 of the forms that it can have, but it must fit exactly one"},
        {"5", "# multipleOf: the document should be a multiple of 2, but it is 5"},
    };
    sc_checks("{'oneOf': [{'multipleOf': 2}, {'multipleOf': 3}]}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(what_must_not_hold)
{
    static const sc_case cases[] = {{"'a'", ""},
                                    {"1", "# not: the document is something that it must not be"}};
    sc_checks("{'not': {'type': 'integer'}}", cases, 2);
}
END_TEST

START_TEST(a_condition_has_consequences)
{
    static const sc_case cases[] = {
        {"{'a': 1, 'b': 1}", ""},
        {"{'c': 1}", ""},
        {"{'a': 1}", "# required: the document has no 'b' | add 'b'"},
        {"{}", "# required: the document has no 'c' | add 'c'"},
    };
    sc_checks("{'if': {'required': ['a']}, 'then': {'required': ['b']}, 'else': {'required': ['c']}}", cases,
              BLZ_COUNT_OF(cases));
    static const sc_case any[] = {{"{}", ""}, {"{'a': 1}", ""}};
    sc_checks("{'if': {'required': ['a']}}", any, 2);
    sc_checks("{'then': false, 'else': false}", any, 2);
}
END_TEST

START_TEST(a_member_may_bring_a_schema_with_it)
{
    static const sc_case cases[] = {
        {"{'b': 1}", ""},
        {"[]", ""},
        {"{'a': 1, 'b': 1}", ""},
        {"{'a': 1}", "# required: the document has no 'b' | add 'b'"},
        {"{'x': 1}", "@ false: the document must not be there"},
    };
    sc_checks("{'dependentSchemas': {'a': {'required': ['b']}, 'x': false}}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

/* What a branch that failed has looked at does not count; of any, all that hold count. */
START_TEST(only_branches_that_hold_have_looked)
{
#define LEFT(name) "@/" name " unevaluatedProperties: '" name "' is not a key that the document can have"
    static const sc_case any[] = {
        {"{'a': 1, 'b': 1}", ""},
        {"{'a': 1, 'b': 2}", LEFT("b")},
    };
    sc_checks(
        "{'anyOf': [{'properties': {'a': {'const': 1}}, 'required': ['a']}, {'properties': {'b': {'const': "
        "1}}, 'required': ['b']}], 'unevaluatedProperties': false}",
        any, 2);
    static const sc_case condition[] = {
        {"{'a': 1}", ""}, {"{'a': 2}", LEFT("a")}, {"{'a': 2, 'b': 1}", LEFT("a")}};
    sc_checks("{'if': {'properties': {'a': {'const': 1}}}, 'else': {'properties': {'b': true}}, "
              "'unevaluatedProperties': false}",
              condition, 3);
    static const sc_case refused[] = {{"{'a': 1}", LEFT("a")}};
    sc_checks("{'not': {'not': {'properties': {'a': true}}}, 'unevaluatedProperties': false}", refused, 1);
    static const sc_case dependent[] = {{"{'a': 1, 'b': 1}", ""}, {"{'b': 1}", LEFT("b")}};
    sc_checks("{'dependentSchemas': {'a': {'properties': {'a': true, 'b': true}}}, 'unevaluatedProperties': "
              "false}",
              dependent, 2);
}
END_TEST

/* A branch that fails does not name the thing. */
START_TEST(names_of_branches_stay_with_them)
{
    static const sc_case cases[] = {
        {"{'a': 1}", "# required: the document has no 'c' | add 'c'"},
    };
    sc_checks(
        "{'anyOf': [{'title': 'Rubric', 'required': ['b']}, true], 'allOf': [{'if': {'title': 'Other'}, "
        "'then': {'required': ['c']}}]}",
        cases, 1);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    static const char *const lists[] = {"allOf", "anyOf", "oneOf"};
    for (size_t i = 0; i < BLZ_COUNT_OF(lists); i++) {
        char schema[60], problem[100];
        snprintf(schema, sizeof schema, "{'%s': {}}", lists[i]);
        snprintf(problem, sizeof problem, "'%s' is not a list of schemas (http://ex/schema#...)", lists[i]);
        sc_refuses(schema, problem);
        snprintf(schema, sizeof schema, "{'%s': [true, null]}", lists[i]);
        snprintf(problem, sizeof problem, "'%s/1' is not a schema (http://ex/schema#...)", lists[i]);
        sc_refuses(schema, problem);
        snprintf(schema, sizeof schema, "{'%s': []}", lists[i]);
        snprintf(problem, sizeof problem, "'%s' is an empty list (http://ex/schema#...)", lists[i]);
        sc_refuses(schema, problem);
    }
    sc_refuses("{'not': 1}", "'not' is not a schema (http://ex/schema#...)");
    sc_refuses("{'if': 1}", "'if' is not a schema (http://ex/schema#...)");
    sc_refuses("{'if': true, 'then': 1}", "'then' is not a schema (http://ex/schema#...)");
    sc_refuses("{'if': true, 'else': 1}", "'else' is not a schema (http://ex/schema#...)");
    sc_refuses("{'dependentSchemas': []}", "'dependentSchemas' is not an object (http://ex/schema#...)");
    sc_refuses("{'dependentSchemas': {'a': []}}",
               "'dependentSchemas/a' is not a schema (http://ex/schema#...)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(
        NULL, "{'allOf': [{'not': {'required': ['b']}}], 'oneOf': [true, {'minProperties': 1}]}", "{'a': 1}");
    sc_runs_out_of_memory(
        NULL,
        "{'if': {'properties': {'a': true}}, 'then': {'anyOf': [{'properties': {'b': true}}, {}]}, "
        "'dependentSchemas': {'a': true}, 'unevaluatedProperties': false}",
        "{'a': 1, 'c': 1}");
}
END_TEST

UNIT_MAIN("schema/kw_logic", all_of_them_have_to_hold, one_of_any_is_enough, exactly_one_of_them_has_to_hold,
          what_must_not_hold, a_condition_has_consequences, a_member_may_bring_a_schema_with_it,
          only_branches_that_hold_have_looked, names_of_branches_stay_with_them, wrong_schemas_are_refused,
          memory_may_run_out)
