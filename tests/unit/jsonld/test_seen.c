#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "jsonld/to_rdf.h"
#include "unit/failing.h"

enum { MANY = 300 };

START_TEST(what_was_seen_is_found)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_seen seen = {0};
    const void **value = NULL;
    static int values[MANY];
    char key[16];
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MANY; i++) {
            int length = snprintf(key, sizeof key, "%c%d", '\0', i);
            ck_assert_ok(blz_ld_see(&seen, &arena, key, (size_t)length, &value));
            ck_assert_ptr_eq(*value, round ? &values[i] : NULL);
            *value = &values[i];
        }
    ck_assert_uint_eq(seen.count, MANY);
    ck_assert_ok(blz_ld_see(&seen, &arena, "", 0, &value));
    ck_assert_ptr_null(*value);
}
END_TEST

static blz_status see_some(blz_arena *arena)
{
    blz_ld_seen seen = {0};
    const void **value = NULL;
    for (char c = ' '; c < '~'; c++)
        BLZ_TRY(blz_ld_see(&seen, arena, &c, 1, &value));
    return BLZ_OK;
}

START_TEST(memory_may_run_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_arena) arena = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = see_some(&arena);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("jsonld/seen", what_was_seen_is_found, memory_may_run_out)
