#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "image/svg.h"

#define SVG "xmlns=\"http://www.w3.org/2000/svg\""
#define OB3 "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\""
#define OB2 "xmlns:openbadges=\"http://openbadges.org\""

static blz_status read_svg(blz_svg *svg, const char *text, char **why)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 2000);
    blz_status status = blz_svg_read(svg, ctx, text, strlen(text), why);
    blz_ctx_free(ctx);
    return status;
}

static void expect_refused(const char *text, blz_status status, const char *words)
{
    BLZ_SCOPED(blz_svg) svg = {0};
    char *why = NULL;
    ck_assert_int_eq(read_svg(&svg, text, &why), status);
    ck_assert_msg(why && strstr(why, words), "%s, not %s", why, words);
    blz_free(why);
}

START_TEST(where_things_stand)
{
    static const char text[] =
        "<?xml version='1.0' encoding='Utf-8'?><!-- > -->\n<svg " SVG " " OB3
        " title='a > b'><g/><openbadges:credential verify='a.b.c'/><openbadges:credential>{ "
        "<![CDATA[}]]></openbadges:credential></svg>";
    BLZ_SCOPED(blz_svg) svg = {0};
    ck_assert_ok(read_svg(&svg, text, NULL));
    ck_assert(svg.ascii);
    ck_assert_ptr_eq(text + svg.tag, strstr(text, "<svg"));
    ck_assert_ptr_eq(text + svg.tag_end, strstr(text, "<g/>"));
    ck_assert_int_eq(svg.prefix, BLZ_BAKING_3_0);
    ck_assert(svg.prefix_taken && svg.ascii);
    ck_assert_uint_eq(svg.count, 2);
    ck_assert_ptr_eq(text + svg.spans[0].start, strstr(text, "<openbadges"));
    ck_assert_ptr_eq(text + svg.spans[0].end, strstr(text, "<openbadges:credential>"));
    ck_assert_ptr_eq(text + svg.spans[1].end, strstr(text, "</svg>"));
    ck_assert_str_eq(svg.verify, "a.b.c");
    ck_assert_uint_eq(svg.body.length, 0);
}
END_TEST

/* Names are by namespace, whatever their prefix. */
START_TEST(names)
{
    BLZ_SCOPED(blz_svg) one = {0}, two = {0}, none = {0};
    ck_assert_ok(read_svg(
        &one, "<svg " SVG "><o:assertion xmlns:o='http://openbadges.org'>{}</o:assertion></svg>", NULL));
    ck_assert_int_eq(one.baking, BLZ_BAKING_2_0);
    ck_assert_str_eq(one.body.data, "{}");
    ck_assert(!one.prefix_taken);
    ck_assert_ok(read_svg(
        &two, "<s:svg xmlns:s='http://www.w3.org/2000/svg' " OB2 "><g><openbadges:assertion/></g></s:svg>",
        NULL));
    ck_assert_uint_eq(two.count, 1);
    ck_assert_int_eq(two.prefix, BLZ_BAKING_2_0);
    ck_assert_ok(read_svg(&none,
                          "<svg " SVG " xmlns:openbadges='https://example.com'><openbadges:credential/>"
                          "<credential/></svg>",
                          NULL));
    ck_assert_uint_eq(none.count, 0);
    ck_assert(none.prefix_taken && none.prefix == BLZ_BAKING_AUTO);
}
END_TEST

START_TEST(encodings)
{
    BLZ_SCOPED(blz_svg) latin = {0}, bom = {0};
    ck_assert_ok(read_svg(&latin, "<?xml version='1.0' encoding='ISO-8859-1'?><svg " SVG "/>", NULL));
    ck_assert(!latin.ascii);
    ck_assert_ok(read_svg(&bom, "\xef\xbb\xbf<svg " SVG "/>", NULL));
    ck_assert(bom.ascii);
}
END_TEST

