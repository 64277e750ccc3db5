#include "unit/schema/schema.h"

START_TEST(lengths_are_counted_in_code_points)
{
    static const sc_case cases[] = {
        {"'\xf0\x9f\x8f\x85\xc3\xa9'", ""},
        {"'a\\u0000'", ""},
        {"'abc'", ""},
        {"7", ""},
        {"'\xf0\x9f\x8f\x85'", "# minLength: the document needs at least 2 characters, it has 1"},
        {"'abcd'", "# maxLength: the document may have at most 3 characters, it has 4"},
        {"''", "# minLength: the document is empty | fill it in"},
    };
    sc_checks("{'minLength': 2, 'maxLength': 3}", cases, BLZ_COUNT_OF(cases));
    static const sc_case none[] = {
        {"''", ""}, {"'a'", "# maxLength: the document may have at most 0 characters, it has 1"}};
    sc_checks("{'maxLength': 0}", none, 2);
}
END_TEST

START_TEST(a_pattern_may_say_what_it_wants)
{
    static const sc_case plain[] = {
        {"'ab'", ""},
        {"1", ""},
        {"'b'", "# pattern: the document is 'b', which does not have the right form"}};
    sc_checks("{'pattern': '^a'}", plain, BLZ_COUNT_OF(plain));
    static const sc_case says[] = {{"'b'", "# pattern: the document should be a name with a, but it is 'b'"}};
    sc_checks("{'pattern': '^a', 'x-blazon-pattern-says': 'a name with a'}", says, 1);
    static const sc_case name[] = {
        {"{'a1': 0}", ""}, {"{'b': 0}", "@/b pattern: the name 'b' does not have the form of such names"}};
    sc_checks("{'propertyNames': {'pattern': '^a'}}", name, 2);
    static const sc_case named[] = {{"{'b': 0}", "@/b pattern: the name 'b' should be a name with a"}};
    sc_checks("{'propertyNames': {'pattern': '^a', 'x-blazon-pattern-says': 'a name with a'}}", named, 1);
}
END_TEST

START_TEST(a_pattern_reads_behind_a_nul)
{
    static const sc_case cases[] = {
        {"'a\\u0000b'", ""},
        {"'a\\u0000c'", "# pattern: the document is 'a', which does not have the right form"}};
    sc_checks("{'pattern': 'b$'}", cases, 2);
}
END_TEST

START_TEST(a_format_is_asserted_if_asked_for)
{
    static const sc_case cases[] = {
        {"'2026-05-31'", ""},
        {"31", ""},
        {"'31.5.'", "# format: the document should be a date such as 2026-05-31, but it is '31.5.'"},
    };
    sc_checks("{'format': 'date'}", cases, BLZ_COUNT_OF(cases));
    static const sc_case annotation[] = {{"'31.5.'", ""}};
    sc_checks_with(&(blz_schema_options){0}, "{'format': 'date'}", annotation, 1);
    sc_checks("{'format': 'hostname'}", annotation, 1);
}
END_TEST

START_TEST(a_web_address_gets_a_hint)
{
#define WANTED                                                                                               \
    "# format: the document should be a full web address such as https://badges.example.edu/ct, but it is "
    static const sc_case cases[] = {
        {"'https://example.edu'", ""},
        {"'example.edu/a b'",
         WANTED "'example.edu/a b' | a web address has no spaces; write a hyphen, or %20 "
                "if the space is part of it"},
        {"'example.edu'", WANTED "'example.edu' | put https:// before it"},
        {"'a b'", WANTED "'a b'"},
        {"'here'", WANTED "'here'"},
    };
    sc_checks("{'format': 'uri'}", cases, BLZ_COUNT_OF(cases));
    static const sc_case reference[] = {
        {"'a b/c'", "# format: the document should be a web address or a path, but it is 'a b/c'"}};
    sc_checks("{'format': 'uri-reference'}", reference, 1);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("{'minLength': -1}", "'minLength' is not a count (http://ex/schema#...)");
    sc_refuses("{'maxLength': 1.5}", "'maxLength' is not a count (http://ex/schema#...)");
    sc_refuses("{'maxLength': '1'}", "'maxLength' is not a count (http://ex/schema#...)");
    sc_refuses("{'pattern': 1}", "'pattern' is not a text (http://ex/schema#...)");
    sc_refuses("{'pattern': 'a**'}", "'a**' is not a pattern: nothing to repeat (http://ex/schema#...)");
    sc_refuses("{'format': ['date']}", "'format' is not a text (http://ex/schema#...)");
}
END_TEST

START_TEST(bad_manners_and_little_work_are_a_limit)
{
    blz_schema *schema = sc_compile("{'pattern': '^(a+)+$'}", NULL);
    json_t *value = sc_json("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'");
    bool valid = true;
    ck_assert_int_eq(blz_schema_validate(&valid, schema, value, NULL, NULL), BLZ_ERR_LIMIT);
    ck_assert(!valid);
    json_decref(value);
    blz_schema_free(schema);
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL, "{'pattern': '^a', 'minLength': 1}", "'b'");
    sc_runs_out_of_memory(&(blz_schema_options){.assert_formats = true}, "{'format': 'uri'}",
                          "'example.edu'");
    sc_runs_out_of_memory(NULL, "{'maxLength': 1}", "'bb'");
}
END_TEST

UNIT_MAIN("schema/kw_text", lengths_are_counted_in_code_points, a_pattern_may_say_what_it_wants,
          a_pattern_reads_behind_a_nul, a_format_is_asserted_if_asked_for, a_web_address_gets_a_hint,
          wrong_schemas_are_refused, bad_manners_and_little_work_are_a_limit, memory_may_run_out)
