#ifndef BLAZON_TESTS_FUZZ_IMAGE_H
#define BLAZON_TESTS_FUZZ_IMAGE_H

/* An image of one kind: what comes out of it, and what happens when a badge is baked into it. What was baked
 * comes out again, and baking anew gives the same bytes. */

#include <string.h>

#include "image/image.h"

#include "fuzz.h"

static const char fuzz_badge[] = "{\"a\": \"]]>\"}";

static inline void fuzz_expect_badge(blz_ctx *ctx, const char *image, size_t length)
{
    blz_baked baked = {0};
    FUZZ_ASSERT(blz_unbake(&baked, ctx, image, length, NULL) == BLZ_OK);
    FUZZ_ASSERT(strcmp(baked.text, fuzz_badge) == 0 && baked.length == strlen(fuzz_badge));
    blz_baked_clear(&baked);
}

/* Baking over it gives the same image whatever was there. */
static inline void fuzz_bake(blz_ctx *ctx, const char *image, size_t length, blz_baking baking)
{
    const blz_dough dough = {
        .baking = baking, .replace = true, .text = fuzz_badge, .length = strlen(fuzz_badge)};
    char *once = NULL, *twice = NULL, *why = NULL;
    size_t once_length = 0, twice_length = 0;
    blz_status status = blz_image_bake(&once, &once_length, ctx, image, length, &dough, &why);
    FUZZ_ASSERT((status == BLZ_OK) == (why == NULL));
    if (status == BLZ_OK) {
        fuzz_expect_badge(ctx, once, once_length);
        FUZZ_ASSERT(blz_image_bake(&twice, &twice_length, ctx, once, once_length, &dough, NULL) == BLZ_OK);
        FUZZ_ASSERT(once_length == twice_length && memcmp(once, twice, once_length) == 0);
    }
    blz_free(once);
    blz_free(twice);
    blz_free(why);
}

static inline int fuzz_image(const uint8_t *data, size_t size, blz_image_kind kind)
{
    const char *image = size ? (const char *)data : "";
    if (blz_image_kind_of(image, size) != kind) return 0; /* that is the other target's */
    blz_ctx *ctx = NULL;
    blz_baked baked = {0};
    char *why = NULL;
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, (size_t)1 << 20);
    blz_status status = blz_unbake(&baked, ctx, image, size, &why);
    FUZZ_ASSERT((status == BLZ_OK) == (baked.text != NULL) && (status == BLZ_OK) == (why == NULL));
    FUZZ_ASSERT(!baked.text || (baked.length && baked.length <= (size_t)1 << 20 && baked.place));
    fuzz_bake(ctx, image, size, BLZ_BAKING_3_0);
    fuzz_bake(ctx, image, size, BLZ_BAKING_2_0);
    blz_baked_clear(&baked);
    blz_free(why);
    blz_ctx_free(ctx);
    return 0;
}

#endif
