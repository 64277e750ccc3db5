#include "unit/schema/schema.h"

#define LEFT(name) "@/" name " unevaluatedProperties: '" name "' is not a key that the document can have"

START_TEST(what_no_keyword_has_looked_at_is_refused)
{
    static const sc_case cases[] = {
        {"{}", ""},
        {"[1]", ""},
        {"{'a': 1, 'x1': 1, 'b': 1}", ""},
        {"{'c': 1, 'a': 1}", LEFT("c")},
        {"{'c': 1, 'a': 1, 'd': 1}", LEFT("c") "\n" LEFT("d")},
    };
    sc_checks("{'properties': {'a': true}, 'patternProperties': {'^x': true}, 'allOf': [{'properties': {'b': "
              "true}}], 'unevaluatedProperties': false}",
              cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(it_may_have_a_schema)
{
    static const sc_case cases[] = {
        {"{'a': 'x', 'b': 1}", ""},
        {"{'b': 'x'}", "#/b const: 'b' should be 1, but it is 'x'"},
    };
    sc_checks("{'properties': {'a': true}, 'unevaluatedProperties': {'const': 1}}", cases, 2);
    static const sc_case items[] = {
        {"['x', 1]", ""}, {"['x', 'y']", "#/1 const: item 2 of the document should be 1, but it is 'y'"}};
    sc_checks("{'prefixItems': [true], 'unevaluatedItems': {'const': 1}}", items, 2);
}
END_TEST

START_TEST(items_are_looked_at_one_by_one)
{
    static const sc_case cases[] = {
        {"[1]", ""},
        {"{'a': 1}", ""},
        {"[1, 2, 3]", "#/1 unevaluatedItems: the document has no place for item 2\n"
                      "#/2 unevaluatedItems: the document has no place for item 3"},
    };
    sc_checks("{'prefixItems': [true], 'unevaluatedItems': false}", cases, BLZ_COUNT_OF(cases));
    static const sc_case all[] = {{"[1, 2, 3]", ""}};
    sc_checks("{'allOf': [{'prefixItems': [true]}, {'items': true}], 'unevaluatedItems': false}", all, 1);
}
END_TEST

START_TEST(beside_another_failure_nothing_is_said)
{
    static const sc_case cases[] = {
        {"{'a': 2, 'c': 1}", "#/a const: 'a' should be 1, but it is 2"},
        {"[2, 3]", "# maxItems: the document may have at most 1 items, it has 2"},
    };
    sc_checks("{'properties': {'a': {'const': 1}}, 'maxItems': 1, 'unevaluatedProperties': false, "
              "'unevaluatedItems': false}",
              cases, 2);
}
END_TEST

/* What one within has looked at is looked at for one around it; what one around has looked at is not for one
 * within. */
START_TEST(they_may_be_nested)
{
    static const sc_case outer[] = {{"{'a': 1, 'b': 1}", ""}};
    sc_checks(
        "{'allOf': [{'properties': {'a': true}, 'unevaluatedProperties': true}], 'unevaluatedProperties': "
        "false}",
        outer, 1);
    static const sc_case inner[] = {{"{'a': 1}", LEFT("a")}};
    sc_checks("{'properties': {'a': true}, 'allOf': [{'unevaluatedProperties': false}]}", inner, 1);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("{'unevaluatedProperties': 1}",
               "'unevaluatedProperties' is not a schema (http://ex/schema#...)");
    sc_refuses("{'unevaluatedItems': []}", "'unevaluatedItems' is not a schema (http://ex/schema#...)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL, "{'properties': {'a': true}, 'unevaluatedProperties': false}",
                          "{'a': 1, 'b': 1}");
    sc_runs_out_of_memory(NULL, "{'prefixItems': [true], 'unevaluatedItems': false}", "[1, 2]");
}
END_TEST

UNIT_MAIN("schema/kw_unevaluated", what_no_keyword_has_looked_at_is_refused, it_may_have_a_schema,
          items_are_looked_at_one_by_one, beside_another_failure_nothing_is_said, they_may_be_nested,
          wrong_schemas_are_refused, memory_may_run_out)
