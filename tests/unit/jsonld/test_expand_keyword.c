#include "unit/jsonld/ld.h"

static const blz_ld_options as_1_0 = {.mode = BLZ_LD_1_0};

START_TEST(keywords_have_their_kinds_of_values)
{
    static const ld_refusal cases[] = {
        {"{'@id': 1}", "invalid @id value", "/@id", NULL, NULL},
        {"{'@id': ['x:a']}", "invalid @id value", "/@id", NULL, NULL},
        {"{'@type': 1}", "invalid type value", "/@type", NULL, NULL},
        {"{'@type': ['x:t', {}]}", "invalid type value", "/@type/1", NULL, NULL},
        {"{'x:p': {'@value': {}}}", "invalid value object value", "/x:p/@value", NULL, NULL},
        {"{'x:p': {'@value': 'a', '@language': 1}}", "invalid language-tagged string", "/x:p/@language", NULL,
         NULL},
        {"{'x:p': {'@value': 'a', '@direction': 'up'}}", "invalid base direction", "/x:p/@direction", NULL,
         NULL},
        {"{'x:p': {'@value': 'a', '@index': 1}}", "invalid @index value", "/x:p/@index", NULL, NULL},
        {"{'@reverse': 1}", "invalid @reverse value", "/@reverse", NULL, NULL},
        {"{'@reverse': {'@id': 'x:a'}}", "invalid reverse property map", "/@reverse/@id", NULL, NULL},
        {"{'@reverse': {'x:p': 'a'}}", "invalid reverse property value", "/@reverse", NULL, NULL},
        {"{'@reverse': {'x:p': {'@list': []}}}", "invalid reverse property value", "/@reverse", NULL, NULL},
        {"{'@included': 'a'}", "invalid @included value", "/@included", NULL, NULL},
        {"{'@included': {'@id': 'x:a'}}", "invalid @included value", "/@included", NULL, NULL},
        {"{'@context': {'i': '@id'}, '@id': 'x:a', 'i': 'x:b'}", "colliding keywords", "/i", "i", NULL},
        {"{'@context': {'g': '@graph'}, '@graph': [], 'g': []}", "colliding keywords", "/g", "g", NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(types_and_included_nodes_add_up)
{
    ld_expands(
        "{'@context': {'t': '@type', 'i': '@included'}, '@type': 'x:a', 't': ['x:b', '_:c'], '@included': "
        "[{'x:p': 1}, [{'x:q': 2}]], 'i': {'x:r': 3}}",
        "[{'@type': ['x:a', 'x:b', '_:c'], '@included': [{'x:p': [{'@value': 1}]}, {'x:q': [{'@value': 2}]}, "
        "{'x:r': [{'@value': 3}]}]}]");
    ld_expands("{'@included': [], 'x:p': 1}", "[{'@included': [], 'x:p': [{'@value': 1}]}]");
    ld_expands("{'@included': [{'@id': 'x:a'}], 'x:p': 1}", "[{'@included': [], 'x:p': [{'@value': 1}]}]");
}
END_TEST

START_TEST(json_ld_1_0_knows_less)
{
    static const ld_refusal cases[] = {
        {"{'x:p': {'@value': [], '@type': '@json'}}", "invalid value object value", NULL, NULL, NULL},
        {"{'@context': {'t': '@type'}, '@type': 'x:a', 't': 'x:b'}", "colliding keywords", "/t", "t", NULL},
    };
    ld_refuses(&as_1_0, cases, BLZ_COUNT_OF(cases));
    ld_expands_with(&as_1_0, "{'@included': 'ignored', 'x:p': {'@value': 'a', '@direction': 'ltr'}}",
                    "[{'x:p': [{'@value': 'a'}]}]");
}
END_TEST

/* It is an object like others: it has a @context, and the one of the type around it ends there. */
START_TEST(reverse_properties_point_here)
{
    ld_expands(
        "{'@id': 'x:a', '@reverse': {'@context': {'p': 'x:p', 'back': {'@reverse': 'x:q'}}, 'p': {'@id': "
        "'x:b'}, 'back': [{'@id': 'x:c'}, {'@id': 'x:d'}]}}",
        "[{'@id': 'x:a', '@reverse': {'x:p': [{'@id': 'x:b'}]}, 'x:q': [{'@id': 'x:c'}, {'@id': 'x:d'}]}]");
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'T': {'@context': {'p': 'y:p'}}}, '@type': 'T', 'p': 1, '@reverse': "
        "{'p': {'@id': 'x:b'}}}",
        "[{'@type': ['x:T'], 'y:p': [{'@value': 1}], '@reverse': {'x:p': [{'@id': 'x:b'}]}}]");
    ld_expands(
        "{'@context': {'r': {'@reverse': 'x:r'}}, '@id': 'x:a', 'r': [{'@id': 'x:b'}], '@reverse': {'x:r': "
        "{'@id': 'x:c'}}}",
        "[{'@id': 'x:a', '@reverse': {'x:r': [{'@id': 'x:b'}, {'@id': 'x:c'}]}}]");
}
END_TEST

START_TEST(the_type_decides_whether_a_value_is_json)
{
    ld_expands(
        "{'@context': {'t': '@type', 'J': '@json', 'v': '@value'}, 'x:p': {'v': {'a': [1]}, 't': 'J'}}",
        "[{'x:p': [{'@value': {'a': [1]}, '@type': '@json'}]}]");
    ld_expands("{'x:p': {'@value': 1, '@type': '@json'}}", "[{'x:p': [{'@value': 1, '@type': '@json'}]}]");
}
END_TEST

START_TEST(graphs_and_stray_keywords)
{
    ld_expands(
        "{'@id': 'x:g', '@graph': {'@id': 'x:a', 'x:p': 1}, '@nest': {}, '@container': '@set', '@foo': 1, "
        "'@none': 1}",
        "[{'@id': 'x:g', '@graph': [{'@id': 'x:a', 'x:p': [{'@value': 1}]}]}]");
    ld_expands("{'@id': '@foo', 'x:p': 1}", "[{'@id': null, 'x:p': [{'@value': 1}]}]");
}
END_TEST

UNIT_MAIN("jsonld/expand_keyword", keywords_have_their_kinds_of_values, types_and_included_nodes_add_up,
          json_ld_1_0_knows_less, reverse_properties_point_here, the_type_decides_whether_a_value_is_json,
          graphs_and_stray_keywords)
