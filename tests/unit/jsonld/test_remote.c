#include "unit/jsonld/ld.h"

#include "unit/failing.h"

/* A loader that counts what it is asked for. */
typedef struct served {
    const char *url, *text;
    blz_status status;
} served;

static size_t asked;

static blz_status serve(void *user, const char *url, blz_document *out)
{
    asked++;
    for (const served *s = user; s->url; s++) {
        if (strcmp(s->url, url) != 0) continue;
        if (s->status != BLZ_OK) return s->status;
        char *copy = blz_strdup(s->text);
        if (!copy) return BLZ_ERR_NOMEM;
        ld_swap(copy, '\'', '"');
        *out = (blz_document){.bytes = copy, .length = strlen(copy)};
        return BLZ_OK;
    }
    return BLZ_ERR_NOT_FOUND;
}

static served documents[] = {
    {"http://ex/a", "{'@context': {'a': 'x:a', 'T': {'@id': 'x:T', '@context': 'b'}}}", BLZ_OK},
    {"http://ex/b", "{'@context': {'b': 'x:b', '@base': 'http://no/'}}", BLZ_OK},
    {"http://ex/list", "{'@context': ['a', 'b', {'c': 'x:c'}]}", BLZ_OK},
    {"http://ex/self", "{'@context': 'self'}", BLZ_OK},
    {"http://ex/scoped-self", "{'@context': {'s': {'@id': 'x:s', '@context': 'scoped-self'}}}", BLZ_OK},
    {"http://ex/doubled", "{'@context': ['doubled2', 'doubled2', 'doubled2', 'doubled2']}", BLZ_OK},
    {"http://ex/doubled2", "{'@context': ['a', 'a', 'a', 'a', 'a', 'a', 'a']}", BLZ_OK},
    {"http://ex/import", "{'@context': {'@import': 'a', 'a': 'x:mine', 'd': 'x:d'}}", BLZ_OK},
    {"http://ex/import-list", "{'@context': {'@import': 'list'}}", BLZ_OK},
    {"http://ex/import-import", "{'@context': {'@import': 'import'}}", BLZ_OK},
    {"http://ex/broken", "{'@context': ", BLZ_OK},
    {"http://ex/array", "[]", BLZ_OK},
    {"http://ex/none", "{'a': 'x:a'}", BLZ_OK},
    {"http://ex/large", "", BLZ_ERR_LIMIT},
    {NULL, NULL, BLZ_OK},
};

static blz_ctx *context_with_loader(void)
{
    blz_ctx *ctx = ld_context();
    blz_ctx_set_loader(ctx, serve, documents);
    asked = 0;
    return ctx;
}

static void expands(blz_ctx *ctx, const char *document, const char *expanded)
{
    blz_ld_fault fault = {0};
    json_t *json = ld_parse(document), *wanted = ld_parse(expanded), *got = NULL;
    blz_status status = blz_ld_expand(&got, ctx, json, NULL, &fault);
    ck_assert_msg(status == BLZ_OK && json_equal(got, wanted), "%s: %s", document,
                  fault.message ? fault.message : "another result");
    json_decref(got);
    json_decref(wanted);
    json_decref(json);
}

static void refuses(blz_ctx *ctx, const char *context, blz_status wanted, const char *code,
                    const char *message)
{
    blz_ld_fault fault = {0};
    json_t *json = json_pack("{s:{s:s}}", "x:p", "@context", context), *got = NULL;
    ck_assert_int_eq(blz_ld_expand(&got, ctx, json, NULL, &fault), wanted);
    ck_assert_str_eq(fault.code, code);
    ck_assert_str_eq(fault.pointer, "/x:p/@context");
    ck_assert_msg(strstr(fault.message, message) != NULL, "%s", fault.message);
    blz_ld_fault_clear(&fault);
    json_decref(json);
}

