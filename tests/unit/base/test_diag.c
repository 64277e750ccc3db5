#include "unit/unit.h"

#include <string.h>

#include "base/diag.h"

/* Answers every pointer "/N" with line N. */
static blz_status locate(const blz_source *source, blz_place *places, size_t count)
{
    (void)source;
    for (size_t i = 0; i < count; i++)
        places[i].span.line = (size_t)strtol(places[i].pointer + 1, NULL, 10);
    return BLZ_OK;
}

START_TEST(located_and_sorted)
{
    blz_source *source = NULL;
    ck_assert_ok(blz_source_new(&source, "a.yaml", "x\ny\n", 4));
    blz_source_set_locator(source, locate);
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(
        blz_diags_add(diags, "BLZ101", &(blz_diag){.source = source, .pointer = "/9", .message = "second"}));
    ck_assert_ok(
        blz_diags_add(diags, "BLZ101", &(blz_diag){.source = source, .pointer = "/2", .message = "first"}));
    blz_source_unref(source);
    ck_assert_ok(blz_diags_locate(diags));
    blz_diags_sort(diags);
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, "first");
    ck_assert_uint_eq(blz_diags_at(diags, 1)->span.line, 9);
    ck_assert_uint_eq(blz_diags_count_of(diags, BLZ_ERROR), 2);
    ck_assert_ptr_null(blz_diags_at(diags, 2));
    blz_diags_free(diags);
}
END_TEST

START_TEST(unknown_rules_and_missing_texts_are_refused)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_int_eq(blz_diags_add(diags, "BLZ000", &(blz_diag){.message = "x"}), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_diags_add(diags, "BLZ101", &(blz_diag){.message = NULL}), BLZ_ERR_NOMEM);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    blz_diags_free(diags);
}
END_TEST

START_TEST(beyond_the_cap_they_are_counted)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    blz_diags_set_max(diags, 2);
    for (int i = 0; i < 5; i++)
        ck_assert_ok(blz_diags_add(diags, "BLZ101", &(blz_diag){.message = "x"}));
    ck_assert_uint_eq(blz_diags_count(diags), 2);
    ck_assert_uint_eq(blz_diags_dropped(diags), 3);
    blz_diags_free(diags);
}
END_TEST

/* Adds `count` findings about lines that go up and down, each line twice. */
static blz_diags *unordered(size_t count)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    for (size_t i = 0; i < count; i++)
        ck_assert_ok(blz_diags_add(
            diags, "BLZ101",
            &(blz_diag){.span = {.line = 1 + i * 7 % (count / 2)}, .message = i % 2 ? "odd" : "even"}));
    return diags;
}

static void assert_ordered(const blz_diags *diags)
{
    for (size_t i = 1; i < blz_diags_count(diags); i++)
        ck_assert_uint_ge(blz_diags_at(diags, i)->span.line, blz_diags_at(diags, i - 1)->span.line);
}

static bool always(void *user)
{
    (void)user;
    return true;
}

START_TEST(a_text_without_memory_fails_the_diagnostic)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    blz_mem_set_failing(always, NULL);
    const char *hint = blz_diags_text(diags, "did you mean %s?", "basic");
    blz_mem_set_failing(NULL, NULL);
    const blz_diag diag = {.message = "x", .hint = hint};
    ck_assert_ptr_null(hint);
    ck_assert_int_eq(blz_diags_add(diags, "BLZ101", &diag), BLZ_ERR_NOMEM);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    ck_assert_ok(blz_diags_add(diags, "BLZ101", &diag));
    blz_diags_free(diags);
}
END_TEST

START_TEST(sorting_works_without_memory_too)
{
    blz_diags *diags = unordered(90);
    blz_mem_set_failing(always, NULL);
    blz_diags_sort(diags);
    blz_mem_set_failing(NULL, NULL);
    assert_ordered(diags);
    blz_diags_free(diags);
    diags = unordered(91);
    blz_diags_sort(diags);
    assert_ordered(diags);
    blz_diags_free(diags);
}
END_TEST

START_TEST(repeated_ones_are_dropped)
{
    blz_diags *diags = unordered(40);
    blz_diags_sort(diags);
    blz_diags_drop_repeated(diags);
    ck_assert_uint_eq(blz_diags_count(diags), 20);
    for (int i = 0; i < 3; i++)
        ck_assert_ok(blz_diags_add(diags, "BLZ101", &(blz_diag){.span = {.line = 1}, .message = "even"}));
    blz_diags_sort(diags);
    blz_diags_drop_repeated(diags);
    ck_assert_uint_eq(blz_diags_count(diags), 20);
    blz_diags_free(diags);
}
END_TEST

START_TEST(lines_and_columns_count_code_points)
{
    blz_source *source = NULL;
    const char text[] = "a\r\n\xC3\xA9 \xF0\x9F\x8E\x93 x";
    ck_assert_ok(blz_source_new(&source, "t", text, sizeof text - 1));
    size_t length = 0;
    const char *line = blz_source_line(source, 1, &length);
    ck_assert_uint_eq(length, 1);
    ck_assert_mem_eq(line, "a", 1);
    ck_assert_ptr_null(blz_source_line(source, 3, &length));
    blz_span span = blz_source_span_at(source, strlen(text) - 1);
    ck_assert_uint_eq(span.line, 2);
    ck_assert_uint_eq(span.column, 5);
    blz_source_unref(source);
}
END_TEST

UNIT_MAIN("base/diag", located_and_sorted, unknown_rules_and_missing_texts_are_refused,
          beyond_the_cap_they_are_counted, a_text_without_memory_fails_the_diagnostic,
          sorting_works_without_memory_too, repeated_ones_are_dropped, lines_and_columns_count_code_points)
