#include "issue/achievement.h"
#include "unit/issue/sample.h"

static json_t *achievement(void)
{
    return json_pack("{s:s, s:[s], s:s, s:s, s:{s:s}}", "id", SAMPLE_ID, "type", "Achievement", "name", "N",
                     "description", "D.", "criteria", "narrative", "Do it.");
}

START_TEST(what_is_as_it_has_to_be)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *json = achievement();
    ck_assert_ok(blz_output_check(json, "achievement", diags));
    ck_assert_uint_eq(blz_diags_count(diags), 0);
}
END_TEST

START_TEST(what_is_not_is_a_fault_of_blazon)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *json = achievement();
    json_object_set_new(json, "name", json_integer(5));
    json_object_set_new(json_object_get(json, "criteria"), "narrative", json_integer(5));
    ck_assert_int_eq(blz_output_check(json, "achievement", diags), BLZ_ERR_INVALID);
    ck_assert_uint_eq(blz_diags_count(diags), 2);
    static const char start[] = "BLZ904 - the badge would not be a valid Open Badge: at \"";
    for (size_t i = 0; i < 2; i++)
        ck_assert_msg(strncmp(finding(diags, i), start, sizeof start - 1) == 0, "%s", finding(diags, i));
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "at \"/name\", "));
    ck_assert_ptr_nonnull(strstr(finding(diags, 1), "at \"/criteria/narrative\", "));
    ck_assert_ptr_nonnull(blz_diags_at(diags, 0)->hint);
}
END_TEST

START_TEST(the_whole_of_it_has_a_place_too)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *json = achievement();
    json_object_del(json, "name");
    ck_assert_int_eq(blz_output_check(json, "achievement", diags), BLZ_ERR_INVALID);
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "at \"/\", "));
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "name"));
}
END_TEST

START_TEST(the_text_is_indented_or_in_one_line)
{
    json_auto_t *json = json_pack("{s:s, s:[i]}", "b", "\xc3\xa9", "a", 1);
    BLZ_AUTO(blz_text) line = NULL;
    BLZ_AUTO(blz_text) lines = NULL;
    size_t length = 0;
    ck_assert_ok(blz_output_text(&line, &length, json, 0));
    ck_assert_str_eq(line, "{\"b\":\"\xc3\xa9\",\"a\":[1]}");
    ck_assert_uint_eq(length, strlen(line));
    ck_assert_ok(blz_output_text(&lines, NULL, json, 2));
    ck_assert_str_eq(lines, "{\n  \"b\": \"\xc3\xa9\",\n  \"a\": [\n    1\n  ]\n}\n");
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_text) text = NULL;
    return blz_output_text(&text, NULL, user, 2);
}

static blz_status call_check(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    blz_status status = blz_output_check(user, "achievement", diags);
    return status == BLZ_ERR_INVALID ? BLZ_OK : status;
}

START_TEST(every_allocation_may_fail)
{
    json_auto_t *json = achievement();
    sweep_run(call, json);
    json_object_del(json, "name");
    blz_diags *first = new_diags();
    ck_assert_int_eq(blz_output_check(json, "achievement", first), BLZ_ERR_INVALID);
    blz_diags_free(first); /* what is made once per process is there now */
    sweep_run(call_check, json);
}
END_TEST

UNIT_MAIN("issue/output", what_is_as_it_has_to_be, what_is_not_is_a_fault_of_blazon,
          the_whole_of_it_has_a_place_too, the_text_is_indented_or_in_one_line, every_allocation_may_fail)
