#include "unit/unit.h"

#include "base/embed.h"

static const blz_embedded table[] = {{"schemas/a.json", "a", 1},
                                     {"schemas/ab.json", "", 0},
                                     {"", "nameless", 8},
                                     {NULL, NULL, 0},
                                     {"beyond", "", 0}};

START_TEST(whole_names_are_found)
{
    ck_assert_ptr_eq(blz_embedded_find(table, "schemas/a.json"), &table[0]);
    ck_assert_ptr_eq(blz_embedded_find(table, "schemas/ab.json"), &table[1]);
    ck_assert_ptr_eq(blz_embedded_find(table, ""), &table[2]);
}
END_TEST

START_TEST(other_names_are_not)
{
    static const char *const names[] = {"schemas/a", "schemas/a.json ", "a.json", "SCHEMAS/A.JSON", "beyond"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert_ptr_null(blz_embedded_find(table, names[i]));
    ck_assert_ptr_null(blz_embedded_find(&table[3], ""));
}
END_TEST

UNIT_MAIN("base/embed", whole_names_are_found, other_names_are_not)
