#include "unit/schema/schema.h"

START_TEST(a_reference_is_one_keyword_among_others)
{
    static const sc_case cases[] = {
        {"3", ""},
        {"1", "# minimum: the document should be at least 2, but it is 1"},
        {"9", "# maximum: the document should be at most 5, but it is 9"},
    };
    sc_checks("{'$ref': '#/$defs/few', 'minimum': 2, '$defs': {'few': {'maximum': 5}}}", cases,
              BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(what_it_leads_to_has_looked)
{
    static const sc_case cases[] = {
        {"{'a': 1}", ""},
        {"{'b': 1}", "@/b unevaluatedProperties: 'b' is not a key that the document can have"}};
    sc_checks(
        "{'$ref': '#/$defs/a', 'unevaluatedProperties': false, '$defs': {'a': {'properties': {'a': true}}}}",
        cases, 2);
}
END_TEST

START_TEST(a_schema_may_refer_to_itself)
{
    static const sc_case cases[] = {
        {"{'next': {'next': {}}}", ""},
        {"{'next': {'next': 1}}",
         "#/next/next type: 'next.next' should be a mapping, but it is a number | write a "
         "line 'name: value' below it, indented, for each part: 'next'"},
    };
    sc_checks("{'type': 'object', 'properties': {'next': {'$ref': '#'}}}", cases, 2);
    blz_schema *schema = sc_compile("{'$ref': '#'}", NULL);
    json_t *value = sc_json("1");
    bool valid = true;
    ck_assert_int_eq(blz_schema_validate(&valid, schema, value, NULL, NULL), BLZ_ERR_LIMIT);
    ck_assert(!valid);
    json_decref(value);
    blz_schema_free(schema);
}
END_TEST

#define TREE                                                                                                 \
    "'$defs': {'tree': {'$id': 'tree', '$dynamicAnchor': 'node', 'properties': {'sub': {'$dynamicRef': "     \
    "'#node'}}}}"

START_TEST(a_dynamic_reference_leads_to_the_outermost)
{
    static const sc_case closed[] = {
        {"{'sub': {'x': 1}}", ""},
        {"{'sub': {'y': 1}}", "@/sub/y unevaluatedProperties: 'y' is not a key that 'sub' can have"}};
    sc_checks(
        "{'$dynamicAnchor': 'node', '$ref': 'tree', 'properties': {'x': true}, 'unevaluatedProperties': "
        "false, " TREE "}",
        closed, 2);
    static const sc_case open[] = {{"{'sub': {'y': 1}}", ""}};
    sc_checks("{'$anchor': 'node', '$ref': 'tree', " TREE "}", open, 1);
    sc_checks("{'$dynamicAnchor': 'other', '$ref': 'tree', " TREE "}", open, 1);
}
END_TEST

/* Without a dynamic anchor at its end it is a plain reference. */
START_TEST(a_dynamic_reference_may_be_a_plain_one)
{
    static const sc_case cases[] = {{"1", ""}, {"2", "# const: the document should be 1, but it is 2"}};
    sc_checks("{'$dynamicRef': '#a', '$defs': {'x': {'$anchor': 'a', 'const': 1}}}", cases, 2);
    sc_checks("{'$dynamicRef': '#/$defs/x', '$defs': {'x': {'const': 1}}}", cases, 2);
}
END_TEST

START_TEST(a_recursive_reference_is_that_of_the_older_draft)
{
    static const char tree[] =
        "{'$recursiveAnchor': true, '$ref': 'tree', 'unevaluatedProperties': false, '$defs': "
        "{'tree': {'$id': 'tree', '$recursiveAnchor': %s, 'properties': {'sub': "
        "{'$recursiveRef': '#'}}}}}";
    char text[300];
    static const sc_case closed[] = {
        {"{'sub': {'sub': {}}}", ""},
        {"{'sub': {'y': 1}}", "@/sub/y unevaluatedProperties: 'y' is not a key that 'sub' can have"}};
    snprintf(text, sizeof text, tree, "true");
    sc_checks_2019(text, closed, 2);
    static const sc_case open[] = {{"{'sub': {'y': 1}}", ""}};
    snprintf(text, sizeof text, tree, "false");
    sc_checks_2019(text, open, 1);
    static const sc_case ignored[] = {{"1", ""}};
    sc_checks("{'$recursiveRef': 1}", ignored, 1);
    sc_checks_2019("{'$dynamicRef': 1}", ignored, 1);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("{'$ref': 1}", "'$ref' is not a text (http://ex/schema#...)");
    sc_refuses("{'$dynamicRef': {}}", "'$dynamicRef' is not a text (http://ex/schema#...)");
    sc_refuses_with(&(blz_schema_options){.draft = BLZ_DRAFT_2019_09}, "{'$recursiveRef': null}",
                    BLZ_ERR_INVALID, "'$recursiveRef' is not a text (http://ex/schema#...)");
    sc_refuses_with(NULL, "{'items': {'$ref': '#/$defs/a'}}", BLZ_ERR_NOT_FOUND,
                    "'#/$defs/a' leads nowhere (http://ex/schema#...items)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(
        NULL, "{'$dynamicAnchor': 'node', '$ref': 'tree', 'unevaluatedProperties': false, " TREE "}",
        "{'sub': {'y': 1}}");
}
END_TEST

UNIT_MAIN("schema/kw_ref", a_reference_is_one_keyword_among_others, what_it_leads_to_has_looked,
          a_schema_may_refer_to_itself, a_dynamic_reference_leads_to_the_outermost,
          a_dynamic_reference_may_be_a_plain_one, a_recursive_reference_is_that_of_the_older_draft,
          wrong_schemas_are_refused, memory_may_run_out)
