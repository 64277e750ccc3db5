#include "crypto/key.h"
#include "jose/jws.h"
#include "unit/issue/sample.h"

#include <blazon/issue.h>

static const blz_credential_options to_jane = {.recipient = "did:web:example.edu:jane",
                                               .id = "urn:uuid:00000000-0000-4000-8000-000000000000"};

static blz_key *sample_key(blz_ctx *ctx)
{
    blz_key *key = NULL;
    ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_ED25519, 0));
    return key;
}

static void expect_kid(const struct sample_file *file, blz_ctx *ctx, const blz_key *key,
                       const blz_sign_options *options, const char *expected)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) token = NULL;
    BLZ_AUTO(blz_jws) jws = NULL;
    blz_status status = blz_issue_jwt(&token, ctx, &file->definition, &to_jane, key, options, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_ok(blz_jws_parse(&jws, ctx, token, strlen(token), NULL));
    ck_assert_ok(blz_jws_verify(jws, key, NULL));
    ck_assert_str_eq(text_at(jws->header, "kid"), expected);
}

START_TEST(builds_and_signs)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    BLZ_AUTO(blz_text) fragment = NULL;
    char kid[200];
    sample_open(&file);
    ck_assert_ok(blz_key_fragment(&fragment, key));
    snprintf(kid, sizeof kid, "https://badges.example.edu/issuer#%s", fragment);
    expect_kid(&file, ctx, key, NULL, kid);
    sample_close(&file);
}
END_TEST

START_TEST(a_listed_key_is_found_by_its_fragment)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    BLZ_AUTO(blz_text) fragment = NULL;
    char listed[200];
    const char *keys[] = {"https://keys.example.edu/old", "https://keys.example.edu/all#other", listed};
    blz_issuer issuer = sample_issuer;
    issuer.keys = keys;
    issuer.key_count = 3;
    sample_open(&file);
    file.definition.issuer = &issuer;
    ck_assert_ok(blz_key_fragment(&fragment, key));
    snprintf(listed, sizeof listed, "https://keys.example.edu/all#%s", fragment);
    expect_kid(&file, ctx, key, NULL, listed);
    blz_sign_options other = {.verification_method = "https://keys.example.edu/new"};
    expect_kid(&file, ctx, key, &other, "https://keys.example.edu/new");
    sample_close(&file);
}
END_TEST

START_TEST(a_key_that_is_not_listed_is_refused)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    BLZ_AUTO(blz_diags) diags = new_diags();
    const char *keys[] = {"https://keys.example.edu/all#other"};
    char *token = NULL;
    blz_issuer issuer = sample_issuer;
    issuer.keys = keys;
    issuer.key_count = 1;
    sample_open(&file);
    file.definition.issuer = &issuer;
    ck_assert_int_eq(blz_issue_jwt(&token, ctx, &file.definition, &to_jane, key, NULL, diags),
                     BLZ_ERR_ARGUMENT);
    ck_assert_str_eq(finding(diags, 0),
                     "BLZ903 - none of the keys that the issuer lists is the key that signs");
    ck_assert_ptr_null(token);
    sample_close(&file);
}
END_TEST

START_TEST(a_token_needs_an_id_of_the_person)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *token = NULL;
    blz_credential_options options = {.recipient = "mailto:jane@example.edu"};
    ck_assert_int_eq(blz_issue_jwt(&token, ctx, sample_open(&file), &options, key, NULL, diags),
                     BLZ_ERR_ARGUMENT);
    ck_assert_str_eq(finding(diags, 0),
                     "BLZ903 - a token needs an id of the recipient, and an e-mail address is none");
    ck_assert_ptr_nonnull(strstr(blz_diags_at(diags, 0)->hint, "--subject-id urn:uuid"));
    sample_close(&file);
}
END_TEST

struct attempt {
    struct sample_file file;
    blz_ctx *ctx;
    blz_key *key;
};

static blz_status call(void *user)
{
    struct attempt *attempt = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) token = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    return blz_issue_jwt(&token, attempt->ctx, &attempt->file.definition, &to_jane, attempt->key, NULL,
                         diags);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    struct attempt attempt = {.ctx = ctx, .key = key};
    sample_open(&attempt.file);
    ck_assert_ok(call(&attempt));
    sweep_run(call, &attempt);
    sample_close(&attempt.file);
}
END_TEST

UNIT_MAIN("issue/signed", builds_and_signs, a_listed_key_is_found_by_its_fragment,
          a_key_that_is_not_listed_is_refused, a_token_needs_an_id_of_the_person, every_allocation_may_fail)
