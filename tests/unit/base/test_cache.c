#include "base/cache.h"

#include <stdint.h>
#include <stdio.h>

#include "unit/failing.h"
#include "unit/unit.h"

static int released;

static void release(void *value)
{
    released += *(int *)value;
}

START_TEST(keeps_and_releases)
{
    int one = 1, ten = 10;
    BLZ_AUTO(blz_cache) cache = NULL;
    released = 0;
    ck_assert_ok(blz_cache_new(&cache, 10000));
    ck_assert_ptr_null(blz_cache_get(cache, "a"));
    ck_assert_ok(blz_cache_put(cache, "a", &one, 0, release));
    ck_assert_ok(blz_cache_put(cache, "", &ten, 0, release));
    ck_assert_ptr_eq(blz_cache_get(cache, "a"), &one);
    ck_assert_ptr_eq(blz_cache_get(cache, ""), &ten);
    ck_assert_ptr_null(blz_cache_get(cache, "aa"));
    blz_cache_free(cache);
    ck_assert_int_eq(released, 11);
    cache = NULL;
    blz_cache_free(NULL);
}
END_TEST

START_TEST(drops_what_was_not_asked_for_the_longest)
{
    int values[3] = {1, 10, 100};
    BLZ_AUTO(blz_cache) cache = NULL;
    released = 0;
    ck_assert_ok(blz_cache_new(&cache, 2500));
    ck_assert_ok(blz_cache_put(cache, "a", &values[0], 1000, release));
    ck_assert_ok(blz_cache_put(cache, "b", &values[1], 1000, release));
    ck_assert_ptr_nonnull(blz_cache_get(cache, "a"));
    ck_assert_ok(blz_cache_put(cache, "c", &values[2], 1000, release));
    ck_assert_int_eq(released, 10);
    ck_assert_ptr_null(blz_cache_get(cache, "b"));
    ck_assert_ptr_nonnull(blz_cache_get(cache, "a"));
    ck_assert_ptr_nonnull(blz_cache_get(cache, "c"));
    ck_assert_ok(blz_cache_put(cache, "b", &values[1], 2300, release));
    ck_assert_int_eq(released, 111);
    ck_assert_ptr_eq(blz_cache_get(cache, "b"), &values[1]);
}
END_TEST

START_TEST(passes_over_what_is_too_heavy)
{
    static const size_t weights[] = {1000, 1001, SIZE_MAX, 990};
    int one = 1, ten = 10;
    BLZ_AUTO(blz_cache) cache = NULL;
    ck_assert_ok(blz_cache_new(&cache, 1000));
    ck_assert_ok(blz_cache_put(cache, "small", &one, 1, release));
    for (size_t i = 0; i < BLZ_COUNT_OF(weights); i++) {
        released = 0;
        ck_assert_ok(blz_cache_put(cache, "large", &ten, weights[i], release));
        ck_assert_int_eq(released, 10);
        ck_assert_ptr_null(blz_cache_get(cache, "large"));
        ck_assert_ptr_nonnull(blz_cache_get(cache, "small"));
    }
    BLZ_AUTO(blz_cache) none = NULL;
    ck_assert_ok(blz_cache_new(&none, 0));
    ck_assert_ok(blz_cache_put(none, "a", &ten, 0, release));
    ck_assert_ptr_null(blz_cache_get(none, "a"));
}
END_TEST

/* Many more keys than buckets, and a window of them that fits. */
START_TEST(stays_right_under_many)
{
    enum { COUNT = 5000 };
    static int values[COUNT];
    BLZ_AUTO(blz_cache) cache = NULL;
    size_t there = 0;
    released = 0;
    ck_assert_ok(blz_cache_new(&cache, 1000 * 200));
    for (int i = 0; i < COUNT; i++) {
        char key[16];
        snprintf(key, sizeof key, "%d", i);
        values[i] = 1;
        ck_assert_ok(blz_cache_put(cache, key, &values[i], 100, release));
        ck_assert_ptr_eq(blz_cache_get(cache, key), &values[i]);
    }
    for (int i = 0; i < COUNT; i++) {
        char key[16];
        snprintf(key, sizeof key, "%d", i);
        void *value = blz_cache_get(cache, key);
        ck_assert(!value || value == &values[i]);
        there += value != NULL;
        if (i > COUNT - 900) ck_assert_ptr_nonnull(value);
    }
    ck_assert_uint_eq(there, (size_t)(COUNT - released));
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        int one = 1;
        BLZ_AUTO(blz_cache) cache = NULL;
        released = 0;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_cache_new(&cache, 1000);
        if (status == BLZ_OK) status = blz_cache_put(cache, "a", &one, 1, release);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_int_eq(released, failed(&f) && cache ? 1 : 0);
    }
}
END_TEST

UNIT_MAIN("base/cache", keeps_and_releases, drops_what_was_not_asked_for_the_longest,
          passes_over_what_is_too_heavy, stays_right_under_many, a_failing_allocation_is_reported)
