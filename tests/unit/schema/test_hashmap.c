#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "schema/hashmap.h"
#include "unit/failing.h"

enum { MANY = 2000 };

static char keys[MANY][16];
static int values[MANY];

static void fill_keys(void)
{
    for (int i = 0; i < MANY; i++)
        snprintf(keys[i], sizeof keys[i], "key %d", i);
}

START_TEST(an_empty_map_has_nothing)
{
    blz_hashmap map = {0};
    ck_assert_ptr_null(blz_hashmap_get(&map, ""));
    ck_assert_ptr_null(blz_hashmap_get_address(&map, &map));
    blz_hashmap_clear(&map);
}
END_TEST

START_TEST(what_was_put_is_found_however_much_it_is)
{
    blz_hashmap map = {0};
    fill_keys();
    for (int i = 0; i < MANY; i++) {
        ck_assert_ok(blz_hashmap_put(&map, keys[i], &values[i]));
        ck_assert_ok(blz_hashmap_put_address(&map, keys[i], &values[MANY - 1 - i]));
    }
    ck_assert_uint_eq(map.count, (size_t)2 * MANY);
    ck_assert_uint_gt(map.capacity, map.count);
    for (int i = 0; i < MANY; i++) {
        char copy[sizeof keys[i]];
        memcpy(copy, keys[i], sizeof copy);
        ck_assert_ptr_eq(blz_hashmap_get(&map, copy), &values[i]);
        ck_assert_ptr_eq(blz_hashmap_get_address(&map, keys[i]), &values[MANY - 1 - i]);
        ck_assert_ptr_null(blz_hashmap_get_address(&map, copy));
    }
    ck_assert_ptr_null(blz_hashmap_get(&map, "key"));
    blz_hashmap_clear(&map);
    ck_assert_uint_eq(map.count, 0);
    ck_assert_ptr_null(blz_hashmap_get(&map, keys[0]));
}
END_TEST

START_TEST(a_second_value_takes_the_place_of_the_first)
{
    blz_hashmap map = {0};
    ck_assert_ok(blz_hashmap_put(&map, "", &values[0]));
    ck_assert_ok(blz_hashmap_put(&map, "", &values[1]));
    ck_assert_uint_eq(map.count, 1);
    ck_assert_ptr_eq(blz_hashmap_get(&map, ""), &values[1]);
    ck_assert_ok(blz_hashmap_put_address(&map, &map, &values[2]));
    ck_assert_ok(blz_hashmap_put_address(&map, &map, &values[3]));
    ck_assert_uint_eq(map.count, 2);
    ck_assert_ptr_eq(blz_hashmap_get_address(&map, &map), &values[3]);
    blz_hashmap_clear(&map);
}
END_TEST

START_TEST(without_memory_it_stays_as_it_was)
{
    fill_keys();
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_hashmap map = {0};
        blz_status status = BLZ_OK;
        size_t put = 0;
        blz_mem_set_failing(fails_at, &f);
        while (status == BLZ_OK && put < 100) {
            status = blz_hashmap_put(&map, keys[put], &values[put]);
            put += status == BLZ_OK;
        }
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_uint_eq(map.count, put);
        for (size_t i = 0; i < put; i++)
            ck_assert_ptr_eq(blz_hashmap_get(&map, keys[i]), &values[i]);
        blz_hashmap_clear(&map);
    }
}
END_TEST

UNIT_MAIN("schema/hashmap", an_empty_map_has_nothing, what_was_put_is_found_however_much_it_is,
          a_second_value_takes_the_place_of_the_first, without_memory_it_stays_as_it_was)
