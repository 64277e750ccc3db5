#include "unit/unit.h"

#include <string.h>

#include "codec/base64url.h"

/* RFC 4648 section 10, without padding, and the two letters of the URL alphabet. */
static const char *const pairs[][2] = {
    {"", ""},
    {"f", "Zg"},
    {"fo", "Zm8"},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg"},
    {"fooba", "Zm9vYmE"},
    {"foobar", "Zm9vYmFy"},
    {"\xFB\xEF\xBE\xFF", "------8"},
    {"\xFF\xFF\xFF", "____"},
};

START_TEST(both_ways)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(pairs); i++) {
        BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
        ck_assert_ok(blz_base64url_encode(&buf, pairs[i][0], strlen(pairs[i][0])));
        ck_assert_ok(blz_buf_puts(&buf, ""));
        if (i != 7) ck_assert_str_eq(buf.data, pairs[i][1]);
        uint8_t *bytes = NULL;
        size_t length = 99;
        ck_assert_ok(blz_base64url_decode(&bytes, &length, buf.data, buf.length));
        ck_assert_uint_eq(length, strlen(pairs[i][0]));
        ck_assert_mem_eq(bytes, pairs[i][0], length + 1);
        blz_free(bytes);
    }
}
END_TEST

START_TEST(only_one_text_for_each_value)
{
    static const char *const cases[] = {"Z",
                                        "Zg==",
                                        "Zg=",
                                        "Zh",
                                        "Zm9",
                                        "Zm8 ",
                                        " Zm8",
                                        "Zm\n8",
                                        "Z+8",
                                        "Z/8",
                                        "Zm9vY",
                                        "\xC3\xA9"
                                        "ab",
                                        "Zm.8",
                                        "-_-_1"};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        uint8_t *bytes = NULL;
        size_t length = 0;
        ck_assert_msg(blz_base64url_decode(&bytes, &length, cases[i], strlen(cases[i])) == BLZ_ERR_SYNTAX,
                      "%s", cases[i]);
        ck_assert_ptr_null(bytes);
    }
    uint8_t *bytes = NULL;
    size_t length = 0;
    ck_assert_int_eq(blz_base64url_decode(&bytes, &length, "Zm\0v", 4), BLZ_ERR_SYNTAX);
}
END_TEST

/* Every byte at every place of a text, also behind the last group of four. */
START_TEST(digits_and_nothing_else)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int byte = 0; byte < 256; byte++) {
        bool digit = byte && strchr(digits, byte);
        for (size_t at = 0; at < 10; at++) {
            char text[] = "AAAAAAAAAAA";
            uint8_t *bytes = NULL;
            size_t length = 0;
            text[at] = (char)byte;
            ck_assert_int_eq(blz_base64url_decode(&bytes, &length, text, 11),
                             digit ? BLZ_OK : BLZ_ERR_SYNTAX);
            if (digit) {
                uint32_t value = (uint32_t)(strchr(digits, byte) - digits) << (18 - 6 * (at % 4));
                for (size_t i = 0; i < 3 && at / 4 * 3 + i < length; i++)
                    ck_assert_uint_eq(bytes[at / 4 * 3 + i], value >> (16 - 8 * i) & 0xFF);
            }
            blz_free(bytes);
        }
    }
}
END_TEST

START_TEST(byte_pairs)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
    for (unsigned i = 0; i < 65536; i += 7) {
        uint8_t in[2] = {(uint8_t)(i >> 8), (uint8_t)i}, *out = NULL;
        size_t length = 0;
        blz_buf_reset(&buf);
        ck_assert_ok(blz_base64url_encode(&buf, in, 2));
        ck_assert_ok(blz_base64url_decode(&out, &length, buf.data, buf.length));
        ck_assert_mem_eq(in, out, 2);
        blz_free(out);
    }
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
    blz_status status = blz_base64url_decode(&bytes, &length, "Zm9v", 4);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
}
END_TEST

UNIT_MAIN("codec/base64url", both_ways, only_one_text_for_each_value, digits_and_nothing_else, byte_pairs,
          no_memory)
