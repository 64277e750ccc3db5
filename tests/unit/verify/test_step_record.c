#include "alone.h"
#include "sealed.h"

static bench school, maker;

#define RECORD                                                                                               \
    "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\","                                              \
    " \"https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json\","                                      \
    " \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],"                                      \
    "\"id\": \"urn:uuid:22222222-4b7c-4cf0-a9ce-3ff0b2eed2c0\","                                             \
    "\"type\": [\"VerifiableCredential\", \"ClrCredential\"], \"name\": \"Transcript of Jane\","             \
    "\"issuer\": {\"id\": \"%s\", \"type\": [\"Profile\"], \"name\": \"Example High School\"},"              \
    "\"validFrom\": \"2026-05-02T00:00:00Z\","                                                               \
    "\"credentialSubject\": {\"id\": \"did:example:jane\", \"type\": [\"ClrSubject\"],"                      \
    " \"verifiableCredential\": []}}"

/* A record with these credentials (the list is given up), changed by a patch and sealed. */
static json_t *record_of(json_t *members, const char *patch)
{
    char text[2000];
    snprintf(text, sizeof text, RECORD, school.did);
    json_t *record = patched(text, NULL), *change = patch ? json_loads(patch, 0, NULL) : NULL;
    ck_assert(!patch || change);
    json_object_set_new(json_object_get(record, "credentialSubject"), "verifiableCredential", members);
    merge(record, change);
    json_decref(change);
    seal(&school, record, NULL);
    return record;
}

static json_t *good_badge(const char *patch)
{
    return sealed_badge(&maker, patch, NULL);
}

static void open_both(void)
{
    bench_open(&school, BLZ_KEY_ED25519);
    bench_open(&maker, BLZ_KEY_ED25519);
}

static void close_both(void)
{
    bench_close(&school);
    bench_close(&maker);
}

static void expect_record(json_t *record, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    expect_json(&school, record, verdict, "credentials", outcome, words);
}

START_TEST(each_credential_by_its_own_proof)
{
    open_both();
    json_t *record = record_of(json_pack("[o]", good_badge(NULL)), NULL);
    blz_report *report = verify_json(&school, record, NULL);
    expect_step(report, "type", BLZ_STEP_PASS, "a ClrCredential");
    expect_step(report, "schema", BLZ_STEP_PASS, "shaped");
    expect_step(report, "record", BLZ_STEP_PASS, "one learner with 1 credential");
    expect_step(report, "credentials", BLZ_STEP_PASS,
                "the badge \"Data Practices\" by \"Example Unified School District\" holds");
    ck_assert_str_eq(blz_report_standard(report), "Comprehensive Learner Record 2.0");
    ck_assert_int_eq(blz_report_kind_of(report), BLZ_REPORT_RECORD);
    ck_assert_str_eq(blz_report_kind_text(blz_report_kind_of(report)), "record");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
    json_decref(record);
    json_t *changed = good_badge(NULL);
    json_object_set_new(changed, "name", json_string("Another"));
    expect_record(record_of(json_pack("[o]", changed), NULL), BLZ_INVALID, BLZ_STEP_FAIL,
                  "does not hold: proof.signature");
    expect_record(record_of(json_pack("[o]", unsealed(&maker, NULL)), NULL), BLZ_INVALID, BLZ_STEP_FAIL,
                  "nothing proves who made this");
    expect_record(record_of(json_pack("[oi]", good_badge(NULL), 7), NULL), BLZ_INVALID, BLZ_STEP_FAIL,
                  "neither a credential nor a signed token");
    close_both();
}
END_TEST

/* What the school's seal covers cannot be exchanged afterwards, not even for another good badge. */
START_TEST(a_credential_that_was_exchanged)
{
    open_both();
    json_t *record = record_of(json_pack("[o]", good_badge(NULL)), NULL);
    json_t *list = json_object_get(json_object_get(record, "credentialSubject"), "verifiableCredential");
    json_array_set_new(list, 0, good_badge("{\"name\": \"Another badge\"}"));
    expect_json(&school, record, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "does not match");
    record = record_of(json_pack("[o]", good_badge(NULL)), NULL);
    json_array_append_new(
        json_object_get(json_object_get(record, "credentialSubject"), "verifiableCredential"),
        good_badge("{\"id\": \"urn:uuid:33333333-4b7c-4cf0-a9ce-3ff0b2eed2c0\"}"));
    expect_json(&school, record, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "does not match");
    close_both();
}
END_TEST

