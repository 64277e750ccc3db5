#include "unit/jsonld/ld.h"

#include "unit/failing.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static const blz_ld_options generalized = {.generalized = true},
                            compound = {.direction = BLZ_LD_COMPOUND_LITERAL};

START_TEST(nodes_become_quads)
{
    ld_becomes(NULL,
               "{'@id': 'x:s', '@type': ['x:T', '_:t', 'x:T'], 'x:p': [{'@id': 'x:o', 'x:q': 1}, {'@id': "
               "'x:o'}, {}], "
               "'@reverse': {'x:r': {'@id': 'x:b', 'x:q': 'b'}}, '@included': {'@id': 'x:i', 'x:q': 'i'}}",
               "<x:b> <x:q> 'b' .\n<x:b> <x:r> <x:s> .\n<x:i> <x:q> 'i' .\n"
               "<x:o> <x:q> '1'^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
               "<x:s> <" RDF "type> <x:T> .\n<x:s> <" RDF "type> _:c14n0 .\n"
               "<x:s> <x:p> <x:o> .\n<x:s> <x:p> _:c14n1 .\n");
}
END_TEST

START_TEST(graphs_have_names)
{
    ld_becomes(
        NULL,
        "[{'@id': 'x:g', 'x:p': 'a', '@graph': [{'@id': 'x:s', 'x:p': 'b'}, {'@id': '_:h', '@graph': {'@id': "
        "'x:t', 'x:p': 'c'}}]}, {'@id': 'rel', '@graph': {'@id': 'x:u', 'x:p': 'd'}}]",
        "<x:g> <x:p> 'a' .\n<x:s> <x:p> 'b' <x:g> .\n<x:t> <x:p> 'c' _:c14n0 .\n");
}
END_TEST

START_TEST(lists_become_cells)
{
    ld_becomes(NULL,
               "{'@id': 'x:s', 'x:p': [{'@list': []}, {'@list': ['a', {'@value': null}, {'@list': ['b']}]}]}",
               "<x:s> <x:p> <" RDF "nil> .\n<x:s> <x:p> _:c14n2 .\n"
               "_:c14n0 <" RDF "first> _:c14n1 .\n_:c14n0 <" RDF "rest> <" RDF "nil> .\n"
               "_:c14n1 <" RDF "first> 'b' .\n_:c14n1 <" RDF "rest> <" RDF "nil> .\n"
               "_:c14n2 <" RDF "first> 'a' .\n_:c14n2 <" RDF "rest> _:c14n0 .\n");
    ld_becomes(NULL, "{'@id': 'x:s', 'x:p': {'@list': [{'@id': 'rel'}]}}",
               "<x:s> <x:p> _:c14n0 .\n_:c14n0 <" RDF "rest> <" RDF "nil> .\n");
}
END_TEST

/* What has no subject or no property leaves its nodes, and nothing of its lists and texts. */
START_TEST(what_has_no_place_is_left_out)
{
    ld_becomes(NULL,
               "{'@id': 'rel', 'x:p': ['a', {'@list': ['b', {'@id': 'x:o', 'x:q': 'c'}]}], '@type': 'x:T', "
               "'@reverse': "
               "{'x:r': {'@id': 'x:b'}}}",
               "<x:o> <x:q> 'c' .\n");
    ld_becomes(NULL,
               "{'@id': 'x:s', '_:p': {'@list': [{'@id': 'x:o', 'x:q': {'@list': []}}, {'@list': ['d']}]}}",
               "<x:o> <x:q> <" RDF "nil> .\n");
    ld_becomes(NULL,
               "{'@id': 'x:s', 'x:a b': ['a', {'@list': ['b']}], 'x:p': [{'@id': 'x:a b'}, {'@id': 'rel'}]}",
               "");
    ld_becomes(&compound, "{'@id': 'x:s', '_:p': {'@value': 'a', '@direction': 'rtl'}}", "");
}
END_TEST

