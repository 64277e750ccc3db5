#include "unit/jsonld/ld.h"

static const blz_ld_options as_1_0 = {.mode = BLZ_LD_1_0};

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
        {"'a': {'@id': 'x:a', 'other': 1}", "invalid term definition", NULL, "a", "\"other\""},
        {"'a': {'@id': 'x:a', '@set': 1}", "invalid term definition", NULL, "a", "\"@set\""},
    };
    ld_refuses_definitions(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(json_ld_1_0_knows_less)
{
    static const ld_refusal cases[] = {
        {"'@type': {'@container': '@set'}", "keyword redefinition", NULL, "@type", NULL},
        {"'a': {'@id': 'x:a', '@protected': true}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': '@json'}", "invalid type mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@type': '@none'}", "invalid type mapping", NULL, "a", NULL},
    };
    ld_refuses_definitions(&as_1_0, cases, BLZ_COUNT_OF(cases));
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

START_TEST(a_name_that_looks_like_an_iri_hides_no_older_meaning)
{
    ld_expands("{'@context': [{'@vocab': 'x:', 'r/s': 'x:r/s'}, {'@vocab': 'y:', 'r/s': {'@type': '@id'}}], "
               "'r/s': 'z:z'}",
               "[{'y:r/s': [{'@id': 'z:z'}]}]");
}
END_TEST

/* Two contexts of types that define one term alike, so that each node compares what is in it. */
START_TEST(terms_that_take_long_to_compare)
{
    json_t *document =
        ld_parse("{'@context': [{'A': {'@id': 'x:A', '@context': {'t': {'@id': 'x:t', '@protected': "
                 "true, '@context': {'@foo': []}}}}}], 'x:p': []}");
    json_t *contexts = json_object_get(document, "@context"), *all = json_array_get(contexts, 0), *out = NULL;
    json_t *scope = json_object_get(json_object_get(all, "A"), "@context");
    json_t *many = json_object_get(json_object_get(json_object_get(scope, "t"), "@context"), "@foo");
    for (size_t i = 0; i < 100000; i++)
        json_array_append_new(many, json_integer(0));
    json_object_set_new(all, "B", json_deep_copy(json_object_get(all, "A")));
    for (size_t i = 0; i < 30; i++)
        json_array_append_new(json_object_get(document, "x:p"),
                              json_pack("{s:{s:s}, s:[ss]}", "@context", "k", "x:k", "@type", "A", "B"));
    blz_ctx *ctx = ld_context();
    ck_assert_int_eq(blz_ld_expand(&out, ctx, document, &(blz_ld_options){0}, NULL), BLZ_ERR_LIMIT);
    json_decref(document);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/define", definitions_are_refused, json_ld_1_0_knows_less, protected_terms_stay_as_they_are,
          a_name_that_looks_like_an_iri_hides_no_older_meaning, terms_that_take_long_to_compare)
