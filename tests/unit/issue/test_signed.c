#include "credential/integrity.h"
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

/* The badge as JSON; `options` as for blz_issue_proof(). */
static json_t *issued(struct sample_file *file, blz_ctx *ctx, const blz_key *key,
                      const blz_credential_options *who, const blz_proof_options *options)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) text = NULL;
    size_t length = 0;
    blz_status status = blz_issue_proof(&text, &length, ctx, &file->definition, who, key, options, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_uint_eq(length, strlen(text));
    ck_assert_int_eq(strchr(text, '\n') != NULL, who->indent > 0);
    json_t *badge = json_loads(text, 0, NULL);
    BLZ_AUTO(blz_integrity) sealed = NULL;
    ck_assert_ok(blz_integrity_open(&sealed, ctx, badge));
    ck_assert_ok(blz_integrity_verify(sealed, 0, key, NULL));
    return badge;
}

START_TEST(builds_and_puts_a_proof_in)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    BLZ_AUTO(blz_text) fragment = NULL;
    char method[200];
    blz_proof_options jcs = {.suite = "eddsa-jcs-2022", .indent = 7};
    blz_credential_options indented = to_jane;
    indented.indent = 2;
    sample_open(&file);
    ck_assert_ok(blz_key_fragment(&fragment, key));
    snprintf(method, sizeof method, "https://badges.example.edu/issuer#%s", fragment);
    json_auto_t *one = issued(&file, ctx, key, &to_jane, NULL);
    json_auto_t *two = issued(&file, ctx, key, &indented, &jcs);
    ck_assert_str_eq(text_at(json_object_get(one, "proof"), "cryptosuite"), "eddsa-rdfc-2022");
    ck_assert_str_eq(text_at(json_object_get(one, "proof"), "verificationMethod"), method);
    ck_assert_str_eq(text_at(json_object_get(two, "proof"), "cryptosuite"), "eddsa-jcs-2022");
    sample_close(&file);
}
END_TEST

START_TEST(a_proof_needs_no_id_of_the_person)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    blz_credential_options options = {.recipient = "mailto:jane@example.edu"};
    sample_open(&file);
    json_auto_t *badge = issued(&file, ctx, key, &options, NULL);
    ck_assert_ptr_null(json_object_get(json_object_get(badge, "credentialSubject"), "id"));
    sample_close(&file);
}
END_TEST

START_TEST(a_proof_names_a_listed_key)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    BLZ_AUTO(blz_text) fragment = NULL;
    char listed[200];
    const char *keys[] = {listed};
    blz_issuer issuer = sample_issuer;
    issuer.keys = keys;
    issuer.key_count = 1;
    sample_open(&file);
    file.definition.issuer = &issuer;
    ck_assert_ok(blz_key_fragment(&fragment, key));
    snprintf(listed, sizeof listed, "https://keys.example.edu/all#%s", fragment);
    json_auto_t *badge = issued(&file, ctx, key, &to_jane, NULL);
    ck_assert_str_eq(text_at(json_object_get(badge, "proof"), "verificationMethod"), listed);
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

static blz_status call_proof(void *user)
{
    struct attempt *attempt = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) badge = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    return blz_issue_proof(&badge, NULL, attempt->ctx, &attempt->file.definition, &to_jane, attempt->key,
                           NULL, diags);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = sample_key(ctx);
    struct attempt attempt = {.ctx = ctx, .key = key};
    sample_open(&attempt.file);
    ck_assert_ok(call(&attempt));
    sweep_run(call, &attempt);
    sweep_run(call_proof, &attempt);
    sample_close(&attempt.file);
}
END_TEST

UNIT_MAIN("issue/signed", builds_and_signs, a_listed_key_is_found_by_its_fragment,
          a_key_that_is_not_listed_is_refused, a_token_needs_an_id_of_the_person, builds_and_puts_a_proof_in,
          a_proof_needs_no_id_of_the_person, a_proof_names_a_listed_key, every_allocation_may_fail)
