#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "rdf/canon.h"
#include "rdf/nquads.h"
#include "unit/failing.h"

static void add(blz_dataset *data, const char *text)
{
    ck_assert_msg(blz_nquads_read(data, text, strlen(text), NULL) == BLZ_OK, "%s", text);
}

static void becomes(const char *text, const char *wanted)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    add(&data, text);
    ck_assert_ok(blz_buf_puts(&out, ""));
    ck_assert_ok(blz_canon_write(&out, NULL, &data, NULL));
    ck_assert_str_eq(out.data, wanted);
}

START_TEST(without_blank_nodes_it_is_a_sorted_set)
{
    becomes("", "");
    becomes("<urn:b> <urn:p> \"\\u0007\\u000a\" .\n<urn:a> <urn:p> \"1\"^^<urn:t> <urn:g> .\n"
            "<urn:a> <urn:p> \"1\" .\n<urn:a> <urn:p> \"1\" .\n<urn:a> <urn:p> \"\U00010000\" .\n"
            "<urn:a> <urn:p> \"\uffff\" .\n<urn:a> <urn:p> \"1\"^^<urn:t> .\n<urn:a> <urn:p> \"1\" .\n",
            "<urn:a> <urn:p> \"1\" .\n<urn:a> <urn:p> \"1\"^^<urn:t> .\n"
            "<urn:a> <urn:p> \"1\"^^<urn:t> <urn:g> .\n<urn:a> <urn:p> \"\uffff\" .\n"
            "<urn:a> <urn:p> \"\U00010000\" .\n<urn:b> <urn:p> \"\\u0007\\n\" .\n");
}
END_TEST

/* One node alone is c14n0 whatever its hash is. */
START_TEST(one_node_in_every_place)
{
    becomes("_:x <urn:p> _:x _:x .", "_:c14n0 <urn:p> _:c14n0 _:c14n0 .\n");
    becomes("<urn:s> <urn:p> <urn:o> _:x .", "<urn:s> <urn:p> <urn:o> _:c14n0 .\n");
    becomes("_:x <urn:p> \"b\" .\n_:x <urn:p> \"a\" .\n_:x <urn:p> \"b\" .\n",
            "_:c14n0 <urn:p> \"a\" .\n_:c14n0 <urn:p> \"b\" .\n");
}
END_TEST

/* Digits of identifiers are sorted as text. */
START_TEST(lines_are_sorted_by_bytes)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    for (int i = 0; i < 12; i++)
        ck_assert_ok(blz_buf_printf(&text, "_:x%d <urn:p> \"%d\" .\n", i, i));
    add(&data, text.data);
    ck_assert_ok(blz_canon_write(&out, NULL, &data, NULL));
    const char *two = strstr(out.data, "_:c14n2 ");
    ck_assert(strstr(out.data, "_:c14n1 ") < strstr(out.data, "_:c14n10 "));
    ck_assert(strstr(out.data, "_:c14n11 ") < two && two < strstr(out.data, "_:c14n3 "));
}
END_TEST

START_TEST(identifiers_are_handed_out)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_term *unused = NULL;
    uint32_t *issued = NULL, *other = NULL;
    ck_assert_ok(blz_dataset_blank(&data, &unused, "unused", 6));
    add(&data, "_:a <urn:p> _:b .\n_:b <urn:q> \"x\" .\n");
    ck_assert_ok(blz_buf_puts(&out, "before\n"));
    ck_assert_ok(blz_canon_write(&out, &issued, &data, NULL));
    ck_assert_uint_eq(issued[unused->blank], BLZ_CANON_UNISSUED);
    ck_assert_uint_eq(issued[1] + issued[2], 1);
    ck_assert_str_eq(out.data, issued[1] == 0
                                   ? "before\n_:c14n0 <urn:p> _:c14n1 .\n_:c14n1 <urn:q> \"x\" .\n"
                                   : "before\n_:c14n0 <urn:q> \"x\" .\n_:c14n1 <urn:p> _:c14n0 .\n");
    blz_buf_reset(&out);
    ck_assert_ok(blz_canon_write(&out, &other, &data, &(blz_canon_options){.hash = BLZ_HASH_SHA384}));
    ck_assert_uint_eq(other[1] + other[2], 1);
    blz_free(issued);
    blz_free(other);
}
END_TEST

