#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "rdf/dataset.h"
#include "unit/failing.h"

static void literal_is(const blz_literal *literal, const char *wanted)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_term *term = NULL;
    ck_assert_ok(blz_dataset_literal(&data, &term, literal));
    ck_assert_int_eq(term->kind, BLZ_TERM_LITERAL);
    ck_assert_str_eq(term->form, wanted);
    ck_assert_uint_eq(term->length, strlen(wanted));
}

START_TEST(literals)
{
    literal_is(&(blz_literal){.text = "", .length = 0}, "\"\"");
    literal_is(&(blz_literal){.text = "Jane", .length = 4}, "\"Jane\"");
    literal_is(&(blz_literal){.text = "a\"\n\0", .length = 4}, "\"a\\\"\\n\\u0000\"");
    literal_is(
        &(blz_literal){.text = "x", .length = 1, .datatype = "http://www.w3.org/2001/XMLSchema#string"},
        "\"x\"");
    literal_is(&(blz_literal){.text = "1", .length = 1, .datatype = "http://e/integer"},
               "\"1\"^^<http://e/integer>");
    literal_is(&(blz_literal){.text = "x", .length = 1, .language = "de-AT"}, "\"x\"@de-AT");
    literal_is(&(blz_literal){.text = "x",
                              .length = 1,
                              .language = "EN",
                              .datatype = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"},
               "\"x\"@EN");
}
END_TEST

START_TEST(iris)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_arena arena = {0};
    blz_term *term = NULL;
    ck_assert_ok(blz_dataset_iri(&data, &term, "http://e/abc", 10));
    ck_assert_str_eq(term->form, "<http://e/a>");
    ck_assert_uint_eq(term->length, 12);
    ck_assert_int_eq(term->kind, BLZ_TERM_IRI);
    ck_assert_ok(blz_term_iri(&term, &arena, "urn:x", 5));
    ck_assert_str_eq(term->form, "<urn:x>");
    blz_arena_clear(&arena);
}
END_TEST

START_TEST(a_label_is_one_node)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_term *first = NULL, *again = NULL, *other = NULL;
    ck_assert_ok(blz_dataset_blank(&data, &first, "abc", 3));
    ck_assert_ok(blz_dataset_blank(&data, &other, "abc", 2));
    ck_assert_ok(blz_dataset_blank(&data, &again, "abcd", 3));
    ck_assert_ptr_eq(first, again);
    ck_assert_str_eq(first->form, "_:abc");
    ck_assert_str_eq(other->form, "_:ab");
    ck_assert_uint_eq(first->blank, 0);
    ck_assert_uint_eq(other->blank, 1);
    ck_assert_uint_eq(data.blank_count, 2);
    ck_assert_ptr_eq(data.blanks[1], other);
}
END_TEST

START_TEST(many_labels_are_found_again)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    char label[20];
    blz_term *term = NULL;
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 5000; i++) {
            int length = snprintf(label, sizeof label, "n%u", i);
            ck_assert_ok(blz_dataset_blank(&data, &term, label, (size_t)length));
            ck_assert_uint_eq(term->blank, i);
        }
    ck_assert_uint_eq(data.blank_count, 5000);
}
END_TEST

/* Labels that are taken are passed once, not by each new node again. */
START_TEST(fresh_nodes_keep_off_labels_that_are_taken)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_term *term = NULL;
    char label[20];
    for (int i = 1; i < 2000; i++) {
        int length = snprintf(label, sizeof label, "b%d", i);
        ck_assert_ok(blz_dataset_blank(&data, &term, label, (size_t)length));
    }
    ck_assert_ok(blz_dataset_fresh_blank(&data, &term));
    ck_assert_str_eq(term->form, "_:b0");
    for (int i = 0; i < 10; i++)
        ck_assert_ok(blz_dataset_fresh_blank(&data, &term));
    ck_assert_str_eq(term->form, "_:b2009");
    ck_assert_uint_eq(data.fresh, 2010);
    ck_assert_uint_eq(data.blank_count, 2010);
}
END_TEST

START_TEST(quads_stay_in_order_up_to_the_cap)
{
    BLZ_SCOPED(blz_dataset) data = {.max_quads = 200};
    blz_term *iri = NULL, *blank = NULL;
    ck_assert_ok(blz_dataset_iri(&data, &iri, "urn:p", 5));
    for (size_t i = 0; i < 200; i++) {
        ck_assert_ok(blz_dataset_fresh_blank(&data, &blank));
        ck_assert_ok(blz_dataset_add(&data, &(blz_quad){blank, iri, iri, NULL}));
    }
    for (size_t i = 0; i < 200; i++)
        ck_assert_uint_eq(data.quads[i].subject->blank, i);
    ck_assert_int_eq(blz_dataset_add(&data, &(blz_quad){blank, iri, iri, NULL}), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(data.count, 200);
    blz_dataset_clear(&data);
    ck_assert_uint_eq(data.count + data.blank_count + data.fresh, 0);
    ck_assert_uint_eq(data.max_quads, 200);
}
END_TEST

static blz_status fill(blz_dataset *data)
{
    blz_arena arena = {0};
    blz_term *iri = NULL, *text = NULL, *blank = NULL;
    blz_status status = blz_term_iri(&iri, &arena, "urn:p", 5);
    blz_arena_clear(&arena);
    BLZ_TRY(status);
    BLZ_TRY(blz_dataset_iri(data, &iri, "urn:p", 5));
    for (int i = 0; i < 70; i++) {
        BLZ_TRY(blz_dataset_literal(data, &text, &(blz_literal){.text = "x", .length = 1}));
        BLZ_TRY(blz_dataset_fresh_blank(data, &blank));
        BLZ_TRY(blz_dataset_add(data, &(blz_quad){blank, iri, text, blank}));
    }
    return BLZ_OK;
}

START_TEST(every_allocation_can_fail)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_dataset) data = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = fill(&data);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_uint_le(data.count, data.blank_count);
        ck_assert_ok(fill(&data));
    }
}
END_TEST

UNIT_MAIN("rdf/dataset", literals, iris, a_label_is_one_node, many_labels_are_found_again,
          fresh_nodes_keep_off_labels_that_are_taken, quads_stay_in_order_up_to_the_cap,
          every_allocation_can_fail)
