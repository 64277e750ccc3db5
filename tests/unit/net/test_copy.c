#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "net/copy.h"

#define URL "https://example.edu/x"

static char body[] = "{\"a\": 1}\n\nmore", type[] = "application/json", end[] = "https://example.com/y";
static const blz_document full = {
    .bytes = body, .length = sizeof body - 1, .url = end, .type = type, .fetched = 17};

static blz_status there_and_back(blz_document *out, int64_t *until, const blz_document *document)
{
    BLZ_SCOPED(blz_buf) copy = BLZ_BUF(1 << 20);
    BLZ_TRY(blz_copy_write(&copy, URL, document, 4000));
    return blz_copy_read(out, until, URL, copy.data, copy.length);
}

START_TEST(all_of_it)
{
    BLZ_SCOPED(blz_document) read = {0};
    int64_t until = 0;
    ck_assert_ok(there_and_back(&read, &until, &full));
    ck_assert_uint_eq(read.length, full.length);
    ck_assert_str_eq(read.bytes, body);
    ck_assert_str_eq(read.url, end);
    ck_assert_str_eq(read.type, type);
    ck_assert(read.fetched == 17 && until == 4000 && !read.why);
}
END_TEST

START_TEST(least_of_it)
{
    BLZ_SCOPED(blz_document) read = {0};
    int64_t until = 0;
    char nothing[] = "";
    ck_assert_ok(there_and_back(&read, &until, &(blz_document){.bytes = nothing}));
    ck_assert(read.length == 0 && !read.url && !read.type && read.bytes[0] == '\0');
}
END_TEST

/* Every cut, and every byte changed, is no copy. */
START_TEST(damage)
{
    BLZ_SCOPED(blz_buf) copy = BLZ_BUF(1 << 20);
    blz_document read = {0};
    int64_t until = 0;
    ck_assert_ok(blz_copy_write(&copy, URL, &full, 4000));
    for (size_t i = 0; i < copy.length; i++) {
        ck_assert_int_eq(blz_copy_read(&read, &until, URL, copy.data, i), BLZ_ERR_NOT_FOUND);
        copy.data[i] ^= 1;
        ck_assert_int_eq(blz_copy_read(&read, &until, URL, copy.data, copy.length), BLZ_ERR_NOT_FOUND);
        copy.data[i] ^= 1;
    }
    ck_assert_int_eq(blz_copy_read(&read, &until, URL "y", copy.data, copy.length), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(blz_copy_read(&read, &until, "", copy.data, copy.length), BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_null(read.bytes);
}
END_TEST

START_TEST(no_room_and_no_memory)
{
    BLZ_SCOPED(blz_buf) small = BLZ_BUF(40);
    ck_assert_int_eq(blz_copy_write(&small, URL, &full, 1), BLZ_ERR_LIMIT);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_document) read = {0};
        int64_t until = 0;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = there_and_back(&read, &until, &full);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("net/copy", all_of_it, least_of_it, damage, no_room_and_no_memory)
