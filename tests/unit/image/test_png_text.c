#include "unit/failing.h"
#include "unit/image/png_make.h"

#include "codec/deflate.h"
#include "image/png_text.h"

static blz_png_chunk chunk_of(const char *type, const char *data, size_t length)
{
    blz_png_chunk chunk = {.data = data, .length = length};
    memcpy(chunk.type, type, 4);
    return chunk;
}

#define CHUNK(type, text) chunk_of(type, text, sizeof(text) - 1)

START_TEST(which_chunks_carry_credentials)
{
    static const char *const types[] = {"iTXt", "tEXt", "zTXt"};
    for (size_t i = 0; i < BLZ_COUNT_OF(types); i++) {
        const char *place = NULL;
        blz_png_chunk three = CHUNK("iTXt", "openbadgecredential\0..."), two = CHUNK("iTXt", "openbadges\0");
        memcpy(three.type, types[i], 4);
        memcpy(two.type, types[i], 4);
        ck_assert_int_eq(blz_png_baking(&three, &place), BLZ_BAKING_3_0);
        ck_assert_ptr_nonnull(strstr(place, types[i]));
        ck_assert_ptr_nonnull(strstr(place, "\"openbadgecredential\""));
        ck_assert_int_eq(blz_png_baking(&two, &place), BLZ_BAKING_2_0);
        ck_assert_ptr_nonnull(strstr(place, "\"openbadges\""));
    }
    const char *place = NULL;
    const blz_png_chunk others[] = {CHUNK("iTXt", "openbadge\0..."), CHUNK("iTXt", "openbadgesX\0"),
                                    CHUNK("iTXt", "openbadges"), CHUNK("iTXt", ""),
                                    CHUNK("eXIf", "openbadges\0")};
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        ck_assert_int_eq(blz_png_baking(&others[i], &place), BLZ_BAKING_AUTO);
}
END_TEST

static void expect_text(blz_png_chunk chunk, const char *text)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(100);
    ck_assert_ok(blz_png_text(&out, &chunk, NULL));
    ck_assert_str_eq(out.data, text);
}

static void expect_refused(blz_png_chunk chunk, blz_status status, const char *words)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(100);
    char *why = NULL;
    ck_assert_int_eq(blz_png_text(&out, &chunk, &why), status);
    ck_assert_msg(why && strstr(why, words), "%s, not %s", why, words);
    blz_free(why);
}

START_TEST(plain_texts)
{
    expect_text(CHUNK("tEXt", "openbadges\0https://example.edu/1"), "https://example.edu/1");
    expect_text(CHUNK("iTXt", "openbadges\0\0\0\0\0{}"), "{}");
    expect_text(CHUNK("iTXt", "openbadges\0\0\0de-CH\0Abzeichen\0{}"), "{}");
    expect_refused(CHUNK("iTXt", "openbadges\0"), BLZ_ERR_SYNTAX, "missing");
    expect_refused(CHUNK("iTXt", "openbadges\0\0"), BLZ_ERR_SYNTAX, "missing");
    expect_refused(CHUNK("iTXt", "openbadges\0\0\0de"), BLZ_ERR_SYNTAX, "missing");
    expect_refused(CHUNK("iTXt", "openbadges\0\0\0de\0Abz"), BLZ_ERR_SYNTAX, "missing");
    expect_refused(CHUNK("iTXt", "openbadges\0\2\0\0\0{}"), BLZ_ERR_SYNTAX, "whether it is packed");
    expect_refused(CHUNK("iTXt", "openbadges\0\0\1\0\0{}"), BLZ_ERR_SYNTAX, "a method");
    expect_refused(CHUNK("zTXt", "openbadges\0"), BLZ_ERR_SYNTAX, "missing");
    expect_refused(CHUNK("zTXt", "openbadges\0\1"), BLZ_ERR_SYNTAX, "a method");
}
END_TEST

static blz_png_chunk packed(blz_buf *data, const char *type, const char *head, size_t head_length,
                            const char *text, size_t length)
{
    ck_assert_ok(blz_buf_append(data, head, head_length));
    ck_assert_ok(blz_deflate(data, BLZ_WRAP_ZLIB, text, length));
    return chunk_of(type, data->data, data->length);
}

START_TEST(packed_texts)
{
    static char zeros[100000];
    BLZ_SCOPED(blz_buf) one = BLZ_BUF(1000), two = BLZ_BUF(1000), bomb = BLZ_BUF(1000);
    expect_text(packed(&one, "zTXt", "openbadges\0\0", 12, "{\"a\": 1}", 8), "{\"a\": 1}");
    blz_png_chunk chunk = packed(&two, "iTXt", "openbadges\0\1\0\0\0", 15, "{\"a\": 1}", 8);
    expect_text(chunk, "{\"a\": 1}");
    chunk.length--;
    expect_refused(chunk, BLZ_ERR_SYNTAX, "cannot be unpacked");
    expect_refused(packed(&bomb, "zTXt", "openbadges\0\0", 12, zeros, sizeof zeros), BLZ_ERR_LIMIT,
                   "larger, when unpacked");
}
END_TEST

START_TEST(what_is_written_is_read)
{
    for (blz_baking baking = BLZ_BAKING_2_0; baking <= BLZ_BAKING_3_0; baking++) {
        BLZ_SCOPED(blz_buf) image = BLZ_BUF(1000);
        blz_png png;
        blz_png_chunk chunk;
        bool more = false;
        const char *place = NULL;
        make_start(&image);
        ck_assert_ok(blz_png_put_text(&image, baking, "a.b.c", 5));
        ck_assert_ok(blz_png_open(&png, image.data, image.length, NULL));
        ck_assert_ok(blz_png_next(&png, &chunk, &more, NULL));
        ck_assert_ok(blz_png_next(&png, &chunk, &more, NULL));
        ck_assert_str_eq(chunk.type, "iTXt");
        ck_assert_int_eq(blz_png_baking(&chunk, &place), baking);
        expect_text(chunk, "a.b.c");
    }
}
END_TEST

START_TEST(no_memory)
{
    const blz_png_chunk chunk = CHUNK("iTXt", "openbadges\0\0\0\0\0{}");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_buf) image = BLZ_BUF(1000), text = BLZ_BUF(1000);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_png_put_text(&image, BLZ_BAKING_3_0, "a.b.c", 5);
        if (status == BLZ_OK) status = blz_png_text(&text, &chunk, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("image/png_text", which_chunks_carry_credentials, plain_texts, packed_texts,
          what_is_written_is_read, no_memory)
