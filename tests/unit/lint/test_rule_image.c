#include "unit/lint/patch.h"

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
    assert_message("image: images\n", "BLZ703", "the image file \"images\" is not there");
    assert_message("image: /etc/badge.svg\n", "BLZ703",
                   "\"/etc/badge.svg\" is neither a path from this file nor an https address");
    assert_message(
        "image: http://badges.example.edu/a.svg\n", "BLZ703",
        "\"http://badges.example.edu/a.svg\" is neither a path from this file nor an https address");
    assert_codes("image: ../../../../../../../../../../../x.svg\n", "008");
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

UNIT_MAIN("lint/rule_image", pictures_that_can_be_baked_pass, missing_ones_are_told, the_content_decides,
          the_issuer_has_a_picture_too)
