#include "unit/schema/schema.h"

START_TEST(a_list_has_such_an_item)
{
    static const sc_case cases[] = {
        {"['a', 1]", ""},
        {"{}", ""},
        {"['a']", "# contains: the document has no item of the kind that it needs"},
        {"[]", "# contains: the document has no item of the kind that it needs"},
    };
    sc_checks("{'contains': {'type': 'integer'}}", cases, BLZ_COUNT_OF(cases));
    static const sc_case one[] = {{"['b']", "# contains: the document needs 'a' in its list"}};
    sc_checks("{'contains': {'const': 'a'}}", one, 1);
    static const sc_case some[] = {{"['b', 'd']", ""},
                                   {"['d']", "# contains: the document needs 'a', 'b' or 'c' in its list"}};
    sc_checks("{'contains': {'enum': ['a', 'b', 'c']}}", some, 2);
}
END_TEST

START_TEST(it_may_have_to_be_there_several_times)
{
    static const sc_case cases[] = {
        {"[1, 1]", ""},
        {"[1, 1, 1, 2]", ""},
        {"[1, 2]", "# minContains: the document needs 1 at least 2 times, it has it 1 times"},
        {"[1, 1, 1, 1]", "# maxContains: the document may have 1 at most 3 times, it has it 4 times"},
    };
    sc_checks("{'contains': {'const': 1}, 'minContains': 2, 'maxContains': 3}", cases, BLZ_COUNT_OF(cases));
    static const sc_case unnamed[] = {
        {"[1]", "# minContains: the document needs such an item at least 2 times, it has it 1 times"}};
    sc_checks("{'contains': {}, 'minContains': 2}", unnamed, 1);
}
END_TEST

START_TEST(nought_times_is_enough_if_the_schema_says_so)
{
    static const sc_case cases[] = {
        {"[]", ""},
        {"[1]", ""},
        {"[1, 1]", "# maxContains: the document may have 1 at most 1 times, it has it 2 times"}};
    sc_checks("{'contains': {'const': 1}, 'minContains': 0, 'maxContains': 1}", cases, BLZ_COUNT_OF(cases));
    static const sc_case alone[] = {{"[]", ""}};
    sc_checks("{'minContains': 2}", alone, 1);
}
END_TEST

START_TEST(only_the_newer_draft_takes_what_was_found_as_looked_at)
{
    static const char schema[] = "{'contains': {'type': 'integer'}, 'unevaluatedItems': false}";
    static const sc_case newer[] = {
        {"[1]", ""}, {"[1, 'a']", "#/1 unevaluatedItems: the document has no place for item 2"}};
    sc_checks(schema, newer, 2);
    static const sc_case older[] = {{"[1]", "#/0 unevaluatedItems: the document has no place for item 1"}};
    sc_checks_2019(schema, older, 1);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("{'contains': 1}", "'contains' is not a schema (http://ex/schema#...)");
    sc_refuses("{'contains': true, 'minContains': -1}",
               "'minContains' is not a count (http://ex/schema#...)");
    sc_refuses("{'contains': true, 'maxContains': 'a'}",
               "'maxContains' is not a count (http://ex/schema#...)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(
        NULL, "{'contains': {'enum': ['a', 'b']}, 'minContains': 2, 'unevaluatedItems': true}", "['a', 'c']");
}
END_TEST

UNIT_MAIN("schema/kw_contains", a_list_has_such_an_item, it_may_have_to_be_there_several_times,
          nought_times_is_enough_if_the_schema_says_so,
          only_the_newer_draft_takes_what_was_found_as_looked_at, wrong_schemas_are_refused,
          memory_may_run_out)
