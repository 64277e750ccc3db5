#include "unit/unit.h"

#include "issue/number.h"

static const char *text(double value)
{
    static char out[BLZ_DECIMAL_MAX];
    blz_micro_text(out, blz_micro_of(value));
    return out;
}

START_TEST(writes_what_people_write)
{
    ck_assert_str_eq(text(0), "0");
    ck_assert_str_eq(text(3), "3");
    ck_assert_str_eq(text(0.5), "0.5");
    ck_assert_str_eq(text(12.25), "12.25");
    ck_assert_str_eq(text(-2.25), "-2.25");
    ck_assert_str_eq(text(0.000001), "0.000001");
    ck_assert_str_eq(text(100), "100");
    ck_assert_str_eq(text(0.1 + 0.2), "0.3");
    ck_assert_str_eq(text(0.0000001), "0");
}
END_TEST

START_TEST(is_bounded)
{
    ck_assert_str_eq(text(1e300), "4000000000000");
    ck_assert_str_eq(text(-1e300), "-4000000000000");
    ck_assert_int_eq(blz_micro_add(INT64_MAX - 1, 5), INT64_MAX);
    ck_assert_int_eq(blz_micro_add(2, 3), 5);
}
END_TEST

UNIT_MAIN("issue/number", writes_what_people_write, is_bounded)
