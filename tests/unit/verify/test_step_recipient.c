#include "alone.h"
#include "badge.h"

/* of "jane@example.edu" and "salt" */
#define JANE_HASH "sha256$ef73dc83c0f8bc6e3e80e27c1709c0a1dd953681f0ca651a8203b7f13f15dac8"
#define HASHED_ALONE "[" HASHED "]"
#define HASHED                                                                                               \
    "{\"type\": \"IdentityObject\", \"hashed\": true, \"identityType\": \"emailAddress\", \"salt\": "        \
    "\"salt\","                                                                                              \
    " \"identityHash\": \"%s\"}"

static void ask(const bench *b, const char *identifier, const char *recipient, blz_verdict verdict,
                blz_outcome outcome, const char *words)
{
    char patch[1000];
    snprintf(patch, sizeof patch, "{\"credentialSubject\": {\"identifier\": %s}}", identifier);
    expect_options(b, NULL, identifier ? patch : NULL, &(blz_verify_options){.recipient = recipient}, verdict,
                   "recipient", outcome, words);
}

START_TEST(the_subjects_id)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    ask(&b, "null", NULL, BLZ_VALID, BLZ_STEP_SKIPPED, "nobody asked");
    ask(&b, "null", "did:example:jane", BLZ_VALID, BLZ_STEP_PASS, "the subject's id");
    ask(&b, "null", "did:example:JANE", BLZ_INVALID, BLZ_STEP_FAIL, "not the badge of did:example:JANE");
    ask(&b, "null", "", BLZ_INVALID, BLZ_STEP_FAIL, "not the badge of");
    static const char mail[] = "{\"credentialSubject\": {\"id\": \"mailto:Jane@example.edu\"}, \"sub\": "
                               "\"mailto:Jane@example.edu\"}";
    expect_options(&b, NULL, mail, &(blz_verify_options){.recipient = "jane@example.edu"}, BLZ_VALID,
                   "recipient", BLZ_STEP_PASS, "jane@example.edu");
    expect_options(&b, NULL, mail, &(blz_verify_options){.recipient = "mailto:jane@example.edu"}, BLZ_VALID,
                   "recipient", BLZ_STEP_PASS, "the subject's id");
    expect_options(&b, NULL, mail, &(blz_verify_options){.recipient = "joe@example.edu"}, BLZ_INVALID,
                   "recipient", BLZ_STEP_FAIL, "joe");
    bench_close(&b);
}
END_TEST

START_TEST(identifiers)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char hashed[600];
    snprintf(hashed, sizeof hashed,
             "[{\"type\": \"IdentityObject\", \"hashed\": false, \"identityHash\": \"S-17\", "
             "\"identityType\": \"sourcedId\"}, " HASHED "]",
             "sha256$9fac15d4bcb9f6e9f32eff8b35ec2a4be1ae2e9c2d7b66b5d6cd0dbda3cd5dcb");
    ask(&b, hashed, "S-17", BLZ_VALID, BLZ_STEP_PASS, "(identity)");
    ask(&b, hashed, "joe@example.edu", BLZ_INVALID, BLZ_STEP_FAIL, "joe@example.edu");
    snprintf(hashed, sizeof hashed, HASHED_ALONE, JANE_HASH);
    ask(&b, hashed, "jane@example.edu", BLZ_VALID, BLZ_STEP_PASS, "(hashed identity)");
    ask(&b, hashed, "mailto:jane@example.edu", BLZ_VALID, BLZ_STEP_PASS, "(hashed identity)");
    ask(&b, hashed, "joe@example.edu", BLZ_INVALID, BLZ_STEP_FAIL, "joe@example.edu");
    bench_close(&b);
}
END_TEST

START_TEST(a_hash_that_nobody_knows)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char hashed[600];
    snprintf(hashed, sizeof hashed, HASHED_ALONE, "sha512$00");
    blz_report *report = NULL;
    char patch[1000];
    snprintf(patch, sizeof patch, "{\"credentialSubject\": {\"identifier\": %s}}", hashed);
    report = verify_badge(&b, NULL, patch, &(blz_verify_options){.recipient = "jane@example.edu"});
    expect_step(report, "recipient", BLZ_STEP_UNKNOWN, "algorithm");
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

static blz_status in_a_record(blz_check *check)
{
    json_t *learner = json_of("{'id': 'urn:joe'}");
    const blz_check record = {.kind = BLZ_KIND_RECORD, .subject = learner};
    check->kind = BLZ_KIND_BADGE;
    check->of = &record;
    check->recipient = "urn:jim";
    blz_status status = blz_step_recipient(check);
    json_decref(learner);
    return status;
}

START_TEST(a_badge_of_neither_in_a_record)
{
    expect_alone_strict(in_a_record, "{'credentialSubject': {'id': 'urn:jane'}}", BLZ_STEP_FAIL,
                        "/credentialSubject", "neither is it that of urn:jim");
}
END_TEST

START_TEST(a_hash_that_nobody_knows_in_a_record)
{
    expect_alone(in_a_record,
                 "{'credentialSubject': {'id': 'urn:jane', 'identifier': [{'type': 'IdentityObject', "
                 "'hashed': true, 'identityType': 'name', 'identityHash': 'sha512$00'}]}}",
                 BLZ_STEP_UNKNOWN, "/credentialSubject", "hashed with an algorithm");
}
END_TEST

UNIT_MAIN("verify/step_recipient", the_subjects_id, identifiers, a_hash_that_nobody_knows,
          a_badge_of_neither_in_a_record, a_hash_that_nobody_knows_in_a_record)
