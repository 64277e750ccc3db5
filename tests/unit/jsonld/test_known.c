#include "unit/jsonld/ld.h"

#include "unit/failing.h"

enum { MANY = 300 };

START_TEST(what_is_remembered_is_known)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_run run;
    blz_ld_active from[MANY] = {0}, to[MANY] = {0};
    json_t *locals[2] = {json_object(), json_object()};
    ld_open(&run, NULL, &arena, NULL);
    ck_assert_ptr_null(blz_ld_known(&run, &from[0], locals[0], 0));
    for (int i = 0; i < MANY; i++)
        ck_assert_ok(blz_ld_remember(&run, &from[i], locals[i % 2], i % 3U, &to[i]));
    for (int i = 0; i < MANY; i++)
        for (unsigned how = 0; how < 3; how++)
            for (int j = 0; j < 2; j++)
                ck_assert_ptr_eq(blz_ld_known(&run, &from[i], locals[j], how),
                                 j == i % 2 && how == i % 3U ? &to[i] : NULL);
    json_decref(locals[0]);
    json_decref(locals[1]);
}
END_TEST

START_TEST(memory_may_run_out)
{
    blz_ld_active from[40] = {0};
    json_t *local = json_object();
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_arena) arena = {0};
        blz_ld_run run;
        blz_status status = BLZ_OK;
        ld_open(&run, NULL, &arena, NULL);
        blz_mem_set_failing(fails_at, &f);
        for (int i = 0; i < 40 && status == BLZ_OK; i++)
            status = blz_ld_remember(&run, &from[i], local, 0, &from[0]);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    json_decref(local);
}
END_TEST

UNIT_MAIN("jsonld/known", what_is_remembered_is_known, memory_may_run_out)