START_TEST(the_dtd_of_svg_is_only_named)
{
    BLZ_SCOPED(blz_svg) svg = {0};
    ck_assert_ok(
        read_svg(&svg, "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg " SVG "/>", NULL));
}
END_TEST

START_TEST(what_is_refused)
{
    expect_refused("<!DOCTYPE svg SYSTEM 'svg.dtd'><svg " SVG ">&a;</svg>", BLZ_ERR_SYNTAX,
                   "does not define");
    expect_refused("<!DOCTYPE svg SYSTEM 'svg.dtd'><svg " SVG " " OB3
                   "><openbadges:credential verify='&amp;&a;'/></svg>",
                   BLZ_ERR_SYNTAX, "does not define");
    expect_refused("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg " SVG ">&a;</svg>", BLZ_ERR_SYNTAX, "<!DOCTYPE>");
    expect_refused("<svg " SVG ">&a;</svg>", BLZ_ERR_SYNTAX, "undefined entity");
    expect_refused("<svg " SVG "><a:b/></svg>", BLZ_ERR_SYNTAX, "unbound prefix");
    expect_refused("<svg/>", BLZ_ERR_SYNTAX, "outermost element");
    expect_refused("<html " SVG "><svg/></html>", BLZ_ERR_SYNTAX, "outermost element");
    expect_refused("<svg " SVG ">\n<g>\n</svg>", BLZ_ERR_SYNTAX, "mismatched tag (at line 3, column 3)");
    expect_refused("<svg " SVG ">", BLZ_ERR_SYNTAX, "not well-formed");
    expect_refused("<svg " SVG "/><svg/>", BLZ_ERR_SYNTAX, "not well-formed");
    expect_refused("<svg " SVG " " OB3 "><openbadges:credential verify='a' verify='b'/></svg>",
                   BLZ_ERR_SYNTAX, "duplicate attribute");
    expect_refused("<svg " SVG " " OB3 "><openbadges:credential><g/></openbadges:credential></svg>",
                   BLZ_ERR_SYNTAX, "other elements inside");
}
END_TEST

START_TEST(how_much)
{
    BLZ_SCOPED(blz_buf) many = BLZ_BUF(100000), large = BLZ_BUF(100000);
    blz_buf_puts(&many, "<svg " SVG " " OB3 ">");
    for (int i = 0; i <= BLZ_SVG_CREDENTIALS_MAX; i++)
        blz_buf_puts(&many, "<openbadges:credential/>");
    blz_buf_puts(&many, "</svg>");
    expect_refused(many.data, BLZ_ERR_LIMIT, "too many badges");
    blz_buf_puts(&large, "<svg " SVG " " OB3 "><openbadges:credential>");
    blz_buf_fill(&large, 'x', 2001);
    blz_buf_puts(&large, "</openbadges:credential></svg>");
    expect_refused(large.data, BLZ_ERR_LIMIT, "larger than blazon reads");
}
END_TEST

START_TEST(very_deep)
{
    BLZ_SCOPED(blz_buf) deep = BLZ_BUF(10000000);
    blz_buf_puts(&deep, "<svg " SVG ">");
    for (int i = 0; i < 200000; i++)
        blz_buf_puts(&deep, "<g>");
    expect_refused(deep.data, BLZ_ERR_LIMIT, "nested too deeply");
}
END_TEST

START_TEST(no_memory)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_svg) svg = {0};
        blz_ctx *ctx = NULL;
        static const char text[] =
            "<svg " SVG " " OB2 "><openbadges:assertion verify='a'>{}</openbadges:assertion></svg>";
        ck_assert_ok(blz_ctx_new(&ctx));
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_svg_read(&svg, ctx, text, strlen(text), NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || (failed(&f) && status == BLZ_ERR_NOMEM));
        blz_ctx_free(ctx);
    }
}
END_TEST

UNIT_MAIN("image/svg", where_things_stand, names, encodings, the_dtd_of_svg_is_only_named, what_is_refused,
          how_much, very_deep, no_memory)
