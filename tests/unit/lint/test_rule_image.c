#include "unit/lint/folder.h"
#include "unit/lint/patch.h"

#include "image/picture.h"

START_TEST(pictures_that_can_be_baked_pass)
{
    assert_codes("image: images/badge.svg\n", "");
    assert_codes("image: images/badge.png\n", "");
    assert_codes("image: https://badges.example.edu/a.svg\n", "");
    assert_codes("# image is left out\n", "702");
}
END_TEST

START_TEST(missing_ones_are_told)
{
    assert_message("image: images/none.svg\n", "BLZ703", "the image file \"images/none.svg\" is not there");
    assert_message("image: images\n", "BLZ703", "\"images\" is not a file");
    assert_message("image: /etc/badge.svg\n", "BLZ703",
                   "\"/etc/badge.svg\" is neither a path from this file nor an https address");
    assert_message(
        "image: http://badges.example.edu/a.svg\n", "BLZ703",
        "\"http://badges.example.edu/a.svg\" is neither a path from this file nor an https address");
    assert_codes("image: ../../../../../../../../../../../x.svg\n", "008");
}
END_TEST

START_TEST(large_ones_are_told)
{
    static const char text[] =
        "blazon: issuer/1\nid: https://badges.example.edu/i\nname: I\nimage: large.png\n";
    blz_ctx *ctx = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    folder f = folder_enter();
    folder_file("large.png", "");
    ck_assert_int_eq(truncate("large.png", BLZ_PICTURE_MAX + 1), 0);
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_lint_text(diags, ctx, "issuer.yaml", text, strlen(text), NULL));
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ720");
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, "the image \"large.png\" is larger than 512 KiB");
    blz_ctx_free(ctx);
    folder_leave(&f);
}
END_TEST

START_TEST(the_content_decides)
{
    assert_message("image: images/photo.png\n", "BLZ704",
                   "\"images/photo.png\" is neither a PNG nor an SVG picture");
    assert_message("image: images/drawing.png\n", "BLZ704",
                   "\"images/drawing.png\" holds SVG data under another name");
    assert_message("image: images/bitmap.jpg\n", "BLZ704",
                   "\"images/bitmap.jpg\" holds PNG data under another name");
    assert_codes("image: images/untitled.svg\n", "803");
}
END_TEST

START_TEST(the_issuer_has_a_picture_too)
{
    assert_text_codes(
        "blazon: issuer/1\nid: https://badges.example.edu/i\nname: I\nimage: images/badge.svg\n", "");
    assert_text_codes("blazon: issuer/1\nid: https://badges.example.edu/i\nname: I\n", "");
    assert_text_codes("blazon: issuer/1\nid: https://badges.example.edu/i\nname: I\nimage: images/none.svg\n",
                      "703");
    assert_codes("issuer: {id: \"https://badges.example.edu/i\", name: I, image: images/untitled.svg}\n",
                 "803");
}
END_TEST

UNIT_MAIN("lint/rule_image", pictures_that_can_be_baked_pass, missing_ones_are_told, large_ones_are_told,
          the_content_decides, the_issuer_has_a_picture_too)
