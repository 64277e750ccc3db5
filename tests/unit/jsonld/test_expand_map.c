#include "unit/jsonld/ld.h"

#define TERM(definition) "{'@context': {'@vocab': 'x:', 'none': '@none', 'p': {" definition "}}, 'p': "

START_TEST(maps_by_language)
{
    static const ld_refusal cases[] = {
        {TERM("'@container': '@language'") "{'en': 1}}", "invalid language map value", "/p/en", NULL,
         "\"en\""},
        {TERM("'@container': '@language'") "{'en': ['a', {}]}}", "invalid language map value", "/p/en/1",
         NULL, NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands(
        TERM("'@container': '@language', '@direction': 'rtl'") "{'en': ['a', null], 'De': 'b', '@none': 'c', "
                                                               "'none': 'd', 'fr': null}}",
        "[{'x:p': [{'@value': 'a', '@language': 'en', '@direction': 'rtl'}, {'@value': 'b', '@language': "
        "'De', "
        "'@direction': 'rtl'}, {'@value': 'c', '@direction': 'rtl'}, {'@value': 'd', '@direction': "
        "'rtl'}]}]");
    ld_expands(TERM("'@container': ['@language', '@set']") "'a'}", "[{'x:p': [{'@value': 'a'}]}]");
}
END_TEST

START_TEST(maps_by_index)
{
    ld_expands(
        TERM("'@container': '@index'") "{'a': [1, {'@value': 2, '@index': 'z'}], '@none': 3, 'b': {'q': 4}}}",
        "[{'x:p': [{'@value': 1, '@index': 'a'}, {'@value': 2, '@index': 'z'}, {'@value': 3}, {'@index': "
        "'b', "
        "'x:q': [{'@value': 4}]}]}]");
}
END_TEST

START_TEST(maps_by_a_property)
{
    static const ld_refusal cases[] = {
        {TERM("'@container': '@index', '@index': 'k'") "{'a': 1}}", "invalid value object", "/p/a", NULL,
         "\"k\""},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands(TERM("'@container': '@index', '@index': 'k'") "{'a': {'k': 'b'}, '@none': {'q': 1}}}",
               "[{'x:p': [{'x:k': [{'@value': 'a'}, {'@value': 'b'}]}, {'x:q': [{'@value': 1}]}]}]");
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'k': {'@type': '@vocab'}, 'p': {'@container': '@index', '@index': "
        "'k'}}, 'p': {'a': {'q': 1}}}",
        "[{'x:p': [{'x:k': [{'@id': 'x:a'}], 'x:q': [{'@value': 1}]}]}]");
    ld_expands("{'@context': {'@vocab': 'x:', 'k': {'@type': '@id'}, 'p': {'@container': '@index', '@index': "
               "'k'}}, 'p': {'y:a': {'q': 1}}}",
               "[{'x:p': [{'x:k': [{'@id': 'y:a'}], 'x:q': [{'@value': 1}]}]}]");
}
END_TEST

START_TEST(maps_by_id_and_type)
{
    ld_expands(
        TERM("'@container': '@id'") "{'x:1': {'q': 1}, 'x:2': {'@id': 'x:3', 'q': 2}, '@none': {'q': 3}}}",
        "[{'x:p': [{'@id': 'x:1', 'x:q': [{'@value': 1}]}, {'@id': 'x:3', 'x:q': [{'@value': 2}]}, {'x:q': "
        "[{'@value': 3}]}]}]");
    ld_expands(
        TERM("'@container': '@type'") "{'A': {'@type': 'B', 'q': 1}, 'none': {'q': 2}, 'C': 'y:1'}}",
        "[{'x:p': [{'@type': ['x:A', 'x:B'], 'x:q': [{'@value': 1}]}, {'x:q': [{'@value': 2}]}, {'@type': "
        "['x:C'], '@id': 'y:1'}]}]");
    ld_expands("{'@context': {'@vocab': 'x:', 'p': {'@container': '@type', '@type': '@vocab'}}, 'p': {'A': "
               "[1, {'@value': "
               "'a', '@type': 'B'}]}}",
               "[{'x:p': [{'@value': 1, '@type': ['x:A']}, {'@value': 'a', '@type': ['x:A', 'x:B']}]}]");
    ld_becomes(NULL,
               "{'@context': {'p': {'@id': 'x:p', '@container': '@type'}}, '@id': 'x:s', 'p': {'x:A': 1}}",
               "");
}
END_TEST

/* The key brings its context, and the context of the type around the map ends. */
START_TEST(keys_bring_contexts)
{
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'p': {'@container': '@type'}, 'A': {'@context': {'q': 'y:q'}}, 'T': "
        "{'@context': {'q': 'z:q'}}}, '@type': 'T', 'q': 0, 'p': {'A': {'q': 1}, 'B': {'q': 2}}}",
        "[{'@type': ['x:T'], 'z:q': [{'@value': 0}], 'x:p': [{'@type': ['x:A'], 'y:q': [{'@value': 1}]}, "
        "{'@type': ['x:B'], 'x:q': [{'@value': 2}]}]}]");
}
END_TEST

START_TEST(maps_of_graphs)
{
    ld_expands(
        TERM("'@container': '@graph'") "[{'q': 1}, {'@graph': [{'q': 2}]}]}",
        "[{'x:p': [{'@graph': [{'x:q': [{'@value': 1}]}]}, {'@graph': [{'@graph': [{'x:q': [{'@value': "
        "2}]}]}]}]}]");
    ld_expands(
        TERM("'@container': ['@graph', '@id']") "{'x:g': {'q': 1}, '@none': {'@graph': {'q': 2}}}}",
        "[{'x:p': [{'@id': 'x:g', '@graph': [{'x:q': [{'@value': 1}]}]}, {'@graph': [{'x:q': [{'@value': "
        "2}]}]}]}]");
    ld_expands(
        TERM("'@container': ['@graph', '@index', '@set']") "{'a': [{'q': 1}, {'q': 2}]}}",
        "[{'x:p': [{'@index': 'a', '@graph': [{'x:q': [{'@value': 1}]}]}, {'@index': 'a', '@graph': [{'x:q': "
        "[{'@value': 2}]}]}]}]");
}
END_TEST

START_TEST(keys_may_be_put_in_order)
{
    static const blz_ld_options ordered = {.ordered = true};
    ld_expands_with(
        &ordered, TERM("'@container': '@language'") "{'fr': 'c', 'de': 'a', 'en': 'b'}}",
        "[{'x:p': [{'@value': 'a', '@language': 'de'}, {'@value': 'b', '@language': 'en'}, {'@value': "
        "'c', '@language': 'fr'}]}]");
}
END_TEST

UNIT_MAIN("jsonld/expand_map", maps_by_language, maps_by_index, maps_by_a_property, maps_by_id_and_type,
          keys_bring_contexts, maps_of_graphs, keys_may_be_put_in_order)