/* A quad that is there twice changes no hash, neither of first nor of higher degree. */
START_TEST(a_dataset_is_a_set)
{
    static const char ring[] = "_:a <urn:p> _:b .\n_:b <urn:p> _:c .\n_:c <urn:p> _:a .\n_:a <urn:p> _:d .\n"
                               "_:d <urn:p> _:a .\n_:a <urn:q> _:a <urn:g> .\n";
    BLZ_SCOPED(blz_dataset) once = {0};
    BLZ_SCOPED(blz_dataset) often = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) same = BLZ_BUF(BLZ_BUF_MAX);
    add(&once, ring);
    add(&often, ring);
    add(&often, ring);
    add(&often, "_:c <urn:p> _:a .\n");
    ck_assert_ok(blz_canon_write(&text, NULL, &once, NULL));
    ck_assert_ok(blz_canon_write(&same, NULL, &often, NULL));
    ck_assert_str_eq(text.data, same.data);
}
END_TEST

/* Nodes of which each points at the next one, and the last at the first. */
static void add_ring(blz_dataset *data, const char *name, int size)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    for (int i = 0; i < size; i++)
        ck_assert_ok(blz_buf_printf(&text, "_:%s%d <urn:p> _:%s%d .\n", name, i, name, (i + 1) % size));
    add(data, text.data);
}

static blz_status canonicalize(const blz_dataset *data, size_t budget)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    uint32_t *issued = NULL;
    blz_status status = blz_canon_write(&out, &issued, data, &(blz_canon_options){.budget = budget});
    ck_assert((status == BLZ_OK) == (issued != NULL));
    ck_assert(status == BLZ_OK || out.length == 0);
    blz_free(issued);
    return status;
}

static blz_status canonicalize_ring(int size)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    add_ring(&data, "n", size);
    return canonicalize(&data, 0);
}

static blz_status canonicalize_sharing(int size, size_t *spare)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    add_ring(&data, "n", size);
    return blz_canon_write(&out, NULL, &data, &(blz_canon_options){.spare = spare});
}

/* What one of several datasets took beyond its part, the others do not have. */
START_TEST(datasets_share_what_is_spare)
{
    size_t spare = BLZ_CANON_BUDGET;
    ck_assert_ok(canonicalize_sharing(2, &spare));
    ck_assert_uint_eq(spare, BLZ_CANON_BUDGET);
    ck_assert_ok(canonicalize_sharing(200, &spare));
    ck_assert_uint_lt(spare, BLZ_CANON_BUDGET);
    blz_status status = BLZ_OK;
    for (int i = 0; i < 100 && status == BLZ_OK; i++)
        status = canonicalize_sharing(200, &spare);
    ck_assert_int_eq(status, BLZ_ERR_LIMIT);
    ck_assert_ok(canonicalize_sharing(2, &spare));
}
END_TEST

/* Nodes that cannot be told apart at all: the search goes once round the ring from each of them. */
START_TEST(rings_are_walked_up_to_a_depth)
{
    ck_assert_ok(canonicalize_ring(2));
    ck_assert_ok(canonicalize_ring(200));
    ck_assert_int_eq(canonicalize_ring(BLZ_CANON_DEPTH + 100), BLZ_ERR_LIMIT);
    ck_assert_int_eq(canonicalize_ring(10000), BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(cliques_are_given_up)
{
    for (int size = 10; size <= 30; size += 10) {
        BLZ_SCOPED(blz_dataset) data = {0};
        BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
        for (int i = 0; i < size * size; i++)
            if (i / size != i % size)
                ck_assert_ok(blz_buf_printf(&text, "_:n%d <urn:p> _:n%d .\n", i / size, i % size));
        add(&data, text.data);
        ck_assert_int_eq(canonicalize(&data, 0), BLZ_ERR_LIMIT);
    }
}
END_TEST

/* Many nodes that look alike, but are told apart by what is near: the budget grows with the quads. */
START_TEST(large_graphs_that_are_harmless)
{
    BLZ_SCOPED(blz_dataset) rings = {0};
    BLZ_SCOPED(blz_dataset) stars = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    char name[20];
    for (int i = 0; i < 10000; i++) {
        snprintf(name, sizeof name, "r%dx", i);
        add_ring(&rings, name, 3);
        for (int star = 0; star < 2; star++) {
            ck_assert_ok(blz_buf_printf(&text, "_:hub%d <urn:p> _:x%d.%d <urn:g> .\n", star, star, i));
            ck_assert_ok(blz_buf_printf(&text, "_:x%d.%d <urn:q> \"%d\" .\n", star, i, i));
        }
    }
    add(&stars, text.data);
    ck_assert_ok(canonicalize(&rings, 0));
    ck_assert_ok(canonicalize(&stars, 0));
}
END_TEST

/* What a unit pays for is bounded: a long name costs more units. */
START_TEST(the_budget_is_spent_on_bytes)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_puts(&text, "_:a <urn:"));
    ck_assert_ok(blz_buf_fill(&text, 'x', 64 * 1000));
    ck_assert_ok(blz_buf_puts(&text, "> \"x\" .\n"));
    add(&data, text.data);
    ck_assert_int_eq(canonicalize(&data, 1000), BLZ_ERR_LIMIT);
    ck_assert_ok(canonicalize(&data, 1003));
}
END_TEST

