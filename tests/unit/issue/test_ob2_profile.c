#include "unit/issue/older.h"

static json_t *profile_of(const blz_definition *definition)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_t *profile = NULL;
    blz_status status = blz_ob2_profile_json(&profile, definition, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    return profile;
}

START_TEST(everything_of_the_issuer)
{
    struct older_file older;
    blz_definition *definition = older_open(&older);
    older_alone(&older);
    older.issuer.image = "https://badges.example.edu/logo.svg";
    json_auto_t *profile = profile_of(definition);
    ck_assert_str_eq(text_at(profile, "@context"), "https://w3id.org/openbadges/v2");
    ck_assert_str_eq(text_at(profile, "type"), "Issuer");
    ck_assert_str_eq(text_at(profile, "id"), "https://badges.example.edu/issuer");
    ck_assert_str_eq(text_at(profile, "name"), "Example School District");
    ck_assert_str_eq(text_at(profile, "url"), "https://www.example.edu");
    ck_assert_str_eq(text_at(profile, "email"), "badges@example.edu");
    ck_assert_str_eq(text_at(profile, "telephone"), "+12065550100");
    ck_assert_str_eq(text_at(profile, "description"), "Schools.");
    ck_assert_str_eq(text_at(profile, "image"), "https://badges.example.edu/logo.svg");
    ck_assert_uint_eq(json_object_size(profile), 10);
    older_close(&older);
}
END_TEST

START_TEST(only_keys_with_a_document_of_their_own)
{
    struct older_file older;
    const blz_definition *definition = older_open(&older);
    json_auto_t *one = profile_of(definition);
    ck_assert_str_eq(text_at(one, "publicKey"), OLDER_KEY);
    older.issuer.key_count = 3;
    json_auto_t *two = profile_of(definition);
    ck_assert_uint_eq(json_array_size(json_object_get(two, "publicKey")), 2);
    older.issuer.key_count = 1;
    json_auto_t *none = profile_of(definition);
    ck_assert_ptr_null(json_object_get(none, "publicKey"));
    ck_assert(blz_ob2_is_key_url(OLDER_KEY));
    ck_assert(!blz_ob2_is_key_url("http://badges.example.edu/key.json"));
    ck_assert(!blz_ob2_is_key_url("did:web:badges.example.edu"));
    older_close(&older);
}
END_TEST

START_TEST(what_is_missing_or_cannot_be_used_is_refused)
{
    struct older_file older;
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    const blz_definition *definition = older_open(&older);
    older.issuer.image = "no/such/logo.png";
    ck_assert_int_eq(blz_ob2_profile_build(&text, NULL, definition, 2, diags), BLZ_ERR_INVALID);
    ck_assert_str_eq(finding(diags, 0),
                     "BLZ703 /issuer/image the image file \"no/such/logo.png\" is not there");
    older.issuer.email = NULL;
    ck_assert_int_eq(blz_ob2_profile_build(&text, NULL, definition, 2, diags), BLZ_ERR_INVALID);
    ck_assert_str_eq(finding(diags, 1), "BLZ750 /issuer the issuer has no e-mail address");
    ck_assert_ptr_null(text);
    older_close(&older);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    struct older_file *older = user;
    BLZ_TRY(blz_diags_new(&diags));
    return blz_ob2_profile_build(&text, NULL, &older->file.definition, 2, diags);
}

START_TEST(every_allocation_may_fail)
{
    struct older_file older;
    older_open(&older);
    older.issuer.key_count = 3;
    older.issuer.image = "https://badges.example.edu/logo.svg";
    sweep_run(call, &older);
    older_close(&older);
}
END_TEST

UNIT_MAIN("issue/ob2_profile", everything_of_the_issuer, only_keys_with_a_document_of_their_own,
          what_is_missing_or_cannot_be_used_is_refused, every_allocation_may_fail)
