#include "status/bits.h"

#include "unit/failing.h"
#include "unit/unit.h"

START_TEST(the_first_bit_is_the_highest_of_the_first_byte)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    ck_assert_ok(blz_bits_new(&bits, 32));
    ck_assert_ok(blz_bits_put(&bits, 0, true));
    ck_assert_ok(blz_bits_put(&bits, 9, true));
    ck_assert_ok(blz_bits_put(&bits, 31, true));
    ck_assert_uint_eq(bits.bytes[0], 0x80);
    ck_assert_uint_eq(bits.bytes[1], 0x40);
    ck_assert_uint_eq(bits.bytes[3], 0x01);
    ck_assert_uint_eq(blz_bits_sum(&bits), 3);
    ck_assert_ok(blz_bits_put(&bits, 9, false));
    ck_assert_uint_eq(bits.bytes[1], 0);
}
END_TEST

START_TEST(entries_of_several_bits)
{
    uint8_t bytes[] = {0xb1, 0x5e, 0xff};
    const blz_bits bits = {.bytes = bytes, .count = 24};
    uint32_t value = 0;
    ck_assert_ok(blz_bits_get(&value, &bits, 0, 2));
    ck_assert_uint_eq(value, 2);
    ck_assert_ok(blz_bits_get(&value, &bits, 1, 5));
    ck_assert_uint_eq(value, 5); /* 10110 00101 */
    ck_assert_ok(blz_bits_get(&value, &bits, 0, 24));
    ck_assert_uint_eq(value, 0xb15eff);
    /* an entry that is not whole is none */
    ck_assert_ok(blz_bits_get(&value, &bits, 3, 5));
    ck_assert_int_eq(blz_bits_get(&value, &bits, 4, 5), BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(nothing_beyond_the_end)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    uint32_t value = 0;
    ck_assert_ok(blz_bits_new(&bits, 16));
    ck_assert_int_eq(blz_bits_get(&value, &bits, 16, 1), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_bits_get(&value, &bits, UINT64_MAX, 1), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_bits_get(&value, &bits, UINT64_MAX / 2 + 1, 2), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_bits_get(&value, &bits, 0, 0), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_bits_get(&value, &bits, 0, 33), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_bits_put(&bits, 16, true), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(blz_bits_sum(&bits), 0);
}
END_TEST

START_TEST(the_nth_that_is_clear)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    size_t index = 0;
    ck_assert_ok(blz_bits_new(&bits, 24));
    for (size_t i = 0; i < 24; i++)
        if (i != 3 && i != 17) ck_assert_ok(blz_bits_put(&bits, i, true));
    ck_assert_ok(blz_bits_nth_clear(&index, &bits, 0));
    ck_assert_uint_eq(index, 3);
    ck_assert_ok(blz_bits_nth_clear(&index, &bits, 1));
    ck_assert_uint_eq(index, 17);
    ck_assert_int_eq(blz_bits_nth_clear(&index, &bits, 2), BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(memory)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_bits) bits = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_bits_new(&bits, 131072);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("status/bits", the_first_bit_is_the_highest_of_the_first_byte, entries_of_several_bits,
          nothing_beyond_the_end, the_nth_that_is_clear, memory)
