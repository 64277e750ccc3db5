#include "unit/jsonld/ld.h"

START_TEST(free_values_fall_away)
{
    ld_expands("'text'", "[]");
    ld_expands("null", "[]");
    ld_expands("[1, null, {'@value': 'a'}, {'@list': []}, {'@id': 'x:a'}, {}]", "[]");
    ld_expands("{'@graph': ['a', {'@id': 'x:a'}, {'@value': 1}, {'@id': 'x:b', 'x:p': 1}]}",
               "[{'@id': 'x:b', 'x:p': [{'@value': 1}]}]");
    ld_expands("[{'@graph': []}]", "[{'@graph': []}]");
    ld_expands("{'@graph': [], '@id': 'x:g'}", "[{'@id': 'x:g', '@graph': []}]");
    ld_expands("{'x:p': {}}", "[{'x:p': [{}]}]");
}
END_TEST

START_TEST(value_objects_are_checked)
{
    static const ld_refusal cases[] = {
        {"{'x:p': {'@value': 1, '@id': 'x:a'}}", "invalid value object", "/x:p", NULL, NULL},
        {"{'x:p': {'@value': 1, 'x:q': 'x:a'}}", "invalid value object", "/x:p", NULL, NULL},
        {"{'x:p': {'@value': 'a', '@type': 'x:t', '@language': 'en'}}", "invalid value object", NULL, NULL,
         NULL},
        {"{'x:p': {'@value': 'a', '@type': 'x:t', '@direction': 'ltr'}}", "invalid value object", NULL, NULL,
         NULL},
        {"{'x:p': {'@value': 1, '@language': 'en'}}", "invalid language-tagged value", NULL, NULL, NULL},
        {"{'x:p': {'@value': 1, '@type': 'rel'}}", "invalid typed value", NULL, NULL, NULL},
        {"{'x:p': {'@value': 1, '@type': ['x:t']}}", "invalid typed value", NULL, NULL, NULL},
        {"{'x:p': {'@value': 1, '@type': '_:t'}}", "invalid typed value", NULL, NULL, NULL},
        {"{'x:p': [1, {'@value': [1]}]}", "invalid value object value", "/x:p/1/@value", NULL, NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands(
        "{'x:p': [{'@value': null}, {'@value': true, '@index': 'i'}, {'@value': [1, {'a': null}], '@type': "
        "'@json'}, {'@value': null, '@type': '@json'}, {'@language': 'en'}]}",
        "[{'x:p': [{'@value': true, '@index': 'i'}, {'@value': [1, {'a': null}], '@type': '@json'}, "
        "{'@value': null, '@type': '@json'}]}]");
}
END_TEST

START_TEST(sets_and_lists)
{
    static const ld_refusal cases[] = {
        {"{'x:p': {'@set': [], '@id': 'x:a'}}", "invalid set or list object", "/x:p", NULL, NULL},
        {"{'x:p': {'@set': [], '@list': []}}", "invalid set or list object", "/x:p", NULL, NULL},
        {"{'x:p': {'@list': [], 'x:q': 1}}", "invalid set or list object", "/x:p", NULL, NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands(
        "{'x:p': {'@set': ['a', {'@set': ['b']}]}, 'x:q': {'@list': ['a', {'@list': ['b']}], '@index': 'i'}}",
        "[{'x:p': [{'@value': 'a'}, {'@value': 'b'}], 'x:q': [{'@list': [{'@value': 'a'}, {'@list': "
        "[{'@value': 'b'}]}], '@index': 'i'}]}]");
    ld_expands(
        "{'@context': {'l': {'@id': 'x:l', '@container': '@list'}}, 'l': ['a', ['b'], {'@set': ['c']}, "
        "{'@set': 'd'}, {'@list': ['e']}, []]}",
        "[{'x:l': [{'@list': [{'@value': 'a'}, {'@list': [{'@value': 'b'}]}, {'@list': [{'@value': 'c'}]}, "
        "{'@value': 'd'}, {'@list': [{'@value': 'e'}]}, {'@list': []}]}]}]");
    ld_expands("{'x:p': {'@set': null}, 'x:q': {'@set': []}, 'x:r': {'@list': null}}",
               "[{'x:q': [], 'x:r': [{'@list': []}]}]");
}
END_TEST

/* In the order of their names, each over the one before it; their own names as they were before all. */
START_TEST(types_bring_contexts)
{
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'A': {'@context': {'p': 'y:a', 'q': 'y:q'}}, 'B': {'@context': {'p': "
        "'y:b', 'A': 'z:A'}}}, '@type': ['B', 'A'], 'p': 1, 'q': 2}",
        "[{'@type': ['x:B', 'x:A'], 'y:b': [{'@value': 1}], 'y:q': [{'@value': 2}]}]");
    ld_expands(
        "{'@context': {'@vocab': 'x:', 't1': '@type', 't2': '@type', 't3': '@type', 'A': {'@context': {'p': "
        "'y:a'}}, 'B': {'@context': {'p': 'y:b'}}}, 't3': 'A', 't2': 'B', 't1': 'C', 'p': 1}",
        "[{'@type': ['x:A', 'x:B', 'x:C'], 'y:a': [{'@value': 1}]}]");
}
END_TEST

/* A mere reference and a value keep the context of the type; any other node goes back. */
START_TEST(the_context_before_comes_back)
{
    ld_expands(
        "{'@context': {'@vocab': 'x:', '@base': 'http://b/', 'v': '@value', 'T': {'@context': {'@base': "
        "'http://c/', 'i': '@id', 'u': '@type'}}}, '@type': 'T', 'p': [{'i': 'r'}, {'@id': 's'}, {'v': 'a', "
        "'u': 'x:t'}, {'@id': 's', 'q': 1}]}",
        "[{'@type': ['x:T'], 'x:p': [{'@id': 'http://c/r'}, {'@id': 'http://c/s'}, {'@value': 'a', '@type': "
        "'x:t'}, {'@id': 'http://b/s', 'x:q': [{'@value': 1}]}]}]");
}
END_TEST

START_TEST(properties_bring_contexts)
{
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'p': {'@context': {'@language': 'de', 'q': 'y:q', 'p': {'@id': 'y:p', "
        "'@type': 'x:t'}}}}, 'p': ['a', {'q': 'b', 'p': 'c'}], 'q': 'd'}",
        "[{'x:p': [{'@value': 'a', '@type': 'x:t'}, {'y:q': [{'@value': 'b', '@language': 'de'}], 'y:p': "
        "[{'@value': 'c', '@type': 'x:t'}]}], 'x:q': [{'@value': 'd'}]}]");
}
END_TEST

START_TEST(it_does_not_go_deeper_than_it_may)
{
    blz_ctx *ctx = ld_context();
    json_t *document = json_string("a"), *out = NULL;
    for (int i = 0; i < BLZ_LD_DEPTH_MAX - 1; i++)
        document = i % 2 ? json_pack("[o]", document) : json_pack("{s:o}", "x:p", document);
    ck_assert_ok(blz_ld_expand(&out, ctx, document, NULL, NULL));
    json_decref(out);
    out = NULL;
    document = json_pack("[[o]]", document);
    ck_assert_int_eq(blz_ld_expand(&out, ctx, document, NULL, NULL), BLZ_ERR_LIMIT);
    json_decref(document);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/expand", free_values_fall_away, value_objects_are_checked, sets_and_lists,
          types_bring_contexts, the_context_before_comes_back, properties_bring_contexts,
          it_does_not_go_deeper_than_it_may)
