#include "unit/unit.h"

#include <string.h>

#include "image/picture.h"

static blz_image_kind kind(const char *text)
{
    return blz_picture_kind(text, strlen(text));
}

static bool titled(const char *text)
{
    return blz_svg_has_title(text, strlen(text));
}

START_TEST(png_is_known_by_its_first_bytes)
{
    ck_assert_int_eq(kind("\x89PNG\r\n\x1A\nIHDR"), BLZ_IMAGE_PNG);
    ck_assert_int_eq(kind("\x89PNG\n"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind(""), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("\xFF\xD8\xFF JPEG"), BLZ_IMAGE_OTHER);
}
END_TEST

START_TEST(svg_is_known_by_its_root)
{
    ck_assert_int_eq(kind("<svg/>"), BLZ_IMAGE_SVG);
    ck_assert_int_eq(kind("\xEF\xBB\xBF \n<?xml version='1.0'?>\n<!-- <html> -->\n<svg xmlns='x'>"),
                     BLZ_IMAGE_SVG);
    ck_assert_int_eq(kind("<!DOCTYPE svg [ <!ENTITY a '<b>'> ]>\n<s:svg>"), BLZ_IMAGE_SVG);
    ck_assert_int_eq(kind("<!DOCTYPE svg PUBLIC 'x'><svg>"), BLZ_IMAGE_SVG);
}
END_TEST

START_TEST(other_markup_is_not_svg)
{
    ck_assert_int_eq(kind("<html><svg/></html>"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("an <svg/>"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("<svgs>"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("<!-- <svg>"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("<svg"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("<"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("<!"), BLZ_IMAGE_OTHER);
    ck_assert_int_eq(kind("< svg>"), BLZ_IMAGE_OTHER);
}
END_TEST

START_TEST(a_title_has_text)
{
    ck_assert(titled("<svg><title>Data Practices</title></svg>"));
    ck_assert(titled("<svg><!-- <title></title> --><s:title id='t'> x</s:title></svg>"));
    ck_assert(titled("<svg aria-label='Data Practices'/>"));
    ck_assert(!titled("<svg></svg>"));
    ck_assert(!titled("<svg><title> \n</title></svg>"));
    ck_assert(!titled("<svg><!-- <title>x</title> --></svg>"));
    ck_assert(!titled("<svg><![CDATA[<title>x</title>]]></svg>"));
    ck_assert(!titled("<svg><titles>x</titles></svg>"));
    ck_assert(!titled(""));
}
END_TEST

UNIT_MAIN("image/picture", png_is_known_by_its_first_bytes, svg_is_known_by_its_root, other_markup_is_not_svg,
          a_title_has_text)
