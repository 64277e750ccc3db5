#include "unit/unit.h"

#include <string.h>

#include "codec/base58.h"

static const struct {
    const char *bytes;
    size_t length;
    const char *text;
} pairs[] = {
    {"", 0, ""},
    {"\0", 1, "1"},
    {"\0\0\0", 3, "111"},
    {"\0\1", 2, "12"},
    {"a", 1, "2g"},
    {"bbb", 3, "a3gV"},
    {"ccc", 3, "aPEr"},
    {"Hello World!", 12, "2NEpo7TZRRrLZSi2U"},
    {"The quick brown fox jumps over the lazy dog.", 44,
     "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"},
    {"\0\0\x28\x7f\xb4\xcd", 6, "11233QC4"},
    {"\x51\x6b\x6f\xcd\x0f", 5, "ABnLTmg"},
};

START_TEST(both_ways)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(pairs); i++) {
        BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
        ck_assert_ok(blz_base58_encode(&buf, pairs[i].bytes, pairs[i].length));
        ck_assert_ok(blz_buf_puts(&buf, ""));
        ck_assert_str_eq(buf.data, pairs[i].text);
        uint8_t *bytes = NULL;
        size_t length = 99;
        ck_assert_ok(blz_base58_decode(&bytes, &length, pairs[i].text, strlen(pairs[i].text)));
        ck_assert_uint_eq(length, pairs[i].length);
        ck_assert_mem_eq(bytes, pairs[i].bytes, length);
        blz_free(bytes);
    }
}
END_TEST

START_TEST(letters_that_look_alike_and_others_are_refused)
{
    static const char *const cases[] = {"0", "O", "I", "l", "abc ", "ab+c", "z6Mk_", "\xC3\xA9"};
    uint8_t *bytes = NULL;
    size_t length = 0;
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        ck_assert_int_eq(blz_base58_decode(&bytes, &length, cases[i], strlen(cases[i])), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_base58_decode(&bytes, &length, "a\0b", 3), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(bytes);
}
END_TEST

START_TEST(the_largest_fit_and_larger_ones_are_refused)
{
    static uint8_t big[3001];
    memset(big, 0xFF, sizeof big);
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(5000);
    ck_assert_int_eq(blz_base58_encode(&buf, big, 3001), BLZ_ERR_LIMIT);
    ck_assert_ok(blz_base58_encode(&buf, big, 2998));
    uint8_t *bytes = NULL;
    size_t length = 0;
    ck_assert_uint_le(buf.length, BLZ_BASE58_MAX);
    ck_assert_ok(blz_base58_decode(&bytes, &length, buf.data, buf.length));
    ck_assert_uint_eq(length, 2998);
    ck_assert_mem_eq(bytes, big, length);
    blz_free(bytes);
    char longer[BLZ_BASE58_MAX + 1];
    memset(longer, 'z', sizeof longer);
    ck_assert_int_eq(blz_base58_decode(&bytes, &length, longer, sizeof longer), BLZ_ERR_LIMIT);
    ck_assert_ok(blz_base58_decode(&bytes, &length, longer, sizeof longer - 1));
    blz_free(bytes);
}
END_TEST

static bool always(void *user)
{
    (void)user;
    return true;
}

START_TEST(no_memory)
{
    uint8_t *bytes = NULL;
    size_t length = 0;
    blz_mem_set_failing(always, NULL);
    blz_status status = blz_base58_decode(&bytes, &length, "a3gV", 4);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
}
END_TEST

UNIT_MAIN("codec/base58", both_ways, letters_that_look_alike_and_others_are_refused,
          the_largest_fit_and_larger_ones_are_refused, no_memory)
