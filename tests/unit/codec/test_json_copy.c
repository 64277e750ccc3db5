#include "codec/json_copy.h"
#include "unit/credential/sweep.h"

START_TEST(a_copy_shares_what_is_inside)
{
    json_auto_t *object = json_pack("{s: [i, i], s: s}", "list", 1, 2, "text", "a");
    json_auto_t *copy = NULL;
    json_auto_t *list = NULL;
    ck_assert_ok(blz_json_copy(&copy, object));
    ck_assert(copy != object && json_equal(copy, object));
    ck_assert_ptr_eq(json_object_get(copy, "list"), json_object_get(object, "list"));
    ck_assert_ok(blz_json_copy(&list, json_object_get(object, "list")));
    json_array_append_new(list, json_integer(3));
    json_object_del(copy, "text");
    ck_assert_uint_eq(json_array_size(json_object_get(object, "list")), 2);
    ck_assert_str_eq(json_string_value(json_object_get(object, "text")), "a");
}
END_TEST

START_TEST(what_has_nothing_inside_is_itself)
{
    json_auto_t *text = json_string("a");
    json_auto_t *copy = NULL;
    ck_assert_ok(blz_json_copy(&copy, text));
    ck_assert_ptr_eq(copy, text);
}
END_TEST

static blz_status call(void *user)
{
    json_auto_t *copy = NULL;
    BLZ_TRY(blz_json_copy(&copy, user));
    ck_assert(json_equal(copy, user));
    return BLZ_OK;
}

START_TEST(nothing_is_left_out_when_memory_is_short)
{
    json_auto_t *object = json_object();
    json_auto_t *list = json_array();
    for (int i = 0; i < 40; i++) {
        char name[16];
        snprintf(name, sizeof name, "m%d", i);
        json_object_set_new(object, name, json_integer(i));
        json_array_append_new(list, json_integer(i));
    }
    sweep_run(call, object);
    sweep_run(call, list);
}
END_TEST

UNIT_MAIN("codec/json_copy", a_copy_shares_what_is_inside, what_has_nothing_inside_is_itself,
          nothing_is_left_out_when_memory_is_short)
