#include "fixture.h"

#include "definition/builder.h"

typedef struct point {
    const char *pointer, *name;
    double x;
    bool has_x;
} point;

static void build_point(blz_builder *builder, void *item, const json_t *value)
{
    point *out = item;
    out->pointer = blz_build_here(builder);
    out->name = blz_build_text(value, "name");
    out->has_x = blz_build_number(&out->x, value, "x");
}

static blz_arena arena;
static blz_builder builder;

static void begin(void)
{
    arena = (blz_arena){0};
    builder = (blz_builder){.arena = &arena, .path = BLZ_BUF(BLZ_BUF_MAX)};
    ck_assert_ok(blz_buf_puts(&builder.path, "/top"));
}

static void end(json_t *tree)
{
    json_decref(tree);
    blz_buf_clear(&builder.path);
    blz_arena_clear(&arena);
}

START_TEST(lists_keep_order_and_pointers)
{
    begin();
    json_t *tree = tree_of("{\"points\": [{\"name\": \"a\", \"x\": 2}, {\"x\": 0.5}, {\"name\": \"c\"}]}");
    size_t count = 0;
    const point *points = blz_build_list(&builder, tree, "points", sizeof *points, build_point, &count);
    ck_assert_ok(builder.status);
    ck_assert_uint_eq(count, 3);
    ck_assert_str_eq(points[0].name, "a");
    ck_assert_double_eq(points[0].x, 2);
    ck_assert_double_eq(points[1].x, 0.5);
    ck_assert_ptr_null(points[1].name);
    ck_assert(!points[2].has_x);
    ck_assert_str_eq(points[2].pointer, "/top/points/2");
    ck_assert_str_eq(builder.path.data, "/top");
    end(tree);
}
END_TEST

START_TEST(what_is_left_out_is_empty)
{
    begin();
    json_t *tree = tree_of("{\"none\": [], \"words\": {\"max\": 3}}");
    size_t count = 9;
    point one = {0};
    ck_assert_ptr_null(blz_build_list(&builder, tree, "points", sizeof one, build_point, &count));
    ck_assert_uint_eq(count, 0);
    ck_assert_ptr_null(blz_build_texts(&builder, tree, "none", &count));
    blz_build_member(&builder, tree, "one", build_point, &one);
    ck_assert_ptr_null(one.pointer);
    ck_assert_int_eq(blz_build_bounds(tree, "words").min, 0);
    ck_assert_int_eq(blz_build_bounds(tree, "words").max, 3);
    ck_assert_int_eq(blz_build_bounds(tree, "count").max, 0);
    ck_assert_ok(builder.status);
    end(tree);
}
END_TEST

START_TEST(members_and_texts)
{
    begin();
    json_t *tree = tree_of("{\"one\": {\"name\": \"a\"}, \"tags\": [\"x\", \"y\"]}");
    size_t count = 0;
    point one = {0};
    blz_build_member(&builder, tree, "one", build_point, &one);
    ck_assert_str_eq(one.pointer, "/top/one");
    const char *const *tags = blz_build_texts(&builder, tree, "tags", &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(tags[1], "y");
    end(tree);
}
END_TEST

static blz_status build_again(void *tree)
{
    size_t count = 0;
    point one = {0};
    arena = (blz_arena){0};
    builder = (blz_builder){.arena = &arena, .path = BLZ_BUF(BLZ_BUF_MAX)};
    builder.status = blz_buf_puts(&builder.path, "");
    if (builder.status == BLZ_OK) blz_build_list(&builder, tree, "points", sizeof one, build_point, &count);
    if (builder.status == BLZ_OK) blz_build_member(&builder, tree, "one", build_point, &one);
    blz_buf_clear(&builder.path);
    blz_arena_clear(&arena);
    return builder.status;
}

START_TEST(every_allocation_may_fail)
{
    json_t *tree = tree_of("{\"one\": {}, \"points\": []}");
    for (int i = 0; i < 100; i++)
        json_array_append_new(json_object_get(tree, "points"), tree_of("{\"name\": \"a\"}"));
    sweep(build_again, tree);
    json_decref(tree);
}
END_TEST

UNIT_MAIN("definition/builder", lists_keep_order_and_pointers, what_is_left_out_is_empty, members_and_texts,
          every_allocation_may_fail)
