#include "unit/unit.h"

#include <string.h>

#include "codec/cbor.h"

/* Head by head: examples of RFC 8949, appendix A, and the edges of each width. */

static blz_cbor over(const char *bytes, size_t length)
{
    return BLZ_CBOR((const uint8_t *)bytes, length);
}
#define OVER(text) over((text), sizeof(text) - 1)

static const struct {
    const char *bytes;
    size_t length;
    uint64_t value;
} numbers[] = {
    {"\x00", 1, 0},
    {"\x17", 1, 23},
    {"\x18\x18", 2, 24},
    {"\x18\xff", 2, 255},
    {"\x19\x01\x00", 3, 256},
    {"\x19\x03\xe8", 3, 1000},
    {"\x19\xff\xff", 3, 65535},
    {"\x1a\x00\x01\x00\x00", 5, 65536},
    {"\x1a\x00\x0f\x42\x40", 5, 1000000},
    {"\x1a\xff\xff\xff\xff", 5, 4294967295},
    {"\x1b\x00\x00\x00\x01\x00\x00\x00\x00", 9, 4294967296},
    {"\x1b\x00\x00\x00\xe8\xd4\xa5\x10\x00", 9, 1000000000000},
    {"\x1b\xff\xff\xff\xff\xff\xff\xff\xff", 9, UINT64_MAX},
};

START_TEST(unsigned_integers)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(numbers); i++) {
        blz_cbor cbor = over(numbers[i].bytes, numbers[i].length);
        uint64_t value = 99;
        ck_assert_ok(blz_cbor_uint(&value, &cbor));
        ck_assert_uint_eq(value, numbers[i].value);
        ck_assert_ok(blz_cbor_end(&cbor));
        for (size_t less = 0; less < numbers[i].length; less++) {
            cbor = over(numbers[i].bytes, less);
            ck_assert_int_eq(blz_cbor_uint(&value, &cbor), BLZ_ERR_SYNTAX);
            ck_assert_str_eq(cbor.problem, "it ends in the middle");
        }
    }
}
END_TEST

START_TEST(a_number_has_one_way_to_be_written)
{
    static const char *const longer[] = {"\x18\x17", "\x19\x00\xff", "\x1a\x00\x00\xff\xff",
                                         "\x1b\x00\x00\x00\x00\xff\xff\xff\xff"};
    static const size_t lengths[] = {2, 3, 5, 9};
    for (size_t i = 0; i < BLZ_COUNT_OF(longer); i++) {
        blz_cbor cbor = over(longer[i], lengths[i]);
        uint64_t value = 0;
        ck_assert_int_eq(blz_cbor_uint(&value, &cbor), BLZ_ERR_SYNTAX);
        ck_assert_str_eq(cbor.problem, "it has a number that is not written in the shortest way");
    }
}
END_TEST

START_TEST(bytes_lists_maps_and_tags)
{
    blz_cbor cbor = OVER("\xd9\x5d\x01\x83\x43"
                         "abc\xa1\x01\x40\x80");
    const uint8_t *bytes = NULL;
    size_t length = 0, count = 0;
    uint64_t value = 0;
    ck_assert_ok(blz_cbor_tag(&value, &cbor));
    ck_assert_uint_eq(value, 0x5d01);
    ck_assert_ok(blz_cbor_array(&count, &cbor));
    ck_assert_uint_eq(count, 3);
    ck_assert_ok(blz_cbor_bytes(&bytes, &length, &cbor));
    ck_assert_uint_eq(length, 3);
    ck_assert_mem_eq(bytes, "abc", 3);
    ck_assert_ok(blz_cbor_map(&count, &cbor));
    ck_assert_uint_eq(count, 1);
    ck_assert_ok(blz_cbor_uint(&value, &cbor));
    ck_assert_uint_eq(value, 1);
    ck_assert_ok(blz_cbor_bytes(&bytes, &length, &cbor));
    ck_assert_uint_eq(length, 0);
    ck_assert_ok(blz_cbor_array(&count, &cbor));
    ck_assert_uint_eq(count, 0);
    ck_assert_ok(blz_cbor_end(&cbor));
}
END_TEST

START_TEST(another_kind_is_named)
{
    blz_cbor cbor = OVER("\x60");
    const uint8_t *bytes = NULL;
    size_t size = 0;
    uint64_t value = 0;
    ck_assert_int_eq(blz_cbor_uint(&value, &cbor), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(cbor.problem, "it has something else where a number has to be");
    ck_assert_int_eq(blz_cbor_bytes(&bytes, &size, &cbor), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(cbor.problem, "it has something else where bytes have to be");
    ck_assert_int_eq(blz_cbor_array(&size, &cbor), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(cbor.problem, "it has something else where a list has to be");
    ck_assert_int_eq(blz_cbor_map(&size, &cbor), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(cbor.problem, "it has something else where a map has to be");
    ck_assert_int_eq(blz_cbor_tag(&value, &cbor), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(cbor.problem, "it has something else where a tag has to be");
    ck_assert_int_eq(blz_cbor_end(&cbor), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(cbor.problem, "it has bytes behind its end");
}
END_TEST

/* Indefinite lengths, and the values of the five bits that RFC 8949 keeps for later. */
START_TEST(lengths_are_said_in_front)
{
    static const char *const texts[] = {"\x5f\x41\x61\xff", "\x9f\xff", "\xbf\xff"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        blz_cbor cbor = over(texts[i], strlen(texts[i]));
        const uint8_t *bytes = NULL;
        size_t size = 0;
        blz_status status = i == 0   ? blz_cbor_bytes(&bytes, &size, &cbor)
                            : i == 1 ? blz_cbor_array(&size, &cbor)
                                     : blz_cbor_map(&size, &cbor);
        ck_assert_int_eq(status, BLZ_ERR_SYNTAX);
        ck_assert_str_eq(cbor.problem, "it has a part whose length is not said in front");
    }
    for (char byte = 0x1c; byte < 0x1f; byte++) {
        blz_cbor cbor = over(&byte, 1);
        uint64_t value = 0;
        ck_assert_int_eq(blz_cbor_uint(&value, &cbor), BLZ_ERR_SYNTAX);
        ck_assert_str_eq(cbor.problem, "it has a byte that stands for nothing");
    }
}
END_TEST

/* What says to be huge is not believed. */
START_TEST(counts_fit_into_what_is_left)
{
    const uint8_t *bytes = NULL;
    size_t size = 0;
    blz_cbor list = OVER("\x83\x01\x02"), map = OVER("\xa2\x01\x02\x03"),
             text = OVER("\x44"
                         "abc");
    blz_cbor huge = OVER("\x9b\xff\xff\xff\xff\xff\xff\xff\xff\x00"), pairs = huge;
    ck_assert_int_eq(blz_cbor_array(&size, &list), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(list.problem, "it ends in the middle");
    ck_assert_int_eq(blz_cbor_map(&size, &map), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_cbor_bytes(&bytes, &size, &text), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_cbor_array(&size, &huge), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(huge.problem, "it ends in the middle");
    ck_assert_int_eq(blz_cbor_map(&size, &pairs), BLZ_ERR_SYNTAX);
    ck_assert_uint_eq(size, 0);
}
END_TEST

UNIT_MAIN("codec/cbor", unsigned_integers, a_number_has_one_way_to_be_written, bytes_lists_maps_and_tags,
          another_kind_is_named, lengths_are_said_in_front, counts_fit_into_what_is_left)