/* Every budget ends well or with its own status, and nothing is lost on the way. */
START_TEST(every_budget)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    size_t budget = 1;
    add_ring(&data, "a", 4);
    add(&data, "_:a0 <urn:p> _:a2 _:a1 .\n_:a2 <urn:p> _:a0 _:a3 .\n_:a1 <urn:q> _:z .\n");
    while (canonicalize(&data, budget) == BLZ_ERR_LIMIT)
        budget++;
    ck_assert_uint_gt(budget, 100);
    ck_assert_uint_lt(budget, 2000);
    ck_assert_ok(canonicalize(&data, 0));
}
END_TEST

START_TEST(generalized_rdf_has_no_canonical_form)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_term *blank = NULL;
    ck_assert_ok(blz_dataset_fresh_blank(&data, &blank));
    ck_assert_ok(blz_dataset_add(&data, &(blz_quad){blank, blank, blank, NULL}));
    ck_assert_int_eq(canonicalize(&data, 0), BLZ_ERR_INVALID);
}
END_TEST

START_TEST(the_cap_of_the_buffer_leaves_it_as_it_was)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(40);
    add(&data, "<urn:a> <urn:p> _:x .\n<urn:b> <urn:p> _:x .\n");
    ck_assert_ok(blz_buf_puts(&out, "before"));
    ck_assert_int_eq(blz_canon_write(&out, NULL, &data, NULL), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(out.length, 6);
    ck_assert_str_eq(out.data, "before");
}
END_TEST

START_TEST(every_allocation_can_fail)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    add_ring(&data, "a", 4);
    add(&data, "_:a0 <urn:p> _:a2 .\n_:a2 <urn:p> _:a0 .\n_:a1 <urn:q> _:b _:g .\n_:x <urn:p> _:y .\n");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
        uint32_t *issued = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_canon_write(&out, &issued, &data, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((status == BLZ_OK) == (issued != NULL));
        ck_assert(status == BLZ_OK || out.length == 0);
        blz_free(issued);
    }
}
END_TEST

/* Other names for the blank nodes decide on the order of the lines, too. */
START_TEST(labels_take_the_place_of_identifiers)
{
    static const char text[] = "_:x <urn:p> \"a\" .\n_:y <urn:p> \"b\" .\n<urn:s> <urn:p> _:y .\n";
    static const char *const labels[] = {"u9_-a-longer-name-than-that", "u1"};
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) plain = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_canon_options options = {.labels = labels, .label_count = 2};
    add(&data, text);
    ck_assert_ok(blz_canon_write(&plain, NULL, &data, NULL));
    ck_assert_ok(blz_canon_write(&out, NULL, &data, &options));
    bool first = strstr(plain.data, "_:c14n0 <urn:p> \"a\"") != NULL;
    ck_assert_str_eq(out.data, first ? "<urn:s> <urn:p> _:u1 .\n_:u1 <urn:p> \"b\" .\n"
                                       "_:u9_-a-longer-name-than-that <urn:p> \"a\" .\n"
                                     : "<urn:s> <urn:p> _:u9_-a-longer-name-than-that .\n"
                                       "_:u1 <urn:p> \"a\" .\n"
                                       "_:u9_-a-longer-name-than-that <urn:p> \"b\" .\n");
    blz_buf_reset(&out);
    options.label_count = 1;
    ck_assert_int_eq(blz_canon_write(&out, NULL, &data, &options), BLZ_ERR_INVALID);
    options = (blz_canon_options){.labels = (const char *const[]){"u1", NULL}, .label_count = 2};
    ck_assert_int_eq(blz_canon_write(&out, NULL, &data, &options), BLZ_ERR_INVALID);
    ck_assert_uint_eq(out.length, 0);
}
END_TEST

UNIT_MAIN("rdf/canon", without_blank_nodes_it_is_a_sorted_set, one_node_in_every_place,
          lines_are_sorted_by_bytes, identifiers_are_handed_out, labels_take_the_place_of_identifiers,
          a_dataset_is_a_set, rings_are_walked_up_to_a_depth, datasets_share_what_is_spare,
          cliques_are_given_up, large_graphs_that_are_harmless, the_budget_is_spent_on_bytes, every_budget,
          generalized_rdf_has_no_canonical_form, the_cap_of_the_buffer_leaves_it_as_it_was,
          every_allocation_can_fail)
