#include "unit/jsonld/ld.h"

#include "jsonld/define.h"

static const blz_ld_options as_1_0 = {.mode = BLZ_LD_1_0};

START_TEST(definitions_are_refused)
{
    static const ld_refusal cases[] = {
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
    };
    ld_refuses_definitions(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(json_ld_1_0_knows_less)
{
    static const ld_refusal cases[] = {
        {"'a': {'@id': 'x:a', '@container': '@graph'}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': ['@set']}", "invalid container mapping", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@container': '@index', '@index': 'x:b'}", "invalid term definition", NULL, "a",
         NULL},
        {"'a': {'@id': 'x:a', '@context': {}}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@nest': '@nest'}", "invalid term definition", NULL, "a", NULL},
        {"'a': {'@id': 'x:a', '@prefix': true}", "invalid term definition", NULL, "a", NULL},
    };
    ld_refuses_definitions(&as_1_0, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(containers_go_together_or_not)
{
    static const char *const sound[] = {"'@list'",
                                        "'@set'",
                                        "['@set']",
                                        "['@set', '@set']",
                                        "['@id', '@set']",
                                        "['@graph', '@id']",
                                        "['@index', '@graph', '@set']",
                                        "['@language', '@set']",
                                        "['@type', '@set']",
                                        "['@graph', '@set']"};
    blz_ctx *ctx = ld_context();
    for (size_t i = 0; i < BLZ_COUNT_OF(sound); i++) {
        char document[200];
        snprintf(document, sizeof document, "{'@context': {'a': {'@id': 'x:a', '@container': %s}}}",
                 sound[i]);
        json_t *json = ld_parse(document), *out = NULL;
        ck_assert_msg(blz_ld_expand(&out, ctx, json, NULL, NULL) == BLZ_OK, "%s", document);
        json_decref(out);
        json_decref(json);
    }
    blz_ctx_free(ctx);
    ck_assert_uint_eq(blz_ld_container_bit("@set"), BLZ_LD_AS_SET);
    ck_assert_uint_eq(blz_ld_container_bit("@none"), 0);
    ck_assert_uint_eq(blz_ld_container_bit(NULL), 0);
}
END_TEST

/* What is wrong with the context of a property that points the other way is never looked at (13.7). */
START_TEST(a_reverse_property_says_little_else)
{
    ld_expands("{'@context': {'r': {'@reverse': 'x:r', '@type': '@id', '@context': {'a': 1}}}, '@id': 'x:a', "
               "'r': 'x:b'}",
               "[{'@id': 'x:a', '@reverse': {'x:r': [{'@id': 'x:b'}]}}]");
}
END_TEST

UNIT_MAIN("jsonld/define_rest", definitions_are_refused, json_ld_1_0_knows_less,
          containers_go_together_or_not, a_reverse_property_says_little_else)
