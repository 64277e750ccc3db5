#include "base/ctx.h"
#include "unit/failing.h"
#include "unit/unit.h"

static int released;

static void release(void *value)
{
    released += *(int *)value;
}

static blz_status load(void *user, const char *url, blz_document *out)
{
    (void)user, (void)url, (void)out;
    return BLZ_ERR_NOT_FOUND;
}

static blz_status load_for(void *user, const blz_ctx *ctx, const char *url, blz_document *out)
{
    (void)url;
    *(const blz_ctx **)user = ctx;
    return blz_document_fail(out, BLZ_ERR_GONE, "gone");
}

START_TEST(a_loader_learns_who_asks)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_ctx) like = NULL;
    BLZ_SCOPED(blz_document) document = {0};
    const blz_ctx *asked = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_loader(ctx, load, NULL);
    blz_ctx_set_shared_loader(ctx, load_for, &asked);
    ck_assert_ok(blz_ctx_new_like(&like, ctx));
    ck_assert_int_eq(blz_ctx_load(like, "x", &document), BLZ_ERR_GONE);
    ck_assert_ptr_eq(asked, like);
    blz_document_clear(&document);
    blz_ctx_set_loader(ctx, load, NULL);
    ck_assert_int_eq(blz_ctx_load(ctx, "x", &document), BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_eq(asked, like);
}
END_TEST

START_TEST(keeps_until_it_forgets)
{
    int one = 1, ten = 10, hundred = 100;
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    released = 0;
    ck_assert_ptr_null(blz_ctx_kept(ctx, BLZ_SLOT_METHODS));
    blz_ctx_keep(ctx, BLZ_SLOT_METHODS, &one, release);
    ck_assert_ptr_eq(blz_ctx_kept(ctx, BLZ_SLOT_METHODS), &one);
    ck_assert_ptr_null(blz_ctx_kept(ctx, BLZ_SLOT_CONTEXTS));
    blz_ctx_keep(ctx, BLZ_SLOT_METHODS, &ten, release);
    ck_assert_int_eq(released, 1);
    blz_ctx_forget(ctx);
    ck_assert_int_eq(released, 11);
    ck_assert_ptr_null(blz_ctx_kept(ctx, BLZ_SLOT_METHODS));
    blz_ctx_keep(ctx, BLZ_SLOT_CONTEXTS, &ten, release);
    blz_ctx_set_loader(ctx, load, NULL);
    ck_assert_int_eq(released, 21);
    blz_ctx_keep(ctx, BLZ_SLOT_CONTEXTS, &hundred, release);
    blz_ctx_free(ctx);
    ck_assert_int_eq(released, 121);
    blz_ctx_free(NULL);
}
END_TEST

START_TEST(why_a_document_is_not_there)
{
    BLZ_SCOPED(blz_document) document = {0};
    ck_assert_str_eq(blz_document_why(&document, BLZ_ERR_NOT_FOUND), "not found");
    ck_assert_ptr_null(blz_document_trouble(&document, BLZ_ERR_NOT_FOUND));
    ck_assert_str_eq(blz_document_trouble(&document, BLZ_ERR_LIMIT), "larger than the limit");
    ck_assert_int_eq(blz_document_fail(&document, BLZ_ERR_NOT_FOUND, "no %s at %d", "such", 7),
                     BLZ_ERR_NOT_FOUND);
    ck_assert_str_eq(blz_document_trouble(&document, BLZ_ERR_NOT_FOUND), "no such at 7");
    ck_assert_int_eq(blz_document_fail(&document, BLZ_ERR_GONE, "again: %s", document.why), BLZ_ERR_GONE);
    ck_assert_str_eq(document.why, "again: no such at 7");
    struct failing first = {0};
    blz_mem_set_failing(fails_at, &first);
    blz_status status = blz_document_fail(&document, BLZ_ERR_GONE, "x");
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
    ck_assert_ptr_null(document.why);
}
END_TEST

UNIT_MAIN("base/ctx", keeps_until_it_forgets, a_loader_learns_who_asks, why_a_document_is_not_there)
