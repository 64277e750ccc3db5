#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "base/source.h"
#include "codec/json_locate.h"

static const char text[] =
    "{\"name\": \"caf\xC3\xA9 \xF0\x9F\x8E\x93\", \"levels\": [1, {\"i\\u0064\": \"a\"},\n"
    "  [true, null]],\n"
    "  \"a/b\": {\"m~n\": 2.5}, \"\": -1}";

static void at(const char *pointer, bool key, const char *expected)
{
    BLZ_AUTO(blz_source) source = NULL;
    ck_assert_ok(blz_source_new(&source, "x", text, sizeof text - 1));
    blz_place place = {.pointer = pointer, .at_key = key};
    ck_assert_ok(blz_json_locate(source, &place, 1));
    char found[80];
    snprintf(found, sizeof found, "%zu:%zu-%zu:%zu", place.span.line, place.span.column, place.span.end_line,
             place.span.end_column);
    ck_assert_msg(strcmp(found, expected) == 0, "%s: %s", pointer, found);
}

START_TEST(values_and_names)
{
    at("", false, "1:1-1:2");
    at("", true, "1:1-1:2");
    at("/name", false, "1:10-1:18");
    at("/name", true, "1:2-1:8");
    at("/levels", false, "1:30-1:31");
    at("/levels/0", false, "1:31-1:32");
    at("/levels/0", true, "1:31-1:32");
    at("/levels/1/id", false, "1:46-1:49");
    at("/levels/1/id", true, "1:35-1:44");
    at("/levels/2/1", false, "2:10-2:14");
    at("/a~1b/m~0n", false, "3:18-3:21");
    at("/", false, "3:28-3:30");
}
END_TEST

START_TEST(what_is_missing_has_the_place_of_its_parent)
{
    at("/rubric", false, "1:1-1:2");
    at("/levels/7", false, "1:20-1:28");
    at("/levels/1/name", false, "1:34-1:35");
    at("/levels/1/id/x", false, "1:35-1:44");
    at("/nam", false, "1:1-1:2");
    at("/names", false, "1:1-1:2");
    at("/levels/00", false, "1:20-1:28");
    at("nonsense", false, "1:1-1:2");
}
END_TEST

START_TEST(many_questions_in_one_pass)
{
    static const char *const pointers[] = {
        "/a~1b/m~0n", "/name", "/levels/2/1", "/levels/1/id", "/levels/2/0", "/name", "", "/levels"};
    static const size_t columns[] = {18, 10, 10, 46, 4, 10, 1, 30};
    BLZ_AUTO(blz_source) source = NULL;
    ck_assert_ok(blz_source_new(&source, "x", text, sizeof text - 1));
    blz_place places[BLZ_COUNT_OF(pointers)] = {0};
    for (size_t i = 0; i < BLZ_COUNT_OF(pointers); i++)
        places[i].pointer = pointers[i];
    ck_assert_ok(blz_json_locate(source, places, BLZ_COUNT_OF(pointers)));
    for (size_t i = 0; i < BLZ_COUNT_OF(pointers); i++)
        ck_assert_uint_eq(places[i].span.column, columns[i]);
}
END_TEST

START_TEST(a_broken_text_is_answered_as_far_as_it_goes)
{
    static const char *const broken[] = {
        "{\"a\": 1, \"b\": ", "{\"a\": 1 ]", "{\"a\": 1, \"b\": [[", "", "]]", "{\"a\": 1}}"};
    for (size_t i = 0; i < BLZ_COUNT_OF(broken); i++) {
        BLZ_AUTO(blz_source) source = NULL;
        ck_assert_ok(blz_source_new(&source, "x", broken[i], strlen(broken[i])));
        blz_place places[] = {{.pointer = "/a"}, {.pointer = "/b/0/0/0"}};
        ck_assert_ok(blz_json_locate(source, places, 2));
        ck_assert_uint_eq(places[0].span.column, *broken[i] == '{' ? 7 : 0);
    }
}
END_TEST

static bool kth(void *user)
{
    return --*(int *)user == 0;
}

START_TEST(no_memory)
{
    BLZ_AUTO(blz_source) source = NULL;
    ck_assert_ok(blz_source_new(&source, "x", text, sizeof text - 1));
    blz_status status = BLZ_ERR_NOMEM;
    int k = 1;
    for (; status != BLZ_OK; k++) {
        blz_place place = {.pointer = "/name"};
        int left = k;
        blz_mem_set_failing(kth, &left);
        status = blz_json_locate(source, &place, 1);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || status == BLZ_ERR_NOMEM);
    }
    ck_assert_int_gt(k, 3);
}
END_TEST

UNIT_MAIN("codec/json_locate", values_and_names, what_is_missing_has_the_place_of_its_parent,
          many_questions_in_one_pass, a_broken_text_is_answered_as_far_as_it_goes, no_memory)
