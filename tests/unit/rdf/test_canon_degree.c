#include "unit/failing.h"
#include "unit/rdf/state.h"

static struct state s;

static void open_hashed(const char *text)
{
    state_open(&s, text);
    ck_assert_ok(blz_canon_first_degrees(&s.canon));
}

/* The hash of a node that is the first to get an identifier; the stacks are as they were. */
static const char *degree_of(const char *label)
{
    static char hashes[2][BLZ_CANON_HEX_MAX + 1];
    static size_t next;
    char *hash = hashes[next++ % 2];
    memset(hash, 0, sizeof hashes[0]);
    ck_assert_ok(blz_canon_lend(&s.canon, blank_of(&s, label)));
    ck_assert_ok(blz_canon_n_degree(&s.canon, hash, blank_of(&s, label)));
    ck_assert_uint_eq(s.canon.text.length, 0);
    ck_assert_uint_eq(s.canon.numbers.count, 0);
    ck_assert_uint_eq(s.canon.related_count, 0);
    ck_assert_uint_eq(s.canon.depth, 0);
    return hash;
}

START_TEST(identifiers_are_lent_and_taken_back)
{
    open_hashed("_:x <urn:p> _:y .\n_:z <urn:p> _:y .\n");
    uint32_t x = blank_of(&s, "x"), y = blank_of(&s, "y"), z = blank_of(&s, "z");
    ck_assert_ok(blz_canon_lend(&s.canon, z));
    ck_assert_ok(blz_canon_lend(&s.canon, x));
    ck_assert_ok(blz_canon_lend(&s.canon, y));
    ck_assert_uint_eq(s.canon.nodes[z].temporary, 0);
    ck_assert_uint_eq(s.canon.nodes[y].temporary, 2);
    blz_canon_take_back(&s.canon, 1);
    ck_assert_uint_eq(s.canon.issuer.count, 1);
    ck_assert_uint_eq(s.canon.nodes[z].temporary, 0);
    ck_assert_uint_eq(s.canon.nodes[x].temporary, BLZ_CANON_UNISSUED);
    ck_assert_uint_eq(s.canon.nodes[y].temporary, BLZ_CANON_UNISSUED);
    ck_assert_ok(blz_canon_lend(&s.canon, y));
    ck_assert_uint_eq(s.canon.nodes[y].temporary, 1);
    s.canon.budget = 0;
    ck_assert_int_eq(blz_canon_lend(&s.canon, x), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(s.canon.nodes[x].temporary, BLZ_CANON_UNISSUED);
    state_close(&s);
}
END_TEST

/* RDFC-1.0, 4.8.4, with the hashes that are printed there. */
START_TEST(the_example_of_the_specification)
{
    open_hashed("<http://example.com/#p> <http://example.com/#q> _:e0 .\n"
                "<http://example.com/#p> <http://example.com/#q> _:e1 .\n"
                "_:e0 <http://example.com/#p> _:e2 .\n_:e1 <http://example.com/#p> _:e3 .\n"
                "_:e2 <http://example.com/#r> _:e3 .\n");
    s.canon.nodes[blank_of(&s, "e2")].issued = 0;
    s.canon.nodes[blank_of(&s, "e3")].issued = 1;
    ck_assert_str_eq(degree_of("e0"), "fbc300de5afafd97a4b9ee1e72b57754dcdcb7ebb724789ac6a94a5b82a48d30");
    blz_canon_take_back(&s.canon, 0);
    ck_assert_str_eq(degree_of("e1"), "2c0b377baf86f6c18fed4b0df6741290066e73c932861749b172d1e5560f5045");
    state_close(&s);
}
END_TEST

/* By hand: three leaves that nothing tells apart, then the way back from each. */
START_TEST(nodes_around_one_that_look_alike)
{
    open_hashed("_:c <urn:p> _:l .\n_:c <urn:p> _:m .\n_:c <urn:p> _:n .\n");
    char text[400], related[100];
    const blz_canon_node *leaf = &s.canon.nodes[blank_of(&s, "l")];
    snprintf(text, sizeof text, "%s_:b0", hash_of(&s, "s<urn:p>_:b0"));
    const char *back = hash_of(&s, text);
    snprintf(related, sizeof related, "o<urn:p>%.64s", leaf->first);
    snprintf(text, sizeof text, "%s_:b1_:b2_:b3_:b1<%s>_:b2<%s>_:b3<%s>", hash_of(&s, related), back, back,
             back);
    ck_assert_str_eq(degree_of("c"), hash_of(&s, text));
    ck_assert_uint_eq(s.canon.issuer.count, 4);
    state_close(&s);
}
END_TEST

/* A node in the graph of a quad is connected by no predicate. */
START_TEST(a_node_that_is_a_graph)
{
    open_hashed("_:x <urn:p> <urn:o> _:g .\n");
    s.canon.nodes[blank_of(&s, "g")].issued = 7;
    char text[100];
    snprintf(text, sizeof text, "%s_:c14n7", hash_of(&s, "g_:c14n7"));
    ck_assert_str_eq(degree_of("x"), hash_of(&s, text));
    state_close(&s);
}
END_TEST

START_TEST(a_node_with_no_other_beside_it)
{
    open_hashed("_:x <urn:p> _:x _:x .\n");
    ck_assert_str_eq(degree_of("x"), hash_of(&s, ""));
    state_close(&s);
}
END_TEST

/* Two hubs joined by pairs of nodes: neither the order of the quads nor that of the labels matters. */
START_TEST(order_and_labels_do_not_matter)
{
    static const char *const texts[] = {
        "_:a <urn:p> _:b .\n_:a <urn:p> _:c .\n_:b <urn:q> _:d .\n_:c <urn:q> _:e .\n_:d <urn:r> _:e .\n"
        "_:e <urn:r> _:d .\n_:a <urn:p> _:f .\n_:f <urn:q> _:f .\n",
        "_:f <urn:q> _:f .\n_:e <urn:r> _:d .\n_:a <urn:p> _:f .\n_:d <urn:r> _:e .\n_:c <urn:q> _:d .\n"
        "_:a <urn:p> _:c .\n_:b <urn:q> _:e .\n_:a <urn:p> _:b .\n"};
    char first[BLZ_CANON_HEX_MAX + 1] = "";
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        open_hashed(texts[i]);
        const char *hash = degree_of("a");
        ck_assert_uint_eq(s.canon.issuer.count, 6);
        if (i == 0)
            snprintf(first, sizeof first, "%s", hash);
        else
            ck_assert_str_eq(hash, first);
        state_close(&s);
    }
}
END_TEST

