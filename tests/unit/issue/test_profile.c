#include "issue/achievement.h"
#include "unit/issue/sample.h"

START_TEST(says_who_the_issuer_is)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *profile = NULL;
    ck_assert_ok(blz_profile_json(&profile, sample_open(&file), true, diags));
    ck_assert_str_eq(text_at(profile, "id"), "https://badges.example.edu/issuer");
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(profile, "type"), 0)), "Profile");
    ck_assert_str_eq(text_at(profile, "name"), "Example School District");
    ck_assert_str_eq(text_at(profile, "url"), "https://www.example.edu");
    ck_assert_str_eq(text_at(profile, "email"), "badges@example.edu");
    ck_assert_str_eq(text_at(profile, "phone"), "+12065550100");
    ck_assert_str_eq(text_at(profile, "description"), "Schools.");
    ck_assert_ptr_null(json_object_get(profile, "image"));
    sample_close(&file);
}
END_TEST

START_TEST(a_logo_that_is_a_file_is_embedded_once)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *part = NULL;
    json_t *whole = NULL;
    blz_issuer issuer = sample_issuer;
    blz_definition *definition = sample_open(&file);
    issuer.image = "no/such/logo.png";
    definition->issuer = &issuer;
    ck_assert_ok(blz_profile_json(&part, definition, false, diags));
    ck_assert_ptr_null(json_object_get(part, "image"));
    ck_assert_int_eq(blz_profile_json(&whole, definition, true, diags), BLZ_ERR_INVALID);
    ck_assert_str_eq(finding(diags, 0),
                     "BLZ703 /issuer/image the image file \"no/such/logo.png\" is not there");
    ck_assert_ptr_null(whole);
    sample_close(&file);
}
END_TEST

START_TEST(an_address_of_a_logo_is_written_always)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *profile = NULL;
    blz_issuer issuer = sample_issuer;
    blz_definition *definition = sample_open(&file);
    issuer.image = "https://example.edu/logo.svg";
    definition->issuer = &issuer;
    ck_assert_ok(blz_profile_json(&profile, definition, false, diags));
    ck_assert_str_eq(text_at(json_object_get(profile, "image"), "id"), "https://example.edu/logo.svg");
    sample_close(&file);
}
END_TEST

UNIT_MAIN("issue/profile", says_who_the_issuer_is, a_logo_that_is_a_file_is_embedded_once,
          an_address_of_a_logo_is_written_always)
