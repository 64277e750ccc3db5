#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "base/ctx.h"
#include "codec/json_write.h"
#include "codec/yaml_read.h"

/* Reads a text under limits of 8 levels and 40 values, and answers with the diagnostics. */
static blz_status read_text(json_t **out, blz_diags **diags, const char *text, size_t length)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_TRY(blz_ctx_new(&ctx));
    blz_ctx_set_limit(ctx, BLZ_LIMIT_DEPTH, 8);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_NODES, 40);
    BLZ_TRY(blz_source_new(&source, "badge.yaml", text, length));
    BLZ_TRY(blz_diags_new(diags));
    return blz_yaml_read(out, ctx, source, *diags);
}

static void reads_as(const char *text, const char *expected)
{
    json_auto_t *value = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) written = NULL;
    ck_assert_msg(read_text(&value, &diags, text, strlen(text)) == BLZ_OK, "%s", text);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    ck_assert_ok(blz_json_text(&written, NULL, value, 0));
    ck_assert_str_eq(written, expected);
}

/* The place, code and message of the first finding. */
static void refuses(const char *text, const char *expected)
{
    char said[200];
    json_auto_t *value = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    ck_assert_msg(read_text(&value, &diags, text, strlen(text)) != BLZ_OK, "%s", text);
    ck_assert_ptr_null(value);
    ck_assert_ok(blz_diags_locate(diags));
    const blz_diag *diag = blz_diags_at(diags, 0);
    ck_assert_ptr_nonnull(diag);
    snprintf(said, sizeof said, "%zu:%zu %s %s", (size_t)diag->span.line, (size_t)diag->span.column,
             diag->rule->code, diag->message);
    ck_assert_str_eq(said, expected);
}

START_TEST(scalars_by_the_core_schema)
{
    reads_as("[null, Null, NULL, ~, ]", "[null,null,null,null]");
    reads_as("[true, True, TRUE, false, False, FALSE]", "[true,true,true,false,false,false]");
    reads_as("[yes, no, on, off, y, n]", "[\"yes\",\"no\",\"on\",\"off\",\"y\",\"n\"]");
    reads_as("[0, -1, +12, 1.5, 1e2, 0x1F, 0o17]", "[0,-1,12,1.5,100.0,31,15]");
    reads_as("[1.0.0, 2026-05-01, 1_000, 12:30]", "[\"1.0.0\",\"2026-05-01\",\"1_000\",\"12:30\"]");
    reads_as("['1', \"true\", 'null']", "[\"1\",\"true\",\"null\"]");
}
END_TEST

START_TEST(texts_over_several_lines)
{
    reads_as("a: |\n  one\n  two\nb: >-\n  one\n  two\n", "{\"a\":\"one\\ntwo\\n\",\"b\":\"one two\"}");
    reads_as("\xEF\xBB\xBF"
             "a: b\r\nc:\r\n  - d\r\n",
             "{\"a\":\"b\",\"c\":[\"d\"]}");
}
END_TEST

START_TEST(features_that_are_refused)
{
    refuses("a: &x [b]",
            "1:4 BLZ004 a text that starts with & is taken for an anchor, which blazon does not read");
    refuses("a: *x",
            "1:4 BLZ004 a text that starts with * is taken for an alias, which blazon does not read");
    refuses("a: !!str 1",
            "1:4 BLZ004 a text that starts with ! is taken for a tag, which blazon does not read");
    refuses("<<: {a: 1}", "1:1 BLZ004 merge keys (<<) are not read by blazon");
    refuses("a: 1\n---\na: 2\n", "2:1 BLZ004 a second document starts here");
    refuses("? [a]\n: b\n", "1:3 BLZ004 a list or mapping stands where a name is expected");
    refuses("1: a", "1:1 BLZ004 the name 1 is not a text to YAML");
    refuses("a: .nan", "1:4 BLZ002 infinite numbers and \"not a number\" have no place here");
}
END_TEST

START_TEST(names_stand_once)
{
    refuses("a: 1\nb: {c: 1, c: 2}\n",
            "2:11 BLZ003 \"c\" stands here for the second time, the first is on line 2");
    refuses("a: 1\n\"a\": 2\n", "2:1 BLZ003 \"a\" stands here for the second time, the first is on line 1");
}
END_TEST

START_TEST(limits)
{
    reads_as("[[[[[[[1]]]]]]]", "[[[[[[[1]]]]]]]");
    refuses("[[[[[[[[[1]]]]]]]]]", "1:9 BLZ005 values are nested more deeply here than blazon reads");
    refuses("[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]",
            "1:80 BLZ005 the file has more values than blazon reads");
}
END_TEST

START_TEST(bytes_that_are_no_text)
{
    refuses("a: \xE9\n", "1:4 BLZ006 this character is not saved as UTF-8");
    refuses("a: \x1B\n", "1:4 BLZ006 an invisible control character (U+001B) stands here");
    refuses("\xFF\xFE"
            "a",
            "1:1 BLZ006 the file is saved as UTF-16 or UTF-32, not as UTF-8");
    refuses("", "1:1 BLZ002 the file is empty");
}
END_TEST

START_TEST(no_memory_is_reported)
{
    static const char text[] = "a: [1, text, {b: 1.5}]\nc: |\n  more\n";
    for (EACH_ALLOCATION_FAILS(f)) {
        json_auto_t *value = NULL;
        BLZ_AUTO(blz_diags) diags = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = read_text(&value, &diags, text, sizeof text - 1);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("codec/yaml_read", scalars_by_the_core_schema, texts_over_several_lines, features_that_are_refused,
          names_stand_once, limits, bytes_that_are_no_text, no_memory_is_reported)
