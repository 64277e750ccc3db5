#include <stdio.h>
#include <string.h>

#include "badge/input.h"
#include "unit/failing.h"
#include "unit/unit.h"

static blz_ctx *ctx;

static void expect_bytes(const char *bytes, size_t length, blz_form form, const char *what)
{
    blz_input input;
    char *exact = blz_malloc(length + 1); /* so that nothing behind the end is read unnoticed */
    char *copy = exact + 1;
    memcpy(copy, bytes, length);
    ck_assert_ok(blz_input_read(&input, ctx, copy, length));
    ck_assert_msg(input.form == form, "form %d of \"%.20s\"", input.form, bytes);
    ck_assert_pstr_eq(input.what, what);
    ck_assert_int_eq(input.problem != NULL, form == BLZ_FORM_NONE);
    ck_assert_int_eq(input.token != NULL, form == BLZ_FORM_JWT);
    blz_input_clear(&input);
    ck_assert_ptr_null(input.json);
    blz_free(exact);
}

static void expect_form(const char *text, blz_form form, const char *what)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    expect_bytes(text, strlen(text), form, what);
    blz_ctx_free(ctx);
}

START_TEST(files_that_people_try)
{
    expect_form("\x89PNG\r\n", BLZ_FORM_NONE, "a PNG image");
    expect_form("%PDF-1.7", BLZ_FORM_NONE, "a PDF document");
    expect_form("\xff\xd8\xff\xe0", BLZ_FORM_NONE, "a JPEG image");
    expect_form("GIF89a", BLZ_FORM_NONE, "a GIF image");
    expect_form("PK\x03\x04", BLZ_FORM_NONE, "a ZIP archive");
    expect_form("\x1f\x8b\x08", BLZ_FORM_NONE, "a gzip file");
    expect_form("-----BEGIN PUBLIC KEY-----", BLZ_FORM_NONE, "a PEM file");
    expect_form("\xef\xbb\xbf{}", BLZ_FORM_NONE, "text with a byte order mark");
    expect_form("<html>", BLZ_FORM_NONE, "a web page");
    expect_form("  <?xml version='1.0'?><svg/>", BLZ_FORM_NONE, "an SVG image");
    expect_form("<sv", BLZ_FORM_NONE, "a web page");
}
END_TEST

/* One byte less than what it begins with is nothing known. */
START_TEST(files_that_are_cut_off)
{
    expect_form("\x89PN", BLZ_FORM_NONE, "text");
    expect_form("GIF", BLZ_FORM_NONE, "text");
    expect_form("PK\x03", BLZ_FORM_NONE, "text");
    expect_form("\xef\xbb", BLZ_FORM_NONE, "text");
    expect_form("", BLZ_FORM_NONE, "nothing");
    expect_form(" \t\r\n", BLZ_FORM_NONE, "nothing");
    ck_assert_ok(blz_ctx_new(&ctx));
    expect_bytes("\0", 1, BLZ_FORM_NONE, "text");
    expect_bytes("\0{}", 3, BLZ_FORM_NONE, "text");
    blz_ctx_free(ctx);
}
END_TEST

/* An image whose first word for SVG stands far behind. */
/* The root of an SVG may stand behind a long licence; a picture within a page makes no picture of the page.
 */
START_TEST(images_are_known_by_their_root)
{
    static char text[100000];
    ck_assert_ok(blz_ctx_new(&ctx));
    memset(text, ' ', sizeof text);
    memcpy(text, "<!--", 4);
    memcpy(text + sizeof text - 20, "--><svg />", 10);
    expect_bytes(text, sizeof text, BLZ_FORM_NONE, "an SVG image");
    memcpy(text, "<p> ", 4);
    expect_bytes(text, sizeof text, BLZ_FORM_NONE, "a web page");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(tokens)
{
    expect_form("a.b.c", BLZ_FORM_JWT, NULL);
    expect_form(" \r\na.b.c\n\t", BLZ_FORM_JWT, NULL);
    expect_form("\"a.b.c\"", BLZ_FORM_JWT, NULL);
    expect_form(".", BLZ_FORM_JWT, NULL);
    expect_form("abc", BLZ_FORM_NONE, "text");
    expect_form("\"abc\"", BLZ_FORM_NONE, "text");
    expect_form("\"\"", BLZ_FORM_NONE, "text");
    expect_form("a b.c", BLZ_FORM_NONE, "text");
    expect_form("\xc3\xa9.b.c", BLZ_FORM_NONE, "text");
    expect_form("a.b\x7f", BLZ_FORM_NONE, "text");
}
END_TEST

static void expect_token(const char *text, const char *token)
{
    blz_input input;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_input_read(&input, ctx, text, strlen(text)));
    ck_assert_int_eq(input.form, BLZ_FORM_JWT);
    ck_assert_uint_eq(input.token_length, strlen(token));
    ck_assert_mem_eq(input.token, token, strlen(token));
    blz_input_clear(&input);
    blz_ctx_free(ctx);
}

