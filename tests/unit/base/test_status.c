#include "unit/unit.h"

#include <string.h>

START_TEST(every_status_has_words_of_its_own)
{
    for (int status = BLZ_OK; status <= BLZ_ERR_GONE; status++) {
        const char *text = blz_status_text((blz_status)status);
        ck_assert_ptr_nonnull(text);
        ck_assert_msg(*text >= 'a' && *text <= 'z', "%s", text);
        ck_assert_ptr_null(strchr(text, '.'));
        ck_assert_str_ne(text, "unknown status");
        for (int other = BLZ_OK; other < status; other++)
            ck_assert_str_ne(text, blz_status_text((blz_status)other));
    }
}
END_TEST

START_TEST(what_is_no_status_has_words_too)
{
    ck_assert_str_eq(blz_status_text((blz_status)(BLZ_ERR_GONE + 1)), "unknown status");
    ck_assert_str_eq(blz_status_text((blz_status)-1), "unknown status");
}
END_TEST

/* Programs compare with 0. */
START_TEST(done_is_zero)
{
    ck_assert_int_eq(BLZ_OK, 0);
    ck_assert_str_eq(blz_status_text(BLZ_OK), "done");
}
END_TEST

UNIT_MAIN("base/status", every_status_has_words_of_its_own, what_is_no_status_has_words_too, done_is_zero)
