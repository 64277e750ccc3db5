#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "jsonld/tree.h"
#include "unit/failing.h"

enum { MANY = 200 };

START_TEST(lists_grow)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_object objects[MANY] = {0};
    blz_ld_list list = {0}, twice = {0};
    for (int i = 0; i < MANY; i++)
        ck_assert_ok(blz_ld_list_add(&arena, &list, &objects[i]));
    ck_assert_ok(blz_ld_list_join(&arena, &twice, &list));
    ck_assert_ok(blz_ld_list_join(&arena, &twice, &list));
    ck_assert_uint_eq(twice.count, 2 * MANY);
    for (int i = 0; i < 2 * MANY; i++)
        ck_assert_ptr_eq(twice.items[i], &objects[i % MANY]);
}
END_TEST

START_TEST(types_go_to_either_end)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_object *object = blz_ld_object_new(&arena);
    ck_assert_ok(blz_ld_types_add(&arena, object, "x:b", false));
    ck_assert_ok(blz_ld_types_add(&arena, object, "x:c", false));
    ck_assert_ok(blz_ld_types_add(&arena, object, "x:a", true));
    ck_assert_uint_eq(object->type_count, 3);
    ck_assert_str_eq(object->types[0], "x:a");
    ck_assert_str_eq(object->types[1], "x:b");
    ck_assert_str_eq(object->types[2], "x:c");
}
END_TEST

START_TEST(properties_are_found_however_many_there_are)
{
    static char iris[MANY][24];
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_properties properties = {0};
    blz_ld_property *property = NULL;
    for (int i = 0; i < MANY; i++) {
        snprintf(iris[i], sizeof iris[i], "http://ex/%d", i);
        ck_assert_ok(blz_ld_property_of(&arena, &properties, &property, iris[i], NULL));
        ck_assert_str_eq(property->iri, iris[i]);
        ck_assert_uint_eq(properties.count, (size_t)i + 1);
        for (int j = 0; j <= i; j++) {
            char copy[24];
            memcpy(copy, iris[j], sizeof copy);
            blz_ld_property *again = NULL;
            ck_assert_ok(blz_ld_property_of(&arena, &properties, &again, copy, NULL));
            ck_assert_ptr_eq(again->iri, iris[j]);
        }
        ck_assert_uint_eq(properties.count, (size_t)i + 1);
    }
    int i = 0;
    for (const blz_ld_property *p = properties.first; p; p = p->next)
        ck_assert_ptr_eq(p->iri, iris[i++]);
    ck_assert_int_eq(i, MANY);
}
END_TEST

START_TEST(only_what_lasts_gives_its_predicate)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_properties properties = {0};
    blz_ld_property *property = NULL;
    const blz_term predicate = {0};
    blz_ld_term term = {.iri = "x:a", .predicate = &predicate};
    ck_assert_ok(blz_ld_property_of(&arena, &properties, &property, "x:a", &term));
    ck_assert_ptr_null(property->predicate);
    term = (blz_ld_term){.iri = "x:b", .iri_hash = 1, .predicate = &predicate, .lasting = true};
    ck_assert_ok(blz_ld_property_of(&arena, &properties, &property, "x:b", &term));
    ck_assert_ptr_eq(property->predicate, &predicate);
}
END_TEST

START_TEST(objects_are_told_by_their_members)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_object object = {0};
    blz_ld_property *property = NULL;
    ck_assert(blz_ld_is_node(&object) && blz_ld_says_nothing(&object) && !blz_ld_is_graph(&object));
    object.has = BLZ_LD_BIT(BLZ_LD_GRAPH) | BLZ_LD_BIT(BLZ_LD_ID) | BLZ_LD_BIT(BLZ_LD_INDEX);
    ck_assert(blz_ld_is_node(&object) && !blz_ld_says_nothing(&object) && blz_ld_is_graph(&object));
    ck_assert_ok(blz_ld_property_of(&arena, &object.properties, &property, "x:a", NULL));
    ck_assert(!blz_ld_is_graph(&object));
    object.has = BLZ_LD_BIT(BLZ_LD_ID);
    ck_assert(!blz_ld_says_nothing(&object));
    object = (blz_ld_object){.has = BLZ_LD_BIT(BLZ_LD_ID) | BLZ_LD_BIT(BLZ_LD_INDEX)};
    ck_assert(blz_ld_says_nothing(&object));
    object.has |= BLZ_LD_BIT(BLZ_LD_TYPE);
    ck_assert(!blz_ld_says_nothing(&object));
    static const blz_ld_keyword others[] = {BLZ_LD_VALUE, BLZ_LD_LIST, BLZ_LD_SET};
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++) {
        object.has = BLZ_LD_BIT(others[i]);
        ck_assert(!blz_ld_is_node(&object));
    }
}
END_TEST

static blz_status build(blz_arena *arena)
{
    char iris[40][24];
    blz_ld_property *property = NULL;
    blz_ld_object *object = blz_ld_object_new(arena);
    BLZ_TRY_MEM(object);
    for (int i = 0; i < 40; i++) {
        snprintf(iris[i], sizeof iris[i], "http://ex/%d", i);
        BLZ_TRY(blz_ld_property_of(arena, &object->properties, &property, iris[i], NULL));
        for (int j = 0; j < 40; j++)
            BLZ_TRY(blz_ld_list_add(arena, &property->values, object));
        BLZ_TRY(blz_ld_types_add(arena, object, "x:t", i % 2));
    }
    return BLZ_OK;
}

START_TEST(memory_may_run_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_arena) arena = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = build(&arena);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("jsonld/tree", lists_grow, types_go_to_either_end, properties_are_found_however_many_there_are,
          only_what_lasts_gives_its_predicate, objects_are_told_by_their_members, memory_may_run_out)
