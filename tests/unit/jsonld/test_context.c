#include "unit/jsonld/ld.h"

#include "unit/failing.h"

static const blz_ld_options as_1_0 = {.mode = BLZ_LD_1_0};

START_TEST(a_context_is_an_object_a_url_or_null)
{
    static const ld_refusal cases[] = {
        {"{'@context': 1}", "invalid local context", "/@context", NULL, NULL},
        {"{'@context': true}", "invalid local context", "/@context", NULL, NULL},
        {"{'@context': [[{'a': 'x:a'}]]}", "invalid local context", "/@context", NULL, NULL},
        {"{'x:a': {'@context': [null, 1]}}", "invalid local context", "/x:a/@context", NULL, NULL},
        {"{'@context': 'relative'}", "loading document failed", "/@context", NULL, "\"relative\""},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands("{'@context': [], 'x:a': 1}", "[{'x:a': [{'@value': 1}]}]");
    ld_expands("{'@context': [{'a': 'x:a'}, null], 'a': 1, 'x:b': 1}", "[{'x:b': [{'@value': 1}]}]");
}
END_TEST

START_TEST(settings_have_to_be_what_they_are)
{
    static const ld_refusal cases[] = {
        {"{'@context': {'@version': 1.0}}", "invalid @version value", NULL, NULL, NULL},
        {"{'@context': {'@version': '1.1'}}", "invalid @version value", NULL, NULL, NULL},
        {"{'@context': {'@propagate': 'no'}}", "invalid @propagate value", NULL, NULL, NULL},
        {"{'@context': {'@protected': 1}}", "invalid @protected value", NULL, NULL, NULL},
        {"{'@context': {'@base': 1}}", "invalid base IRI", NULL, NULL, NULL},
        {"{'@context': {'@base': 'rel'}}", "invalid base IRI", NULL, NULL, NULL},
        {"{'@context': {'@vocab': 1}}", "invalid vocab mapping", NULL, NULL, NULL},
        {"{'@context': {'@vocab': '@type'}}", "invalid vocab mapping", NULL, NULL, NULL},
        {"{'@context': {'@language': 1}}", "invalid default language", NULL, NULL, NULL},
        {"{'@context': {'@direction': 'up'}}", "invalid base direction", NULL, NULL, NULL},
        {"{'@context': {'@import': 1}}", "invalid @import value", NULL, NULL, NULL},
        {"{'@context': {'@context': {}}}", "keyword redefinition", NULL, "@context", NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(json_ld_1_0_knows_less)
{
    static const ld_refusal cases[] = {
        {"{'@context': {'@version': 1.1}}", "processing mode conflict", NULL, NULL, NULL},
        {"{'@context': {'@propagate': true}}", "invalid context entry", NULL, NULL, NULL},
        {"{'@context': {'@protected': true}}", "invalid context entry", NULL, NULL, NULL},
        {"{'@context': {'@direction': 'ltr'}}", "invalid context entry", NULL, NULL, NULL},
        {"{'@context': {'@import': 'x:a'}}", "invalid context entry", NULL, NULL, NULL},
        {"{'@context': {'@vocab': 'rel'}}", "invalid vocab mapping", NULL, NULL, NULL},
    };
    ld_refuses(&as_1_0, cases, BLZ_COUNT_OF(cases));
    ld_expands_with(&as_1_0, "{'@context': {'@vocab': 'x:', 'a': 'y:a'}, 'a': 1, 'b': 2}",
                    "[{'y:a': [{'@value': 1}], 'x:b': [{'@value': 2}]}]");
}
END_TEST

START_TEST(settings_apply_and_are_taken_back)
{
    ld_expands(
        "{'@context': {'@base': 'http://a/b/', '@vocab': 'http://v/', '@language': 'de', '@direction': "
        "'rtl'}, '@id': 'c', 'p': ['t', 1, {'@context': {'@base': '../d/', '@language': null, "
        "'@direction': null}, '@id': 'e', 'q': 'u'}]}",
        "[{'@id': 'http://a/b/c', 'http://v/p': [{'@value': 't', '@language': 'de', '@direction': "
        "'rtl'}, {'@value': 1}, {'@id': 'http://a/d/e', 'http://v/q': [{'@value': 'u'}]}]}]");
    ld_expands("{'@context': [{'@vocab': 'http://v/'}, {'@vocab': 'w/'}, {'@vocab': ''}], 'p': 1}",
               "[{'http://v/w/p': [{'@value': 1}]}]");
    ld_expands("{'@context': [{'@vocab': 'http://v/'}, {'@vocab': null}], 'p': 1, 'x:y': 2}",
               "[{'x:y': [{'@value': 2}]}]");
}
END_TEST

START_TEST(null_takes_away_all_but_what_is_protected)
{
    static const ld_refusal cases[] = {
        {"{'@context': [{'@protected': true, 'a': 'x:a'}, null]}", "invalid context nullification",
         "/@context", NULL, NULL},
        {"{'@context': {'@protected': true, 'a': 'x:a'}, 'a': {'@context': null}}",
         "invalid context nullification", "/a/@context", NULL, NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands("{'@context': {'a': {'@id': 'x:a', '@protected': true, '@context': null}, 'b': 'x:b'}, 'a': "
               "{'b': 1, 'x:c': 2}}",
               "[{'x:a': [{'x:c': [{'@value': 2}]}]}]");
    ld_expands("{'@context': [{'@protected': true, 'a': 'x:a'}, {'a': 'x:a'}], 'a': 1}",
               "[{'x:a': [{'@value': 1}]}]");
}
END_TEST

/* The context of a type ends at the next node unless it says otherwise; any other goes on. */
START_TEST(contexts_propagate_or_do_not)
{
#define TYPED(propagate)                                                                                     \
    "{'@context': {'@vocab': 'x:', 'T': {'@context': {" propagate "'a': 'y:a'}}}, '@type': 'T', 'a': {'a': " \
    "{'@value': 1}}}"
    ld_expands(TYPED(""), "[{'@type': ['x:T'], 'y:a': [{'x:a': [{'@value': 1}]}]}]");
    ld_expands(TYPED("'@propagate': true, "), "[{'@type': ['x:T'], 'y:a': [{'y:a': [{'@value': 1}]}]}]");
    ld_expands("{'@context': {'@vocab': 'x:'}, 'b': {'@context': {'@propagate': false, 'a': 'y:a'}, 'a': "
               "{'a': 1}}}",
               "[{'x:b': [{'y:a': [{'x:a': [{'@value': 1}]}]}]}]");
    ld_expands("{'@context': {'@vocab': 'x:'}, 'b': {'@context': [{'@propagate': false, 'a': 'y:a'}], 'a': "
               "{'a': 1}}}",
               "[{'x:b': [{'y:a': [{'y:a': [{'@value': 1}]}]}]}]");
}
END_TEST

/* Each level adds one term to a context of many: 300 contexts, one upon the other and side by side. */
static json_t *nested(size_t terms, size_t depth, size_t breadth)
{
    char text[64], iri[64];
    json_t *context = json_object(), *document = json_object(), *at = document;
    for (size_t i = 0; i < terms; i++) {
        snprintf(text, sizeof text, "t%zu", i);
        snprintf(iri, sizeof iri, "x:%zu", i);
        json_object_set_new(context, text, json_string(iri));
    }
    json_object_set_new(document, "@context", context);
    for (size_t i = 0; i < depth; i++) {
        json_t *list = json_array();
        for (size_t j = 0; j < breadth; j++) {
            snprintf(text, sizeof text, "y:%zu.%zu", i, j);
            json_array_append_new(list, json_pack("{s:{s:s}, s:s, s:s}", "@context", "own", text, "own",
                                                  "value", "t0", "first"));
        }
        json_object_set_new(at, "t1", list);
        at = json_array_get(list, breadth - 1);
    }
    return document;
}

START_TEST(contexts_lie_on_each_other)
{
    blz_ctx *ctx = ld_context();
    json_t *document = nested(40, 30, 10), *out = NULL;
    ck_assert_ok(blz_ld_expand(&out, ctx, document, NULL, NULL));
    const json_t *at = json_array_get(out, 0);
    for (size_t i = 0; i < 30; i++) {
        const json_t *list = json_object_get(at, "x:1");
        char iri[64];
        ck_assert_uint_eq(json_array_size(list), 10);
        for (size_t j = 0; j < 10; j++) {
            const json_t *node = json_array_get(list, j);
            snprintf(iri, sizeof iri, "y:%zu.%zu", i, j);
            ck_assert_ptr_nonnull(json_object_get(node, iri));
            ck_assert_ptr_nonnull(json_object_get(node, "x:0"));
        }
        at = json_array_get(list, 9);
    }
    json_decref(out);
    json_decref(document);
    blz_ctx_free(ctx);
}
END_TEST

/* Many small contexts over a large one are cheap until they lie too deep; then there is an end to it. */
START_TEST(contexts_have_a_budget)
{
    blz_ctx *ctx = ld_context();
    json_t *cheap = nested(3000, 3, 3000), *dear = nested(3000, 20, 3000), *out = NULL;
    ck_assert_ok(blz_ld_expand(&out, ctx, cheap, NULL, NULL));
    json_decref(out);
    out = NULL;
    ck_assert_int_eq(blz_ld_expand(&out, ctx, dear, NULL, NULL), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(out);
    json_decref(cheap);
    json_decref(dear);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(scoped_contexts_are_looked_at_where_they_are_defined)
{
    static const ld_refusal cases[] = {
        {"{'@context': {'a': {'@id': 'x:a', '@context': {'b': 'rel'}}}}", "invalid scoped context",
         "/@context", "a", "wrong: the definition of \"b\" has an @id that is neither"},
        {"{'@context': {'a': {'@id': 'x:a', '@context': {'b': {'@id': 'x:b', '@context': 1}}}}}",
         "invalid scoped context", "/@context", "a", "wrong: the definition of \"b\" has a @context that"},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(definitions_end_somewhere)
{
    blz_ctx *ctx = ld_context();
    json_t *document = json_object(), *context = json_object(), *out = NULL;
    for (int i = 0; i < 1000; i++) {
        char name[16], iri[32];
        snprintf(name, sizeof name, "t%d", i);
        snprintf(iri, sizeof iri, "t%d:x", i + 1);
        json_object_set_new(context, name, json_string(iri));
    }
    json_object_set_new(document, "@context", context);
    ck_assert_int_eq(blz_ld_expand(&out, ctx, document, NULL, NULL), BLZ_ERR_LIMIT);
    json_decref(document);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(memory_may_run_out)
{
    blz_ctx *ctx = ld_context();
    json_t *context =
        ld_parse("[{'@base': 'http://a/', '@vocab': 'v/', 'a': {'@id': 'x:a', '@context': {'b': "
                 "'x:b'}}, 'p': 'http://p/', 'p:c': {'@type': '@id'}}, {'@base': 'c', 'a': null},"
                 "null, {'d': 'x:d'}]");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_arena) arena = {0};
        blz_ld_run run;
        const blz_ld_active *active = NULL;
        ld_open(&run, ctx, &arena, NULL);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ld_initial(&run, &active);
        if (status == BLZ_OK)
            status = blz_ld_process(&run, active, &active, (blz_ld_local){.json = context}, NULL, 0);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    json_decref(context);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/context", a_context_is_an_object_a_url_or_null, settings_have_to_be_what_they_are,
          json_ld_1_0_knows_less, settings_apply_and_are_taken_back,
          null_takes_away_all_but_what_is_protected, contexts_propagate_or_do_not, contexts_lie_on_each_other,
          contexts_have_a_budget, scoped_contexts_are_looked_at_where_they_are_defined,
          definitions_end_somewhere, memory_may_run_out)
