#include "kept.h"

/* Two badges, one of them suspended. */
static void fill(kept *k, const char *reason)
{
    size_t index = 0;
    bool changed = false;
    ck_assert_ok(blz_status_list_allocate(&index, k->list, k->ctx, "urn:x:1", k->diags));
    ck_assert_ok(blz_status_list_allocate(&index, k->list, k->ctx, "urn:x:2", k->diags));
    ck_assert_ok(blz_status_list_set(&changed, k->list, k->ctx, "urn:x:2", true, reason, k->diags));
}

START_TEST(for_people)
{
    kept k = kept_open("suspension");
    static const char *const which[] = {"urn:x:1", "urn:x:2"}, *const none[] = {"urn:x:3"};
    BLZ_AUTO(blz_text) text = NULL;
    char *nothing = NULL;
    fill(&k, "why\x1b[1m");
    ck_assert_ok(blz_status_list_text(&text, NULL, k.list, which, 2, k.diags));
    ck_assert_ptr_nonnull(strstr(text, "list      " LIST_ID "\nissuer    " LIST_ISSUER
                                       "\npurpose   suspension\nplaces    131072, of which 2 are taken and 1 "
                                       "suspended\nplace     "));
    ck_assert_ptr_nonnull(strstr(text, "  urn:x:1  not suspended\n"));
    ck_assert_ptr_nonnull(strstr(text, "  urn:x:2  suspended since 2026-05-28T20:26:40Z: why\\u{001B}[1m\n"));
    refused(&k, blz_status_list_text(&nothing, NULL, k.list, none, 1, k.diags), BLZ_ERR_ARGUMENT,
            "no place for \"urn:x:3\"");
    kept_close(&k);
}
END_TEST

START_TEST(for_programs)
{
    kept k = kept_open("suspension");
    static const char *const which[] = {"urn:x:1"}, *const none[] = {"urn:x:3"};
    BLZ_AUTO(blz_text) all = NULL;
    BLZ_AUTO(blz_text) one = NULL;
    char *nothing = NULL;
    fill(&k, NULL);
    ck_assert_ok(blz_status_list_json(&all, NULL, k.list, NULL, 0, 0, k.diags));
    json_auto_t *json = json_of(all);
    json_t *places = json_object_get(json, "places"), *place = json_array_get(places, 0);
    ck_assert_uint_eq(json_array_size(places), 1);
    ck_assert_str_eq(json_string_value(json_object_get(place, "credential")), "urn:x:2");
    ck_assert(json_is_true(json_object_get(place, "set")));
    ck_assert_int_eq(json_integer_value(json_object_get(json, "allocated")), 2);
    ck_assert_ok(blz_status_list_json(&one, NULL, k.list, which, 1, 0, k.diags));
    ck_assert_ptr_nonnull(strstr(one, "\"credential\":\"urn:x:1\",\"set\":false}"));
    refused(&k, blz_status_list_json(&nothing, NULL, k.list, none, 1, 0, k.diags), BLZ_ERR_ARGUMENT,
            "no place for \"urn:x:3\"");
    kept_close(&k);
}
END_TEST

static blz_status show(void *user)
{
    kept *k = user;
    static const char *const which[] = {"urn:x:2"};
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    BLZ_AUTO(blz_text) json = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_status_list_text(&text, NULL, k->list, which, 1, diags));
    return blz_status_list_json(&json, NULL, k->list, NULL, 0, 2, diags);
}

START_TEST(memory)
{
    kept k = kept_open("suspension");
    fill(&k, "why");
    sweep_run(show, &k);
    kept_close(&k);
}
END_TEST

UNIT_MAIN("status/list_show", for_people, for_programs, memory)
