#include "unit/failing.h"
#include "unit/image/png_make.h"

#include "image/image.h"
#include "image/png_text.h"

static blz_ctx *ctx;

static const blz_dough dough = {.baking = BLZ_BAKING_3_0, .text = "a.b.c", .length = 5, .token = true};

static void expect_baked(const blz_buf *image, const char *text, blz_baking baking)
{
    blz_baked baked = {0};
    ck_assert_ok(blz_png_unbake(&baked, ctx, image->data, image->length, NULL));
    ck_assert_str_eq(baked.text, text);
    ck_assert_uint_eq(baked.length, strlen(text));
    ck_assert_int_eq(baked.baking, baking);
    ck_assert_int_eq(baked.image, BLZ_IMAGE_PNG);
    blz_baked_clear(&baked);
}

static void expect_refused(const blz_buf *image, blz_status status, const char *words)
{
    blz_baked baked = {0};
    char *why = NULL;
    ck_assert_int_eq(blz_png_unbake(&baked, ctx, image->data, image->length, &why), status);
    ck_assert_msg(why && strstr(why, words), "%s, not %s", why, words);
    ck_assert_ptr_null(baked.text);
    blz_free(why);
}

/* Everything but the chunk of the credential stays, byte by byte, and what stands behind the end too. */
START_TEST(only_one_chunk_is_added)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000), out = BLZ_BUF(10000), chunk = BLZ_BUF(1000);
    make_start(&image);
    MAKE_CHUNK(&image, "tEXt", "Author\0Jane");
    size_t head = image.length;
    make_end(&image);
    blz_buf_puts(&image, "behind");
    ck_assert_ok(blz_png_bake(&out, image.data, image.length, &dough, NULL));
    ck_assert_ok(blz_png_put_text(&chunk, BLZ_BAKING_3_0, "a.b.c", 5));
    ck_assert_uint_eq(out.length, image.length + chunk.length);
    ck_assert_mem_eq(out.data, image.data, head);
    ck_assert_mem_eq(out.data + head, chunk.data, chunk.length);
    ck_assert_mem_eq(out.data + head + chunk.length, image.data + head, image.length - head);
    expect_baked(&out, "a.b.c", BLZ_BAKING_3_0);
    expect_refused(&image, BLZ_ERR_NOT_FOUND, "no badge is baked");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(a_second_one_only_in_its_place)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000), out = BLZ_BUF(10000), again = BLZ_BUF(10000);
    char *why = NULL;
    make_start(&image);
    make_end(&image);
    ck_assert_ok(blz_png_bake(&out, image.data, image.length, &dough, NULL));
    ck_assert_int_eq(blz_png_bake(&again, out.data, out.length, &dough, &why), BLZ_ERR_EXISTS);
    ck_assert_ptr_nonnull(strstr(why, "already"));
    blz_free(why);
    blz_buf_reset(&again);
    blz_dough other = {.baking = BLZ_BAKING_2_0, .replace = true, .text = "{}", .length = 2};
    ck_assert_ok(blz_png_bake(&again, out.data, out.length, &other, NULL));
    expect_baked(&again, "{}", BLZ_BAKING_2_0);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(anywhere_and_once)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    make_start(&image);
    MAKE_CHUNK(&image, "IDAT", "pixels");
    MAKE_CHUNK(&image, "tEXt", "openbadges\0 https://example.edu/1\n");
    MAKE_CHUNK(&image, "IEND", "");
    expect_baked(&image, "https://example.edu/1", BLZ_BAKING_2_0);
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "iTXt", "openbadgecredential\0\0\0\0\0{}");
    MAKE_CHUNK(&image, "tEXt", "openbadges\0https://example.edu/1");
    make_end(&image);
    expect_refused(&image, BLZ_ERR_INVALID, "more than one badge");
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "iTXt", "openbadgecredential\0\0\0\0\0 \n");
    make_end(&image);
    expect_refused(&image, BLZ_ERR_SYNTAX, "is empty");
    blz_ctx_free(ctx);
}
END_TEST

/* PNG forbids a NUL in a text. All of it comes out, so that who reads on sees what is behind it too. */
START_TEST(nothing_hides_behind_a_nul)
{
    static const char text[] = "https://example.edu/1\0.example.com";
    ck_assert_ok(blz_ctx_new(&ctx));
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    blz_baked baked = {0};
    make_start(&image);
    MAKE_CHUNK(&image, "tEXt", "openbadges\0https://example.edu/1\0.example.com");
    make_end(&image);
    ck_assert_ok(blz_png_unbake(&baked, ctx, image.data, image.length, NULL));
    ck_assert_uint_eq(baked.length, sizeof text - 1);
    ck_assert_mem_eq(baked.text, text, sizeof text);
    blz_baked_clear(&baked);
    blz_ctx_free(ctx);
}
END_TEST

/* A credential in a file that is damaged behind it is not taken. */
START_TEST(damaged_files)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000), out = BLZ_BUF(10000);
    make_start(&image);
    MAKE_CHUNK(&image, "iTXt", "openbadgecredential\0\0\0\0\0{}");
    MAKE_CHUNK(&image, "IDAT", "pixels");
    expect_refused(&image, BLZ_ERR_SYNTAX, "ends too early");
    blz_dough other = dough;
    other.replace = true;
    ck_assert_int_eq(blz_png_bake(&out, image.data, image.length, &other, NULL), BLZ_ERR_SYNTAX);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(a_million_chunks)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(1 << 24);
    make_start(&image);
    size_t start = image.length;
    MAKE_CHUNK(&image, "teST", "");
    size_t size = image.length - start;
    char one[12];
    memcpy(one, image.data + start, size);
    for (int i = 0; i < 1000000; i++)
        blz_buf_append(&image, one, size);
    make_end(&image);
    expect_refused(&image, BLZ_ERR_NOT_FOUND, "no badge");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(no_memory)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    make_start(&image);
    make_end(&image);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_buf) out = BLZ_BUF(10000);
        blz_baked baked = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_png_bake(&out, image.data, image.length, &dough, NULL);
        if (status == BLZ_OK) status = blz_png_unbake(&baked, ctx, out.data, out.length, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_baked_clear(&baked);
    }
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("image/png_bake", only_one_chunk_is_added, a_second_one_only_in_its_place, anywhere_and_once,
          nothing_hides_behind_a_nul, damaged_files, a_million_chunks, no_memory)
