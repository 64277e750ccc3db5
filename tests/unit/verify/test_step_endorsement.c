#include "sealed.h"

static bench issuer, endorser;

/* An endorsement of what has this id, by somebody with a key of their own; changed after it was sealed. */
static json_t *endorsement_of(const char *id, const char *later)
{
    char text[2000];
    snprintf(text, sizeof text,
             "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\","
             " \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],"
             "\"id\": \"urn:uuid:11111111-4b7c-4cf0-a9ce-3ff0b2eed2c0\","
             "\"type\": [\"VerifiableCredential\", \"EndorsementCredential\"], \"name\": \"Well made\","
             "\"issuer\": {\"id\": \"%s\", \"type\": [\"Profile\"], \"name\": \"Science Teachers\"},"
             "\"validFrom\": \"2026-05-01T00:00:00Z\","
             "\"credentialSubject\": {\"id\": \"%s\", \"type\": [\"EndorsementSubject\"],"
             " \"endorsementComment\": \"We use it.\"}}",
             endorser.did, id);
    json_t *document = patched(text, NULL), *change = later ? json_loads(later, 0, NULL) : NULL;
    seal(&endorser, document, NULL);
    merge(document, change);
    json_decref(change);
    return document;
}

/* A sealed badge whose achievement has this endorsement. */
static json_t *endorsed(json_t *endorsement)
{
    json_t *document = unsealed(&issuer, NULL);
    json_t *achievement = json_object_get(json_object_get(document, "credentialSubject"), "achievement");
    json_object_set_new(achievement, "endorsement", json_pack("[o]", endorsement));
    seal(&issuer, document, NULL);
    return document;
}

#define ACHIEVEMENT "https://badges.example.edu/ct/data"

START_TEST(each_by_its_own_proof)
{
    bench_open(&issuer, BLZ_KEY_ED25519);
    bench_open(&endorser, BLZ_KEY_P256);
    expect_json(&issuer, endorsed(endorsement_of(ACHIEVEMENT, NULL)), BLZ_VALID, "endorsement", BLZ_STEP_PASS,
                "the endorsement by \"Science Teachers\" holds");
    expect_json(&issuer, endorsed(endorsement_of(ACHIEVEMENT, "{\"name\": \"Badly made\"}")), BLZ_INVALID,
                "endorsement", BLZ_STEP_FAIL, "does not hold: proof.signature");
    expect_json_strict(&issuer, endorsed(endorsement_of("https://badges.example.edu/other", NULL)),
                       "endorsement", BLZ_STEP_FAIL, "for which it says nothing");
    expect_json(&issuer, endorsed(endorsement_of(ACHIEVEMENT, "{\"proof\": null}")), BLZ_INVALID,
                "endorsement", BLZ_STEP_FAIL, "nothing proves who made this");
    bench_close(&issuer);
    bench_close(&endorser);
}
END_TEST

/* At the badge they may be about all of it. */
START_TEST(what_they_are_about)
{
    static const struct {
        const char *about, *words;
        blz_verdict verdict;
    } cases[] = {
        {"urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0", "holds", BLZ_VALID},
        {ACHIEVEMENT, "holds", BLZ_VALID},
        {"https://state.example/", "holds", BLZ_VALID},
        {"https://badges.example.edu/other", "for which it says nothing", BLZ_INVALID},
        {"did:example:jane", "for which it says nothing", BLZ_INVALID},
    };
    bench_open(&issuer, BLZ_KEY_ED25519);
    bench_open(&endorser, BLZ_KEY_ED25519);
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *document = unsealed(&issuer, "{\"issuer\": {\"parentOrg\": {\"id\": "
                                             "\"https://state.example/\", \"type\": [\"Profile\"]}}}");
        json_object_set_new(document, "endorsement", json_pack("[o]", endorsement_of(cases[i].about, NULL)));
        seal(&issuer, document, NULL);
        expect_json(&issuer, document, cases[i].verdict, "endorsement",
                    cases[i].verdict == BLZ_VALID ? BLZ_STEP_PASS : BLZ_STEP_FAIL, cases[i].words);
    }
    json_t *named = unsealed(&issuer, NULL);
    json_object_set_new(named, "issuer", json_string(issuer.did));
    json_object_set_new(named, "endorsement", json_pack("[o]", endorsement_of(issuer.did, NULL)));
    seal(&issuer, named, NULL);
    expect_json(&issuer, named, BLZ_VALID, "endorsement", BLZ_STEP_PASS, "holds");
    bench_close(&issuer);
    bench_close(&endorser);
}
END_TEST

