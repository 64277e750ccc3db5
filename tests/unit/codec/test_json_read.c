#include "unit/unit.h"

#include <string.h>

#include "base/ctx.h"
#include "codec/json_read.h"
#include "codec/json_write.h"

/* Reads `length` bytes and answers with the diagnostics. */
static blz_status read_bytes(json_t **out, blz_diags **diags, const char *text, size_t length)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_source_new(&source, "badge.json", text, length));
    ck_assert_ok(blz_diags_new(diags));
    return blz_json_read(out, ctx, source, *diags);
}

static void reads_as(const char *text, const char *expected)
{
    json_auto_t *value = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) written = NULL;
    ck_assert_msg(read_bytes(&value, &diags, text, strlen(text)) == BLZ_OK, "%s", text);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    ck_assert_ok(blz_json_text(&written, NULL, value, 0));
    ck_assert_str_eq(written, expected);
}

START_TEST(values)
{
    reads_as(" null ", "null");
    reads_as("[true,false,null]", "[true,false,null]");
    reads_as("{\"b\":1,\"a\":{\"\":[]},\"c\":{}}", "{\"b\":1,\"a\":{\"\":[]},\"c\":{}}");
    reads_as("[0,-0,1.0,-0.0,1e2,1E-2,-12.5e+1,100]", "[0,0,1.0,-0.0,100.0,0.01,-125.0,100]");
    reads_as("[9223372036854775807,-9223372036854775808]", "[9223372036854775807,-9223372036854775808]");
    reads_as("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83C\\uDF93\\u001F\"",
             "\"\\\"\\\\/\\b\\f\\n\\r\\t\xC3\xA9\xF0\x9F\x8E\x93\\u001f\"");
    reads_as("\t\r\n{ \"a\" : [ 1 , 2 ] }\n", "{\"a\":[1,2]}");
    reads_as("1e-400", "0.0");
}
END_TEST

START_TEST(wide_numbers)
{
    static const char text[] =
        "[9223372036854775807,9223372036854775808,-9223372036854775809,100000000000000000000]";
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    json_auto_t *value = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_source_new(&source, "badge.json", text, strlen(text)));
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_json_read_wide(&value, ctx, source, diags));
    ck_assert_int_eq(json_integer_value(json_array_get(value, 0)), INT64_MAX);
    ck_assert(json_real_value(json_array_get(value, 1)) == 0x1p63);
    ck_assert(json_real_value(json_array_get(value, 2)) == -0x1p63);
    ck_assert(json_real_value(json_array_get(value, 3)) == 1e20);
    json_auto_t *parsed = NULL;
    ck_assert_ok(blz_json_parse(&parsed, text, strlen(text), BLZ_JSON_DEPTH_MAX, NULL, NULL));
    ck_assert(json_equal(parsed, value));
}
END_TEST

START_TEST(texts_with_nul)
{
    static const char text[] = "{\"a\": \"x\\u0000y\", \"b\": 1}", name[] = "{\"x\\u0000y\": 1}";
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_AUTO(blz_source) other = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    json_auto_t *value = NULL;
    blz_place place = {.pointer = "/b"};
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_source_new(&source, "badge.json", text, strlen(text)));
    ck_assert_ok(blz_source_new(&other, "badge.json", name, strlen(name)));
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_json_read_nul(&value, ctx, source, diags));
    ck_assert_uint_eq(json_string_length(json_object_get(value, "a")), 3);
    ck_assert_mem_eq(json_string_value(json_object_get(value, "a")), "x\0y", 4);
    ck_assert_ok(blz_source_locate(source, &place, 1));
    ck_assert_uint_eq(place.span.column, 24);
    json_decref(value);
    value = NULL;
    ck_assert_int_eq(blz_json_read_nul(&value, ctx, other, diags), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, "a name cannot have the NUL character");
    ck_assert_int_eq(blz_json_read_wide(&value, ctx, source, diags), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_json_parse(&value, text, strlen(text), 8, NULL, NULL), BLZ_ERR_SYNTAX);
}
END_TEST

