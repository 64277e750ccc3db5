#include "unit/failing.h"
#include "unit/unit.h"

#include <stdint.h>
#include <string.h>

START_TEST(nothing_is_a_size_too)
{
    void *one = blz_malloc(0), *two = blz_calloc(0, 8), *three = blz_calloc(8, 0);
    ck_assert(one && two && three);
    void *grown = blz_realloc(one, 4);
    ck_assert_ptr_nonnull(grown);
    void *shrunk = blz_realloc(grown, 0);
    ck_assert_ptr_nonnull(shrunk);
    blz_free(shrunk);
    blz_free(two);
    blz_free(three);
    blz_free(NULL);
    blz_free_secret(NULL, 8);
}
END_TEST

START_TEST(counted_memory_is_zeroed)
{
    static const char zeros[64];
    char *memory = blz_calloc(8, 8);
    ck_assert_mem_eq(memory, zeros, 64);
    blz_free(memory);
}
END_TEST

START_TEST(copies_of_texts)
{
    static const char text[] = "a\0b";
    char *whole = blz_strdup("text"), *part = blz_strndup("text", 2), *none = blz_strndup("", 0),
         *nul = blz_strndup(text, 3);
    ck_assert_str_eq(whole, "text");
    ck_assert_str_eq(part, "te");
    ck_assert_str_eq(none, "");
    ck_assert_mem_eq(nul, "a\0b", 4);
    volatile size_t endless = SIZE_MAX;
    ck_assert_ptr_null(blz_strndup("text", endless));
    blz_free(whole);
    blz_free(part);
    blz_free(none);
    blz_free(nul);
}
END_TEST

START_TEST(a_failing_realloc_leaves_what_was_there)
{
    struct failing f = {.at = 0};
    char *memory = blz_strdup("kept");
    blz_mem_set_failing(fails_at, &f);
    void *grown = blz_realloc(memory, 1000);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_ptr_null(grown);
    ck_assert_str_eq(memory, "kept");
    blz_free(memory);
}
END_TEST

START_TEST(the_test_decides_which_allocation_fails)
{
    struct failing f = {.at = 2};
    blz_mem_set_failing(fails_at, &f);
    void *first = blz_malloc(1), *second = blz_calloc(1, 1), *third = blz_strdup("x"),
         *fourth = blz_strdup("x");
    blz_mem_set_failing(NULL, NULL);
    void *unasked = blz_malloc(1);
    ck_assert(first && second && !third && fourth && unasked);
    ck_assert_uint_eq(f.seen, 4);
    blz_free(first);
    blz_free(second);
    blz_free(fourth);
    blz_free(unasked);
}
END_TEST

static unsigned cleared;

typedef struct counted {
    unsigned weight;
} counted;

static void counted_clear(counted *c)
{
    cleared += c->weight;
}

static void counted_free(counted *c)
{
    if (c) counted_clear(c);
}
BLZ_DEFINE_AUTO(counted, counted_free)

static counted *in_and_out(counted *a, counted *b)
{
    BLZ_AUTO(counted) freed = a;
    BLZ_AUTO(counted) handed_on = b;
    BLZ_SCOPED(counted) held = {100};
    ck_assert_uint_eq(held.weight + freed->weight, 101);
    return BLZ_STEAL(handed_on);
}

START_TEST(scopes_free_what_was_not_stolen)
{
    counted a = {1}, b = {10};
    cleared = 0;
    ck_assert_ptr_eq(in_and_out(&a, &b), &b);
    ck_assert_uint_eq(cleared, 101);
}
END_TEST

static blz_status passes_on(blz_status first, bool memory)
{
    BLZ_TRY(first);
    BLZ_TRY_MEM(memory);
    return BLZ_OK;
}

START_TEST(the_first_error_is_the_answer)
{
    ck_assert_ok(passes_on(BLZ_OK, true));
    ck_assert_int_eq(passes_on(BLZ_ERR_IO, false), BLZ_ERR_IO);
    ck_assert_int_eq(passes_on(BLZ_OK, false), BLZ_ERR_NOMEM);
}
END_TEST

UNIT_MAIN("base/mem", nothing_is_a_size_too, counted_memory_is_zeroed, copies_of_texts,
          a_failing_realloc_leaves_what_was_there, the_test_decides_which_allocation_fails,
          scopes_free_what_was_not_stolen, the_first_error_is_the_answer)
