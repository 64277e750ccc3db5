#include "issue/options.h"
#include "unit/issue/sample.h"

static blz_status put(json_t **subject, blz_diags *diags, const blz_credential_options *options)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    *subject = json_object();
    return blz_recipient_put(*subject, ctx, options, diags);
}

static void accepts_id(const char *recipient)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = NULL;
    ck_assert_ok(put(&subject, diags, &(blz_credential_options){.recipient = recipient}));
    ck_assert_str_eq(text_at(subject, "id"), recipient);
    ck_assert_uint_eq(json_object_size(subject), 1);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
}

static void refuses(blz_credential_options options, const char *expected, const char *hint)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = NULL;
    ck_assert_int_eq(put(&subject, diags, &options), BLZ_ERR_ARGUMENT);
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    ck_assert_str_eq(finding(diags, 0), expected);
    if (hint) ck_assert_str_eq(blz_diags_at(diags, 0)->hint, hint);
}

START_TEST(ids_stay_as_they_are)
{
    accepts_id("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK");
    accepts_id("did:web:example.edu%3A8443:jane");
    accepts_id("https://example.edu/people/jane");
    accepts_id("HTTPS://example.edu/people/jane");
    accepts_id("http://example.edu/");
    accepts_id("urn:uuid:6f1c2c7e-0000-4000-8000-000000000000");
}
END_TEST

START_TEST(other_texts_are_refused)
{
#define NOT_ONE(text) "BLZ903 - the recipient \"" text "\" is not one that a badge can name"
    refuses((blz_credential_options){.recipient = "jane@example.edu"}, NOT_ONE("jane@example.edu"),
            "write mailto:jane@example.edu");
    const char *hint = "name a DID, a web address, a urn: or mailto: with an e-mail address";
    refuses((blz_credential_options){.recipient = "Jane"}, NOT_ONE("Jane"), hint);
    refuses((blz_credential_options){.recipient = ""}, NOT_ONE(""), hint);
    refuses((blz_credential_options){.recipient = "did:key"}, NOT_ONE("did:key"), hint);
    refuses((blz_credential_options){.recipient = "did:KEY:z6"}, NOT_ONE("did:KEY:z6"), hint);
    refuses((blz_credential_options){.recipient = "did:key:"}, NOT_ONE("did:key:"), hint);
    refuses((blz_credential_options){.recipient = "https:///jane"}, NOT_ONE("https:///jane"), hint);
    refuses((blz_credential_options){.recipient = "urn:uuid"}, NOT_ONE("urn:uuid"), hint);
    refuses((blz_credential_options){.recipient = "ftp://example.edu/"}, NOT_ONE("ftp://example.edu/"), hint);
    refuses((blz_credential_options){.recipient = "https://example.edu/a b"},
            NOT_ONE("https://example.edu/a b"), hint);
    refuses((blz_credential_options){.recipient = "https://example.edu/\xff"},
            NOT_ONE("https://example.edu/\xff"), hint);
}
END_TEST

START_TEST(an_address_is_hashed_with_a_salt)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = NULL;
    ck_assert_ok(put(&subject, diags, &(blz_credential_options){.recipient = "mailto:a%2Bct@example.com"}));
    const json_t *identity = json_array_get(json_object_get(subject, "identifier"), 0);
    ck_assert_ptr_null(json_object_get(subject, "id"));
    ck_assert_str_eq(text_at(identity, "salt"), "000102030405060708090a0b0c0d0e0f");
    ck_assert_uint_eq(strlen(text_at(identity, "identityHash")), 7 + 64);
    ck_assert(json_is_true(json_object_get(identity, "hashed")));
}
END_TEST

START_TEST(an_address_can_stay_in_clear)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = NULL;
    blz_credential_options options = {
        .recipient = "MAILTO:Jane%2Bct@example.com", .plain_identity = true, .subject_id = "urn:uuid"};
    ck_assert_ok(put(&subject, diags, &options));
    const json_t *identity = json_array_get(json_object_get(subject, "identifier"), 0);
    ck_assert_str_eq(text_at(identity, "identityHash"), "Jane+ct@example.com");
    ck_assert_str_eq(text_at(subject, "id"), "urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f");
}
END_TEST

START_TEST(addresses_that_are_none_are_refused)
{
#define NO_ADDRESS(text) "BLZ903 - \"" text "\" is not one e-mail address"
    refuses((blz_credential_options){.recipient = "mailto:"}, NO_ADDRESS("mailto:"), NULL);
    refuses((blz_credential_options){.recipient = "mailto:jane"}, NO_ADDRESS("mailto:jane"), NULL);
    refuses((blz_credential_options){.recipient = "mailto:a@example.edu?subject=x"},
            NO_ADDRESS("mailto:a@example.edu?subject=x"), NULL);
    refuses((blz_credential_options){.recipient = "mailto:a@example.edu,b@example.edu"},
            NO_ADDRESS("mailto:a@example.edu,b@example.edu"), NULL);
    refuses((blz_credential_options){.recipient = "mailto:a%00@example.edu"},
            NO_ADDRESS("mailto:a%00@example.edu"), NULL);
    refuses((blz_credential_options){.recipient = "mailto:a%2@example.edu"},
            NO_ADDRESS("mailto:a%2@example.edu"), NULL);
    refuses((blz_credential_options){.recipient = "mailto:a%ff@example.edu"},
            NO_ADDRESS("mailto:a%ff@example.edu"), NULL);
}
END_TEST

START_TEST(options_that_do_not_go_together_are_refused)
{
    refuses((blz_credential_options){.recipient = "did:web:example.edu", .subject_id = "urn:uuid"},
            "BLZ903 - a subject id was given, but the recipient is an id already", NULL);
    refuses((blz_credential_options){.recipient = "did:web:example.edu", .plain_identity = true},
            "BLZ903 - a plain identity was asked for, but the recipient is no e-mail address", NULL);
    refuses((blz_credential_options){.recipient = "mailto:a@example.edu", .subject_id = "jane"},
            "BLZ903 - the subject id \"jane\" is not a URI", NULL);
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = NULL;
    ck_assert_int_eq(put(&subject, diags, &(blz_credential_options){0}), BLZ_ERR_ARGUMENT);
}
END_TEST

static blz_status call(void *user)
{
    json_auto_t *subject = json_object();
    BLZ_AUTO(blz_diags) diags = NULL;
    blz_credential_options options = {.recipient = "mailto:a@example.edu", .subject_id = "urn:uuid"};
    BLZ_TRY_MEM(subject);
    BLZ_TRY(blz_diags_new(&diags));
    return blz_recipient_put(subject, user, &options, diags);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    sweep_run(call, ctx);
}
END_TEST

UNIT_MAIN("issue/recipient", ids_stay_as_they_are, other_texts_are_refused, an_address_is_hashed_with_a_salt,
          an_address_can_stay_in_clear, addresses_that_are_none_are_refused,
          options_that_do_not_go_together_are_refused, every_allocation_may_fail)