/* Beyond the largest double there is nothing near. */
START_TEST(wide_is_not_endless)
{
    char text[400];
    memset(text, '9', sizeof text);
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    json_t *value = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_source_new(&source, "badge.json", text, sizeof text));
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_int_eq(blz_json_read_wide(&value, ctx, source, diags), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(value);
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, "this number is too large");
}
END_TEST

typedef struct refusal {
    const char *text;
    size_t line, column, end_column;
    const char *message;
} refusal;

static void refused(const refusal *r, size_t length, const char *code)
{
    json_t *value = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    ck_assert_msg(read_bytes(&value, &diags, r->text, length) == BLZ_ERR_SYNTAX, "%s", r->text);
    ck_assert_ptr_null(value);
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    const blz_diag *diag = blz_diags_at(diags, 0);
    ck_assert_str_eq(diag->message, r->message);
    ck_assert_str_eq(diag->rule->code, code);
    ck_assert_msg(diag->span.line == r->line && diag->span.column == r->column &&
                      diag->span.end_column == r->end_column,
                  "%s: %zu:%zu-%zu", r->text, diag->span.line, diag->span.column, diag->span.end_column);
}

START_TEST(mistakes_of_structure)
{
    static const refusal cases[] = {
        {"", 1, 1, 1, "the text is empty"},
        {" \n ", 1, 1, 1, "the text is empty"},
        {"{\"a\": 1\n \"b\": 2}", 2, 2, 3, "a comma is missing before this name"},
        {"[1 2]", 1, 4, 5, "a comma is missing before this value"},
        {"[1,\n]", 1, 3, 4, "nothing follows this comma"},
        {"{\"a\":1,}", 1, 7, 8, "nothing follows this comma"},
        {"[,1]", 1, 2, 3, "nothing stands before this comma"},
        {"{,}", 1, 2, 3, "nothing stands before this comma"},
        {"{\"a\" 1}", 1, 6, 7, "a colon is missing between the name and its value"},
        {"{\"a\":}", 1, 6, 7, "a value is missing before this bracket"},
        {"{\"a\"::1}", 1, 6, 7, "a colon does not belong here"},
        {"[\"a\":1]", 1, 5, 6, "a colon does not belong here"},
        {"[1;2]", 1, 3, 4, "a semicolon does not belong here"},
        {"{\"\xC3\xA9\": [1}", 1, 9, 10, "this bracket does not close the one that was opened last"},
        {"{\"a\":[1,{\"b\":2}", 1, 6, 7, "this bracket is never closed"},
        {"{\"a\"", 1, 1, 2, "this bracket is never closed"},
        {"[", 1, 1, 2, "this bracket is never closed"},
        {"{", 1, 1, 2, "this bracket is never closed"},
        {"]", 1, 1, 2, "this bracket closes nothing"},
        {"[1]]", 1, 4, 5, "one closing bracket too many"},
        {"{}\n{}", 2, 1, 2, "more text follows after the end of the JSON"},
        {"{\"a\":1,\"b\":2,\"a\":3}", 1, 14, 17, "this name stands in the same object twice"},
        {"{\"a\":1,\"\\u0061\":3}", 1, 8, 16, "this name stands in the same object twice"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        refused(&cases[i], strlen(cases[i].text), "BLZ007");
}
END_TEST

START_TEST(mistakes_of_habit)
{
    static const refusal cases[] = {
        {"{'a': 1}", 1, 2, 3, "single quotes do not count in JSON"},
        {"{\"a\": \xE2\x80\x9Cx\xE2\x80\x9D}", 1, 7, 8, "this is a typographic quotation mark"},
        {"{a: 1}", 1, 2, 3, "a name must stand in double quotes"},
        {"{\"a\": Proficient}", 1, 7, 17, "this is not a value"},
        {"[True]", 1, 2, 6, "true is written in small letters"},
        {"[NaN]", 1, 2, 5, "JSON has no number NaN"},
        {"{ // x\n}", 1, 3, 5, "JSON has no comments"},
        {"[1 # x\n]", 1, 4, 5, "JSON has no comments"},
        {"[+1]", 1, 2, 3, "a number does not start with a plus sign"},
        {"[.5]", 1, 2, 3, "a digit is missing before the decimal point"},
        {"<html>", 1, 1, 2, "this looks like HTML or XML, not like JSON"},
        {"[nullx]", 1, 2, 7, "this is not a value"},
        {"[\x01]", 1, 2, 3, "a control character does not belong here"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        refused(&cases[i], strlen(cases[i].text), "BLZ007");
}
END_TEST

START_TEST(mistakes_within_texts_and_numbers)
{
    static const refusal cases[] = {
        {"[\"abc]", 1, 2, 3, "the quotation mark that opens here is never closed"},
        {"[\"abc\n\"]", 1, 2, 6, "the quotation mark that opens here is not closed on its line"},
        {"[\"a\tb\"]", 1, 4, 5, "a tab cannot stand in a text"},
        {"[\"a\x01\"]", 1, 4, 5, "a control character cannot stand in a text"},
        {"[\"C:\\Users\"]", 1, 5, 6, "JSON does not know this escape"},
        {"[\"\\u12g4\"]", 1, 3, 5, "\\u must be followed by four hexadecimal digits"},
        {"[\"\\u00\"]", 1, 3, 5, "\\u must be followed by four hexadecimal digits"},
        {"[\"\\u0000\"]", 1, 3, 9, "the NUL character is not allowed in a text"},
        {"[\"\\uD800\"]", 1, 3, 9, "this escape is only one half of a character"},
        {"[\"\\uDC00\\uD800\"]", 1, 3, 9, "this escape is only one half of a character"},
        {"[\"\\uD800\\u0041\"]", 1, 3, 9, "this escape is only one half of a character"},
        {"[012]", 1, 2, 5, "a number does not start with a zero"},
        {"[-]", 1, 2, 3, "a digit is missing behind the minus sign"},
        {"[1.]", 1, 2, 4, "a digit is missing behind the decimal point"},
        {"[1e]", 1, 2, 4, "the exponent of this number has no digits"},
        {"[0x1F]", 1, 2, 6, "this is not a number"},
        {"[1.0.0]", 1, 2, 7, "this is not a number"},
        {"[9223372036854775808]", 1, 2, 21, "this whole number is too large (it does not fit into 64 bits)"},
        {"[-9223372036854775809]", 1, 2, 22, "this whole number is too large (it does not fit into 64 bits)"},
        {"[1e400]", 1, 2, 7, "this number is too large"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        refused(&cases[i], strlen(cases[i].text), "BLZ007");
}
END_TEST

START_TEST(encodings)
{
    refused(&(refusal){"[\"caf\xE9\"]", 1, 6, 7, "this byte is not valid UTF-8"}, 8, "BLZ006");
    refused(&(refusal){"\xEF\xBB\xBF{}", 1, 1, 2,
                       "the text starts with a byte order mark, which JSON does not have"},
            5, "BLZ006");
    refused(&(refusal){"\xFF\xFE{\0}\0", 1, 1, 2, "the text is UTF-16 or UTF-32, not UTF-8"}, 6, "BLZ006");
    refused(&(refusal){"{\0}\0", 1, 1, 2, "the text is UTF-16 or UTF-32, not UTF-8"}, 4, "BLZ006");
    refused(&(refusal){"123\0", 1, 1, 4, "this is not a number"}, 4, "BLZ007");
    refused(&(refusal){"[] \0", 1, 4, 5, "more text follows after the end of the JSON"}, 4, "BLZ007");
    refused(&(refusal){"[1,\0]", 1, 4, 5, "a control character does not belong here"}, 5, "BLZ007");
}
END_TEST

START_TEST(files_of_another_kind)
{
    static const refusal cases[] = {
        {"\x89PNG\r\n", 1, 1, 4, "this is a PNG image, not JSON"},
        {"\xFF\xD8\xFF\xE0", 1, 1, 4, "this is a JPEG image, not JSON"},
        {"\x1F\x8B\x08", 1, 1, 2, "this is a gzip file, not JSON"},
        {"%PDF-1.7", 1, 1, 5, "this is a PDF document, not JSON"},
        {"-----BEGIN PRIVATE KEY-----", 1, 1, 11, "this is a PEM file, a key or a certificate, not JSON"},
        {"eyJhbGciOiJFUzI1NiJ9.e30.c2ln", 1, 1, 4, "this looks like a signed token (JWT), not like JSON"},
        {"<urn:x:a> <urn:x:p> \"o\" .", 1, 1, 2, "this looks like N-Quads, not like JSON"},
        {"_:b0 <urn:x:p> \"o\" .", 1, 1, 3, "this looks like N-Quads, not like JSON"},
        {"<html> <body>", 1, 1, 2, "this looks like HTML or XML, not like JSON"},
        {"<!-- a: b --> <p>", 1, 1, 2, "this looks like HTML or XML, not like JSON"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        refused(&cases[i], strlen(cases[i].text), "BLZ007");
}
END_TEST

START_TEST(limits)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    static const struct {
        blz_limit limit;
        size_t value;
        const char *text, *message;
        size_t column;
    } cases[] = {
        {BLZ_LIMIT_DEPTH, 2, "[[[1]]]", "values are nested more deeply here than blazon reads", 3},
        {BLZ_LIMIT_NODES, 3, "[1,2,3]", "the text has more values than blazon reads", 6},
        {BLZ_LIMIT_BYTES, 6, "[1,2,3]", "the text is larger than blazon reads", 1},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_AUTO(blz_source) source = NULL;
        BLZ_AUTO(blz_diags) diags = NULL;
        json_auto_t *value = NULL;
        ck_assert_ok(blz_source_new(&source, "x", cases[i].text, 7));
        ck_assert_ok(blz_diags_new(&diags));
        blz_ctx_set_limit(ctx, cases[i].limit, cases[i].value);
        ck_assert_int_eq(blz_json_read(&value, ctx, source, diags), BLZ_ERR_SYNTAX);
        ck_assert_str_eq(blz_diags_at(diags, 0)->message, cases[i].message);
        ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ005");
        ck_assert_uint_eq(blz_diags_at(diags, 0)->span.column, cases[i].column);
        blz_ctx_set_limit(ctx, cases[i].limit, cases[i].value + 1);
        ck_assert_ok(blz_json_read(&value, ctx, source, diags));
    }
}
END_TEST

START_TEST(ten_megabytes_of_brackets_end_at_once)
{
    static char text[10 << 20];
    memset(text, '[', sizeof text);
    json_t *value = NULL;
    size_t offset = 0;
    const char *reason = NULL;
    ck_assert_int_eq(blz_json_parse(&value, text, sizeof text, 64, &offset, &reason), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(offset, 64);
    ck_assert_int_eq(blz_json_parse(&value, text, sizeof text, 1 << 20, &offset, &reason), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(offset, BLZ_JSON_DEPTH_MAX);
    ck_assert_ptr_null(value);
}
END_TEST

START_TEST(parsing_without_diagnostics)
{
    json_auto_t *value = NULL;
    size_t offset = 99;
    const char *reason = "none";
    const char text[] = {'{', '"', 'a', '"', ':', '1', '2', '}'};
    ck_assert_ok(blz_json_parse(&value, text, sizeof text, 8, &offset, &reason));
    ck_assert_int_eq(json_integer_value(json_object_get(value, "a")), 12);
    ck_assert_ptr_null(reason);
    json_t *none = NULL;
    ck_assert_int_eq(blz_json_parse(&none, "{\"alg\":\"ES256\",\"alg\":\"none\"}", 28, 8, &offset, &reason),
                     BLZ_ERR_SYNTAX);
    ck_assert_uint_eq(offset, 15);
    ck_assert_str_eq(reason, "this name stands in the same object twice");
    ck_assert_int_eq(blz_json_parse(&none, "x", 1, 8, NULL, NULL), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(none);
}
END_TEST

UNIT_MAIN("codec/json_read", values, wide_numbers, texts_with_nul, wide_is_not_endless, mistakes_of_structure,
          mistakes_of_habit, mistakes_within_texts_and_numbers, encodings, files_of_another_kind, limits,
          ten_megabytes_of_brackets_end_at_once, parsing_without_diagnostics)
