#include "codec/json_count.h"

#include "unit/unit.h"

static size_t count(const char *text)
{
    json_auto_t *value = json_loads(text, JSON_DECODE_ANY, NULL);
    ck_assert_ptr_nonnull(value);
    return blz_json_count(value);
}

START_TEST(each_value_counts_and_no_name_does)
{
    ck_assert_uint_eq(count("null"), 1);
    ck_assert_uint_eq(count("[]"), 1);
    ck_assert_uint_eq(count("{\"a\": 1, \"b\": 2}"), 3);
    ck_assert_uint_eq(count("[{\"a\": [1, 2]}, {}, \"x\"]"), 7);
}
END_TEST

UNIT_MAIN("codec/json_count", each_value_counts_and_no_name_does)
