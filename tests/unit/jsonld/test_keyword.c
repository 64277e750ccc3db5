#include "unit/unit.h"

#include <string.h>

#include "base/mem.h"
#include "jsonld/keyword.h"

START_TEST(each_keyword_is_known)
{
    for (int i = BLZ_LD_BASE; i <= BLZ_LD_VOCAB; i++) {
        const char *text = blz_ld_keyword_text((blz_ld_keyword)i);
        ck_assert_int_eq(blz_ld_keyword_of(text), i);
        ck_assert(blz_ld_has_keyword_form(text));
    }
    ck_assert_str_eq(blz_ld_keyword_text(BLZ_LD_VOCAB), "@vocab");
    ck_assert_str_eq(blz_ld_keyword_text(BLZ_LD_ID), "@id");
}
END_TEST

START_TEST(nothing_else_is_a_keyword)
{
    static const char *const others[] = {"", "@", "id", "@Id", "@i", "@ids", "@id ", "x@id", "@@id"};
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        ck_assert_int_eq(blz_ld_keyword_of(others[i]), BLZ_LD_NO_KEYWORD);
}
END_TEST

START_TEST(the_form_of_a_keyword_is_an_at_and_letters)
{
    static const char *const forms[] = {"@a", "@ignoreMe", "@ID"};
    static const char *const others[] = {"", "@", "a", "@1", "@foo.bar", "@a b", "@\xc3\xa9", "@@", " @a"};
    for (size_t i = 0; i < BLZ_COUNT_OF(forms); i++)
        ck_assert_msg(blz_ld_has_keyword_form(forms[i]), "%s", forms[i]);
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        ck_assert_msg(!blz_ld_has_keyword_form(others[i]), "%s", others[i]);
}
END_TEST

UNIT_MAIN("jsonld/keyword", each_keyword_is_known, nothing_else_is_a_keyword,
          the_form_of_a_keyword_is_an_at_and_letters)
