#include "credential/identity.h"
#include "unit/issue/older.h"

static blz_status put(json_t **assertion, blz_diags *diags, const blz_credential_options *options)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    *assertion = json_object();
    return blz_ob2_recipient_put(*assertion, ctx, options, diags);
}

static json_t *recipient_of(blz_credential_options options)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *assertion = NULL;
    ck_assert_ok(put(&assertion, diags, &options));
    ck_assert_uint_eq(json_object_size(assertion), 1);
    return json_incref(json_object_get(assertion, "recipient"));
}

static void expect_hash(const json_t *recipient, const char *type, const char *identity)
{
    bool matches = false;
    ck_assert_str_eq(text_at(recipient, "type"), type);
    ck_assert(json_is_true(json_object_get(recipient, "hashed")));
    ck_assert_uint_eq(strlen(text_at(recipient, "salt")), 32);
    ck_assert_ok(
        blz_identity_matches(&matches, text_at(recipient, "identity"), identity, text_at(recipient, "salt")));
    ck_assert(matches);
    ck_assert_uint_eq(json_object_size(recipient), 4);
}

START_TEST(addresses_are_hashed)
{
    json_auto_t *email = recipient_of((blz_credential_options){.recipient = "mailto:jane%2Bct@example.edu"});
    expect_hash(email, "email", "jane+ct@example.edu");
    json_auto_t *url = recipient_of((blz_credential_options){.recipient = "https://jane.example.edu/"});
    expect_hash(url, "url", "https://jane.example.edu/");
}
END_TEST

START_TEST(or_stand_in_clear)
{
    json_auto_t *plain = recipient_of(
        (blz_credential_options){.recipient = "mailto:jane@example.edu", .plain_identity = true});
    ck_assert_str_eq(text_at(plain, "identity"), "jane@example.edu");
    ck_assert(json_is_false(json_object_get(plain, "hashed")));
    ck_assert_uint_eq(json_object_size(plain), 3);
}
END_TEST

static void refuses(const char *recipient, const char *expected, const char *hint)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *assertion = NULL;
    ck_assert_int_eq(put(&assertion, diags, &(blz_credential_options){.recipient = recipient}),
                     BLZ_ERR_ARGUMENT);
    ck_assert_str_eq(finding(diags, 0), expected);
    if (hint) ck_assert_str_eq(blz_diags_at(diags, 0)->hint, hint);
}

START_TEST(others_cannot_be_named)
{
    refuses("did:web:jane.example.edu",
            "BLZ903 - the recipient \"did:web:jane.example.edu\" is not one that Open Badges 2.0 can name",
            "name mailto: with an e-mail address, or a web address of the person");
    refuses("jane@example.edu",
            "BLZ903 - the recipient \"jane@example.edu\" is not one that Open Badges 2.0 can name",
            "write mailto:jane@example.edu");
    refuses("https://", "BLZ903 - the recipient \"https://\" is not one that Open Badges 2.0 can name", NULL);
    refuses("mailto:jane", "BLZ903 - \"mailto:jane\" is not one e-mail address", NULL);
    refuses(NULL, "none", NULL);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    json_auto_t *assertion = json_object();
    BLZ_TRY_MEM(assertion);
    BLZ_TRY(blz_diags_new(&diags));
    return blz_ob2_recipient_put(assertion, user,
                                 &(blz_credential_options){.recipient = "mailto:jane@example.edu"}, diags);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    sweep_run(call, ctx);
}
END_TEST

UNIT_MAIN("issue/ob2_recipient", addresses_are_hashed, or_stand_in_clear, others_cannot_be_named,
          every_allocation_may_fail)
