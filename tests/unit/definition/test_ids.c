#include "fixture.h"

#include "definition/ids.h"

START_TEST(ids_lead_to_their_first_index)
{
    json_t *list =
        tree_of("[{\"id\": \"a\"}, {\"name\": \"no id\"}, 3, {\"id\": 4}, {\"id\": \"b\"}, {\"id\": \"a\"}]");
    json_t *ids = NULL;
    size_t index = 99;
    ck_assert_ok(blz_ids_index(&ids, list));
    ck_assert_uint_eq(json_object_size(ids), 2);
    ck_assert(blz_ids_find(&index, ids, "a"));
    ck_assert_uint_eq(index, 0);
    ck_assert(blz_ids_find(&index, ids, "b"));
    ck_assert_uint_eq(index, 4);
    ck_assert(!blz_ids_find(&index, ids, "c"));
    ck_assert_uint_eq(index, 4);
    json_decref(ids);
    json_decref(list);
}
END_TEST

START_TEST(what_is_no_list_has_no_ids)
{
    json_t *ids = NULL;
    ck_assert_ok(blz_ids_index(&ids, NULL));
    ck_assert_uint_eq(json_object_size(ids), 0);
    json_decref(ids);
}
END_TEST

static blz_status index_again(void *user)
{
    json_auto_t *ids = NULL;
    return blz_ids_index(&ids, user);
}

START_TEST(every_allocation_may_fail)
{
    json_t *list = tree_of("[{\"id\": \"a\"}, {\"id\": \"b\"}]");
    sweep(index_again, list);
    json_decref(list);
}
END_TEST

UNIT_MAIN("definition/ids", ids_lead_to_their_first_index, what_is_no_list_has_no_ids,
          every_allocation_may_fail)
