#include "unit/jsonld/ld.h"

START_TEST(terms_that_mean_no_iri_are_refused)
{
    static const ld_refusal cases[] = {
        {"'a': {'@id': 1}", "invalid IRI mapping", NULL, "a", NULL},
        {"'a': {'@id': 'rel'}", "invalid IRI mapping", NULL, "a", NULL},
        {"'a': {'@id': '@context'}", "invalid keyword alias", NULL, "a", NULL},
        {"'a': {}", "invalid IRI mapping", NULL, "a", NULL},
        {"'rel/a': {}", "invalid IRI mapping", NULL, "rel/a", NULL},
        {"'x:a': 'x:b'", "invalid IRI mapping", NULL, "x:a", NULL},
        {"'r/a': 'x:b'", "invalid IRI mapping", NULL, "r/a", NULL},
        {"'a': {'@reverse': 'x:a', '@id': 'x:b'}", "invalid reverse property", NULL, "a", NULL},
        {"'a': {'@reverse': 'x:a', '@nest': '@nest'}", "invalid reverse property", NULL, "a", NULL},
        {"'a': {'@reverse': 1}", "invalid IRI mapping", NULL, "a", NULL},
        {"'a': {'@reverse': 'rel'}", "invalid IRI mapping", NULL, "a", NULL},
        {"'a': {'@reverse': 'x:a', '@container': '@list'}", "invalid reverse property", NULL, "a", NULL},
    };
    ld_refuses_definitions(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(terms_mean_what_their_context_says)
{
    ld_expands(
        "{'@context': {'p': 'http://p/', 'a': 'p:a', 'b': 'a', 'p:c': {'@type': '@id'}, 'd': {'@id': "
        "null}, 'e': null, 'f': '@foo', 'i': '@id'}, 'i': 'x:i', 'a': 1, 'b': 2, 'p:c': 'x:y', 'd': 1, "
        "'e': 1, 'f': 1}",
        "[{'@id': 'x:i', 'http://p/a': [{'@value': 1}, {'@value': 2}], 'http://p/c': [{'@id': 'x:y'}]}]");
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'a': {'@type': '@none'}, 'b': {'@language': 'de'}, 'c': "
        "{'@direction': 'rtl'}, 'd': {'@type': 'x:t'}, 'r/s': {}}, 'a': 1, 'b': 'B', 'c': 'C', 'd': 'D', "
        "'r/s': 1}",
        "[{'x:a': [{'@value': 1}], 'x:b': [{'@value': 'B', '@language': 'de'}], 'x:c': [{'@value': 'C', "
        "'@direction': 'rtl'}], 'x:d': [{'@value': 'D', '@type': 'x:t'}], 'x:r/s': [{'@value': 1}]}]");
}
END_TEST

START_TEST(some_terms_are_prefixes)
{
    ld_expands(
        "{'@context': {'a': 'x:a', 'b': 'x:b#', 'c': {'@id': 'x:c#'}, 'd': {'@id': 'x:d', '@prefix': "
        "true}, 'e': {'@id': 'x:e/', '@prefix': false}}, 'a:1': 1, 'b:1': 1, 'c:1': 1, 'd:1': 1, 'e:1': "
        "1}",
        "[{'a:1': [{'@value': 1}], 'x:b#1': [{'@value': 1}], 'c:1': [{'@value': 1}], 'x:d1': [{'@value': "
        "1}], 'e:1': [{'@value': 1}]}]");
}
END_TEST

UNIT_MAIN("jsonld/define_iri", terms_that_mean_no_iri_are_refused, terms_mean_what_their_context_says,
          some_terms_are_prefixes)
