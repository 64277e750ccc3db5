#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "codec/deflate.h"

enum { ZEROS = 1 << 20 };

static const blz_deflate_wrapping wrappings[] = {BLZ_WRAP_ZLIB, BLZ_WRAP_GZIP};

START_TEST(both_ways)
{
    static char zeros[ZEROS];
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {{"", 0}, {"a", 1}, {"a badge in a chunk", 18}, {zeros, 16384}, {zeros, ZEROS}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        for (size_t w = 0; w < BLZ_COUNT_OF(wrappings); w++) {
            BLZ_SCOPED(blz_buf) packed = BLZ_BUF(ZEROS), again = BLZ_BUF(ZEROS), plain = BLZ_BUF(ZEROS);
            ck_assert_ok(blz_deflate(&packed, wrappings[w], cases[i].bytes, cases[i].length));
            ck_assert_ok(blz_deflate(&again, wrappings[w], cases[i].bytes, cases[i].length));
            ck_assert_uint_eq(packed.length, again.length);
            ck_assert_mem_eq(packed.data, again.data, packed.length);
            ck_assert_ok(blz_inflate(&plain, wrappings[w], packed.data, packed.length));
            ck_assert_uint_eq(plain.length, cases[i].length);
            if (plain.length) ck_assert_mem_eq(plain.data, cases[i].bytes, plain.length);
        }
}
END_TEST

/* A stream that another program made: printf 'hello' | gzip -n. */
START_TEST(reads_what_gzip_writes)
{
    static const char packed[] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd\xc9\xc9\x07\x00\x86"
                                 "\xa6\x10\x36\x05\x00\x00\x00";
    BLZ_SCOPED(blz_buf) plain = BLZ_BUF(5);
    ck_assert_ok(blz_inflate(&plain, BLZ_WRAP_GZIP, packed, sizeof packed - 1));
    ck_assert_str_eq(plain.data, "hello");
    for (size_t length = 0; length < sizeof packed - 1; length++) {
        BLZ_SCOPED(blz_buf) part = BLZ_BUF(5);
        ck_assert_int_eq(blz_inflate(&part, BLZ_WRAP_GZIP, packed, length), BLZ_ERR_SYNTAX);
    }
    for (size_t i = 0; i < sizeof packed - 1; i++) {
        BLZ_SCOPED(blz_buf) other = BLZ_BUF(5);
        char spoilt[sizeof packed];
        memcpy(spoilt, packed, sizeof packed);
        spoilt[i] ^= 0x10;
        if (blz_inflate(&other, BLZ_WRAP_GZIP, spoilt, sizeof packed - 1) != BLZ_OK) continue;
        ck_assert_msg(i >= 3 && i <= 16, "byte %zu", i); /* time, system, padding */
        ck_assert_str_eq(other.data, "hello");
    }
}
END_TEST

START_TEST(refuses_what_follows_the_end)
{
    BLZ_SCOPED(blz_buf) packed = BLZ_BUF(1000), plain = BLZ_BUF(1000);
    ck_assert_ok(blz_deflate(&packed, BLZ_WRAP_ZLIB, "badge", 5));
    ck_assert_ok(blz_buf_putc(&packed, 'x'));
    ck_assert_int_eq(blz_inflate(&plain, BLZ_WRAP_ZLIB, packed.data, packed.length), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_inflate(&plain, BLZ_WRAP_GZIP, packed.data, packed.length), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_inflate(&plain, BLZ_WRAP_ZLIB, "", 0), BLZ_ERR_SYNTAX);
}
END_TEST

START_TEST(a_bomb_meets_the_cap)
{
    static char zeros[ZEROS];
    BLZ_SCOPED(blz_buf) packed = BLZ_BUF(ZEROS), plain = BLZ_BUF(ZEROS - 1), none = BLZ_BUF(10);
    ck_assert_ok(blz_deflate(&packed, BLZ_WRAP_GZIP, zeros, ZEROS));
    ck_assert_uint_lt(packed.length, 2000);
    ck_assert_int_eq(blz_inflate(&plain, BLZ_WRAP_GZIP, packed.data, packed.length), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_deflate(&none, BLZ_WRAP_GZIP, zeros, ZEROS), BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(memory_that_runs_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_buf) packed = BLZ_BUF(1000), plain = BLZ_BUF(1000);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_deflate(&packed, BLZ_WRAP_GZIP, "badge", 5);
        if (status == BLZ_OK) status = blz_inflate(&plain, BLZ_WRAP_GZIP, packed.data, packed.length);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("codec/deflate", both_ways, reads_what_gzip_writes, refuses_what_follows_the_end,
          a_bomb_meets_the_cap, memory_that_runs_out)
