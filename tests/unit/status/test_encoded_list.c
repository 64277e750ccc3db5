#include "status/encoded_list.h"

#include <string.h>

#include "base/buf.h"
#include "codec/deflate.h"
#include "codec/multibase.h"
#include "unit/failing.h"
#include "unit/unit.h"

#define MAX ((size_t)1 << 20)

static void refused(const char *text, blz_list_form form, size_t max, blz_status expected, const char *words)
{
    blz_bits bits = {0};
    const char *why = NULL;
    ck_assert_int_eq(blz_encoded_list_read(&bits, text, strlen(text), form, max, &why), expected);
    ck_assert_ptr_null(bits.bytes);
    ck_assert_msg(why && strstr(why, words), "\"%s\" has no \"%s\"", why ? why : "", words);
}

/* Packed bytes as text. */
static char *text_of(const void *bytes, size_t length)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    char *out = NULL;
    ck_assert_ok(blz_multibase_encode(&text, 'u', bytes, length));
    ck_assert_ok(blz_buf_take(&text, &out, NULL));
    return out;
}

START_TEST(there_and_back)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    BLZ_SCOPED(blz_bits) again = {0};
    BLZ_AUTO(blz_text) text = NULL;
    const char *why = NULL;
    ck_assert_ok(blz_bits_new(&bits, BLZ_STATUS_ENTRIES_MIN));
    for (size_t i = 0; i < bits.count; i += 1 + i % 977)
        ck_assert_ok(blz_bits_put(&bits, i, true));
    ck_assert_ok(blz_encoded_list_write(&text, &bits));
    ck_assert_int_eq(text[0], 'u');
    ck_assert_ok(blz_encoded_list_read(&again, text, strlen(text), BLZ_LIST_BITSTRING, MAX, &why));
    ck_assert_uint_eq(again.count, bits.count);
    ck_assert_int_eq(memcmp(again.bytes, bits.bytes, bits.count / 8), 0);
    blz_bits_clear(&again);
    ck_assert_ok(blz_encoded_list_read(&again, text + 1, strlen(text + 1), BLZ_LIST_2021, MAX, &why));
    ck_assert_uint_eq(again.count, bits.count);
}
END_TEST

/* The example that the specification has. */
START_TEST(one_of_the_specification)
{
    static const char text[] = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
    BLZ_SCOPED(blz_bits) bits = {0};
    const char *why = NULL;
    ck_assert_ok(blz_encoded_list_read(&bits, text, strlen(text), BLZ_LIST_BITSTRING, MAX, &why));
    ck_assert_uint_eq(bits.count, 131072);
    ck_assert_uint_eq(blz_bits_sum(&bits), 0);
}
END_TEST

START_TEST(what_is_refused)
{
    refused("", BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "does not begin with \"u\"");
    refused("H4sIAAAA", BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "does not begin with \"u\"");
    refused("zH4sIAAAA", BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "does not begin with \"u\"");
    refused("uH4sIAAAA==", BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "not base64url without padding");
    refused("uH4s+/AAA", BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "not base64url without padding");
    refused("u", BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "not one whole gzip");
    refused("uAAAA", BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "not one whole gzip");
    refused("uAAA", BLZ_LIST_2021, MAX, BLZ_ERR_SYNTAX, "not one whole gzip"); /* no multibase there */
}
END_TEST

START_TEST(gzip_that_is_cut_or_too_long_or_a_bomb)
{
    static const char zeros[65536];
    BLZ_SCOPED(blz_buf) packed = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_deflate(&packed, BLZ_WRAP_GZIP, zeros, sizeof zeros));
    BLZ_AUTO(blz_text) cut = text_of(packed.data, packed.length - 9);
    refused(cut, BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "not one whole gzip");
    BLZ_AUTO(blz_text) whole = text_of(packed.data, packed.length);
    refused(whole, BLZ_LIST_BITSTRING, sizeof zeros - 1, BLZ_ERR_LIMIT, "larger, when it is unpacked");
    ck_assert_ok(blz_buf_putc(&packed, 'x'));
    BLZ_AUTO(blz_text) trailed = text_of(packed.data, packed.length);
    refused(trailed, BLZ_LIST_BITSTRING, MAX, BLZ_ERR_SYNTAX, "not one whole gzip");
}
END_TEST

START_TEST(memory)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    ck_assert_ok(blz_bits_new(&bits, BLZ_STATUS_ENTRIES_MIN));
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_bits) again = {0};
        BLZ_AUTO(blz_text) text = NULL;
        const char *why = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_encoded_list_write(&text, &bits);
        if (status == BLZ_OK)
            status = blz_encoded_list_read(&again, text, strlen(text), BLZ_LIST_BITSTRING, MAX, &why);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("status/encoded_list", there_and_back, one_of_the_specification, what_is_refused,
          gzip_that_is_cut_or_too_long_or_a_bomb, memory)