START_TEST(contexts_are_loaded_once)
{
    blz_ctx *ctx = context_with_loader();
    expands(ctx, "{'@context': 'http://ex/list', '@id': 'x:1', 'a': 1, 'b': 2, 'c': 3}",
            "[{'@id': 'x:1', 'x:a': [{'@value': 1}], 'x:b': [{'@value': 2}], 'x:c': [{'@value': 3}]}]");
    ck_assert_uint_eq(asked, 3);
    expands(
        ctx,
        "[{'@context': 'http://ex/a', 'a': 1}, {'@context': ['http://ex/a'], 'a': {'@type': 'T', 'b': 2}}]",
        "[{'x:a': [{'@value': 1}]}, {'x:a': [{'@type': ['x:T'], 'x:b': [{'@value': 2}]}]}]");
    ck_assert_uint_eq(asked, 3);
    blz_ctx_forget(ctx);
    expands(ctx, "{'@context': 'http://ex/b', 'b': 1}", "[{'x:b': [{'@value': 1}]}]");
    ck_assert_uint_eq(asked, 4);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(contexts_that_lead_to_themselves_end)
{
    blz_ctx *ctx = context_with_loader();
    refuses(ctx, "http://ex/self", BLZ_ERR_INVALID, "context overflow", "without end");
    expands(ctx, "{'@context': 'http://ex/scoped-self', 's': {'s': {'s': 1}}}",
            "[{'x:s': [{'x:s': [{'x:s': [{'@value': 1}]}]}]}]");
    expands(ctx, "{'@context': 'http://ex/doubled', 'a': 1}", "[{'x:a': [{'@value': 1}]}]");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(contexts_import_others)
{
    blz_ctx *ctx = context_with_loader();
    expands(
        ctx, "{'@context': 'http://ex/import', 'a': 1, 'd': 2, '@type': 'T', 'b': 3}",
        "[{'@type': ['x:T'], 'x:mine': [{'@value': 1}], 'x:d': [{'@value': 2}], 'x:b': [{'@value': 3}]}]");
    refuses(ctx, "http://ex/import-list", BLZ_ERR_INVALID, "invalid remote context", "not a single object");
    refuses(ctx, "http://ex/import-import", BLZ_ERR_INVALID, "invalid context entry", "imports another one");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(contexts_that_are_not_there_are_told_from_wrong_ones)
{
    blz_ctx *ctx = context_with_loader();
    refuses(ctx, "http://ex/nowhere", BLZ_ERR_NOT_FOUND, "loading remote context failed", "--map");
    refuses(ctx, "http://ex/large", BLZ_ERR_NOT_FOUND, "loading remote context failed", "http://ex/large");
    refuses(ctx, "http://ex/broken", BLZ_ERR_INVALID, "loading remote context failed", "not JSON");
    refuses(ctx, "http://ex/array", BLZ_ERR_INVALID, "invalid remote context", "no context");
    refuses(ctx, "http://ex/none", BLZ_ERR_INVALID, "invalid remote context", "no context");
    blz_ctx_free(ctx);
    ctx = ld_context();
    refuses(ctx, "http://ex/a", BLZ_ERR_NOT_FOUND, "loading remote context failed", "http://ex/a");
    blz_ctx_free(ctx);
}
END_TEST

/* Serves any number of contexts. */
static blz_status serve_any(void *user, const char *url, blz_document *out)
{
    (void)user;
    (void)url;
    asked++;
    char *text = blz_strdup("{\"@context\":{\"a\":\"x:a\"}}");
    if (!text) return BLZ_ERR_NOMEM;
    *out = (blz_document){.bytes = text, .length = strlen(text)};
    return BLZ_OK;
}

static blz_status expand_many(blz_ctx *ctx, size_t from, size_t count, blz_ld_fault *fault)
{
    json_t *contexts = json_array(), *out = NULL;
    for (size_t i = 0; i < count; i++) {
        char url[40];
        snprintf(url, sizeof url, "http://ex/%zu", from + i);
        json_array_append_new(contexts, json_string(url));
    }
    json_t *document = json_pack("{s:o,s:s}", "@context", contexts, "a", "b");
    blz_status status = blz_ld_expand(&out, ctx, document, NULL, fault);
    json_decref(document);
    json_decref(out);
    return status;
}

START_TEST(a_document_asks_for_some_and_a_context_keeps_some)
{
    blz_ctx *ctx = ld_context();
    blz_ld_fault fault = {0};
    blz_ctx_set_loader(ctx, serve_any, NULL);
    asked = 0;
    ck_assert_int_eq(expand_many(ctx, 0, 65, &fault), BLZ_ERR_INVALID);
    ck_assert_str_eq(fault.code, "context overflow");
    blz_ld_fault_clear(&fault);
    ck_assert_uint_eq(asked, 64);
    ck_assert_ok(expand_many(ctx, 0, 64, NULL));
    ck_assert_uint_eq(asked, 64);
    ck_assert_ok(expand_many(ctx, 100, 3, NULL));
    ck_assert_ok(expand_many(ctx, 100, 3, NULL));
    ck_assert_uint_eq(asked, 70);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(memory_may_run_out)
{
    json_t *json =
        ld_parse("{'@context': ['http://ex/list', 'http://ex/import'], 'a': {'@type': 'T', 'b': 1}}");
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_ctx *ctx = context_with_loader();
        json_t *out = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ld_expand(&out, ctx, json, NULL, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        json_decref(out);
        blz_ctx_free(ctx);
    }
    json_decref(json);
}
END_TEST

UNIT_MAIN("jsonld/remote", contexts_are_loaded_once, contexts_that_lead_to_themselves_end,
          contexts_import_others, contexts_that_are_not_there_are_told_from_wrong_ones,
          a_document_asks_for_some_and_a_context_keeps_some, memory_may_run_out)
