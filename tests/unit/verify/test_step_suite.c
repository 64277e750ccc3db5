#include "badge.h"

/* proof.suite, proof.purpose, refresh, status, endorsement: what this version can only name. */

static bench b;

static void expect_json(const char *patch, blz_verdict verdict, const char *id, blz_outcome outcome,
                        const char *words)
{
    json_t *document = patched(good_payload(&b), patch);
    char *text = json_dumps(document, 0);
    blz_report *report = verify_text(&b, text, NULL);
    expect_step(report, id, outcome, words);
    ck_assert_int_eq(blz_report_verdict(report), verdict);
    blz_report_free(report);
    free(text);
    json_decref(document);
}

#define PROOF(type, purpose)                                                                                 \
    "{\"proof\": [{" type ", \"proofPurpose\": " purpose ", \"verificationMethod\": "                        \
    "\"did:key:z6Mk#z6Mk\"}]}"
#define RDFC "\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"eddsa-rdfc-2022\""

START_TEST(proofs_inside_json)
{
    bench_open(&b, BLZ_KEY_P256);
    expect_json(NULL, BLZ_INVALID, "proof.suite", BLZ_STEP_FAIL, "nothing proves who made this");
    expect_json(PROOF(RDFC, "\"assertionMethod\""), BLZ_UNDECIDED, "proof.suite", BLZ_STEP_UNKNOWN,
                "eddsa-rdfc-2022 is not known to this version");
    expect_json(PROOF("\"type\": \"Ed25519Signature2020\"", "\"assertionMethod\""), BLZ_UNDECIDED,
                "proof.purpose", BLZ_STEP_PASS, "assertionMethod");
    expect_json(PROOF(RDFC, "\"authentication\""), BLZ_INVALID, "proof.purpose", BLZ_STEP_FAIL,
                "\"authentication\"");
    expect_json(PROOF(RDFC, "null"), BLZ_INVALID, "proof.purpose", BLZ_STEP_FAIL, "nothing that it names");
    expect_json("{\"proof\": {\"proofPurpose\": \"assertionMethod\"}}", BLZ_INVALID, "proof.suite",
                BLZ_STEP_FAIL, "of what kind");
    expect_json(
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", \"https://purl.imsglobal.org/spec/ob/v3p0/"
        "context-3.0.3.json\", {\"x\": \"https://a.example/x\"}]}",
        BLZ_INVALID, "context", BLZ_STEP_WARN, "not covered by the signature");
    bench_close(&b);
}
END_TEST

START_TEST(a_proof_inside_a_token)
{
    bench_open(&b, BLZ_KEY_P256);
    expect_badge(&b, NULL, PROOF(RDFC, "\"assertionMethod\""), BLZ_VALID, "proof.suite", BLZ_STEP_SKIPPED,
                 "is enough");
    bench_close(&b);
}
END_TEST

START_TEST(what_others_would_have_to_say)
{
    bench_open(&b, BLZ_KEY_P256);
    expect_badge(&b, NULL, NULL, BLZ_VALID, "status", BLZ_STEP_SKIPPED, "cannot take it back");
    OPEN(&b, NULL,
         "{\"credentialStatus\": {\"id\": \"https://a.example/s#1\", \"type\": \"BitstringStatusListEntry\", "
         "\"statusListCredential\": \"https://a.example/s\"}}",
         "status", "BitstringStatusListEntry at https://a.example/s)");
    OPEN(&b, NULL,
         "{\"credentialStatus\": {\"id\": \"https://a.example/list\", \"type\": \"1EdTechRevocationList\"}}",
         "status", "1EdTechRevocationList at https://a.example/list)");
    expect_badge(
        &b, NULL,
        "{\"refreshService\": {\"id\": \"https://a.example/r\", \"type\": \"1EdTechCredentialRefresh\"}}",
        BLZ_VALID, "refresh", BLZ_STEP_SKIPPED, "at \"https://a.example/r\"");
    OPEN(&b, NULL, "{\"endorsementJwt\": [\"a.b.c\", \"d.e.f\"]}", "endorsement", "2 endorsements");
    OPEN(&b, NULL, "{\"issuer\": {\"endorsementJwt\": [\"a.b.c\"]}}", "endorsement", "1 endorsement by");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_suite", proofs_inside_json, a_proof_inside_a_token, what_others_would_have_to_say)
