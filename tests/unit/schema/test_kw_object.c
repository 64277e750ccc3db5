#include "unit/schema/schema.h"

START_TEST(what_is_required_is_named_with_its_purpose)
{
    static const sc_case cases[] = {
        {"{'id': 1, 'name': null}", ""},
        {"[]", ""},
        {"{'name': 1}", "# required: the document has no 'id' | add 'id'"},
        {"{}", "# required: the document has no 'id' | add 'id'\n"
               "# required: the document has no 'name' | add 'name': what people read"},
    };
    sc_checks("{'required': ['id', 'name'], 'properties': {'name': {'description': 'what people read'}}}",
              cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(an_object_has_so_many_members)
{
    static const sc_case cases[] = {
        {"{'a': 1, 'b': 1}", ""},
        {"[]", ""},
        {"{}", "# minProperties: the document is empty"},
        {"{'a': 1}", "# minProperties: the document needs at least 2 entries, it has 1"},
        {"{'a': 1, 'b': 1, 'c': 1, 'd': 1}",
         "# maxProperties: the document may have at most 3 entries, it has 4"},
    };
    sc_checks("{'minProperties': 2, 'maxProperties': 3}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(one_member_may_need_others)
{
    static const sc_case cases[] = {
        {"{'b': 1}", ""},
        {"'a'", ""},
        {"{'a': 1, 'b': 1, 'c': 1}", ""},
        {"{'a': 1, 'c': 1}", "# dependentRequired: the document has 'a' and so needs 'b'"},
        {"{'a': 1}", "# dependentRequired: the document has 'a' and so needs 'b'\n"
                     "# dependentRequired: the document has 'a' and so needs 'c'"},
    };
    sc_checks("{'dependentRequired': {'a': ['b', 'c'], 'x': []}}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(names_have_a_schema_too)
{
    static const sc_case cases[] = {
        {"{'ab': 1, 'c': 1}", ""},
        {"['abc']", ""},
        {"{}", ""},
        {"{'abc': 1}", "@/abc maxLength: the name 'abc' may have at most 2 characters, it has 3"},
        {"{'abc': 1, 'a/bc': 1}",
         "@/abc maxLength: the name 'abc' may have at most 2 characters, it has 3\n"
         "@/a~1bc maxLength: the name 'a/bc' may have at most 2 characters, it has 4"},
    };
    sc_checks("{'propertyNames': {'maxLength': 2}}", cases, BLZ_COUNT_OF(cases));
    static const sc_case none[] = {{"{}", ""}, {"{'a': 1}", "@/a false: the name 'a' must not be there"}};
    sc_checks("{'propertyNames': false}", none, 2);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    static const char *const lists[] = {"{'required': 'a'}", "{'required': [1]}", "{'required': {}}"};
    for (size_t i = 0; i < BLZ_COUNT_OF(lists); i++)
        sc_refuses(lists[i], "'required' is not a list of names (http://ex/schema#...)");
    sc_refuses("{'dependentRequired': []}", "'dependentRequired' is not an object (http://ex/schema#...)");
    sc_refuses("{'dependentRequired': {'a': 'b'}}",
               "'dependentRequired' is not a list of names (http://ex/schema#...)");
    sc_refuses("{'minProperties': null}", "'minProperties' is not a count (http://ex/schema#...)");
    sc_refuses("{'maxProperties': 1.1}", "'maxProperties' is not a count (http://ex/schema#...)");
    sc_refuses("{'propertyNames': 'a'}", "'propertyNames' is not a schema (http://ex/schema#...)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL, "{'required': ['a'], 'dependentRequired': {'b': ['c']}, 'minProperties': 2}",
                          "{'b': 1}");
    sc_runs_out_of_memory(NULL, "{'propertyNames': {'maxLength': 1}}", "{'bb': 1}");
}
END_TEST

UNIT_MAIN("schema/kw_object", what_is_required_is_named_with_its_purpose, an_object_has_so_many_members,
          one_member_may_need_others, names_have_a_schema_too, wrong_schemas_are_refused, memory_may_run_out)
