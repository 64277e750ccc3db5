#include "unit/ob2/upgraded.h"

START_TEST(which_version)
{
    static const char today[] = "{'@context': 'https://w3id.org/openbadges/v2', 'issuedOn': 5}",
                      own[] = "{'@context': {}}";
    expect_upgraded(today, BLZ_OB2_2_0, today);
    expect_upgraded(own, BLZ_OB2_2_0, own);
    expect_upgraded("{'@context': 'https://w3id.org/openbadges/v1', 'recipient': 'a@b'}", BLZ_OB2_1_1,
                    "{" V2 ", 'recipient': 'a@b'}");
    expect_upgraded("{'@context': [5, 'https://openbadgespec.org/v1']}", BLZ_OB2_1_1,
                    "{'@context': ['https://w3id.org/openbadges/v2', 5]}");
    expect_upgraded("{'name': 'a', 'url': 'b'}", BLZ_OB2_1_0,
                    "{" V2 ", 'type': 'Issuer', 'name': 'a', 'url': 'b'}");
}
END_TEST

START_TEST(members_of_ones_own)
{
    json_t *json = upgraded_json("{'a': {'b': 1}, 'c': 2}"),
           *shared = json_incref(json_object_get(json, "a")), *own = NULL;
    ck_assert_ok(blz_ob2_own(&own, json, "a"));
    ck_assert_ptr_ne(own, shared);
    ck_assert(json_equal(own, shared));
    ck_assert_ok(blz_ob2_own(&own, json, "c"));
    ck_assert_ptr_null(own);
    ck_assert_ok(blz_ob2_rename(json, "c", "d"));
    ck_assert_ok(blz_ob2_rename(json, "a", "d"));
    ck_assert_ok(blz_ob2_rename(json, "nothing", "e"));
    expect_json(json, "{'a': {'b': 1}, 'd': 2}");
    json_decref(shared);
    json_decref(json);
}
END_TEST

UNIT_MAIN("ob2/upgrade", which_version, members_of_ones_own)
