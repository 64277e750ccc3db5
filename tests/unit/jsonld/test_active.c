#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "jsonld/active.h"
#include "unit/failing.h"

enum { MANY = 1000 };

static blz_ld_term *term_of(blz_arena *arena, const char *iri, bool is_protected)
{
    blz_ld_term *term = blz_arena_alloc(arena, sizeof *term);
    ck_assert_ptr_nonnull(term);
    term->iri = iri;
    term->is_protected = is_protected;
    return term;
}

static void set(blz_ld_active *active, blz_arena *arena, const char *name, const char *iri, bool is_protected)
{
    blz_ld_term *term = iri ? term_of(arena, iri, is_protected) : NULL;
    ck_assert_ok(blz_ld_active_set(active, arena, name, strlen(name), term));
}

static const char *iri_of(const blz_ld_active *active, const char *name)
{
    const blz_ld_term *term = blz_ld_active_find(active, name, strlen(name));
    return term ? term->iri : NULL;
}

START_TEST(terms_are_found_replaced_and_taken_out)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_active active = {0};
    ck_assert_ptr_null(iri_of(&active, "a"));
    set(&active, &arena, "a", "x:1", false);
    set(&active, &arena, "b", "x:2", false);
    set(&active, &arena, "a", "x:3", false);
    ck_assert_str_eq(iri_of(&active, "a"), "x:3");
    ck_assert_ptr_null(blz_ld_active_find(&active, "ab", 0));
    ck_assert_str_eq(blz_ld_active_find(&active, "ab", 1)->iri, "x:3");
    set(&active, &arena, "a", NULL, false);
    set(&active, &arena, "never", NULL, false);
    ck_assert_ptr_null(iri_of(&active, "a"));
    ck_assert_str_eq(iri_of(&active, "b"), "x:2");
    set(&active, &arena, "a", "x:4", false);
    ck_assert_str_eq(iri_of(&active, "a"), "x:4");
}
END_TEST

START_TEST(many_terms_are_found)
{
    static char names[MANY][16];
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_active active = {0};
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "term%d", i);
        set(&active, &arena, names[i], names[i], false);
    }
    for (int i = 0; i < MANY; i += 3)
        set(&active, &arena, names[i], NULL, false);
    for (int i = 0; i < MANY; i++)
        ck_assert_ptr_eq(iri_of(&active, names[i]), i % 3 ? names[i] : NULL);
}
END_TEST

START_TEST(what_lies_on_top_hides_what_is_beneath)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_active lower = {0};
    set(&lower, &arena, "a", "x:1", false);
    set(&lower, &arena, "b", "x:2", false);
    blz_ld_active upper = {.under = &lower, .layers = 1};
    ck_assert_str_eq(iri_of(&upper, "a"), "x:1");
    set(&upper, &arena, "a", "x:3", false);
    set(&upper, &arena, "b", NULL, false);
    set(&upper, &arena, "c", "x:4", false);
    ck_assert_str_eq(iri_of(&upper, "a"), "x:3");
    ck_assert_ptr_null(iri_of(&upper, "b"));
    ck_assert_str_eq(iri_of(&lower, "a"), "x:1");
    ck_assert_str_eq(iri_of(&lower, "b"), "x:2");
    ck_assert_ptr_null(iri_of(&lower, "c"));
    ck_assert_uint_eq(blz_ld_active_places(&upper), 5);
    ck_assert_ok(blz_ld_active_flatten(&upper, &arena));
    ck_assert_ptr_null(upper.under);
    ck_assert_uint_eq(upper.layers, 0);
    ck_assert_uint_eq(blz_ld_active_places(&upper), 3);
    ck_assert_str_eq(iri_of(&upper, "a"), "x:3");
    ck_assert_ptr_null(iri_of(&upper, "b"));
    ck_assert_str_eq(iri_of(&upper, "c"), "x:4");
    ck_assert_ok(blz_ld_active_flatten(&upper, &arena));
    ck_assert_uint_eq(blz_ld_active_places(&upper), 3);
}
END_TEST

START_TEST(protected_terms_are_counted)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_active lower = {0};
    set(&lower, &arena, "a", "x:1", true);
    set(&lower, &arena, "b", "x:2", true);
    set(&lower, &arena, "b", "x:2", true);
    ck_assert_uint_eq(lower.guarded, 2);
    blz_ld_active upper = {.under = &lower, .guarded = lower.guarded};
    set(&upper, &arena, "a", NULL, false);
    ck_assert_uint_eq(upper.guarded, 1);
    set(&upper, &arena, "b", "x:3", false);
    ck_assert_uint_eq(upper.guarded, 0);
    set(&upper, &arena, "a", "x:1", true);
    ck_assert_uint_eq(upper.guarded, 1);
}
END_TEST

START_TEST(definitions_are_compared_but_for_protection)
{
    json_t *context = json_pack("{s:s}", "a", "x:1"), *same = json_pack("{s:s}", "a", "x:1"),
           *other = json_object();
    const blz_ld_term base = {.iri = "x:1",
                              .type = BLZ_LD_TYPE,
                              .type_iri = "x:t",
                              .index = "i",
                              .nest = "n",
                              .language = {true, "en"},
                              .direction = {true, NULL},
                              .context = context};
    blz_ld_term terms[] = {base, base, base, base, base, base, base, base, base, base, base, base, base};
    terms[0].iri = "x:2";
    terms[1].iri = NULL;
    terms[2].prefix = true;
    terms[3].reverse = true;
    terms[4].container = BLZ_LD_AS_SET;
    terms[5].type = BLZ_LD_ID;
    terms[6].type_iri = "x:u";
    terms[7].index = NULL;
    terms[8].nest = "m";
    terms[9].language = (blz_ld_choice){true, NULL};
    terms[10].direction = (blz_ld_choice){false, NULL};
    terms[11].context = other;
    terms[12].context = NULL;
    for (size_t i = 0; i < BLZ_COUNT_OF(terms); i++)
        ck_assert_msg(!blz_ld_term_equal(&base, &terms[i]), "%zu", i);
    blz_ld_term guarded = base;
    guarded.is_protected = true;
    guarded.context = same;
    ck_assert(blz_ld_term_equal(&base, &guarded));
    json_decref(context);
    json_decref(same);
    json_decref(other);
}
END_TEST

START_TEST(memory_may_run_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_arena) arena = {0};
        blz_ld_term lower_term = {.iri = "x:1"}, upper_term = {.iri = "x:2"};
        blz_ld_active lower = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ld_active_set(&lower, &arena, "a", 1, &lower_term);
        blz_ld_active upper = {.under = &lower};
        if (status == BLZ_OK) status = blz_ld_active_set(&upper, &arena, "a", 1, NULL);
        if (status == BLZ_OK) status = blz_ld_active_set(&upper, &arena, "b", 1, &upper_term);
        if (status == BLZ_OK) status = blz_ld_active_flatten(&upper, &arena);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("jsonld/active", terms_are_found_replaced_and_taken_out, many_terms_are_found,
          what_lies_on_top_hides_what_is_beneath, protected_terms_are_counted,
          definitions_are_compared_but_for_protection, memory_may_run_out)
