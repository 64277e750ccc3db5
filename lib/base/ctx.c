#include "base/ctx.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

struct blz_ctx {
    bool clock_stopped;
    int64_t now;
    size_t limits[BLZ_LIMIT_COUNT_];
    blz_random_fn *random;
    void *random_user;
    blz_load_fn *load; /* this one, the next one, or none */
    blz_ctx_load_fn *shared_load;
    void *load_user;
    struct {
        void *value;
        void (*release)(void *value);
    } kept[BLZ_SLOT_COUNT_];
};

blz_status blz_ctx_new(blz_ctx **out)
{
    blz_ctx *ctx = blz_calloc(1, sizeof *ctx);
    if (!ctx) return BLZ_ERR_NOMEM;
    ctx->limits[BLZ_LIMIT_BYTES] = (size_t)16 << 20;
    ctx->limits[BLZ_LIMIT_DEPTH] = 64;
    ctx->limits[BLZ_LIMIT_NODES] = 1000000;
    ctx->limits[BLZ_LIMIT_DIAGNOSTICS] = 1000;
    ctx->limits[BLZ_LIMIT_REMEMBERED] = (size_t)4 << 20;
    *out = ctx;
    return BLZ_OK;
}

blz_status blz_ctx_new_like(blz_ctx **out, const blz_ctx *other)
{
    blz_ctx *ctx = blz_malloc(sizeof *ctx);
    if (!ctx) return BLZ_ERR_NOMEM;
    *ctx = *other;
    memset(ctx->kept, 0, sizeof ctx->kept);
    *out = ctx;
    return BLZ_OK;
}

void blz_ctx_free(blz_ctx *ctx)
{
    if (ctx) blz_ctx_forget(ctx);
    blz_free(ctx);
}

void *blz_ctx_kept(const blz_ctx *ctx, blz_ctx_slot slot)
{
    return ctx->kept[slot].value;
}

void blz_ctx_keep(blz_ctx *ctx, blz_ctx_slot slot, void *value, void (*release)(void *value))
{
    if (ctx->kept[slot].value) ctx->kept[slot].release(ctx->kept[slot].value);
    ctx->kept[slot].value = value;
    ctx->kept[slot].release = release;
}

void blz_ctx_forget(blz_ctx *ctx)
{
    for (blz_ctx_slot slot = 0; slot < BLZ_SLOT_COUNT_; slot++)
        blz_ctx_keep(ctx, slot, NULL, NULL);
}

void blz_ctx_set_now(blz_ctx *ctx, int64_t seconds)
{
    ctx->clock_stopped = true;
    ctx->now = seconds;
}

int64_t blz_ctx_now(const blz_ctx *ctx)
{
    return ctx->clock_stopped ? ctx->now : (int64_t)time(NULL);
}

void blz_ctx_set_limit(blz_ctx *ctx, blz_limit limit, size_t value)
{
    if (limit < BLZ_LIMIT_COUNT_) ctx->limits[limit] = value;
}

size_t blz_ctx_limit(const blz_ctx *ctx, blz_limit limit)
{
    return limit < BLZ_LIMIT_COUNT_ ? ctx->limits[limit] : 0;
}

void blz_ctx_set_random(blz_ctx *ctx, blz_random_fn *random, void *user)
{
    ctx->random = random;
    ctx->random_user = user;
}

static blz_status system_random(uint8_t *out, size_t length)
{
    while (length) {
        ssize_t n = getrandom(out, length, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return BLZ_ERR_CRYPTO;
        out += n;
        length -= (size_t)n;
    }
    return BLZ_OK;
}

blz_status blz_ctx_random(blz_ctx *ctx, uint8_t *out, size_t length)
{
    return ctx->random ? ctx->random(ctx->random_user, out, length) : system_random(out, length);
}

void blz_ctx_set_loader(blz_ctx *ctx, blz_load_fn *load, void *user)
{
    blz_ctx_forget(ctx);
    ctx->load = load;
    ctx->shared_load = NULL;
    ctx->load_user = user;
}

void blz_ctx_set_shared_loader(blz_ctx *ctx, blz_ctx_load_fn *load, void *user)
{
    blz_ctx_set_loader(ctx, NULL, user);
    ctx->shared_load = load;
}

void blz_document_clear(blz_document *document)
{
    blz_free(document->bytes);
    blz_free(document->url);
    blz_free(document->type);
    blz_free(document->why);
    *document = (blz_document){0};
}

blz_status blz_ctx_load(blz_ctx *ctx, const char *url, blz_document *out)
{
    *out = (blz_document){0};
    if (!ctx->load && !ctx->shared_load) return BLZ_ERR_NOT_FOUND;
    BLZ_TRY(ctx->load ? ctx->load(ctx->load_user, url, out)
                      : ctx->shared_load(ctx->load_user, ctx, url, out));
    if (out->length <= ctx->limits[BLZ_LIMIT_BYTES]) return BLZ_OK;
    blz_document_clear(out);
    return BLZ_ERR_LIMIT;
}

enum { WHY_MAX = 1024 };

blz_status blz_document_fail(blz_document *document, blz_status status, const char *format, ...)
{
    char words[WHY_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    blz_document_clear(document);
    document->why = blz_strdup(words);
    return document->why ? status : BLZ_ERR_NOMEM;
}

const char *blz_document_why(const blz_document *document, blz_status status)
{
    return document->why ? document->why : blz_status_text(status);
}

const char *blz_document_trouble(const blz_document *document, blz_status status)
{
    return status == BLZ_ERR_NOT_FOUND && !document->why ? NULL : blz_document_why(document, status);
}