START_TEST(tokens_and_envelopes)
{
    open_both();
    char *token = badge(&maker, NULL, NULL), uri[8000];
    snprintf(uri, sizeof uri, "data:application/vc+jwt,%s", token);
    expect_record(record_of(json_pack("[s]", token), NULL), BLZ_VALID, BLZ_STEP_PASS, "holds");
    expect_record(record_of(json_pack("[{s:s, s:s, s:s}]", "@context", "https://www.w3.org/ns/credentials/v2",
                                      "id", uri, "type", "EnvelopedVerifiableCredential"),
                            NULL),
                  BLZ_VALID, BLZ_STEP_PASS, "\"Data Practices\"");
    token[strlen(token) - 5] ^= 1;
    expect_record(record_of(json_pack("[s]", token), NULL), BLZ_INVALID, BLZ_STEP_FAIL, "does not hold");
    free(token);
    close_both();
}
END_TEST

#define OTHER "{\"credentialSubject\": {\"id\": \"did:example:joe\"}}"

START_TEST(a_credential_of_another_learner)
{
    open_both();
    blz_verify_options jane = {.recipient = "did:example:jane"}, joe = {.recipient = "did:example:joe"};
    json_t *record = record_of(json_pack("[o]", good_badge(OTHER)), NULL);
    blz_report *report = verify_json(&school, record, NULL);
    expect_step(report, "credentials", BLZ_STEP_WARN, "names its learner otherwise than the record does");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
    report = verify_json(&school, record, &jane);
    expect_step(report, "recipient", BLZ_STEP_PASS, "did:example:jane");
    expect_step(report, "credentials", BLZ_STEP_FAIL, "neither is it that of did:example:jane");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
    blz_report_free(report);
    report = verify_json(&school, record, &joe);
    expect_step(report, "recipient", BLZ_STEP_FAIL, "not the badge of did:example:joe");
    expect_step(report, "credentials", BLZ_STEP_PASS, "holds");
    blz_report_free(report);
    json_decref(record);
    close_both();
}
END_TEST

START_TEST(a_record_in_a_record)
{
    open_both();
    json_t *inner = record_of(json_pack("[o]", good_badge(NULL)),
                              "{\"id\": \"urn:uuid:44444444-4b7c-4cf0-a9ce-3ff0b2eed2c0\"}");
    expect_record(record_of(json_pack("[o]", inner), NULL), BLZ_UNDECIDED, BLZ_STEP_UNKNOWN,
                  "inside another one is not looked into");
    close_both();
}
END_TEST

/* To a proof over RDF, what has the id of the record is the record: its dates could be moved there. */
START_TEST(what_has_the_id_of_the_record)
{
    open_both();
    json_t *record = record_of(
        json_pack("[o]", good_badge("{\"id\": \"urn:uuid:22222222-4b7c-4cf0-a9ce-3ff0b2eed2c0\"}")), NULL);
    expect_json(&school, record, BLZ_INVALID, "safe-mode", BLZ_STEP_FAIL, "nobody looks for it here");
    close_both();
}
END_TEST

/* To a proof over RDF, a credential that stands under another object with the id of the learner is in the
 * record; to a reader it is not. */
START_TEST(a_credential_that_was_hidden)
{
    open_both();
    json_t *record = record_of(json_pack("[oo]", good_badge(NULL), good_badge(OTHER)),
                               "{\"issuer\": {\"parentOrg\": {\"id\": \"did:example:jane\", \"type\": "
                               "[\"Profile\"]}}}");
    expect_record(json_incref(record), BLZ_VALID, BLZ_STEP_PASS, "holds");
    json_t *list = json_object_get(json_object_get(record, "credentialSubject"), "verifiableCredential"),
           *parent = json_object_get(json_object_get(record, "issuer"), "parentOrg");
    json_object_set_new(parent, "verifiableCredential", json_pack("[O]", json_array_get(list, 1)));
    json_object_set_new(parent, "type", json_pack("[ss]", "Profile", "ClrSubject"));
    json_array_remove(list, 1);
    expect_json(&school, record, BLZ_INVALID, "safe-mode", BLZ_STEP_FAIL, "nobody looks for it here");
    close_both();
}
END_TEST

