#include "unit/failing.h"
#include "unit/image/png_make.h"

#include "image/image.h"

static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

static void expect_kind(const char *text, blz_image_kind kind)
{
    ck_assert_int_eq(blz_image_kind_of(text, strlen(text)), kind);
}

START_TEST(kinds)
{
    expect_kind("\x89PNG\r\n", BLZ_IMAGE_PNG);
    expect_kind(svg, BLZ_IMAGE_SVG);
    expect_kind("\xef\xbb\xbf\n <?xml version='1.0'?><!-- --><s:svg/>", BLZ_IMAGE_SVG);
    expect_kind("<html/>", BLZ_IMAGE_OTHER);
    expect_kind("{\"a\": \"<svg\"}", BLZ_IMAGE_OTHER);
    expect_kind(" ", BLZ_IMAGE_OTHER);
    expect_kind("", BLZ_IMAGE_OTHER);
    expect_kind("\xff\xd8\xff", BLZ_IMAGE_OTHER);
}
END_TEST

/* Both kinds through the doors that everybody uses. */
START_TEST(in_and_out)
{
    BLZ_SCOPED(blz_buf) png = BLZ_BUF(1000);
    make_start(&png);
    make_end(&png);
    const struct {
        const char *bytes;
        size_t length;
    } images[] = {{png.data, png.length}, {svg, strlen(svg)}};
    const blz_dough dough = {.baking = BLZ_BAKING_2_0, .text = "{}", .length = 2};
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    for (size_t i = 0; i < BLZ_COUNT_OF(images); i++)
        for (EACH_ALLOCATION_FAILS(f)) {
            char *out = NULL;
            size_t length = 0;
            blz_baked baked = {0};
            blz_mem_set_failing(fails_at, &f);
            blz_status status =
                blz_image_bake(&out, &length, ctx, images[i].bytes, images[i].length, &dough, NULL);
            if (status == BLZ_OK) status = blz_unbake(&baked, ctx, out, length, NULL);
            blz_mem_set_failing(NULL, NULL);
            ck_assert(status == BLZ_OK || (failed(&f) && status == BLZ_ERR_NOMEM));
            if (status == BLZ_OK) ck_assert_str_eq(baked.text, "{}");
            blz_baked_clear(&baked);
            blz_free(out);
        }
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(no_image)
{
    const blz_dough dough = {.baking = BLZ_BAKING_2_0, .text = "{}", .length = 2};
    blz_baked baked = {0};
    char *out = NULL, *why = NULL;
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_int_eq(blz_unbake(&baked, ctx, "GIF89a", 6, &why), BLZ_ERR_UNSUPPORTED);
    ck_assert_ptr_nonnull(strstr(why, "neither a PNG nor an SVG"));
    ck_assert_int_eq(blz_image_bake(&out, NULL, ctx, "GIF89a", 6, &dough, &why), BLZ_ERR_UNSUPPORTED);
    blz_free(why);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(white_space_is_left_out)
{
    blz_baked baked = {0};
    char *why = NULL;
    ck_assert_ok(blz_baked_set(&baked, "\r\n a b\t", 7, NULL));
    ck_assert_str_eq(baked.text, "a b");
    ck_assert_uint_eq(baked.length, 3);
    blz_baked_clear(&baked);
    ck_assert_int_eq(blz_baked_set(&baked, " \n", 2, &why), BLZ_ERR_SYNTAX);
    ck_assert_ptr_nonnull(strstr(why, "empty"));
    blz_free(why);
}
END_TEST

UNIT_MAIN("image/image", kinds, in_and_out, no_image, white_space_is_left_out)
