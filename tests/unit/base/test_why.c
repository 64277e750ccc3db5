#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "base/text.h"
#include "base/why.h"

START_TEST(the_status_comes_back_with_the_words)
{
    BLZ_AUTO(blz_text) reason = NULL;
    ck_assert_int_eq(blz_why(&reason, BLZ_ERR_INVALID, "\"%s\" has %d keys", "did:web:a", 2),
                     BLZ_ERR_INVALID);
    ck_assert_str_eq(reason, "\"did:web:a\" has 2 keys");
}
END_TEST

START_TEST(nobody_has_to_want_the_words)
{
    ck_assert_int_eq(blz_why(NULL, BLZ_ERR_SYNTAX, "%s", "x"), BLZ_ERR_SYNTAX);
}
END_TEST

START_TEST(the_last_words_count)
{
    BLZ_AUTO(blz_text) reason = NULL;
    ck_assert_int_eq(blz_why(&reason, BLZ_ERR_SYNTAX, "first"), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_why(&reason, BLZ_ERR_INVALID, "again: %s", reason), BLZ_ERR_INVALID);
    ck_assert_str_eq(reason, "again: first");
}
END_TEST

START_TEST(long_words_are_cut)
{
    static char long_text[5000];
    memset(long_text, 'x', sizeof long_text - 1);
    BLZ_AUTO(blz_text) reason = NULL;
    ck_assert_int_eq(blz_why(&reason, BLZ_ERR_INVALID, "%.2047s", long_text), BLZ_ERR_INVALID);
    ck_assert_uint_eq(strlen(reason), 2047);
    ck_assert_int_eq(blz_why(&reason, BLZ_ERR_INVALID, "%s", long_text), BLZ_ERR_INVALID);
    ck_assert_uint_eq(strlen(reason), 2046);
}
END_TEST

/* Reports are UTF-8, and what is cut within a character is not. */
START_TEST(characters_are_not_cut)
{
    static char long_text[4001];
    for (size_t i = 0; i < 1000; i++)
        memcpy(long_text + 4 * i, "\xF0\x9F\x8E\x93", 4);
    for (int shift = 0; shift < 4; shift++) {
        BLZ_AUTO(blz_text) reason = NULL;
        ck_assert_int_eq(blz_why(&reason, BLZ_ERR_INVALID, "%.*s%s", shift, "abc", long_text),
                         BLZ_ERR_INVALID);
        ck_assert(blz_utf8_valid(reason, strlen(reason)));
        ck_assert_uint_ge(strlen(reason), 2047 - 4);
    }
}
END_TEST

START_TEST(without_memory_the_old_words_stay)
{
    BLZ_AUTO(blz_text) reason = NULL;
    ck_assert_int_eq(blz_why(&reason, BLZ_ERR_SYNTAX, "old"), BLZ_ERR_SYNTAX);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_why(&reason, BLZ_ERR_INVALID, "new");
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_ERR_INVALID);
        ck_assert_str_eq(reason, failed(&f) ? "old" : "new");
    }
}
END_TEST

UNIT_MAIN("base/why", the_status_comes_back_with_the_words, nobody_has_to_want_the_words,
          the_last_words_count, long_words_are_cut, characters_are_not_cut, without_memory_the_old_words_stay)