/* Outside a record the name means nothing, and hides nothing. */
START_TEST(a_list_that_is_none)
{
    open_both();
    json_t *endorsement = unsealed(&maker, NULL);
    json_t *document = unsealed(&maker, NULL);
    json_object_set_new(
        document, "verifiableCredential",
        json_pack("{s:[o], s:{s:s}}", "endorsement", endorsement, "@context", "hidden", "u:x"));
    seal(&maker, document, "{\"cryptosuite\": \"eddsa-jcs-2022\"}");
    expect_json(&maker, json_incref(document), BLZ_INVALID, "endorsement", BLZ_STEP_FAIL, "does not hold");
    expect_json(&maker, document, BLZ_INVALID, "context", BLZ_STEP_WARN, "defines \"hidden\"");
    close_both();
}
END_TEST

#define MEMBERS "'verifiableCredential': [{'credentialSubject': {'achievement': {'id': 'u:a'}}}]"
#define LINK(source, target)                                                                                 \
    "'association': [{'type': 'Association', 'sourceId': '" source "', 'targetId': '" target "'}]"

START_TEST(the_learner_and_what_belongs_together)
{
    expect_alone(blz_step_record, "{}", BLZ_STEP_FAIL, "/credentialSubject", "exactly one");
    expect_alone(blz_step_record,
                 "{'credentialSubject': {'id': 'u:j', 'type': 'Person', 'verifiableCredential': ['a']}}",
                 BLZ_STEP_FAIL, "/credentialSubject", "not of type \"ClrSubject\"");
    expect_alone(blz_step_record, "{'credentialSubject': {'id': 'u:j', 'type': 'ClrSubject'}}", BLZ_STEP_FAIL,
                 "/credentialSubject", "nothing in it");
    expect_alone(blz_step_record, "{'credentialSubject': {'type': 'ClrSubject', " MEMBERS "}}", BLZ_STEP_FAIL,
                 "/credentialSubject", "nothing says who earned it");
    expect_alone(blz_step_record,
                 "{'credentialSubject': {'id': 'u:j', 'type': 'ClrSubject', " MEMBERS
                 ", 'achievement': [{'type': 'Achievement', 'id': 'u:b'}], " LINK("u:a", "u:b") "}}",
                 BLZ_STEP_PASS, NULL, "one learner with 1 credential");
    expect_alone(blz_step_record,
                 "{'credentialSubject': {'id': 'u:j', 'type': 'ClrSubject', " MEMBERS
                 ", " LINK("u:a", "u:c") "}}",
                 BLZ_STEP_WARN, "/credentialSubject/association/0", "the achievement \"u:c\"");
    expect_alone(
        blz_step_record,
        "{'credentialSubject': {'id': 'u:j', 'type': 'ClrSubject', 'verifiableCredential': [{'type': "
        "'EnvelopedVerifiableCredential', 'id': 'data:application/vc+jwt,a.b.c'}], " LINK("u:a", "u:c") "}}",
        BLZ_STEP_PASS, NULL, "one learner"); /* what is in an envelope is not seen from here */
    expect_alone(
        blz_step_record,
        "{'credentialSubject': {'id': 'u:j', 'type': 'ClrSubject', 'verifiableCredential': ['a.b.c'], " LINK(
            "u:a", "u:c") "}}",
        BLZ_STEP_PASS, NULL, "one learner");
}
END_TEST

UNIT_MAIN("verify/step_record", each_credential_by_its_own_proof, a_credential_that_was_exchanged,
          tokens_and_envelopes, a_credential_of_another_learner, a_record_in_a_record,
          what_has_the_id_of_the_record, a_credential_that_was_hidden, a_list_that_is_none,
          the_learner_and_what_belongs_together)
