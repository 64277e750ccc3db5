#include "unit/unit.h"

#include <string.h>

#include "codec/json_ptr.h"

/* The document and the pointers of RFC 6901 section 5. */
static json_t *document(void)
{
    json_t *root =
        json_loads("{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,"
                   "\"k\\\"l\":6,\" \":7,\"m~n\":8}",
                   0, NULL);
    ck_assert_ptr_nonnull(root);
    return root;
}

START_TEST(the_examples_of_the_rfc)
{
    static const char *const numbers[] = {"/",     "/a~1b", "/c%d", "/e^f", "/g|h",
                                          "/i\\j", "/k\"l", "/ ",   "/m~0n"};
    json_auto_t *root = document();
    ck_assert_ptr_eq(blz_json_ptr_get(root, ""), root);
    ck_assert_ptr_eq(blz_json_ptr_get(root, "/foo"), json_object_get(root, "foo"));
    ck_assert_str_eq(json_string_value(blz_json_ptr_get(root, "/foo/0")), "bar");
    for (size_t i = 0; i < BLZ_COUNT_OF(numbers); i++)
        ck_assert_int_eq(json_integer_value(blz_json_ptr_get(root, numbers[i])), (int)i);
}
END_TEST

START_TEST(what_is_not_there)
{
    static const char *const cases[] = {
        "/bar",     "foo",  "/foo/2", "/foo/00", "/foo/-",           "/foo/", "/foo/1x",
        "/foo/0/x", "/m~n", "/m~2",   "/~",      "/foo/99999999999", "/foo/"};
    json_auto_t *root = document();
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        ck_assert_msg(!blz_json_ptr_get(root, cases[i]), "%s", cases[i]);
    ck_assert_ptr_null(blz_json_ptr_get(NULL, ""));
}
END_TEST

START_TEST(paths_grow_and_shrink)
{
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(1000);
    ck_assert_ok(blz_json_ptr_push(&path, "levels"));
    size_t mark = path.length;
    ck_assert_ok(blz_json_ptr_index(&path, 2));
    ck_assert_ok(blz_json_ptr_push(&path, "a/b~c"));
    ck_assert_str_eq(path.data, "/levels/2/a~1b~0c");
    blz_json_ptr_cut(&path, mark);
    ck_assert_str_eq(path.data, "/levels");
    blz_json_ptr_cut(&path, 0);
    blz_json_ptr_cut(&path, 0);
    ck_assert_ok(blz_json_ptr_push_n(&path, "name", 2));
    ck_assert_str_eq(path.data, "/na");
}
END_TEST

START_TEST(tokens_come_off_one_by_one)
{
    BLZ_SCOPED(blz_buf) token = BLZ_BUF(100);
    const char *at = "/a~1b//x";
    ck_assert(blz_json_ptr_next(&token, &at));
    ck_assert_str_eq(token.data, "a/b");
    ck_assert(blz_json_ptr_next(&token, &at));
    ck_assert_str_eq(token.data, "");
    ck_assert(blz_json_ptr_next(&token, &at));
    ck_assert_str_eq(token.data, "x");
    ck_assert(!blz_json_ptr_next(&token, &at));
    ck_assert_str_eq(at, "");
}
END_TEST

static bool always(void *user)
{
    (void)user;
    return true;
}

START_TEST(no_memory)
{
    json_auto_t *root = document();
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(100);
    blz_mem_set_failing(always, NULL);
    json_t *value = blz_json_ptr_get(root, "/foo/0"), *empty = blz_json_ptr_get(root, "/");
    blz_status status = blz_json_ptr_push(&path, "x");
    blz_mem_set_failing(NULL, NULL);
    ck_assert_ptr_null(value);
    ck_assert_ptr_null(empty);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
}
END_TEST

UNIT_MAIN("codec/json_ptr", the_examples_of_the_rfc, what_is_not_there, paths_grow_and_shrink,
          tokens_come_off_one_by_one, no_memory)
