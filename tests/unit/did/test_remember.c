#include "unit/did/web.h"

#include "did/remember.h"

#define URL "https://example.edu/issuer"
#define METHOD(more) "{\"id\":\"#k\",\"publicKeyMultibase\":\"" ED_MULTIKEY "\"" more "}"
#define DOCUMENT(more) "{\"id\":\"" URL "\",\"assertionMethod\":[" METHOD(more) "]}"

START_TEST(methods_are_found_once)
{
    struct web web = {{{URL, DOCUMENT("")}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    static const char *const urls[] = {URL "#k", "did:key:" ED_MULTIKEY,
                                       "did:key:" ED_MULTIKEY "#" ED_MULTIKEY};
    for (size_t i = 0; i < BLZ_COUNT_OF(urls); i++) {
        BLZ_AUTO(blz_verification_method) first = NULL;
        BLZ_AUTO(blz_verification_method) second = NULL;
        BLZ_AUTO(blz_verification_method) third = NULL;
        ck_assert_ok(blz_verification_method_find(&first, ctx, urls[i], NULL));
        web.broken = BLZ_ERR_IO;
        ck_assert_ok(blz_verification_method_find(&second, ctx, urls[i], NULL));
        ck_assert_ptr_eq(first, second);
        web.broken = BLZ_OK;
        blz_ctx_forget(ctx);
        ck_assert_ok(blz_verification_method_find(&third, ctx, urls[i], NULL));
        ck_assert_ptr_ne(first, third);
        ck_assert_str_eq(first->id, third->id);
    }
}
END_TEST

/* The document is read once for its methods and for the keys that it lists. */
START_TEST(documents_are_read_once)
{
    struct web web = {{{URL, DOCUMENT("")}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_AUTO(blz_verification_method) method = NULL;
    bool listed = false;
    ck_assert_ok(blz_verification_method_find(&method, ctx, URL "#k", NULL));
    web.broken = BLZ_ERR_IO;
    for (int i = 0; i < 2; i++) {
        ck_assert_ok(blz_document_lists_key(&listed, NULL, ctx, URL, method->key, blz_ctx_now(ctx), NULL));
        ck_assert(listed);
    }
    blz_ctx_forget(ctx);
    ck_assert_int_eq(blz_document_lists_key(&listed, NULL, ctx, URL, method->key, blz_ctx_now(ctx), NULL),
                     BLZ_ERR_NOT_FOUND);
}
END_TEST

/* A method outlives what the context remembers, and the context itself. */
START_TEST(references_last)
{
    struct web web = {{{URL, DOCUMENT("")}}, BLZ_OK};
    blz_ctx *ctx = web_ctx(&web);
    BLZ_AUTO(blz_verification_method) method = NULL;
    ck_assert_ok(blz_verification_method_find(&method, ctx, URL "#k", NULL));
    blz_ctx_free(ctx);
    ck_assert_str_eq(method->document_id, URL);
    ck_assert_int_eq(blz_key_type_of(method->key), BLZ_KEY_ED25519);
}
END_TEST

/* The clock goes on, and what is remembered does not keep a key alive. */
START_TEST(time_goes_on)
{
    struct web web = {{{URL, DOCUMENT(",\"revoked\":\"2026-01-01T00:00:10Z\"")}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    for (int64_t second = 8; second < 13; second++) {
        BLZ_AUTO(blz_verification_method) method = NULL;
        bool listed = false;
        blz_ctx_set_now(ctx, 1767225600 + second);
        ck_assert_ok(blz_verification_method_find(&method, ctx, URL "#k", NULL));
        ck_assert_int_eq(blz_verification_method_is_over(method, blz_ctx_now(ctx)), second >= 10);
        ck_assert_ok(blz_document_lists_key(&listed, NULL, ctx, URL, method->key, blz_ctx_now(ctx), NULL));
        ck_assert_int_eq(listed, second < 10);
    }
}
END_TEST

START_TEST(failures_are_not_remembered)
{
    struct web web = {{{URL, DOCUMENT("")}}, BLZ_ERR_IO};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_AUTO(blz_verification_method) method = NULL;
    ck_assert_int_eq(blz_verification_method_find(&method, ctx, URL "#k", NULL), BLZ_ERR_NOT_FOUND);
    web.broken = BLZ_OK;
    ck_assert_int_eq(blz_verification_method_find(&method, ctx, URL "#other", NULL), BLZ_ERR_INVALID);
    ck_assert_ok(blz_verification_method_find(&method, ctx, URL "#k", NULL));
}
END_TEST

START_TEST(nothing_is_remembered_without_room)
{
    struct web web = {{{URL, DOCUMENT("")}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_REMEMBERED, 0);
    BLZ_AUTO(blz_verification_method) first = NULL;
    BLZ_AUTO(blz_verification_method) second = NULL;
    ck_assert_ok(blz_verification_method_find(&first, ctx, URL "#k", NULL));
    ck_assert_ptr_null(blz_remembered_method(ctx, URL "#k"));
    ck_assert_ptr_null(blz_remembered_document(ctx, URL));
    ck_assert_ok(blz_verification_method_find(&second, ctx, URL "#k", NULL));
    ck_assert_ptr_ne(first, second);
}
END_TEST

UNIT_MAIN("did/remember", methods_are_found_once, documents_are_read_once, references_last, time_goes_on,
          failures_are_not_remembered, nothing_is_remembered_without_room)
