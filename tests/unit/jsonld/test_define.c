#include "unit/jsonld/ld.h"

static const blz_ld_options as_1_0 = {.mode = BLZ_LD_1_0};

/* A context of one definition, and what is said of it. */
static void refuse_each(const blz_ld_options *options, const ld_refusal *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char document[400];
        ld_refusal whole = cases[i];
        snprintf(document, sizeof document, "{'@context': {%s}}", cases[i].document);
        whole.document = document;
        if (!whole.pointer) whole.pointer = "/@context";
        ld_refuses(options, &whole, 1);
    }
}

START_TEST(definitions_are_refused)
{
    static const ld_refusal cases[] = {
        {"'a': 1", "invalid term definition", NULL, "a", NULL},
        {"'a': []", "invalid term definition", NULL, "a", NULL},
        {"'': 'x:a'", "invalid term definition", NULL, "", NULL},
        {"'a': 'a:b'", "cyclic IRI mapping", NULL, "a", NULL},
        {"'a': 'b:c', 'b': 'a:d'", "cyclic IRI mapping", NULL, "a", NULL},
        {"'@id': 'x:a'", "keyword redefinition", NULL, "@id", NULL},
        {"'@type': {'@id': 'x:a'}", "keyword redefinition", NULL, "@type", NULL},
        {"'@type': {'@container': '@list'}", "keyword redefinition", NULL, "@type", NULL},
        {"'@type': {}", "keyword redefinition", NULL, "@type", NULL},
        {"'@type': 'x:a'", "keyword redefinition", NULL, "@type", NULL},
        {"'a': {'@protected': 1}", "invalid @protected value", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': 1}", "invalid type mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': '@set'}", "invalid type mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': '_:b'}", "invalid type mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': 'rel'}", "invalid type mapping", NULL, "a", NULL},
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
        {"'a': {'@id': 'x:a', '@container': '@type', '@type': '@json'}", "invalid type mapping", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@container': null}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': '@nest'}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': []}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': ['@list', '@set']}", "invalid container mapping", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@container': ['@id', '@type']}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': ['@graph', '@type']}", "invalid container mapping", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@index': 'x:b'}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': '@index', '@index': 1}", "invalid term definition", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@container': '@index', '@index': '@id'}", "invalid term definition", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@container': '@index', '@index': 'rel'}", "invalid term definition", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@language': 1}", "invalid language mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@direction': 'up'}", "invalid base direction", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@nest': 1}", "invalid @nest value", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@nest': '@id'}", "invalid @nest value", NULL, "a", NULL},
        {"'x:a': {'@prefix': true}", "invalid term definition", NULL, "x:a", NULL},
        {"'a': {'@id': 'x:a', '@prefix': 1}", "invalid @prefix value", NULL, "a", NULL},
        {"'a': {'@id': '@id', '@prefix': true}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', 'other': 1}", "invalid term definition", NULL, "a", "\"other\""},
        {"'a': {'@id': 'x:a', '@set': 1}", "invalid term definition", NULL, "a", "\"@set\""},
    };
    refuse_each(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(json_ld_1_0_knows_less)
{
    static const ld_refusal cases[] = {
        {"'@type': {'@container': '@set'}", "keyword redefinition", NULL, "@type", NULL},
        {"'a': {'@id': 'x:a', '@protected': true}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': '@json'}", "invalid type mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': '@none'}", "invalid type mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': '@graph'}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': ['@set']}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': '@index', '@index': 'x:b'}", "invalid term definition", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@context': {}}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@nest': '@nest'}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@prefix': true}", "invalid term definition", NULL, "a", NULL},
    };
    refuse_each(&as_1_0, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(protected_terms_stay_as_they_are)
{
    static const ld_refusal cases[] = {
        {"{'@context': [{'a': {'@id': 'x:a', '@protected': true}}, {'a': 'x:b'}]}",
         "protected term redefinition", "/@context", "a", "\"a\" is protected by a context"},
        {"{'@context': [{'@protected': true, 'a': 'x:a'}, {'a': null}]}", "protected term redefinition",
         "/@context", "a", NULL},
        {"{'@context': [{'@protected': true, 'a': 'x:a'}, {'a': '@foo'}]}", "protected term redefinition",
         "/@context", "a", NULL},
        {"{'@context': {'@protected': true, 'a': 'x:a'}, 'x:b': {'@context': {'a': 'x:b'}}}",
         "protected term redefinition", "/x:b/@context", "a", NULL},
        {"{'@context': [{'@protected': true, 'a': 'x:a', 'T': {'@id': 'x:T', '@context': {'a': 'x:b'}}}], "
         "'@type': 'T'}",
         "protected term redefinition", "/@type", "a", NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    /* The same again may drop its protection, and keeps it; a property may change it. */
    ld_expands(
        "{'@context': [{'@protected': true, 'a': 'x:a', 'b': {'@id': 'x:b', '@protected': false}}, {'a': "
        "'x:a', 'b': 'x:c'}], 'a': 1, 'b': 2}",
        "[{'x:a': [{'@value': 1}], 'x:c': [{'@value': 2}]}]");
    ld_expands(
        "{'@context': {'@protected': true, 'a': 'x:a', 'b': {'@id': 'x:b', '@context': {'a': 'x:c'}}}, "
        "'b': {'a': 1}}",
        "[{'x:b': [{'x:c': [{'@value': 1}]}]}]");
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

/* Only a term that ends in a delimiter, or says so, is a prefix. */
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

START_TEST(a_name_that_looks_like_an_iri_hides_no_older_meaning)
{
    ld_expands("{'@context': [{'@vocab': 'x:', 'r/s': 'x:r/s'}, {'@vocab': 'y:', 'r/s': {'@type': '@id'}}], "
               "'r/s': 'z:z'}",
               "[{'y:r/s': [{'@id': 'z:z'}]}]");
}
END_TEST

UNIT_MAIN("jsonld/define", definitions_are_refused, json_ld_1_0_knows_less, protected_terms_stay_as_they_are,
          terms_mean_what_their_context_says, some_terms_are_prefixes,
          a_name_that_looks_like_an_iri_hides_no_older_meaning)
