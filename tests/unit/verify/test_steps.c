#include <string.h>

#include "unit/unit.h"
#include "verify/steps.h"

static size_t place_of(const char *id)
{
    for (size_t i = 0; blz_steps[i].id; i++)
        if (strcmp(blz_steps[i].id, id) == 0) return i;
    ck_abort_msg("no step %s", id);
}

START_TEST(each_step_is_there_once_with_its_clause)
{
    size_t count = 0;
    for (const blz_step_row *row = blz_steps; row->id; row++, count++) {
        ck_assert_ptr_nonnull(row->run);
        ck_assert_msg(row->spec && *row->spec, "%s", row->id);
        ck_assert_uint_eq(strspn(row->id, "abcdefghijklmnopqrstuvwxyz2.-"), strlen(row->id));
        for (const blz_step_row *other = blz_steps; other != row; other++) {
            ck_assert_msg(other->run != row->run, "%s does what %s does", row->id, other->id);
            ck_assert_msg(strcmp(other->id, row->id) != 0 || !(other->kinds & row->kinds), "%s twice",
                          row->id);
        }
    }
    ck_assert_uint_eq(count, 42);
}
END_TEST

/* Open Badges 3.0, 9.1; and what a step needs that another one finds out. */
START_TEST(each_step_comes_after_what_it_needs)
{
    static const char *const order[] = {"parse",       "schema",     "proof.suite",   "proof.signature",
                                        "refresh",     "status",     "validity.from", "recipient",
                                        "endorsement", "credentials"};
    for (size_t i = 1; i < BLZ_COUNT_OF(order); i++)
        ck_assert_uint_lt(place_of(order[i - 1]), place_of(order[i]));
    ck_assert_uint_eq(place_of("parse"), 0);
    ck_assert_uint_lt(place_of("jwt.header"), place_of("proof.signature"));
    ck_assert_uint_lt(place_of("proof.signature"), place_of("proof.key-binding"));
    ck_assert_uint_lt(place_of("proof.signature"), place_of("proof.expires"));
    ck_assert_uint_lt(place_of("proof.key-binding"), place_of("results"));
}
END_TEST

START_TEST(what_endorsements_do_without)
{
    static const char *const badges[] = {"subject", "evidence", "results", "endorsement"};
    size_t count = 0;
    for (const blz_step_row *row = blz_steps; row->id; row++)
        count += (row->kinds & BLZ_KIND_BADGE) && !(row->kinds & BLZ_KIND_ENDORSEMENT);
    ck_assert_uint_eq(count, BLZ_COUNT_OF(badges));
    for (size_t i = 0; i < BLZ_COUNT_OF(badges); i++)
        ck_assert_msg(!(blz_steps[place_of(badges[i])].kinds & BLZ_KIND_ENDORSEMENT), "%s", badges[i]);
}
END_TEST

START_TEST(what_status_lists_have)
{
    static const char *const none[] = {"schema.inline", "subject",     "evidence", "refresh",    "status",
                                       "results",       "endorsement", "record",   "credentials"};
    size_t count = 0;
    for (const blz_step_row *row = blz_steps; row->id; row++)
        count += !(row->kinds & (BLZ_KIND_STATUS_LIST | BLZ_KIND_OB2));
    ck_assert_uint_eq(count, BLZ_COUNT_OF(none));
    for (size_t i = 0; i < BLZ_COUNT_OF(none); i++)
        ck_assert_msg(!(blz_steps[place_of(none[i])].kinds & BLZ_KIND_STATUS_LIST), "%s", none[i]);
    ck_assert_int_eq(blz_steps[place_of("status-list")].kinds, BLZ_KIND_STATUS_LIST);
}
END_TEST

UNIT_MAIN("verify/steps", each_step_is_there_once_with_its_clause, each_step_comes_after_what_it_needs,
          what_endorsements_do_without, what_status_lists_have)
