#include "base/ctx.h"
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

UNIT_MAIN("base/ctx", keeps_until_it_forgets)
