#include "unit/failing.h"
#include "unit/rdf/state.h"

static struct state s;

static void expect_first(const char *label, const char *hash)
{
    const blz_canon_node *node = &s.canon.nodes[blank_of(&s, label)];
    ck_assert_msg(memcmp(node->first, hash, 64) == 0, "_:%s has %.64s, not %s", label, node->first, hash);
}

/* RDFC-1.0, 4.6.4, with the hashes that are printed there. */
START_TEST(the_example_of_the_specification)
{
    state_open(&s, "<http://example.com/#p> <http://example.com/#q> _:e0 .\n"
                   "<http://example.com/#p> <http://example.com/#r> _:e1 .\n"
                   "_:e0 <http://example.com/#s> <http://example.com/#u> .\n"
                   "_:e1 <http://example.com/#t> <http://example.com/#u> .\n");
    ck_assert_ok(blz_canon_first_degrees(&s.canon));
    expect_first("e0", "21d1dd5ba21f3dee9d76c0c00c260fa6f5d5d65315099e553026f4828d0dc77a");
    expect_first("e1", "6fa0b9bdb376852b5743ff39ca4cbf7ea14d34966b2828478fbf222e7c764473");
    state_close(&s);
}
END_TEST

START_TEST(the_node_is_a_and_all_others_are_z)
{
    state_open(&s, "_:x <urn:p> _:y _:x .\n_:y <urn:q> _:z .\n");
    ck_assert_ok(blz_canon_first_degrees(&s.canon));
    expect_first("x", hash_of(&s, "_:a <urn:p> _:z _:a .\n"));
    expect_first("y", hash_of(&s, "_:a <urn:q> _:z .\n_:z <urn:p> _:a _:z .\n"));
    expect_first("z", hash_of(&s, "_:z <urn:q> _:a .\n"));
    state_close(&s);
}
END_TEST

/* Lines are sorted; quads that look alike all count, those that are there twice do not, and are forgotten. */
START_TEST(lines_are_sorted_and_quads_are_a_set)
{
    state_open(&s, "_:x <urn:p> \"b\" .\n_:x <urn:p> _:y .\n_:x <urn:p> \"b\" .\n_:x <urn:p> \"a\" .\n"
                   "_:x <urn:p> _:z .\n");
    blz_canon_node *x = &s.canon.nodes[blank_of(&s, "x")];
    ck_assert_uint_eq(x->mention_count, 5);
    ck_assert_ok(blz_canon_first_degrees(&s.canon));
    ck_assert_uint_eq(x->mention_count, 4);
    expect_first("x", hash_of(&s, "_:a <urn:p> \"a\" .\n_:a <urn:p> \"b\" .\n_:a <urn:p> _:z .\n"
                                  "_:a <urn:p> _:z .\n"));
    const uint32_t *mentions = s.canon.mentions + x->mentions;
    ck_assert_uint_eq(mentions[0], 3);
    ck_assert(mentions[1] == 0 || mentions[1] == 2);
    ck_assert_uint_eq(mentions[2] + mentions[3], 1 + 4);
    state_close(&s);
}
END_TEST

START_TEST(work_is_charged)
{
    state_open(&s, "_:x <urn:p> _:y .\n");
    s.canon.budget = 4;
    ck_assert_ok(blz_canon_first_degrees(&s.canon));
    ck_assert_uint_eq(s.canon.budget, 0);
    s.canon.budget = 3;
    ck_assert_int_eq(blz_canon_first_degrees(&s.canon), BLZ_ERR_LIMIT);
    state_close(&s);
}
END_TEST

START_TEST(memory_that_runs_out)
{
    state_open(&s, "_:x <urn:p> _:y .\n_:x <urn:q> _:y .\n");
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_canon_first_degrees(&s.canon);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    state_close(&s);
}
END_TEST

UNIT_MAIN("rdf/canon_first", the_example_of_the_specification, the_node_is_a_and_all_others_are_z,
          lines_are_sorted_and_quads_are_a_set, work_is_charged, memory_that_runs_out)
