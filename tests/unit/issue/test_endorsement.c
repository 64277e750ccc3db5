#include "unit/issue/sample.h"

#include "credential/integrity.h"
#include "credential/model.h"
#include "crypto/key.h"
#include "jose/jws.h"

#include <blazon/did.h>
#include <blazon/issue.h>

static const char achievement[] =
    "{\"type\": [\"Achievement\"], \"id\": \"https://badges.example.edu/ct/data\", "
    "\"name\": \"Data Practices\"}";

static blz_key *new_key(blz_ctx *ctx, blz_key_type type)
{
    blz_key *key = NULL;
    ck_assert_ok(blz_key_generate(&key, ctx, type, 0));
    return key;
}

static json_t *made(blz_ctx *ctx, const blz_key *key, const blz_endorsement_options *options)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) text = NULL;
    size_t length = 0;
    blz_status status = blz_endorse_proof(&text, &length, ctx, achievement, strlen(achievement), "a.json",
                                          options, key, NULL, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_uint_eq(length, strlen(text));
    return json_loads(text, 0, NULL);
}

START_TEST(by_the_key_itself)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_ED25519);
    BLZ_AUTO(blz_text) did = NULL;
    ck_assert_ok(blz_did_key(&did, key));
    json_auto_t *endorsement = made(ctx, key, NULL);
    const json_t *subject = json_object_get(endorsement, "credentialSubject");
    ck_assert(blz_vc_has_type(endorsement, "EndorsementCredential"));
    ck_assert_str_eq(text_at(endorsement, "issuer"), did);
    ck_assert_str_eq(text_at(endorsement, "name"), "Endorsement of Data Practices");
    ck_assert_str_eq(text_at(subject, "id"), "https://badges.example.edu/ct/data");
    ck_assert(blz_vc_has_type(subject, "EndorsementSubject"));
    ck_assert_ptr_null(json_object_get(subject, "endorsementComment"));
    ck_assert_ptr_null(json_object_get(endorsement, "awardedDate"));
    BLZ_AUTO(blz_integrity) sealed = NULL;
    ck_assert_ok(blz_integrity_open(&sealed, ctx, endorsement));
    ck_assert_ok(blz_integrity_verify(sealed, 0, key, NULL));
}
END_TEST

START_TEST(every_option)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_P256);
    static const char profile[] = "{\"id\": \"https://teachers.example.org\", \"type\": [\"Profile\"], "
                                  "\"name\": \"Science Teachers\"}";
    blz_endorsement_options options = {.comment = "We use it.",
                                       .name = "Well made",
                                       .profile = profile,
                                       .profile_length = strlen(profile),
                                       .id = "urn:uuid:00000000-0000-4000-8000-000000000000",
                                       .valid_from = "2026-01-01T00:00:00Z",
                                       .valid_until = "2027-01-01T00:00:00Z"};
    json_auto_t *endorsement = made(ctx, key, &options);
    ck_assert_str_eq(text_at(json_object_get(endorsement, "issuer"), "name"), "Science Teachers");
    ck_assert_str_eq(text_at(endorsement, "name"), "Well made");
    ck_assert_str_eq(text_at(endorsement, "id"), options.id);
    ck_assert_str_eq(text_at(endorsement, "validFrom"), options.valid_from);
    ck_assert_str_eq(text_at(endorsement, "validUntil"), options.valid_until);
    ck_assert_str_eq(text_at(json_object_get(endorsement, "credentialSubject"), "endorsementComment"),
                     "We use it.");
}
END_TEST

START_TEST(by_a_definition_and_as_a_token)
{
    struct sample_file file;
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_ED25519);
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) token = NULL;
    BLZ_AUTO(blz_jws) jws = NULL;
    sample_open(&file);
    blz_endorsement_options options = {.issuer = &file.definition};
    ck_assert_int_eq(
        blz_endorse_jwt(&token, ctx, achievement, strlen(achievement), "a", &options, key, NULL, diags),
        BLZ_ERR_ARGUMENT);
    file.definition.kind = BLZ_DEFINITION_ISSUER;
    ck_assert_ok(
        blz_endorse_jwt(&token, ctx, achievement, strlen(achievement), "a", &options, key, NULL, diags));
    ck_assert_ok(blz_jws_parse(&jws, ctx, token, strlen(token), NULL));
    ck_assert_ok(blz_jws_verify(jws, key, NULL));
    json_auto_t *payload = json_loadb(jws->payload, jws->payload_length, 0, NULL);
    ck_assert_str_eq(text_at(payload, "sub"), "https://badges.example.edu/ct/data");
    ck_assert_str_eq(text_at(payload, "iss"), "https://badges.example.edu/issuer");
    sample_close(&file);
}
END_TEST

static void refuse(const blz_endorsement_options *options, blz_status expected, const char *words)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_ED25519);
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    ck_assert_int_eq(blz_endorse_proof(&text, NULL, ctx, achievement, strlen(achievement), "a.json", options,
                                       key, NULL, diags),
                     expected);
    ck_assert_ptr_null(text);
    ck_assert_msg(strstr(finding(diags, 0), words), "%s", finding(diags, 0));
}

#define PROFILE(text) (&(blz_endorsement_options){.profile = text, .profile_length = sizeof(text) - 1})

START_TEST(options_that_are_of_no_use)
{
    refuse(&(blz_endorsement_options){.issuer_id = "teachers"}, BLZ_ERR_ARGUMENT, "not a URL or a DID");
    refuse(&(blz_endorsement_options){.id = "x"}, BLZ_ERR_ARGUMENT, "is not a URI");
    refuse(&(blz_endorsement_options){.valid_from = "2026"}, BLZ_ERR_ARGUMENT, "\"2026\"");
    refuse(&(blz_endorsement_options){.valid_until = "2001-01-01T00:00:00Z"}, BLZ_ERR_ARGUMENT,
           "not after its start");
    refuse(PROFILE("{\"id\": \"urn:p\"}"), BLZ_ERR_INVALID, "type");
    refuse(PROFILE("{"), BLZ_ERR_SYNTAX, "BLZ00");
    refuse(PROFILE("{\"id\": \"did:key:z6Mkother\", \"type\": [\"Profile\"]}"), BLZ_ERR_ARGUMENT, "");
}
END_TEST

struct starving {
    blz_ctx *ctx;
    const blz_key *key;
};

static blz_status endorse_starving(void *user)
{
    const struct starving *s = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    blz_ctx_forget(s->ctx);
    BLZ_TRY(blz_diags_new(&diags));
    return blz_endorse_proof(&text, NULL, s->ctx, achievement, strlen(achievement), "a.json", NULL, s->key,
                             NULL, diags);
}

START_TEST(memory_that_runs_out)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = new_key(ctx, BLZ_KEY_ED25519);
    struct starving s = {ctx, key};
    json_auto_t *first = made(ctx, key, NULL); /* what is made once per process is there now */
    ck_assert_ptr_nonnull(first);
    sweep_run(endorse_starving, &s);
}
END_TEST

UNIT_MAIN("issue/endorsement", by_the_key_itself, every_option, by_a_definition_and_as_a_token,
          options_that_are_of_no_use, memory_that_runs_out)