#define ENVELOPE(id) "{\"type\": \"EnvelopedVerifiableCredential\", \"id\": " id "}"

START_TEST(the_token_without_its_wrapping)
{
    expect_token(" a.b.c\n", "a.b.c");
    expect_token("\"a.b.c\"", "a.b.c");
    expect_token(ENVELOPE("\"data:application/vc+jwt,a.b.c\""), "a.b.c");
    expect_token(ENVELOPE("\"data:application/jwt;x=1,a.b.c,d\""), "a.b.c,d");
}
END_TEST

START_TEST(envelopes_with_something_else_inside)
{
    expect_form(ENVELOPE("\"data:application/vc+jwt;base64,YS5iLmM=\""), BLZ_FORM_NONE, "an envelope");
    expect_form(ENVELOPE("\"data:application/vc+jwt\""), BLZ_FORM_NONE, "an envelope");
    expect_form(ENVELOPE("\"data:text/plain,a.b.c\""), BLZ_FORM_NONE, "an envelope");
    expect_form(ENVELOPE("\"https://a.example/,a.b.c\""), BLZ_FORM_NONE, "an envelope");
    expect_form(ENVELOPE("\"data:application/vc+jwt,\""), BLZ_FORM_NONE, "text");
    expect_form(ENVELOPE("5"), BLZ_FORM_JSON, NULL);
}
END_TEST

START_TEST(json_of_every_kind)
{
    expect_form("{}", BLZ_FORM_JSON, NULL);
    expect_form("{\"payload\": \"\"}", BLZ_FORM_JSON, NULL);
    expect_form("{\"payload\": \"\", \"signature\": \"\"}", BLZ_FORM_NONE, "a JWS in JSON form");
    expect_form("{\"payload\": \"\", \"signatures\": []}", BLZ_FORM_NONE, "a JWS in JSON form");
    expect_form("[]", BLZ_FORM_NONE, "other JSON");
    expect_form("{\"a\": 1", BLZ_FORM_NONE, "broken JSON");
    expect_form("{} {}", BLZ_FORM_NONE, "broken JSON");
    expect_form("7", BLZ_FORM_NONE, "text");
}
END_TEST

START_TEST(where_json_breaks)
{
    blz_input input;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_input_read(&input, ctx, "{\n\"a\": x}", 9));
    ck_assert(input.broken);
    ck_assert_uint_eq(input.line, 2);
    ck_assert_uint_eq(input.column, 6);
    ck_assert_ptr_null(input.json);
    blz_input_clear(&input);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(values_that_were_read_already)
{
    static const struct {
        const char *text;
        blz_form form;
    } cases[] = {{"{}", BLZ_FORM_JSON},
                 {"\"a.b.c\"", BLZ_FORM_JWT},
                 {"\"a b\"", BLZ_FORM_NONE},
                 {"7", BLZ_FORM_NONE},
                 {"{\"type\": \"EnvelopedVerifiableCredential\", \"id\": \"data:application/vc+jwt,a.b.c\"}",
                  BLZ_FORM_JWT}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *value = json_loads(cases[i].text, JSON_DECODE_ANY, NULL);
        blz_input input;
        ck_assert_ok(blz_input_of(&input, value));
        json_decref(value);
        ck_assert_int_eq(input.form, cases[i].form);
        if (input.form == BLZ_FORM_JWT) ck_assert_mem_eq(input.token, "a.b.c", 5);
        blz_input_clear(&input);
    }
}
END_TEST

START_TEST(limits)
{
    blz_input input;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 8);
    expect_bytes("{\"a\": 1}", 8, BLZ_FORM_JSON, NULL);
    expect_bytes("{\"a\": 1} ", 9, BLZ_FORM_NONE, "too large");
    blz_ctx_set_limit(ctx, BLZ_LIMIT_DEPTH, 2);
    expect_bytes("{\"a\":{}}", 8, BLZ_FORM_JSON, NULL);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_DEPTH, 1);
    ck_assert_ok(blz_input_read(&input, ctx, "{\"a\":{}}", 8));
    ck_assert(input.broken);
    blz_input_clear(&input);
    blz_ctx_free(ctx);
}
END_TEST

/* A badge that memory was short for is no broken badge. */
START_TEST(memory_that_runs_out)
{
    static const char text[] = "{\"a\": [1, \"b\", {\"c\": null}]}";
    ck_assert_ok(blz_ctx_new(&ctx));
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_input input;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_input_read(&input, ctx, text, sizeof text - 1);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_input_clear(&input);
    }
    json_set_alloc_funcs(malloc, free);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("badge/input", files_that_people_try, files_that_are_cut_off, images_are_known_by_their_root,
          tokens, the_token_without_its_wrapping, envelopes_with_something_else_inside, json_of_every_kind,
          where_json_breaks, values_that_were_read_already, limits, memory_that_runs_out)
