#include "unit/unit.h"

#include <string.h>

#include "codec/multibase.h"

START_TEST(both_bases_both_ways)
{
    static const char *const texts[] = {"za3gV", "uYmJi", "z", "u"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        uint8_t *bytes = NULL;
        size_t length = 0;
        ck_assert_ok(blz_multibase_decode(&bytes, &length, texts[i], strlen(texts[i])));
        ck_assert_uint_eq(length, i < 2 ? 3 : 0);
        if (length) ck_assert_mem_eq(bytes, "bbb", 3);
        BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
        ck_assert_ok(blz_multibase_encode(&buf, texts[i][0], bytes, length));
        ck_assert_str_eq(buf.data, texts[i]);
        blz_free(bytes);
    }
}
END_TEST

START_TEST(other_bases_are_refused)
{
    uint8_t *bytes = NULL;
    size_t length = 0;
    ck_assert_int_eq(blz_multibase_decode(&bytes, &length, "", 0), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_multibase_decode(&bytes, &length, "f626262", 7), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(blz_multibase_decode(&bytes, &length, "Za3gV", 5), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(blz_multibase_decode(&bytes, &length, "z0", 2), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_multibase_decode(&bytes, &length, "uYmJi=", 6), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(bytes);
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
    ck_assert_int_eq(blz_multibase_encode(&buf, 'm', "x", 1), BLZ_ERR_UNSUPPORTED);
    ck_assert_uint_eq(buf.length, 0);
}
END_TEST

START_TEST(varints)
{
    static const struct {
        uint32_t value;
        const char *bytes;
        size_t length;
    } cases[] = {{0, "\0", 1},
                 {1, "\1", 1},
                 {127, "\x7F", 1},
                 {0xED, "\xED\1", 2},
                 {0x1200, "\x80\x24", 2},
                 {0x1205, "\x85\x24", 2},
                 {16384, "\x80\x80\1", 3},
                 {0xFFFFFFF, "\xFF\xFF\xFF\x7F", 4}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
        ck_assert_ok(blz_varint_write(&buf, cases[i].value));
        ck_assert_uint_eq(buf.length, cases[i].length);
        ck_assert_mem_eq(buf.data, cases[i].bytes, buf.length);
        ck_assert_ok(blz_buf_puts(&buf, "more"));
        uint32_t value = 99;
        size_t used = 99;
        ck_assert_ok(blz_varint_read(&value, &used, (const uint8_t *)buf.data, buf.length));
        ck_assert_uint_eq(value, cases[i].value);
        ck_assert_uint_eq(used, cases[i].length);
    }
}
END_TEST

START_TEST(varints_that_are_cut_long_or_too_large)
{
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {{"", 0}, {"\x80", 1}, {"\xFF\xFF\xFF\xFF\x01", 5}, {"\x81\x00", 2}, {"\x80\x80\x00", 3}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        uint32_t value;
        size_t used;
        ck_assert_int_eq(blz_varint_read(&value, &used, (const uint8_t *)cases[i].bytes, cases[i].length),
                         BLZ_ERR_SYNTAX);
    }
}
END_TEST

UNIT_MAIN("codec/multibase", both_bases_both_ways, other_bases_are_refused, varints,
          varints_that_are_cut_long_or_too_large)
