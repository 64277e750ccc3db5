#include "unit/failing.h"
#include "unit/image/png_make.h"

#include <stdio.h>

#include "image/png.h"

/* Reads all chunks; the names of them, one after the other. */
static blz_status names_of(char *names, const char *bytes, size_t length, char **why)
{
    size_t used = 0;
    blz_png png;
    blz_png_chunk chunk;
    bool more = true;
    *names = '\0';
    BLZ_TRY(blz_png_open(&png, bytes, length, why));
    while (true) {
        BLZ_TRY(blz_png_next(&png, &chunk, &more, why));
        if (!more) return BLZ_OK;
        used += (size_t)snprintf(names + used, 200 - used, "%s", chunk.type);
    }
}

static void expect_refused(const blz_buf *image, const char *words)
{
    char names[200], *why = NULL;
    ck_assert_int_eq(names_of(names, image->data, image->length, &why), BLZ_ERR_SYNTAX);
    ck_assert_msg(why && strstr(why, words), "%s, not %s", why, words);
    blz_free(why);
}

START_TEST(chunks_in_their_order)
{
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    char names[200];
    make_start(&image);
    MAKE_CHUNK(&image, "teST", "a\0b");
    MAKE_CHUNK(&image, "IDAT", "pix");
    make_end(&image);
    ck_assert_ok(names_of(names, image.data, image.length, NULL));
    ck_assert_str_eq(names, "IHDRteSTIDATIDATIEND");
    blz_buf_puts(&image, "what follows the end is nobody's");
    ck_assert_ok(names_of(names, image.data, image.length, NULL));
    ck_assert_str_eq(names, "IHDRteSTIDATIDATIEND");
}
END_TEST

/* Every cut and every bit of a file in which each byte is checked. */
START_TEST(nothing_damaged_passes)
{
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    char names[200];
    make_start(&image);
    make_end(&image);
    for (size_t length = 0; length < image.length; length++)
        ck_assert_int_eq(names_of(names, image.data, length, NULL), BLZ_ERR_SYNTAX);
    for (size_t bit = 0; bit < image.length * 8; bit++) {
        image.data[bit / 8] ^= (char)(1 << bit % 8);
        ck_assert_int_eq(names_of(names, image.data, image.length, NULL), BLZ_ERR_SYNTAX);
        image.data[bit / 8] ^= (char)(1 << bit % 8);
    }
    ck_assert_ok(names_of(names, image.data, image.length, NULL));
}
END_TEST

static void expect_header(const char *data, size_t length, const char *words)
{
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    blz_buf_append(&image, PNG_SIGNATURE, 8);
    make_chunk(&image, "IHDR", data, length);
    MAKE_CHUNK(&image, "PLTE", "rgb");
    make_end(&image);
    char names[200];
    if (words)
        expect_refused(&image, words);
    else
        ck_assert_ok(names_of(names, image.data, image.length, NULL));
}

START_TEST(headers)
{
    expect_header("\0\0\0\1\0\0\0\1\10\0\0\0\0", 13, NULL);
    expect_header("\x7f\xff\xff\xff\0\0\0\1\20\6\0\0\1", 13, NULL);
    expect_header("\0\0\0\1\0\0\0\1\10\0\0\0", 12, "wrong length");
    expect_header("\0\0\0\0\0\0\0\1\10\0\0\0\0", 13, "no size");
    expect_header("\0\0\0\1\0\0\0\0\10\0\0\0\0", 13, "no size");
    expect_header("\x80\0\0\0\0\0\0\1\10\0\0\0\0", 13, "no size");
    expect_header("\0\0\0\1\0\0\0\1\0\0\0\0\0", 13, "colours");
    expect_header("\0\0\0\1\0\0\0\1\3\0\0\0\0", 13, "colours");
    expect_header("\0\0\0\1\0\0\0\1\10\1\0\0\0", 13, "colours");
    expect_header("\0\0\0\1\0\0\0\1\20\3\0\0\0", 13, "colours");
    expect_header("\0\0\0\1\0\0\0\1\4\2\0\0\0", 13, "colours");
    expect_header("\0\0\0\1\0\0\0\1\10\7\0\0\0", 13, "colours");
    expect_header("\0\0\0\1\0\0\0\1\10\0\1\0\0", 13, "a method");
    expect_header("\0\0\0\1\0\0\0\1\10\0\0\1\0", 13, "a method");
    expect_header("\0\0\0\1\0\0\0\1\10\0\0\0\2", 13, "a method");
}
END_TEST

START_TEST(chunks_out_of_their_places)
{
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    blz_buf_append(&image, PNG_SIGNATURE, 8);
    make_end(&image);
    expect_refused(&image, "begin with its header");
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "IHDR", PNG_HEADER);
    expect_refused(&image, "a second header");
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "IDAT", "a");
    MAKE_CHUNK(&image, "teST", "");
    make_end(&image);
    expect_refused(&image, "torn apart");
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "IEND", "");
    expect_refused(&image, "no picture");
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "IDAT", "a");
    MAKE_CHUNK(&image, "IEND", "a");
    expect_refused(&image, "end is not empty");
    blz_buf_reset(&image);
    blz_buf_append(&image, PNG_SIGNATURE, 8);
    MAKE_CHUNK(&image, "IHDR", "\0\0\0\1\0\0\0\1\10\3\0\0\0");
    make_end(&image);
    expect_refused(&image, "palette is missing");
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "PLTE", "rgb");
    MAKE_CHUNK(&image, "PLTE", "rgb");
    expect_refused(&image, "a second palette");
}
END_TEST

START_TEST(lengths_and_names)
{
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    make_start(&image);
    blz_buf_append(&image, "\x80\0\0\0teST", 8);
    blz_buf_fill(&image, 'x', 20);
    expect_refused(&image, "does not allow");
    blz_buf_reset(&image);
    make_start(&image);
    blz_buf_append(&image, "\x7f\xff\xff\xffteST", 8);
    blz_buf_fill(&image, 'x', 20);
    expect_refused(&image, "longer than the file");
    blz_buf_reset(&image);
    make_start(&image);
    MAKE_CHUNK(&image, "te5T", "");
    expect_refused(&image, "no proper name");
}
END_TEST

START_TEST(what_looks_like_one)
{
    ck_assert(blz_png_is(PNG_SIGNATURE, 8));
    ck_assert(blz_png_is("\x09PNG\r\n\x1a\n", 8));
    ck_assert(blz_png_is("\x89PNG\n\x1a\n", 7));
    ck_assert(blz_png_is("\x89PNG", 4));
    ck_assert(!blz_png_is("\x89PN", 3));
    ck_assert(!blz_png_is("PNG", 3));
    ck_assert(!blz_png_is("", 0));
}
END_TEST

START_TEST(no_memory_for_the_reason)
{
    BLZ_SCOPED(blz_buf) image = BLZ_BUF(10000);
    make_start(&image);
    for (EACH_ALLOCATION_FAILS(f)) {
        char names[200], *why = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = names_of(names, image.data, image.length, &why);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_ERR_SYNTAX);
        blz_free(why);
    }
}
END_TEST

UNIT_MAIN("image/png", chunks_in_their_order, nothing_damaged_passes, headers, chunks_out_of_their_places,
          lengths_and_names, what_looks_like_one, no_memory_for_the_reason)
