#include "unit/codec/places.h"

#include "codec/json_write.h"
#include "codec/yaml_locate.h"

static void finds(const char *text, const char *pointer, bool key, const char *expected)
{
    BLZ_AUTO(blz_source) source = text_source(text);
    blz_place place = {.pointer = pointer, .at_key = key};
    ck_assert_ok(blz_yaml_locate(source, &place, 1));
    ck_assert_place(&place, expected);
}

static const char block[] = "blazon: rubric/1\n"
                            "levels:\n"
                            "  - id: basic\n"
                            "    name: \"caf\xC3\xA9\" # a remark\n"
                            "  - 'it''s'\n"
                            "text: |\n"
                            "  one\n"
                            "  two\n"
                            "empty:\n"
                            "flow: {a: [1, \xF0\x9F\x8E\x93 x], \"b/c\": }\n";

START_TEST(values)
{
    finds(block, "", false, "1:1-1:2");
    finds(block, "/blazon", false, "1:9-1:17");
    finds(block, "/levels", false, "3:3-3:4");
    finds(block, "/levels/0", false, "3:5-3:6");
    finds(block, "/levels/0/name", false, "4:11-4:17");
    finds(block, "/levels/1", false, "5:5-5:12");
    finds(block, "/text", false, "6:7-6:8");
    finds(block, "/flow", false, "10:7-10:8");
    finds(block, "/flow/a", false, "10:11-10:12");
    finds(block, "/flow/a/1", false, "10:15-10:18");
}
END_TEST

START_TEST(names)
{
    finds(block, "/levels", true, "2:1-2:7");
    finds(block, "/levels/0/id", true, "3:5-3:7");
    finds(block, "/levels/1", true, "5:5-5:12"); /* an item has no name */
    finds(block, "/flow/b~1c", true, "10:21-10:26");
    finds(block, "", true, "1:1-1:2");
}
END_TEST

START_TEST(what_is_missing_has_the_place_of_its_parent)
{
    finds(block, "/issuer", false, "1:1-1:2");
    finds(block, "/levels/2", false, "2:1-2:7");
    finds(block, "/levels/0/points", false, "3:5-3:6");
    finds(block, "/flow/a/2/x", false, "10:8-10:9");
    finds(block, "/blazon/x", false, "1:1-1:7");
}
END_TEST

START_TEST(other_texts)
{
    finds("\xEF\xBB\xBF"
          "a: b",
          "/a", false, "1:4-1:5");
    finds("%YAML 1.2\n---\na: b\n", "/a", true, "3:1-3:2");
    finds("a:\r\n- b\r\n", "/a/0", false, "2:3-2:4");
    finds("just a text", "", false, "1:1-1:12");
    finds("a: &x b\nc: *x\n", "/c", false, "2:4-2:6");
    finds("a: >-\n  folded\n", "/a", false, "1:4-1:5");
    finds("", "", false, "none");
}
END_TEST

START_TEST(only_the_first_document)
{
    finds("a: 1\n---\nb: 2\n", "/b", true, "1:1-1:2");
    finds("a: 1\n---\na: 2\n", "/a", false, "1:4-1:5");
}
END_TEST

/* What the reader refused is answered up to there. */
START_TEST(broken_texts_are_answered_as_far_as_they_go)
{
    finds("a: 1\nb: [1, 2\nc: 3\n", "/a", false, "1:4-1:5");
    finds("a: 1\nb: \"\n", "/b", true, "2:1-2:2");
    finds("a: 1\n? [x]\n: 2\nb: 3\n", "/a", false, "1:4-1:5");
    finds("a: 1\n? [x]\n: 2\nb: 3\n", "/b", false, "1:1-1:2");
    finds("\t- a", "/0", false, "none");
}
END_TEST

START_TEST(deep_texts_end_the_search)
{
    static char deep[2 * BLZ_JSON_DEPTH_MAX + 3];
    memset(deep, '[', BLZ_JSON_DEPTH_MAX + 1);
    memset(deep + BLZ_JSON_DEPTH_MAX + 1, ']', BLZ_JSON_DEPTH_MAX + 1);
    finds(deep, "/0/0", false, "1:3-1:4");
    finds(deep, "/1", false, "1:1-1:2");
}
END_TEST

START_TEST(many_questions_in_one_pass)
{
    blz_place places[] = {
        {.pointer = "/flow/a/0"}, {.pointer = "/blazon"}, {.pointer = "/text", .at_key = true}};
    BLZ_AUTO(blz_source) source = text_source(block);
    ck_assert_ok(blz_yaml_locate(source, places, 3));
    ck_assert_place(&places[0], "10:12-10:13");
    ck_assert_place(&places[1], "1:9-1:17");
    ck_assert_place(&places[2], "6:1-6:5");
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_source) source = text_source(block);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_place place = {.pointer = "/text"};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_yaml_locate(source, &place, 1);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("codec/yaml_locate", values, names, what_is_missing_has_the_place_of_its_parent, other_texts,
          only_the_first_document, broken_texts_are_answered_as_far_as_they_go, deep_texts_end_the_search,
          many_questions_in_one_pass, a_failing_allocation_is_reported)