START_TEST(there_is_an_end_to_work_and_depth)
{
    open_hashed("_:c <urn:p> _:l .\n_:c <urn:p> _:m .\n_:c <urn:p> _:n .\n_:c <urn:p> _:o .\n");
    char hash[BLZ_CANON_HEX_MAX];
    s.canon.budget = 50;
    ck_assert_int_eq(blz_canon_n_degree(&s.canon, hash, blank_of(&s, "c")), BLZ_ERR_LIMIT);
    state_close(&s);
    open_hashed("_:x <urn:p> _:y .\n");
    s.canon.depth = BLZ_CANON_DEPTH;
    ck_assert_int_eq(blz_canon_n_degree(&s.canon, hash, blank_of(&s, "x")), BLZ_ERR_LIMIT);
    s.canon.depth = BLZ_CANON_DEPTH - 1; /* itself, but not the way to the other node */
    ck_assert_int_eq(blz_canon_n_degree(&s.canon, hash, blank_of(&s, "x")), BLZ_ERR_LIMIT);
    state_close(&s);
}
END_TEST

START_TEST(memory_that_runs_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        char hash[BLZ_CANON_HEX_MAX];
        open_hashed("_:c <urn:p> _:l .\n_:c <urn:p> _:m .\n_:c <urn:p> _:n .\n");
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_canon_n_degree(&s.canon, hash, blank_of(&s, "c"));
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        state_close(&s);
    }
}
END_TEST

UNIT_MAIN("rdf/canon_degree", identifiers_are_lent_and_taken_back, the_example_of_the_specification,
          nodes_around_one_that_look_alike, a_node_that_is_a_graph, a_node_with_no_other_beside_it,
          order_and_labels_do_not_matter, there_is_an_end_to_work_and_depth, memory_that_runs_out)
