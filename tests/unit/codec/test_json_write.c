#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "codec/json_write.h"

#include <blazon/json.h>

START_TEST(pretty_and_compact)
{
    json_auto_t *value = json_loads("{\"b\":[1,{\"x\":null}],\"a\":{},\"c\":[],\"d\":1.5}", 0, NULL);
    BLZ_AUTO(blz_text) pretty = NULL;
    BLZ_AUTO(blz_text) compact = NULL;
    size_t length = 0;
    ck_assert_ok(blz_json_text(&pretty, &length, value, 2));
    ck_assert_str_eq(
        pretty, "{\n  \"b\": [\n    1,\n    {\n      \"x\": null\n    }\n  ],\n  \"a\": {},\n  \"c\": [],\n"
                "  \"d\": 1.5\n}\n");
    ck_assert_uint_eq(length, strlen(pretty));
    ck_assert_ok(blz_json_text(&compact, NULL, value, 0));
    ck_assert_str_eq(compact, "{\"b\":[1,{\"x\":null}],\"a\":{},\"c\":[],\"d\":1.5}");
}
END_TEST

static void canonical_is(const char *text, const char *expected)
{
    json_auto_t *value = json_loads(text, JSON_DECODE_ANY, NULL);
    BLZ_AUTO(blz_text) out = NULL;
    ck_assert_ok(blz_jcs_text(&out, NULL, value));
    ck_assert_str_eq(out, expected);
}

START_TEST(canonical_form)
{
    canonical_is("{\"b\":1,\"a\":[true,false,null],\"\":{}}", "{\"\":{},\"a\":[true,false,null],\"b\":1}");
    canonical_is("[1.0,-0.0,1e21,1e20,0.000001,1E-7]", "[1,0,1e+21,100000000000000000000,0.000001,1e-7]");
    canonical_is("[9007199254740992,9007199254740993,-9007199254740993,9223372036854775807]",
                 "[9007199254740992,9007199254740992,-9007199254740992,9223372036854776000]");
    canonical_is("\"\\u001f\\u007f\\\"\\\\/\\b\\t\\n\\f\\r\\u20ac\"",
                 "\"\\u001f\x7F\\\"\\\\/\\b\\t\\n\\f\\r\xE2\x82\xAC\"");
}
END_TEST

START_TEST(names_are_sorted_by_their_utf16_units)
{
    /* U+1F393 is D83C DF93 in UTF-16: above U+D7FF, below U+E000 */
    canonical_is("{\"\\ue000\":1,\"\\ud83c\\udf93\":2,\"\\ud7ff\":3,\"\\uffff\":4,\"a\":5,\"aa\":6,\"A\":7}",
                 "{\"A\":7,\"a\":5,\"aa\":6,\"\xED\x9F\xBF\":3,\"\xF0\x9F\x8E\x93\":2,\"\xEE\x80\x80\":1,"
                 "\"\xEF\xBF\xBF\":4}");
    canonical_is("{\"x\\ud83c\\udf93\":1,\"x\\ud83c\\udf94\":2,\"x\\ufb33\":3}",
                 "{\"x\xF0\x9F\x8E\x93\":1,\"x\xF0\x9F\x8E\x94\":2,\"x\xEF\xAC\xB3\":3}");
}
END_TEST

START_TEST(what_has_no_json_form)
{
    json_auto_t *list = json_array();
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
    ck_assert_int_eq(blz_json_write(&buf, NULL, 0), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(json_array_append_new(list, json_stringn_nocheck("\xFF", 1)), 0);
    ck_assert_int_eq(blz_jcs_write(&buf, list), BLZ_ERR_INVALID);
    json_auto_t *deep = json_array();
    for (int i = 1; i < BLZ_JSON_DEPTH_MAX; i++) {
        json_t *outer = json_array();
        ck_assert_int_eq(json_array_append_new(outer, deep), 0);
        deep = outer;
    }
    char *text = NULL;
    ck_assert_ok(blz_json_text(&text, NULL, deep, 0));
    ck_assert_uint_eq(strlen(text), 2 * BLZ_JSON_DEPTH_MAX);
    blz_free(text);
    text = NULL;
    json_auto_t *deeper = json_array();
    ck_assert_int_eq(json_array_append(deeper, deep), 0);
    ck_assert_int_eq(blz_json_text(&text, NULL, deeper, 0), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(text);
}
END_TEST

static bool kth(void *user)
{
    return --*(int *)user == 0;
}

/* Each allocation fails in turn: the answer is the whole text or none. */
START_TEST(no_memory_never_means_other_bytes)
{
    json_auto_t *value = json_object();
    for (int i = 0; i < 40; i++) {
        char name[24];
        snprintf(name, sizeof name, "a name, number %d", 40 - i);
        ck_assert_int_eq(json_object_set_new(value, name, json_real(i / 7.0)), 0);
    }
    for (int canonical = 0; canonical < 2; canonical++) {
        BLZ_AUTO(blz_text) good = NULL;
        ck_assert_ok(canonical ? blz_jcs_text(&good, NULL, value) : blz_json_text(&good, NULL, value, 2));
        blz_status status = BLZ_ERR_NOMEM;
        int k = 1;
        for (; status != BLZ_OK && k < 100; k++) {
            char *text = NULL;
            int left = k;
            blz_mem_set_failing(kth, &left);
            status = canonical ? blz_jcs_text(&text, NULL, value) : blz_json_text(&text, NULL, value, 2);
            blz_mem_set_failing(NULL, NULL);
            if (status == BLZ_OK)
                ck_assert_str_eq(text, good);
            else
                ck_assert(status == BLZ_ERR_NOMEM && !text);
            blz_free(text);
        }
        ck_assert_int_gt(k, 5);
        ck_assert_int_lt(k, 100);
    }
}
END_TEST

UNIT_MAIN("codec/json_write", pretty_and_compact, canonical_form, names_are_sorted_by_their_utf16_units,
          what_has_no_json_form, no_memory_never_means_other_bytes)
