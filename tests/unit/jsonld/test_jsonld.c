#include "unit/jsonld/ld.h"

#include "unit/failing.h"

START_TEST(a_base_is_where_references_start)
{
    static const blz_ld_options options = {.base = "http://ex/dir/doc?q#f"};
    ld_expands_with(
        &options, "[{'@id': '', 'x:p': {'@id': '../a', '@type': 'b'}}, {'@id': '#c', 'x:p': 1}]",
        "[{'@id': 'http://ex/dir/doc?q', 'x:p': [{'@id': 'http://ex/a', '@type': ['http://ex/dir/b']}]}, "
        "{'@id': 'http://ex/dir/doc?q#c', 'x:p': [{'@value': 1}]}]");
}
END_TEST

START_TEST(a_context_may_come_from_outside)
{
    static const char *const forms[] = {"{'a': 'x:a'}", "{'@context': {'a': 'x:a'}}",
                                        "[{'b': 'x:b'}, {'a': 'x:a'}]", "{'@context': [{'a': 'x:a'}]}"};
    for (size_t i = 0; i < BLZ_COUNT_OF(forms); i++) {
        json_t *context = ld_parse(forms[i]);
        blz_ld_options options = {.expand_context = context};
        ld_expands_with(&options, "{'a': 1}", "[{'x:a': [{'@value': 1}]}]");
        ld_expands_with(&options, "{'@context': {'a': 'y:a'}, 'a': 1}", "[{'y:a': [{'@value': 1}]}]");
        json_decref(context);
    }
    json_t *wrong = ld_parse("{'a': 1}");
    blz_ld_options options = {.expand_context = wrong};
    ld_refuses(&options, &(ld_refusal){"{}", "invalid term definition", NULL, "a", NULL}, 1);
    json_decref(wrong);
}
END_TEST

START_TEST(a_graph_alone_is_its_nodes)
{
    ld_expands("{'@graph': [{'@id': 'x:a', 'x:p': 1}, {'@id': 'x:b', 'x:p': 2}]}",
               "[{'@id': 'x:a', 'x:p': [{'@value': 1}]}, {'@id': 'x:b', 'x:p': [{'@value': 2}]}]");
    ld_expands("{'@graph': {'x:p': 1}, '@index': 'i'}",
               "[{'@graph': [{'x:p': [{'@value': 1}]}], '@index': 'i'}]");
}
END_TEST

/* Everything at once. */
static const char rich[] = "{'@context': ['https://w3id.org/security/multikey/v1', {'@vocab': 'x:', '@base': "
                           "'http://b/', 'l': {'@container': "
                           "'@list'}, 'm': {'@container': '@language'}, 'i': {'@container': '@index', "
                           "'@index': 'k'}, 'g': {'@container': "
                           "['@graph', '@id']}, 't': {'@container': '@type'}, 'r': {'@reverse': 'x:r'}, 'n': "
                           "'@nest', 'j': {'@type': '@json'}, "
                           "'T': {'@context': {'p': {'@type': '@id'}, 'q': {'@id': 'y:q', '@context': {'s': "
                           "'y:s'}}}}}], '@id': 'a', '@type': "
                           "['T', 'U'], 'p': ['b', 'c'], 'q': {'s': 1, 'd': {'@type': 'T', 'p': 'd'}}, 'l': "
                           "[['e'], 1.5], 'm': {'en': ['f', "
                           "'g'], 'de': 'h'}, 'i': {'k1': {'o': 1}}, 'g': {'x:g': {'o': 2}}, 't': {'T': "
                           "{'p': 'i'}}, 'r': {'@id': 'x:r1'}, 'n': "
                           "{'o': 3}, 'j': {'a': 1}, '@reverse': {'back': {'o': 4}}, '@included': [{'o': "
                           "5}], '@graph': [{'o': {'@set': [6]}}]}";

START_TEST(memory_may_run_out)
{
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse(rich);
    for (int to_rdf = 0; to_rdf < 2; to_rdf++)
        for (int ordered = 0; ordered < 2; ordered++)
            for (EACH_ALLOCATION_FAILS(f)) {
                const blz_ld_options options = {.safe = true, .ordered = ordered};
                blz_ld_fault fault = {0};
                json_t *out = NULL;
                BLZ_SCOPED(blz_dataset) data = {0};
                blz_mem_set_failing(fails_at, &f);
                blz_status status = to_rdf ? blz_ld_to_rdf(&data, ctx, json, &options, &fault)
                                           : blz_ld_expand(&out, ctx, json, &options, &fault);
                blz_mem_set_failing(NULL, NULL);
                ck_assert_msg(status == (failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK), "%s",
                              fault.message ? fault.message : blz_status_text(status));
                json_decref(out);
            }
    json_decref(json);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(the_order_of_members_changes_no_quad)
{
    static const blz_ld_options ordered = {.ordered = true};
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse(rich);
    char *texts[2] = {NULL, NULL};
    for (int i = 0; i < 2; i++) {
        BLZ_SCOPED(blz_dataset) data = {0};
        BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
        ck_assert_ok(blz_ld_to_rdf(&data, ctx, json, i ? &ordered : NULL, NULL));
        ck_assert_ok(blz_canon_write(&text, NULL, &data, NULL));
        ck_assert_ok(blz_buf_take(&text, &texts[i], NULL));
        ck_assert_uint_eq(data.count, 34);
    }
    ck_assert_str_eq(texts[0], texts[1]);
    blz_free(texts[0]);
    blz_free(texts[1]);
    json_decref(json);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/jsonld", a_base_is_where_references_start, a_context_may_come_from_outside,
          a_graph_alone_is_its_nodes, memory_may_run_out, the_order_of_members_changes_no_quad)
