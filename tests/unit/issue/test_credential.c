#include "codec/json_read.h"
#include "credential/model.h"
#include "unit/issue/sample.h"

#include <blazon/issue.h>

static blz_status build(char **out, const blz_definition *definition, const blz_credential_options *options,
                        blz_diags *diags)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    return blz_credential_build(out, NULL, ctx, definition, options, diags);
}

static json_t *built(const blz_credential_options *options)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) text = NULL;
    json_t *credential = NULL;
    blz_status status = build(&text, sample_open(&file), options, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_ok(blz_json_parse(&credential, text, strlen(text), 64, NULL, NULL));
    sample_close(&file);
    return credential;
}

static const char *first(const json_t *object, const char *name, size_t index)
{
    return json_string_value(json_array_get(json_object_get(object, name), index));
}

START_TEST(the_least_credential)
{
    json_auto_t *credential = built(&(blz_credential_options){.recipient = "did:web:example.edu"});
    const char *const names[] = {"@context", "id",        "type",        "name",
                                 "issuer",   "validFrom", "awardedDate", "credentialSubject"};
    const char *name = NULL;
    json_t *value = NULL;
    size_t i = 0;
    json_object_foreach (credential, name, value)
        ck_assert_str_eq(name, names[i++]);
    ck_assert_uint_eq(i, 8);
    ck_assert_str_eq(first(credential, "@context", 0), "https://www.w3.org/ns/credentials/v2");
    ck_assert_str_eq(first(credential, "@context", 1), BLZ_OB3_CONTEXT);
    ck_assert_str_eq(text_at(credential, "id"), "urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f");
    ck_assert_str_eq(first(credential, "type", 0), "VerifiableCredential");
    ck_assert_str_eq(first(credential, "type", 1), "AchievementCredential");
    ck_assert_str_eq(text_at(credential, "name"), "Data Practices");
    ck_assert_str_eq(text_at(credential, "validFrom"), "2026-01-31T00:00:00Z");
    ck_assert_str_eq(blz_vc_issuer_id(credential), "https://badges.example.edu/issuer");
    const json_t *subject = json_object_get(credential, "credentialSubject");
    ck_assert_str_eq(text_at(subject, "id"), "did:web:example.edu");
    ck_assert_str_eq(first(subject, "type", 0), "AchievementSubject");
    ck_assert_str_eq(text_at(json_object_get(subject, "achievement"), "id"), SAMPLE_ID);
    ck_assert_ptr_null(json_object_get(subject, "result"));
}
END_TEST

START_TEST(a_credential_with_everything)
{
    static const char *const evidence[] = {"https://example.edu/plan.pdf", "urn:example:video"};
    static const blz_credential_result results[] = {{"question", "proficient"}, {"lesson", "proficient"}};
    json_auto_t *credential = built(&(blz_credential_options){.recipient = "mailto:jane@example.edu",
                                                              .subject_id = "urn:uuid",
                                                              .id = "https://badges.example.edu/issued/1",
                                                              .valid_until = "2030-01-01T00:00:00Z",
                                                              .evidence = evidence,
                                                              .evidence_count = 2,
                                                              .results = results,
                                                              .result_count = 2});
    ck_assert_str_eq(text_at(credential, "id"), "https://badges.example.edu/issued/1");
    ck_assert_str_eq(text_at(credential, "validUntil"), "2030-01-01T00:00:00Z");
    const json_t *list = json_object_get(credential, "evidence");
    ck_assert_uint_eq(json_array_size(list), 2);
    ck_assert_str_eq(text_at(json_array_get(list, 1), "id"), "urn:example:video");
    ck_assert_str_eq(first(json_array_get(list, 0), "type", 0), "Evidence");
    const json_t *subject = json_object_get(credential, "credentialSubject");
    ck_assert_uint_eq(json_array_size(json_object_get(subject, "result")), 3);
    ck_assert_uint_eq(json_array_size(json_object_get(subject, "identifier")), 1);
}
END_TEST

static void refuses(blz_credential_options options, blz_status status, const char *expected)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    ck_assert_int_eq(build(&text, sample_open(&file), &options, diags), status);
    ck_assert_ptr_null(text);
    ck_assert_str_eq(finding(diags, 0), expected);
    sample_close(&file);
}

START_TEST(options_of_no_use_are_refused)
{
    static const char *const evidence[] = {"plan.pdf"}, *const local[] = {"file:///plan.pdf"};
    static const blz_credential_result results[] = {{"question", "not-yet"}, {"lesson", "proficient"}};
    refuses((blz_credential_options){.recipient = "jane"}, BLZ_ERR_ARGUMENT,
            "BLZ903 - the recipient \"jane\" is not one that a badge can name");
    refuses((blz_credential_options){.recipient = "did:web:e.org", .id = "one"}, BLZ_ERR_ARGUMENT,
            "BLZ903 - the credential id \"one\" is not a URI");
    refuses((blz_credential_options){.recipient = "did:web:e.org", .evidence = evidence, .evidence_count = 1},
            BLZ_ERR_ARGUMENT, "BLZ903 - the evidence \"plan.pdf\" is not a web address");
    refuses((blz_credential_options){.recipient = "did:web:e.org", .evidence = local, .evidence_count = 1},
            BLZ_ERR_ARGUMENT, "BLZ903 - the evidence \"file:///plan.pdf\" is not a web address");
    refuses((blz_credential_options){.recipient = "did:web:e.org", .results = results, .result_count = 2},
            BLZ_ERR_INVALID,
            "BLZ722 /rubric/criteria/0 criterion \"Driving question\" is at \"Not yet\"; it needs \"Basic\"");
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    sample_open(&file);
    file.definition.micro_credential = NULL;
    ck_assert_int_eq(build(&text, &file.definition, &(blz_credential_options){0}, diags), BLZ_ERR_ARGUMENT);
    sample_close(&file);
}
END_TEST

struct attempt {
    struct sample_file file;
    blz_ctx *ctx;
};

static blz_status call(void *user)
{
    static const char *const evidence[] = {"https://example.edu/plan.pdf"};
    struct attempt *attempt = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    blz_credential_options options = {
        .recipient = "mailto:jane@example.edu", .evidence = evidence, .evidence_count = 1};
    BLZ_TRY(blz_diags_new(&diags));
    return blz_credential_build(&text, NULL, attempt->ctx, &attempt->file.definition, &options, diags);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    struct attempt attempt = {.ctx = ctx};
    sample_open(&attempt.file);
    ck_assert_ok(call(&attempt));
    sweep_run(call, &attempt);
    sample_close(&attempt.file);
}
END_TEST

UNIT_MAIN("issue/credential", the_least_credential, a_credential_with_everything,
          options_of_no_use_are_refused, every_allocation_may_fail)
