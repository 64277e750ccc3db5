#include "unit/schema/schema.h"

START_TEST(members_have_their_schemas)
{
    static const sc_case cases[] = {
        {"{}", ""},
        {"[1]", ""},
        {"{'b': 'x', 'a': 1, 'c': 5}", ""},
        {"{'b': 1, 'a': 'x'}",
         "#/b type: 'b' should be a text, but it is a number | put it in double quotes to make it "
         "a text\n"
         "#/a type: 'a' should be a whole number, but it is a text | write it in digits, "
         "without quotes"},
    };
    sc_checks("{'properties': {'a': {'type': 'integer'}, 'b': {'type': 'string'}}}", cases,
              BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(a_pattern_names_several_members)
{
    static const sc_case cases[] = {
        {"{'x-a': 3, 'ay-': 1}", ""},
        {"{'x-a': 0}", "#/x-a minimum: 'x-a' should be at least 1, but it is 0"},
        {"{'x-y': 9}", "#/x-y maximum: 'x-y' should be at most 8, but it is 9"},
        {"{'x-known': 7}", "#/x-known const: 'x-known' should be 2, but it is 7"},
        {"{'other': 1}",
         "@/other additionalProperties: 'other' is not a key that the document can have | leave it "
         "out, or use one of those still free: 'x-known'"},
    };
    sc_checks("{'properties': {'x-known': {'const': 2}}, 'patternProperties': {'^x-': {'minimum': 1}, "
              "'y': {'maximum': 8}}, 'additionalProperties': false}",
              cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(other_members_have_a_schema_of_their_own)
{
    static const sc_case cases[] = {
        {"{'a': 'x', 'b': 2}", ""},
        {"{'b': 1}", "#/b const: 'b' should be 2, but it is 1"},
    };
    sc_checks("{'properties': {'a': true}, 'additionalProperties': {'const': 2}}", cases, 2);
    sc_checks("{'additionalProperties': {'const': 2}, 'patternProperties': {'^a': {}}}", cases, 2);
}
END_TEST

START_TEST(an_unknown_name_gets_a_suggestion)
{
#define UNKNOWN(name) "@/" name " additionalProperties: '" name "' is not a key that the document can have | "
    static const sc_case cases[] = {
        {"{'titel': 1}", UNKNOWN("titel") "did you mean 'title'? => title"},
        {"{'titel': 1, 'title': 2}",
         UNKNOWN("titel") "leave it out, or use one of those still free: 'available'"},
        {"{'zzz': 1, 'title': 2, 'available': 3}", UNKNOWN("zzz") "leave it out"},
        {"{'available:15': null}", UNKNOWN("available:15") "put a space behind the colon: 'available: 15'"},
        {"{'other:15': null}",
         UNKNOWN("other:15") "leave it out, or use one of those still free: 'title', 'available'"},
    };
    sc_checks("{'properties': {'title': {}, 'available': {}}, 'additionalProperties': false}", cases,
              BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(only_some_free_names_are_shown)
{
    static const sc_case cases[] = {
        {"{'zzzzzz': 1}",
         UNKNOWN("zzzzzz") "leave it out, or use one of those still free: 'a', 'b', 'c', 'd', "
                           "'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'"}};
    sc_checks(
        "{'properties': {'a': {}, 'b': {}, 'c': {}, 'd': {}, 'e': {}, 'f': {}, 'g': {}, 'h': {}, 'i': {}, "
        "'j': {}, 'k': {}, 'l': {}, 'm': {}}, 'additionalProperties': false}",
        cases, 1);
}
END_TEST

static blz_status take_path(void *user, const blz_schema_error *error)
{
    snprintf(user, 100, "%s", error->schema_path);
    return BLZ_OK;
}

static void fails_at_path(const char *text, const char *wanted)
{
    blz_schema *schema = sc_compile(text, NULL);
    json_t *value = sc_json("{'a/b~': 1}");
    bool valid = true;
    char path[100] = "";
    ck_assert_ok(blz_schema_validate(&valid, schema, value, take_path, path));
    ck_assert(!valid);
    ck_assert_str_eq(path, wanted);
    json_decref(value);
    blz_schema_free(schema);
}

/* Also where the schema is true or false, which is not indexed with the others. */
START_TEST(names_are_escaped_in_paths)
{
    fails_at_path("{'properties': {'a/b~': {'type': 'null'}}}", "http://ex/schema#/properties/a~1b~0/type");
    fails_at_path("{'properties': {'a/b~': false}}", "http://ex/schema#/properties/a~1b~0/false");
    fails_at_path("{'patternProperties': {'/b~': false}}", "http://ex/schema#/patternProperties/~1b~0/false");
    fails_at_path("{'dependentSchemas': {'a/b~': false}}", "http://ex/schema#/dependentSchemas/a~1b~0/false");
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("{'properties': []}", "'properties' is not an object (http://ex/schema#...)");
    sc_refuses("{'patternProperties': 1}", "'patternProperties' is not an object (http://ex/schema#...)");
    sc_refuses("{'properties': {'a': 1}}", "'properties/a' is not a schema (http://ex/schema#...)");
    sc_refuses("{'patternProperties': {'(': {}}}",
               "'(' is not a pattern: missing closing parenthesis (http://ex/schema#...)");
    sc_refuses("{'additionalProperties': []}",
               "'additionalProperties' is not a schema (http://ex/schema#...)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL,
                          "{'properties': {'title': true, 'b': {}}, 'patternProperties': {'^x': false}, "
                          "'additionalProperties': false}",
                          "{'titel': 1, 'x': 1, 'other': 1}");
}
END_TEST

UNIT_MAIN("schema/kw_members", members_have_their_schemas, a_pattern_names_several_members,
          other_members_have_a_schema_of_their_own, an_unknown_name_gets_a_suggestion,
          only_some_free_names_are_shown, names_are_escaped_in_paths, wrong_schemas_are_refused,
          memory_may_run_out)