START_TEST(blank_properties_are_generalized_rdf)
{
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse("{'@id': 'x:s', '_:p': 'a'}");
    BLZ_SCOPED(blz_dataset) data = {0};
    ck_assert_ok(blz_ld_to_rdf(&data, ctx, json, &generalized, NULL));
    ck_assert_uint_eq(data.count, 1);
    ck_assert_int_eq(data.quads[0].predicate->kind, BLZ_TERM_BLANK);
    json_decref(json);
    blz_ctx_free(ctx);
}
END_TEST

/* Two documents in one dataset have no blank nodes in common, even of the same label. */
START_TEST(labels_belong_to_their_document)
{
    blz_ctx *ctx = ld_context();
    json_t *json =
        ld_parse("[{'@id': '_:b1', 'x:p': {'@id': '_:b0', 'x:p': {}}}, {'@id': '_:b1', 'x:q': 'a'}]");
    BLZ_SCOPED(blz_dataset) data = {0};
    ck_assert_ok(blz_ld_to_rdf(&data, ctx, json, NULL, NULL));
    ck_assert_uint_eq(data.count, 3);
    ck_assert_uint_eq(data.blank_count, 3);
    ck_assert_ok(blz_ld_to_rdf(&data, ctx, json, NULL, NULL));
    ck_assert_uint_eq(data.count, 6);
    ck_assert_uint_eq(data.blank_count, 6);
    json_decref(json);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(a_node_has_one_index_in_a_graph)
{
    static const ld_refusal cases[] = {
        {"[{'@id': 'x:s', '@index': 'a', 'x:p': 1}, {'@id': 'x:s', '@index': 'b', 'x:p': 2}]",
         "conflicting indexes", NULL, NULL, "\"x:s\""},
        {"{'x:p': [{'@id': '_:s', '@index': 'a'}, {'@id': '_:s', '@index': 'b'}]}", "conflicting indexes",
         NULL, NULL, NULL},
        {"{'@graph': [{'@id': 'x:s', '@index': 'a', 'x:p': 1}, {'x:p': {'@id': 'x:s', '@index': 'b'}}], "
         "'x:p': 1}",
         "conflicting indexes", NULL, NULL, NULL},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *json = ld_parse(cases[i].document);
        ld_refuses_json(NULL, json, &cases[i], true);
        json_decref(json);
    }
    ld_becomes(
        NULL,
        "[{'@id': 'x:s', '@index': 'a', 'x:p': 'c'}, {'@id': 'x:s', '@index': 'a'}, {'@id': 'x:s'}, {'@id': "
        "'x:g', '@graph': {'@id': 'x:s', '@index': 'b', 'x:p': 'd'}}, {'@id': 'rel', '@index': 'a', 'x:p': "
        "1}, "
        "{'@id': 'rel', '@index': 'b', 'x:p': 1}]",
        "<x:s> <x:p> 'c' .\n<x:s> <x:p> 'd' <x:g> .\n");
}
END_TEST

START_TEST(there_are_no_more_quads_than_may_be)
{
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse("{'@id': 'x:s', 'x:p': ['a', 'b', 'c']}");
    BLZ_SCOPED(blz_dataset) data = {.max_quads = 2};
    ck_assert_int_eq(blz_ld_to_rdf(&data, ctx, json, NULL, NULL), BLZ_ERR_LIMIT);
    json_decref(json);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(memory_may_run_out)
{
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse("{'@id': '_:a', '@index': 'i', '@type': 'x:T', 'x:p': ['a', 1.5, {'@list': ['b', "
                            "{'@list': []}]}, {'@value': "
                            "'c', '@language': 'EN', '@direction': 'ltr'}, {'@value': {'a': 1}, '@type': "
                            "'@json'}, {}], '@graph': "
                            "{'@id': '_:b', 'x:p': {'@id': '_:a'}}, '@reverse': {'x:r': {'@id': 'x:s'}}}");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_dataset) data = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ld_to_rdf(&data, ctx, json, &compound, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    json_decref(json);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/to_rdf", nodes_become_quads, graphs_have_names, lists_become_cells,
          what_has_no_place_is_left_out, blank_properties_are_generalized_rdf,
          labels_belong_to_their_document, a_node_has_one_index_in_a_graph,
          there_are_no_more_quads_than_may_be, memory_may_run_out)
