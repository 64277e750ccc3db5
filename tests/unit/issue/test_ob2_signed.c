#include "codec/json_read.h"
#include "crypto/key.h"
#include "jose/jws.h"
#include "unit/issue/older.h"

static const blz_credential_options to_jane = {.recipient = "mailto:jane@example.edu"};

static blz_key *new_key(blz_ctx *ctx, blz_key_type type)
{
    blz_key *key = NULL;
    ck_assert_ok(blz_key_generate(&key, ctx, type, type == BLZ_KEY_RSA ? 2048 : 0));
    return key;
}

START_TEST(a_token_that_the_key_verifies)
{
    struct older_file older;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_RSA);
    BLZ_AUTO(blz_text) token = NULL;
    BLZ_AUTO(blz_jws) jws = NULL;
    json_auto_t *assertion = NULL;
    const char *reason = NULL;
    ck_assert_ok(blz_ob2_assertion_sign(&token, ctx, older_open(&older), &to_jane, key, NULL, diags));
    ck_assert_ok(blz_jws_parse(&jws, ctx, token, strlen(token), &reason));
    ck_assert_str_eq(text_at(jws->header, "alg"), "RS256");
    ck_assert_uint_eq(json_object_size(jws->header), 1);
    ck_assert_ok(blz_jws_verify(jws, key, &reason));
    ck_assert_ok(blz_json_parse(&assertion, jws->payload, jws->payload_length, 64, NULL, NULL));
    const json_t *verification = json_object_get(assertion, "verification");
    ck_assert_str_eq(text_at(verification, "type"), "SignedBadge");
    ck_assert_str_eq(text_at(verification, "creator"), OLDER_KEY);
    ck_assert_int_eq(strncmp(text_at(assertion, "id"), "urn:uuid:", 9), 0);
    older_close(&older);
}
END_TEST

static void refuses(const blz_definition *definition, const blz_key *key, const char *url, blz_status status,
                    const char *expected)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *token = NULL;
    ck_assert_int_eq(blz_ob2_assertion_sign(&token, ctx, definition, &to_jane, key, url, diags), status);
    ck_assert_str_eq(finding(diags, 0), expected);
    ck_assert_ptr_null(token);
}

START_TEST(the_issuer_lists_the_key)
{
    struct older_file older;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_RSA);
    BLZ_AUTO(blz_key) other = new_key(ctx, BLZ_KEY_ED25519);
    const blz_definition *definition = older_open(&older);
    refuses(definition, key, "https://badges.example.edu/other.json", BLZ_ERR_ARGUMENT,
            "BLZ903 - the issuer does not list the key \"https://badges.example.edu/other.json\"");
    refuses(definition, key, older_keys[0], BLZ_ERR_ARGUMENT,
            "BLZ903 - \"https://badges.example.edu/issuer#z6Mk\" is not the https address of a document");
    older.issuer.key_count = 1;
    refuses(definition, key, NULL, BLZ_ERR_ARGUMENT,
            "BLZ903 - the issuer lists no key that Open Badges 2.0 could find");
    older.issuer.key_count = 3;
    refuses(definition, key, NULL, BLZ_ERR_ARGUMENT,
            "BLZ903 - the issuer lists several keys, and it is not said which this is");
    refuses(definition, other, OLDER_KEY, BLZ_ERR_ARGUMENT,
            "BLZ903 - the key is an Ed25519 key, and badges of Open Badges 2.0 are signed with RSA");
    older.file.credential.image = NULL;
    refuses(definition, key, OLDER_KEY, BLZ_ERR_INVALID, "BLZ750 /blazon the badge has no image");
    older_alone(&older);
    refuses(definition, key, OLDER_KEY, BLZ_ERR_ARGUMENT, "none");
    older_close(&older);
}
END_TEST

START_TEST(one_of_several_keys)
{
    struct older_file older;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_RSA);
    BLZ_AUTO(blz_text) token = NULL;
    const blz_definition *definition = older_open(&older);
    older.issuer.key_count = 3;
    ck_assert_ok(blz_ob2_assertion_sign(&token, ctx, definition, &to_jane, key, older_keys[2], diags));
    older_close(&older);
}
END_TEST

struct signing {
    struct older_file older;
    blz_key *key;
};

static blz_status call(void *user)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) token = NULL;
    struct signing *signing = user;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, sample_random, NULL);
    return blz_ob2_assertion_sign(&token, ctx, &signing->older.file.definition, &to_jane, signing->key, NULL,
                                  diags);
}

START_TEST(every_allocation_may_fail)
{
    struct signing signing;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    signing.key = new_key(ctx, BLZ_KEY_RSA);
    older_open(&signing.older);
    sweep_run(call, &signing);
    older_close(&signing.older);
    blz_key_free(signing.key);
}
END_TEST

UNIT_MAIN("issue/ob2_signed", a_token_that_the_key_verifies, the_issuer_lists_the_key, one_of_several_keys,
          every_allocation_may_fail)
