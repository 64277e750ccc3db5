#include "unit/did/web.h"

#include "did/load.h"

#define URL "https://example.edu/keys"

START_TEST(a_document_at_hand)
{
    struct web web = {{{URL, "anything"}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_SCOPED(blz_document) document = {0};
    char *reason = NULL;
    ck_assert_ok(blz_load_text(&document, ctx, URL, &reason));
    ck_assert_ptr_null(reason);
    ck_assert_uint_eq(document.length, 8);
    ck_assert_str_eq(document.bytes, "anything");
    blz_document_clear(&document);
    ck_assert_ptr_null(document.bytes); /* so that it may be cleared again */
}
END_TEST

/* Whatever the reason is, the answer is the same one: nothing is known. */
START_TEST(a_document_that_cannot_be_had)
{
    static const struct {
        blz_status broken;
        const char *reason;
    } rows[] = {
        {BLZ_ERR_NOT_FOUND,
         "the document \"" URL "\" is not at hand; get a copy and say --map " URL "=FILE, or use --online"},
        {BLZ_ERR_IO, "the document \"" URL "\" cannot be used: cannot be read or written"},
        {BLZ_ERR_PERMISSION, "the document \"" URL "\" cannot be used: not permitted"},
        {BLZ_ERR_LIMIT, "the document \"" URL "\" cannot be used: larger than the limit"},
        {BLZ_ERR_SYNTAX, "the document \"" URL "\" cannot be used: not well-formed"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        struct web web = {.broken = rows[i].broken};
        BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
        BLZ_AUTO(blz_text) reason = NULL;
        blz_document document = {0};
        ck_assert_int_eq(blz_load_text(&document, ctx, URL, &reason), BLZ_ERR_NOT_FOUND);
        ck_assert_str_eq(reason, rows[i].reason);
        ck_assert_int_eq(blz_load_text(&document, ctx, URL, NULL), BLZ_ERR_NOT_FOUND);
        ck_assert_ptr_null(document.bytes);
    }
}
END_TEST

START_TEST(no_memory_says_nothing_about_a_document)
{
    struct web web = {.broken = BLZ_ERR_NOMEM};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    blz_document document = {0};
    char *reason = NULL;
    ck_assert_int_eq(blz_load_text(&document, ctx, URL, &reason), BLZ_ERR_NOMEM);
    ck_assert_ptr_null(reason);
}
END_TEST

START_TEST(a_context_without_a_loader)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    blz_document document = {0};
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_loader(ctx, NULL, NULL);
    ck_assert_int_eq(blz_load_text(&document, ctx, URL, NULL), BLZ_ERR_NOT_FOUND);
}
END_TEST

START_TEST(documents_have_the_cap_of_the_context)
{
    struct web web = {{{URL, "12345"}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_SCOPED(blz_document) document = {0};
    BLZ_AUTO(blz_text) reason = NULL;
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 4);
    ck_assert_int_eq(blz_load_text(&document, ctx, URL, &reason), BLZ_ERR_NOT_FOUND);
    ck_assert_str_eq(reason, "the document \"" URL "\" cannot be used: larger than the limit");
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 5);
    ck_assert_ok(blz_load_text(&document, ctx, URL, NULL));
}
END_TEST

static blz_status parse(json_t **out, blz_ctx *ctx, const char *text, char **reason)
{
    char bytes[100]; /* what the length says counts, and there is no NUL */
    size_t length = strlen(text);
    memset(bytes, '!', sizeof bytes);
    memcpy(bytes, text, length);
    return blz_load_parse(out, ctx, &(blz_document){.bytes = bytes, .length = length}, URL, reason);
}

START_TEST(any_json_will_do)
{
    static const char *const texts[] = {"{}", "[1]", "null", " \"a\" "};
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        json_t *value = NULL;
        char *reason = NULL;
        ck_assert_ok(parse(&value, ctx, texts[i], &reason));
        ck_assert_ptr_nonnull(value);
        ck_assert_ptr_null(reason);
        json_decref(value);
    }
}
END_TEST

START_TEST(what_is_no_json)
{
    static const char *const rows[][2] = {
        {"", "the text is empty"},
        {"<html>", "this looks like HTML or XML, not like JSON"},
        {"{\"a\":1,\"a\":2}", "this name stands in the same object twice"},
        {"[[[1]]]", "values are nested more deeply here than blazon reads"},
    };
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_limit(ctx, BLZ_LIMIT_DEPTH, 2);
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        char expected[200];
        json_t *value = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        snprintf(expected, sizeof expected, "the document \"" URL "\" is not JSON that blazon reads: %s",
                 rows[i][1]);
        ck_assert_int_eq(parse(&value, ctx, rows[i][0], &reason), BLZ_ERR_SYNTAX);
        ck_assert_str_eq(reason, expected);
        ck_assert_ptr_null(value);
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    struct web web = {{{URL, "{\"a\":[1]}"}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_document) document = {0};
        json_t *value = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_load_text(&document, ctx, URL, NULL);
        if (status == BLZ_OK) status = blz_load_parse(&value, ctx, &document, URL, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((value != NULL) == (status == BLZ_OK));
        json_decref(value);
    }
    json_set_alloc_funcs(malloc, free);
}
END_TEST

START_TEST(where_redirects_ended)
{
    static const struct {
        const char *first, *last;
        bool elsewhere;
    } rows[] = {
        {URL, NULL, false},
        {URL, URL, false},
        {URL, "https://EXAMPLE.edu:443/other", false},
        {URL, "https://example.edu:8443/keys", true},
        {URL, "http://example.edu/keys", true},
        {URL, "https://example.edu.evil.example/keys", true},
        {URL, "https://www.example.edu/keys", true},
        {URL, "nowhere", true},
        {"nowhere", URL, true},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_text) last = rows[i].last ? blz_strdup(rows[i].last) : NULL;
        const blz_document document = {.url = last};
        const char *elsewhere = "";
        ck_assert_ok(blz_load_elsewhere(&elsewhere, &document, rows[i].first));
        ck_assert_msg((elsewhere != NULL) == rows[i].elsewhere, "row %zu", i);
        if (elsewhere) ck_assert_str_eq(elsewhere, rows[i].last);
    }
    char away[] = "https://evil.example/";
    for (EACH_ALLOCATION_FAILS(f)) {
        const char *elsewhere = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_load_elsewhere(&elsewhere, &(blz_document){.url = away}, URL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((elsewhere != NULL) == (status == BLZ_OK));
    }
}
END_TEST

/* A loader that looked further says why, and then there is nothing to add. */
static blz_status refuse(void *user, const char *url, blz_document *out)
{
    (void)url;
    return blz_document_fail(out, *(blz_status *)user, "the server answered 404");
}

START_TEST(a_loader_that_says_why)
{
    blz_status statuses[] = {BLZ_ERR_NOT_FOUND, BLZ_ERR_GONE, BLZ_ERR_NETWORK};
    for (size_t i = 0; i < BLZ_COUNT_OF(statuses); i++) {
        BLZ_AUTO(blz_ctx) ctx = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        blz_document document = {0};
        ck_assert_ok(blz_ctx_new(&ctx));
        blz_ctx_set_loader(ctx, refuse, &statuses[i]);
        ck_assert_int_eq(blz_load_text(&document, ctx, URL, &reason), BLZ_ERR_NOT_FOUND);
        ck_assert_str_eq(reason, "the document \"" URL "\" cannot be used: the server answered 404");
        ck_assert_ptr_null(document.why);
    }
}
END_TEST

UNIT_MAIN("did/load", a_document_at_hand, a_document_that_cannot_be_had,
          no_memory_says_nothing_about_a_document, a_context_without_a_loader,
          documents_have_the_cap_of_the_context, any_json_will_do, what_is_no_json,
          a_failing_allocation_is_reported, where_redirects_ended, a_loader_that_says_why)