/* By itself it is an endorsement, and never a badge. */
START_TEST(one_that_came_by_itself)
{
    bench_open(&issuer, BLZ_KEY_ED25519);
    bench_open(&endorser, BLZ_KEY_ED25519);
    json_t *document = endorsement_of(ACHIEVEMENT, NULL);
    blz_report *report = verify_json(&issuer, document, NULL);
    expect_step(report, "type", BLZ_STEP_PASS, "an EndorsementCredential");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    ck_assert_int_eq(blz_report_kind_of(report), BLZ_REPORT_ENDORSEMENT);
    ck_assert_ptr_null(blz_report_achievement(report)->id);
    blz_report_free(report);
    report = verify_json(&issuer, document, &(blz_verify_options){.recipient = ACHIEVEMENT});
    expect_step(report, "recipient", BLZ_STEP_FAIL, "this is an endorsement, and not a badge of");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
    blz_report_free(report);
    json_decref(document);
    expect_json(&issuer, endorsement_of(ACHIEVEMENT, "{\"name\": \"Better\"}"), BLZ_INVALID,
                "proof.signature", BLZ_STEP_FAIL, "does not match");
    expect_json(&issuer, endorsed(unsealed(&endorser, NULL)), BLZ_INVALID, "endorsement", BLZ_STEP_FAIL,
                "this is no endorsement");
    bench_close(&issuer);
    bench_close(&endorser);
}
END_TEST

START_TEST(where_they_stand)
{
    bench_open(&issuer, BLZ_KEY_ED25519);
    bench_open(&endorser, BLZ_KEY_ED25519);
    json_t *document = endorsed(endorsement_of(ACHIEVEMENT, NULL));
    blz_report *report = verify_json(&issuer, document, NULL);
    const blz_step *step = find_step(report, "endorsement", BLZ_STEP_PASS, "");
    ck_assert_ptr_nonnull(step);
    ck_assert_str_eq(step->pointer, "/credentialSubject/achievement/endorsement/0");
    blz_report_free(report);
    json_decref(document);
    bench_close(&issuer);
    bench_close(&endorser);
}
END_TEST

START_TEST(signed_tokens_and_other_things)
{
    bench_open(&issuer, BLZ_KEY_ED25519);
    bench_open(&endorser, BLZ_KEY_ED25519);
    expect_badge(&issuer, NULL, "{\"endorsementJwt\": [\"a.b.c\", 7]}", BLZ_INVALID, "endorsement",
                 BLZ_STEP_FAIL, "parse: the signed token cannot be read");
    expect_badge(&issuer, NULL, "{\"endorsementJwt\": [7]}", BLZ_INVALID, "endorsement", BLZ_STEP_FAIL,
                 "neither a credential nor a signed token");
    json_t *document = endorsement_of(ACHIEVEMENT, NULL);
    json_object_del(document, "proof");
    json_object_set_new(document, "iss", json_string(endorser.did));
    json_object_set_new(document, "sub", json_string(ACHIEVEMENT));
    json_object_set_new(document, "jti", json_string("urn:uuid:11111111-4b7c-4cf0-a9ce-3ff0b2eed2c0"));
    json_object_set_new(document, "nbf", json_integer(1777593600));
    char *payload = json_dumps(document, 0), header[400], patch[6000];
    snprintf(header, sizeof header, "{\"alg\": \"EdDSA\", \"kid\": \"%s\"}", endorser.kid);
    char *token = token_of(&endorser, header, payload);
    snprintf(patch, sizeof patch,
             "{\"credentialSubject\": {\"achievement\": {\"endorsementJwt\": [\"%s\"]}}}", token);
    expect_badge(&issuer, NULL, patch, BLZ_VALID, "endorsement", BLZ_STEP_PASS, "Science Teachers");
    snprintf(patch, sizeof patch, "{\"issuer\": {\"endorsementJwt\": [\"%s\"]}}", token);
    expect_badge(&issuer, NULL, patch, BLZ_INVALID, "endorsement", BLZ_STEP_FAIL,
                 "for which it says nothing");
    free(token);
    free(payload);
    json_decref(document);
    bench_close(&issuer);
    bench_close(&endorser);
}
END_TEST

static void endorsed_often(size_t count, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    json_t *document = unsealed(&issuer, NULL), *one = endorsement_of(ACHIEVEMENT, NULL),
           *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append(list, one);
    json_decref(one);
    json_t *achievement = json_object_get(json_object_get(document, "credentialSubject"), "achievement");
    json_object_set_new(achievement, "endorsement", list);
    seal(&issuer, document, "{\"cryptosuite\": \"eddsa-jcs-2022\"}");
    expect_json(&issuer, document, verdict, "endorsement", outcome, words);
}

START_TEST(more_than_are_looked_at)
{
    bench_open(&issuer, BLZ_KEY_ED25519);
    bench_open(&endorser, BLZ_KEY_ED25519);
    endorsed_often(400, BLZ_VALID, BLZ_STEP_PASS, "Science Teachers");
    endorsed_often(401, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "the other endorsements were not looked at");
    bench_close(&issuer);
    bench_close(&endorser);
}
END_TEST

UNIT_MAIN("verify/step_endorsement", each_by_its_own_proof, what_they_are_about, one_that_came_by_itself,
          where_they_stand, signed_tokens_and_other_things, more_than_are_looked_at)
