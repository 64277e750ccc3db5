#include "school.h"

START_TEST(documents_are_asked_for_once)
{
    site s;
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    const blz_ob2_document *badge = open_badge(&s, school, ASSERTION, &graph), *again = NULL, *other = NULL;
    ck_assert_ok(blz_ob2_graph_get(&again, graph, S "badge"));
    ck_assert_ok(blz_ob2_graph_get(&other, graph, S "badge"));
    ck_assert_ptr_eq(again, other);
    ck_assert_uint_eq(s.asked, 1);
    ck_assert_uint_eq(blz_ob2_graph_count(graph), 2);
    ck_assert_ptr_eq(blz_ob2_graph_at(graph, 0), badge);
    ck_assert_ptr_eq(blz_ob2_graph_ctx(graph), s.ctx);
    site_close(&s);
}
END_TEST

START_TEST(links)
{
    static const page pages[] = {
        {S "a", "{" V2 "'id': '" S "b', 'type': 'Issuer'}", BLZ_OK, NULL},
        {S "b", "{" V2 "'id': '" S "b', 'type': 'Issuer', 'name': 'B'}", BLZ_OK, NULL},
        {S "c", "{" V2 "'id': '" S "none', 'type': 'Issuer'}", BLZ_OK, NULL},
        {0}};
    site s;
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    blz_ob2_target target;
    open_badge(&s, pages, ASSERTION, &graph);
    json_t *a = json_string(S "a"), *c = json_string(S "c"),
           *inside = json_of("{'id': 'urn:x', 'name': 'n'}");
    json_t *copy = json_of("{'id': '" S "b', 'name': 'forged'}"), *nowhere = json_string("urn:x");
    ck_assert_ok(blz_ob2_graph_follow(&target, graph, a));
    ck_assert_str_eq(json_string_value(json_object_get(target.node, "name")), "B");
    ck_assert_ptr_nonnull(target.moved);
    ck_assert_ok(blz_ob2_graph_follow(&target, graph, c));
    ck_assert_ptr_null(target.node);
    ck_assert_ok(blz_ob2_graph_follow(&target, graph, copy));
    ck_assert_str_eq(json_string_value(json_object_get(target.node, "name")), "B");
    ck_assert_ok(blz_ob2_graph_follow(&target, graph, inside));
    ck_assert_ptr_eq(target.node, inside);
    ck_assert_ok(blz_ob2_graph_follow(&target, graph, nowhere));
    ck_assert_ptr_null(target.node);
    json_decref(a);
    json_decref(c);
    json_decref(inside);
    json_decref(copy);
    json_decref(nowhere);
    site_close(&s);
}
END_TEST

START_TEST(too_many)
{
    site s;
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    const blz_ob2_document *document = NULL;
    char url[100];
    open_badge(&s, school, ASSERTION, &graph);
    for (int i = 0; i < BLZ_OB2_DOCUMENTS_MAX + 50; i++) {
        snprintf(url, sizeof url, S "%d", i + 10);
        ck_assert_ok(blz_ob2_graph_get(&document, graph, url));
    }
    ck_assert_int_eq(document->status, BLZ_ERR_LIMIT);
    ck_assert_uint_eq(blz_ob2_graph_count(graph), BLZ_OB2_DOCUMENTS_MAX);
    ck_assert_uint_lt(s.asked, BLZ_OB2_DOCUMENTS_MAX + 1);
    site_close(&s);
}
END_TEST

START_TEST(memory)
{
    site s;
    site_open(&s, school);
    json_t *link = json_string(S "badge");
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_ob2_graph *graph = NULL;
        blz_ob2_target target;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ob2_graph_new(&graph, s.ctx, true);
        if (status == BLZ_OK) status = blz_ob2_graph_follow(&target, graph, link);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_ob2_graph_free(graph);
        f.at += f.at / 8;
    }
    json_decref(link);
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/graph", documents_are_asked_for_once, links, too_many, memory)
