#include "unit/schema/schema.h"

#include <blazon/schema.h>
#include <pthread.h>

#include "schema/embedded.h"

/* First, while nothing is compiled yet: what failed is not kept. */
START_TEST(memory_may_run_out)
{
    for (struct failing f = {0}; f.at < 2000; f.at = f.at < 20 ? f.at + 1 : f.at * 2, f.seen = 0) {
        const blz_schema *schema = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_schema_embedded(&schema, "stack");
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (status == BLZ_OK) break;
    }
    const blz_schema *schema = NULL;
    ck_assert_ok(blz_schema_embedded(&schema, "stack"));
    ck_assert_ptr_nonnull(schema);
}
END_TEST

START_TEST(the_kinds_are_sorted_and_each_has_its_text)
{
    size_t count = 0, again = 0;
    const char *const *kinds = blz_schema_kinds(&count);
    ck_assert_ptr_eq(blz_schema_kinds(&again), kinds);
    ck_assert_uint_eq(again, count);
    ck_assert_uint_ge(count, 9);
    for (size_t i = 0; i < count; i++) {
        const char *text = NULL;
        size_t length = 0;
        if (i) ck_assert_str_gt(kinds[i], kinds[i - 1]);
        ck_assert_ok(blz_schema_text(&text, &length, kinds[i]));
        ck_assert_uint_eq(strlen(text), length);
        json_t *json = json_loads(text, 0, NULL);
        ck_assert_msg(json_is_object(json), "%s", kinds[i]);
        json_decref(json);
    }
}
END_TEST

START_TEST(a_kind_in_a_folder_has_a_short_name)
{
    const char *full = NULL, *brief = NULL;
    size_t length = 0;
    ck_assert_ok(blz_schema_text(&full, &length, "open-badges/profile"));
    ck_assert_ok(blz_schema_text(&brief, &length, "profile"));
    ck_assert_ptr_eq(full, brief);
}
END_TEST

START_TEST(other_kinds_are_not_found)
{
    static const char *const none[] = {"",
                                       "rubrics",
                                       "rubri",
                                       "Rubric",
                                       "open-badges",
                                       "open-badges/",
                                       "badges/profile",
                                       "rubric.schema.json",
                                       "schemas/rubric"};
    for (size_t i = 0; i < BLZ_COUNT_OF(none); i++) {
        const char *text = NULL;
        size_t length = 0;
        const blz_schema *schema = NULL;
        ck_assert_msg(blz_schema_text(&text, &length, none[i]) == BLZ_ERR_NOT_FOUND, "%s", none[i]);
        ck_assert_msg(blz_schema_embedded(&schema, none[i]) == BLZ_ERR_NOT_FOUND, "%s", none[i]);
        ck_assert_ptr_null(schema);
    }
}
END_TEST

START_TEST(each_kind_is_compiled_once)
{
    size_t count = 0;
    const char *const *kinds = blz_schema_kinds(&count);
    for (size_t i = 0; i < count; i++) {
        const blz_schema *first = NULL, *second = NULL;
        ck_assert_ok(blz_schema_embedded(&first, kinds[i]));
        ck_assert_ok(blz_schema_embedded(&second, kinds[i]));
        ck_assert_ptr_eq(first, second);
        json_t *nothing = sc_json("1");
        bool valid = true;
        ck_assert_ok(blz_schema_validate(&valid, first, nothing, NULL, NULL));
        ck_assert_msg(!valid || strstr(kinds[i], "model"), "%s", kinds[i]);
        json_decref(nothing);
    }
}
END_TEST

static void *compile_all(void *data)
{
    size_t count = 0;
    const char *const *kinds = blz_schema_kinds(&count);
    const blz_schema **out = data;
    for (size_t i = 0; i < count && i < 16; i++)
        if (blz_schema_embedded(&out[i], kinds[i]) != BLZ_OK) out[i] = NULL;
    return NULL;
}

START_TEST(threads_share_what_is_compiled)
{
    enum { THREADS = 4 };
    static const blz_schema *found[THREADS][16];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, compile_all, found[i]), 0);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
    ck_assert_ptr_nonnull(found[0][0]);
    for (int i = 1; i < THREADS; i++)
        ck_assert_mem_eq(found[i], found[0], sizeof found[0]);
}
END_TEST

UNIT_MAIN("schema/embedded", memory_may_run_out, threads_share_what_is_compiled,
          the_kinds_are_sorted_and_each_has_its_text, a_kind_in_a_folder_has_a_short_name,
          other_kinds_are_not_found, each_kind_is_compiled_once)
