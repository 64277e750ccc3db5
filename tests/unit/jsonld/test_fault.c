#include "unit/jsonld/ld.h"

#include "unit/failing.h"

static const blz_ld_at top = {0}, member = {.up = &top, .name = "a/b~c"},
                       element = {.up = &member, .index = 12}, inner = {.up = &element, .name = ""};

static blz_status refuse(blz_ld_run *run, const blz_ld_at *at)
{
    return blz_ld_refuse(run, at, "invalid @id value", "word", "%s %d", "number", 7);
}

START_TEST(a_fault_says_what_and_where)
{
    blz_ld_fault fault = {0};
    blz_ld_run run;
    ld_open(&run, NULL, NULL, &fault);
    ck_assert_int_eq(refuse(&run, &inner), BLZ_ERR_INVALID);
    ck_assert_str_eq(fault.code, "invalid @id value");
    ck_assert_str_eq(fault.message, "number 7");
    ck_assert_str_eq(fault.pointer, "/a~1b~0c/12/");
    ck_assert_str_eq(fault.term, "word");
    ck_assert_int_eq(blz_ld_refuse(&run, &top, "another", NULL, "later"), BLZ_ERR_INVALID);
    ck_assert_str_eq(fault.code, "invalid @id value");
    blz_ld_fault_clear(&fault);
    ck_assert_ptr_null(fault.code);
    ck_assert_int_eq(blz_ld_refuse(&run, &top, "another", NULL, "later"), BLZ_ERR_INVALID);
    ck_assert_str_eq(fault.pointer, "");
    ck_assert_ptr_null(fault.term);
    blz_ld_fault_clear(&fault);
    ck_assert_int_eq(blz_ld_refuse(&run, NULL, "another", NULL, "later"), BLZ_ERR_INVALID);
    ck_assert_ptr_null(fault.pointer);
    blz_ld_fault_clear(&fault);
}
END_TEST

START_TEST(nobody_has_to_listen)
{
    blz_ld_run run;
    ld_open(&run, NULL, NULL, NULL);
    ck_assert_int_eq(refuse(&run, &inner), BLZ_ERR_INVALID);
}
END_TEST

START_TEST(only_safe_mode_minds_what_is_dropped)
{
    blz_ld_fault fault = {0};
    blz_ld_options options = {0};
    blz_ld_run run = {.options = &options, .fault = &fault};
    ck_assert_ok(blz_ld_drop(&run, &top, "word", "gone"));
    ck_assert_ptr_null(fault.code);
    options.safe = true;
    ck_assert_int_eq(blz_ld_drop(&run, &top, "word", "gone"), BLZ_ERR_INVALID);
    ck_assert_str_eq(fault.code, "safe mode");
    blz_ld_fault_clear(&fault);
}
END_TEST

START_TEST(memory_may_run_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_ld_fault fault = {0};
        blz_ld_run run;
        ld_open(&run, NULL, NULL, &fault);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = refuse(&run, &inner);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_ERR_INVALID);
        if (failed(&f)) ck_assert(!fault.code && !fault.message && !fault.pointer && !fault.term);
        blz_ld_fault_clear(&fault);
    }
}
END_TEST

UNIT_MAIN("jsonld/fault", a_fault_says_what_and_where, nobody_has_to_listen,
          only_safe_mode_minds_what_is_dropped, memory_may_run_out)
