#include "unit/schema/schema.h"

START_TEST(other_types_become_one_message)
{
    static const sc_case cases[] = {
        {"{'a': null}", "#/a anyOf: 'a' should be a text, a list or a mapping, but it is empty"},
    };
    sc_checks("{'properties': {'a': {'anyOf': [{'type': 'object'}, {'type': ['string', 'array']}]}}}", cases,
              1);
    static const sc_case one[] = {
        {"null", "# oneOf: the document should be a text or a list, but it is empty"}};
    sc_checks("{'oneOf': [{'type': 'string'}, {'type': 'array'}]}", one, 1);
}
END_TEST

START_TEST(the_branch_of_the_right_type_is_meant)
{
    static const sc_case cases[] = {
        {"{'a': {}}", "#/a required: 'a' has no 'id' | add 'id'"},
        {"{'a': ''}", "#/a minLength: 'a' is empty | fill it in"},
    };
    sc_checks("{'properties': {'a': {'anyOf': [{'type': 'string', 'minLength': 1}, {'type': 'object', "
              "'required': ['id']}]}}}",
              cases, 2);
}
END_TEST

#define KINDS                                                                                                \
    "{'oneOf': [{'properties': {'type': {'const': 'test'}, 'score': {'type': 'integer'}}, 'required': "      \
    "['score']}, {'properties': {'type': {'enum': ['essay', 'portfolio']}, 'pages': {'type': 'integer'}}}]}"

START_TEST(a_member_tells_the_branches_apart)
{
    static const sc_case cases[] = {
        {"{'type': 'test'}", "# required: the document has no 'score' | add 'score'"},
        {"{'type': 'essay', 'pages': null}", "#/pages type: 'pages' should be a whole number, but it is "
                                             "empty | fill it in, or leave the whole line "
                                             "out; a text that starts with # goes in quotes"},
        {"{'type': 'esay', 'score': 1}", "#/type const: 'type' should be 'test', but it is 'esay' | did you "
                                         "mean 'essay'? the choices are 'test', "
                                         "'essay', 'portfolio' => essay"},
        {"{'type': 7, 'score': 1}",
         "#/type const: 'type' should be 'test', but it is 7 | the choices are 'test', 'essay', 'portfolio'"},
    };
    sc_checks(KINDS, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(a_choice_is_told_once)
{
    static const sc_case cases[] = {
        {"{'v': 5}", "#/v const: 'v' should be 10, but it is 5 | the choices are 10, 1, 2"},
    };
    sc_checks("{'anyOf': [{'properties': {'v': {'const': 10}}}, {'properties': {'v': {'const': 1}}}, "
              "{'properties': {'v': {'const': 10}}}, {'properties': {'v': {'const': 2}}}]}",
              cases, 1);
}
END_TEST

START_TEST(the_member_may_have_any_name)
{
    static const sc_case cases[] = {
        {"{'a/b': 'onr'}",
         "#/a~1b const: 'a/b' should be 'one', but it is 'onr' | did you mean 'one'? the choices are 'one', "
         "'three' => one"},
    };
    sc_checks(
        "{'anyOf': [{'properties': {'a/b': {'const': 'one'}}}, {'properties': {'a/b': {'const': 'three'}}}]}",
        cases, 1);
}
END_TEST

START_TEST(different_members_tell_nothing)
{
    static const sc_case cases[] = {
        {"{'a': 2, 'b': 2}", "#/a const: 'a' should be 1, but it is 2"},
    };
    sc_checks("{'anyOf': [{'properties': {'a': {'const': 1}}}, {'properties': {'b': {'const': 1}}}]}", cases,
              1);
}
END_TEST

START_TEST(one_of_several_members_is_missing)
{
    static const sc_case cases[] = {
        {"{'b': 1}", ""},
        {"{}", "# anyOf: the document has no 'a', 'b' or 'c' | one of them is needed"},
    };
    sc_checks("{'anyOf': [{'required': ['a']}, {'required': ['b']}, {'required': ['c']}]}", cases, 2);
    static const sc_case more[] = {{"{}", "# required: the document has no 'c' | add 'c'"}};
    sc_checks("{'anyOf': [{'required': ['a', 'b']}, {'required': ['c']}]}", more, 1);
    static const sc_case single[] = {{"{}", "# required: the document has no 'a' | add 'a'"}};
    sc_checks("{'anyOf': [{'required': ['a']}]}", single, 1);
}
END_TEST

START_TEST(the_deepest_branch_is_meant_and_then_the_one_with_the_fewest_failures)
{
    static const sc_case deep[] = {
        {"{'a': {'b': 1}}", "#/a/b minimum: 'a.b' should be at least 2, but it is 1"}};
    sc_checks(
        "{'anyOf': [{'required': ['c']}, {'properties': {'a': {'properties': {'b': {'minimum': 2}}}}}]}",
        deep, 1);
    static const sc_case few[] = {{"{}", "# required: the document has no 'c' | add 'c'"}};
    sc_checks("{'anyOf': [{'required': ['a', 'b']}, {'required': ['c'], 'minProperties': 0}]}", few, 1);
}
END_TEST

START_TEST(failures_before_the_branches_stay)
{
    static const sc_case cases[] = {
        {"{'x': 1}", "# required: the document has no 'id' | add 'id'\n"
                     "# anyOf: the document has no 'a' or 'b' | one of them is needed"},
    };
    sc_checks("{'required': ['id'], 'anyOf': [{'required': ['a']}, {'required': ['b']}]}", cases, 1);
    static const sc_case nested[] = {
        {"{}", "# anyOf: the document has no 'b' or 'c' | one of them is needed"}};
    sc_checks("{'anyOf': [{'type': 'string'}, {'anyOf': [{'required': ['b']}, {'required': ['c']}]}]}",
              nested, 1);
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL, KINDS, "{'type': 'esay', 'score': 1}");
    sc_runs_out_of_memory(NULL, "{'anyOf': [{'required': ['a']}, {'required': ['b']}]}", "{}");
    sc_runs_out_of_memory(NULL, "{'anyOf': [{'type': 'string'}, {'type': 'array'}]}", "{}");
}
END_TEST

UNIT_MAIN("schema/branches", other_types_become_one_message, the_branch_of_the_right_type_is_meant,
          a_member_tells_the_branches_apart, a_choice_is_told_once, the_member_may_have_any_name,
          different_members_tell_nothing, one_of_several_members_is_missing,
          the_deepest_branch_is_meant_and_then_the_one_with_the_fewest_failures,
          failures_before_the_branches_stay, memory_may_run_out)
