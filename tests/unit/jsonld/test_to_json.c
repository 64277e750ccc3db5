#include "unit/jsonld/ld.h"

#include "jsonld/tree.h"

START_TEST(each_member_is_written)
{
    static const char document[] = "[{'@id': 'x:a', '@type': ['x:T'], '@index': 'i', '@graph': [{'x:p': "
                                   "[{}]}], '@included': [{'x:p': [{}]}], "
                                   "'@reverse': {'x:r': [{'@id': 'x:b'}]}, 'x:p': [{'@value': 'a', "
                                   "'@language': 'en', '@direction': 'ltr', "
                                   "'@index': 'i'}, {'@value': 1, '@type': 'x:t'}, {'@value': {'a': [1, "
                                   "{'b': null}]}, '@type': '@json'}, "
                                   "{'@list': [{'@value': 1.5}, {'@list': []}], '@index': 'i'}]}]";
    ld_expands(document, document);
}
END_TEST

START_TEST(null_is_written_where_something_meant_nothing)
{
    blz_ld_object object = {.has = BLZ_LD_BIT(BLZ_LD_ID) | BLZ_LD_BIT(BLZ_LD_TYPE)}, *items[] = {&object};
    const char *types[] = {NULL, "x:T"};
    json_t *out = NULL;
    object.types = types;
    object.type_count = 2;
    ck_assert_ok(blz_ld_to_json(&out, &(blz_ld_list){.items = items, .count = 1}));
    char *text = ld_text(out);
    ck_assert_str_eq(text, "[{'@id':null,'@type':[null,'x:T']}]");
    free(text);
    json_decref(out);
}
END_TEST

/* The result has nothing in common with the document, which may go first. */
START_TEST(values_are_copies)
{
    blz_ctx *ctx = ld_context();
    json_t *document = ld_parse("{'x:p': [{'@value': {'a': ['b']}, '@type': '@json'}, 'c']}"), *out = NULL;
    ck_assert_ok(blz_ld_expand(&out, ctx, document, NULL, NULL));
    json_t *values = json_object_get(document, "x:p");
    json_object_set_new(json_object_get(json_array_get(values, 0), "@value"), "a", json_null());
    json_string_set(json_array_get(values, 1), "d");
    char *text = ld_text(out);
    ck_assert_str_eq(text, "[{'x:p':[{'@type':'@json','@value':{'a':['b']}},{'@value':'c'}]}]");
    free(text);
    json_decref(out);
    json_decref(document);
    blz_ctx_free(ctx);
}
END_TEST

/* jansson asks for memory itself. */
static size_t left;

static void *scarce(size_t size)
{
    if (left == 0) return NULL;
    left--;
    return malloc(size);
}

START_TEST(memory_may_run_out)
{
    blz_ctx *ctx = ld_context();
    json_t *document =
        ld_parse("{'@id': 'x:a', '@type': 'x:T', 'x:p': [{'@value': {'a': ['b', 1.5, true]}, '@type': "
                 "'@json'}, {'@list': ['c']}], '@reverse': {'x:r': {'@id': 'x:b'}}, '@graph': []}");
    blz_status status = BLZ_ERR_NOMEM;
    for (size_t count = 0; status != BLZ_OK; count++) {
        json_t *out = NULL;
        left = count;
        json_set_alloc_funcs(scarce, free);
        status = blz_ld_expand(&out, ctx, document, NULL, NULL);
        json_set_alloc_funcs(malloc, free);
        ck_assert(status == BLZ_OK || status == BLZ_ERR_NOMEM);
        ck_assert_int_eq(out != NULL, status == BLZ_OK);
        if (out) {
            char *text = ld_text(out);
            ck_assert_str_eq(
                text, "[{'@graph':[],'@id':'x:a','@reverse':{'x:r':[{'@id':'x:b'}]},'@type':['x:T'],'x:p':"
                      "[{'@type':'@json','@value':{'a':['b',1.5,true]}},{'@list':[{'@value':'c'}]}]}]");
            free(text);
        }
        json_decref(out);
    }
    json_decref(document);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/to_json", each_member_is_written, null_is_written_where_something_meant_nothing,
          values_are_copies, memory_may_run_out)
