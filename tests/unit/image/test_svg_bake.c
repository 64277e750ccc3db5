#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "image/image.h"

#define SVG "xmlns=\"http://www.w3.org/2000/svg\""
#define OB3 "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\""
#define OB2 "xmlns:openbadges=\"http://openbadges.org\""

static blz_ctx *ctx;

static blz_dough dough_of(blz_baking baking, const char *text)
{
    return (blz_dough){.baking = baking, .text = text, .length = strlen(text), .token = *text != '{'};
}

static void expect_image(const char *image, blz_dough dough, const char *expected)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(10000);
    char *why = NULL;
    blz_status status = blz_svg_bake(&out, ctx, image, strlen(image), &dough, &why);
    ck_assert_msg(status == BLZ_OK, "%s", why);
    ck_assert_str_eq(out.data, expected);
}

START_TEST(only_the_element_is_added)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    expect_image("<?xml version='1.0'?>\n<svg " SVG "\n ><g/></svg> <!-- end -->\n",
                 dough_of(BLZ_BAKING_3_0, "a.b.c"),
                 "<?xml version='1.0'?>\n<svg " SVG "\n  " OB3
                 "><openbadges:credential verify=\"a.b.c\"/><g/></svg> <!-- end -->\n");
    expect_image("<svg " SVG "/>", dough_of(BLZ_BAKING_3_0, "{\"a\":\r\n \"]]> & <\"}"),
                 "<svg " SVG " " OB3 "><openbadges:credential><![CDATA[{\"a\":\n \"]]]]><![CDATA[> & "
                 "<\"}]]></openbadges:credential></svg>");
    expect_image("<s:svg xmlns:s='http://www.w3.org/2000/svg' id='a'/>", dough_of(BLZ_BAKING_2_0, "a.b.c"),
                 "<s:svg xmlns:s='http://www.w3.org/2000/svg' id='a' " OB2
                 "><openbadges:assertion verify=\"a.b.c\"/></s:svg>");
    blz_dough hosted = dough_of(BLZ_BAKING_2_0, "{}");
    hosted.url = "https://example.edu/1?a=\"&b=<";
    expect_image("<svg " SVG "/>", hosted,
                 "<svg " SVG " " OB2
                 "><openbadges:assertion verify=\"https://example.edu/1?a=&quot;&amp;b=&lt;\">"
                 "<![CDATA[{}]]></openbadges:assertion></svg>");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(a_prefix_that_is_there)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    expect_image("<svg " SVG " " OB3 "></svg>", dough_of(BLZ_BAKING_3_0, "a.b.c"),
                 "<svg " SVG " " OB3 "><openbadges:credential verify=\"a.b.c\"/></svg>");
    expect_image("<svg " SVG " " OB2 "></svg>", dough_of(BLZ_BAKING_3_0, "a.b.c"),
                 "<svg " SVG " " OB2 "><openbadges:credential " OB3 " verify=\"a.b.c\"/></svg>");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(a_second_one_only_in_its_place)
{
    static const char image[] =
        "<svg " SVG " " OB2 "><g/><openbadges:assertion verify='x'>{}</openbadges:assertion> "
        "<openbadges:assertion/></svg>";
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(10000);
    char *why = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_dough dough = dough_of(BLZ_BAKING_2_0, "a.b.c");
    ck_assert_int_eq(blz_svg_bake(&out, ctx, image, strlen(image), &dough, &why), BLZ_ERR_EXISTS);
    ck_assert_ptr_nonnull(strstr(why, "already"));
    blz_free(why);
    dough.replace = true;
    expect_image(image, dough, "<svg " SVG " " OB2 "><openbadges:assertion verify=\"a.b.c\"/><g/> </svg>");
    blz_ctx_free(ctx);
}
END_TEST

static void expect_text(const char *image, const char *text, blz_baking baking)
{
    blz_baked baked = {0};
    ck_assert_ok(blz_svg_unbake(&baked, ctx, image, strlen(image), NULL));
    ck_assert_str_eq(baked.text, text);
    ck_assert_int_eq(baked.baking, baking);
    ck_assert_int_eq(baked.image, BLZ_IMAGE_SVG);
    blz_baked_clear(&baked);
}

static void expect_refused(const char *image, blz_status status, const char *words)
{
    blz_baked baked = {0};
    char *why = NULL;
    ck_assert_int_eq(blz_svg_unbake(&baked, ctx, image, strlen(image), &why), status);
    ck_assert_msg(why && strstr(why, words), "%s, not %s", why, words);
    blz_free(why);
}

START_TEST(which_text_counts)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    expect_text("<svg " SVG " " OB3
                "><openbadges:credential verify=' a.b.c '>\n </openbadges:credential></svg>",
                "a.b.c", BLZ_BAKING_3_0);
    expect_text("<svg " SVG " " OB2 "><openbadges:assertion verify='https://example.edu'>\n<![CDATA[ {} ]]>"
                "</openbadges:assertion></svg>",
                "{}", BLZ_BAKING_2_0);
    expect_text("<svg " SVG " " OB2 "><openbadges:assertion verify='https://example.edu'/></svg>",
                "https://example.edu", BLZ_BAKING_2_0);
    expect_refused("<svg " SVG " " OB3
                   "><openbadges:credential verify='a.b.c'>{}</openbadges:credential></svg>",
                   BLZ_ERR_INVALID, "as an attribute and another one as text");
    expect_refused("<svg " SVG " " OB3 "><openbadges:credential/></svg>", BLZ_ERR_SYNTAX, "is empty");
    expect_refused("<svg " SVG "/>", BLZ_ERR_NOT_FOUND, "no badge");
    expect_refused("<svg " SVG " " OB3 "><openbadges:credential verify='a'/><openbadges:credential/></svg>",
                   BLZ_ERR_INVALID, "more than one");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(what_cannot_be_baked)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(10000);
    static const char latin[] = "<?xml version='1.0' encoding='ISO-8859-1'?><svg " SVG "/>",
                      plain[] = "<svg " SVG "/>";
    char *why = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_dough dough = dough_of(BLZ_BAKING_3_0, "a.b.c"),
              odd = dough_of(BLZ_BAKING_3_0, "{\"a\": \"\xef\xbf\xbe\"}");
    ck_assert_int_eq(blz_svg_bake(&out, ctx, latin, strlen(latin), &dough, &why), BLZ_ERR_UNSUPPORTED);
    ck_assert_ptr_nonnull(strstr(why, "not in UTF-8"));
    ck_assert_int_eq(blz_svg_bake(&out, ctx, plain, strlen(plain), &odd, &why), BLZ_ERR_UNSUPPORTED);
    ck_assert_ptr_nonnull(strstr(why, "cannot carry"));
    blz_free(why);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(no_memory)
{
    static const char image[] = "<svg " SVG "/>";
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_dough dough = dough_of(BLZ_BAKING_3_0, "{}");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_buf) out = BLZ_BUF(10000);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_svg_bake(&out, ctx, image, strlen(image), &dough, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || (failed(&f) && status == BLZ_ERR_NOMEM));
    }
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("image/svg_bake", only_the_element_is_added, a_prefix_that_is_there, a_second_one_only_in_its_place,
          which_text_counts, what_cannot_be_baked, no_memory)
