#include "unit/schema/schema.h"

START_TEST(a_value_has_one_of_the_types)
{
    static const sc_case cases[] = {
        {"1", ""},
        {"1.0", ""},
        {"null", ""},
        {"1.5", "# type: the document should be a whole number or empty, but it is a number"},
    };
    sc_checks("{'type': ['integer', 'null']}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(each_mistake_has_its_hint)
{
    static const struct {
        const char *type, *instance, *said;
    } cases[] = {
        {"'boolean'", "'Yes'", "true or false, but it is a text | write true, without quotes"},
        {"'boolean'", "'off'", "true or false, but it is a text | write false, without quotes"},
        {"'boolean'", "'so'", "true or false, but it is a text | write true or false, without quotes"},
        {"'number'", "'1,5'",
         "a number, but it is a text | write it with a point in place of the comma, and without quotes"},
        {"'number'", "'five'", "a number, but it is a text | write it in digits, without quotes"},
        {"'number'", "''", "a number, but it is a text | write it in digits, without quotes"},
        {"'array'", "'a'",
         "a list, but it is a text | write one item per line below it, each behind '- ', or all of them in [ "
         "] "
         "with commas between"},
        {"'string'", "1", "a text, but it is a number | put it in double quotes to make it a text"},
        {"'string'", "true", "a text, but it is true or false | put it in double quotes to make it a text"},
        {"'string'", "['a']",
         "a text, but it is a list | write one text, without a dash before it; one that starts with [ goes "
         "in "
         "quotes"},
        {"'string'", "{}",
         "a text, but it is a mapping | write one text; if it has a colon, or starts with {, it goes in "
         "quotes"},
        {"'object'", "[]",
         "a mapping, but it is a list | write 'name: value' on each line, without a dash before it"},
        {"'object'", "'a'",
         "a mapping, but it is a text | write a line 'name: value' below it, indented, for each part: 'id', "
         "'x'"},
        {"'array'", "null",
         "a list, but it is empty | fill it in, or leave the whole line out; a text that starts with # goes "
         "in "
         "quotes"},
        {"'null'", "{}", "empty, but it is a mapping"},
        {"'null'", "'a'", "empty, but it is a text"},
        {"['string', 'array']", "1",
         "a text or a list, but it is a number | put it in double quotes to make it a text"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char schema[200], said[300];
        snprintf(schema, sizeof schema, "{'type': %s, 'properties': {'id': {}, 'x': {}}}", cases[i].type);
        snprintf(said, sizeof said, "# type: the document should be %s", cases[i].said);
        sc_checks(schema, &(sc_case){cases[i].instance, said}, 1);
    }
}
END_TEST

START_TEST(a_mapping_with_many_names_does_not_list_them)
{
    static const sc_case cases[] = {
        {"1", "# type: the document should be a mapping, but it is a number | write a line "
              "'name: value' below it, indented, for each part"}};
    sc_checks("{'type': 'object', 'properties': {'a': {}, 'b': {}, 'c': {}, 'd': {}, 'e': {}, 'f': {}, "
              "'g': {}, 'h': {}, 'i': {}}}",
              cases, 1);
    sc_checks("{'type': 'object'}", cases, 1);
}
END_TEST

START_TEST(after_a_wrong_type_nothing_more_is_said)
{
    static const sc_case cases[] = {
        {"{}", "# type: the document should be a list, but it is a mapping | write one item per line below "
               "it, each behind '- ', or all of them in [ ] with commas between"},
        {"[]", "# const: the document should be 1, but it is a list"},
    };
    sc_checks("{'type': 'array', 'const': 1, 'required': ['a'], 'minItems': 1}", cases, 2);
}
END_TEST

START_TEST(a_constant_is_compared_as_a_value)
{
    static const sc_case number[] = {
        {"1.0", ""},
        {"2", "# const: the document should be 1, but it is 2"},
        {"'1'", "# const: the document should be 1, but it is '1'"},
    };
    sc_checks("{'const': 1}", number, BLZ_COUNT_OF(number));
    static const sc_case text[] = {{"'b'", "# const: the document should be 'a', but it is 'b' => a"}};
    sc_checks("{'const': 'a'}", text, 1);
    static const sc_case object[] = {
        {"{'b': [2], 'a': 1}", ""}, {"{}", "# const: the document should be a mapping, but it is a mapping"}};
    sc_checks("{'const': {'a': 1, 'b': [2.0]}}", object, 2);
}
END_TEST

START_TEST(a_choice_is_one_of_several)
{
    static const sc_case cases[] = {
        {"'basic'", ""},
        {"12.0", ""},
        {"'basics'", "# enum: the document is 'basics', which is not one of the choices | did you mean "
                     "'basic'? the choices are 'basic', 'advanced' and 12 => basic"},
        {"true", "# enum: the document is true, which is not one of the choices | the choices are 'basic', "
                 "'advanced' and 12"},
    };
    sc_checks("{'enum': ['basic', 'advanced', 12]}", cases, BLZ_COUNT_OF(cases));
    static const sc_case one[] = {{"'x'", "# const: the document should be 'a', but it is 'x' => a"}};
    sc_checks("{'enum': ['a']}", one, 1);
    static const sc_case none[] = {
        {"1", "# enum: the document is 1, which is not one of the choices | the choices are "}};
    sc_checks("{'enum': []}", none, 1);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("{'type': 'text'}", "'type' is not a known type (http://ex/schema#...)");
    sc_refuses("{'type': ['string', 1]}", "'type' is not a known type (http://ex/schema#...)");
    sc_refuses("{'type': null}", "'type' is not a known type (http://ex/schema#...)");
    sc_refuses("{'enum': 'a'}", "'enum' is not a list (http://ex/schema#...)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL, "{'type': 'object', 'properties': {'a': {}, 'b': {}}}", "1");
    sc_runs_out_of_memory(NULL, "{'enum': ['basic', 'advanced']}", "'basics'");
}
END_TEST

UNIT_MAIN("schema/kw_type", a_value_has_one_of_the_types, each_mistake_has_its_hint,
          a_mapping_with_many_names_does_not_list_them, after_a_wrong_type_nothing_more_is_said,
          a_constant_is_compared_as_a_value, a_choice_is_one_of_several, wrong_schemas_are_refused,
          memory_may_run_out)
