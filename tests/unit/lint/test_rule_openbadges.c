#include "unit/lint/patch.h"

START_TEST(the_id_is_https)
{
    assert_message("id: http://badges.example.edu/a\n", "BLZ701", "the id is an http address, not https");
    assert_message("id: urn:uuid:5f0c6b1e-7d1a-4a44-9d2c-0d1f0f6f2a11\n", "BLZ701",
                   "the id is not a web address");
}
END_TEST

START_TEST(http_has_a_sure_mend)
{
    BLZ_AUTO(blz_text) text = patch_base("id: http://badges.example.edu/a\n");
    BLZ_AUTO(blz_diags) diags = patch_lint(text);
    ck_assert_str_eq(blz_diags_at(diags, 0)->fix, "https://badges.example.edu/a");
}
END_TEST

START_TEST(alignments_lead_somewhere)
{
    assert_codes("competency: {statement: Designs a science lesson with data., alignments: []}\n", "705");
    assert_message(
        "competency: {statement: Designs a science lesson with data., alignments: [{name: SEP-4}]}\n",
        "BLZ706", "the alignment with \"SEP-4\" has no web address");
}
END_TEST

START_TEST(what_a_wall_of_badges_needs)
{
    assert_codes("# credits is left out\n# version is left out\n", "707 709");
    assert_message("description: D\n", "BLZ708",
                   "the description has 1 character; 30 to 400 fit a wall of badges");
    assert_codes(
        "description: \"\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4 "
        "12345678901234567\"\n",
        "708");
}
END_TEST

START_TEST(stacks_are_badges_too)
{
    assert_text_codes(
        "blazon: stack/1\nid: http://badges.example.edu/ct\nname: Data\ndescription: Short.\n"
        "issuer: issuer.yaml\nrequires:\n  - {credential: \"https://badges.example.edu/ct/a\"}\n",
        "702 709 801 804 701 708");
}
END_TEST

UNIT_MAIN("lint/rule_openbadges", the_id_is_https, http_has_a_sure_mend, alignments_lead_somewhere,
          what_a_wall_of_badges_needs, stacks_are_badges_too)
