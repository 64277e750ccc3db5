#include "sealed.h"

/* proof.suite and proof.purpose. */

static bench b;

START_TEST(without_a_proof)
{
    bench_open(&b, BLZ_KEY_P256);
    expect_json(&b, unsealed(&b, NULL), BLZ_INVALID, "proof.suite", BLZ_STEP_FAIL,
                "nothing proves who made this");
    expect_json(&b, unsealed(&b, "{\"proof\": {\"proofPurpose\": \"assertionMethod\"}}"), BLZ_INVALID,
                "proof.suite", BLZ_STEP_FAIL, "of what kind");
    expect_json(&b, unsealed(&b, "{\"proof\": {\"type\": \"DataIntegrityProof\"}}"), BLZ_INVALID,
                "proof.suite", BLZ_STEP_FAIL, "of what kind");
    expect_json(&b, unsealed(&b, "{\"proof\": [7]}"), BLZ_INVALID, "proof.suite", BLZ_STEP_FAIL,
                "of what kind");
    bench_close(&b);
}
END_TEST

START_TEST(kinds_of_proofs)
{
    static const struct {
        blz_key_type type;
        const char *suite;
    } suites[] = {{BLZ_KEY_ED25519, "eddsa-rdfc-2022"}, {BLZ_KEY_ED25519, "eddsa-jcs-2022"},
                  {BLZ_KEY_P256, "ecdsa-rdfc-2019"},    {BLZ_KEY_P384, "ecdsa-rdfc-2019"},
                  {BLZ_KEY_P256, "ecdsa-jcs-2019"},     {BLZ_KEY_P384, "ecdsa-jcs-2019"}};
    for (size_t i = 0; i < BLZ_COUNT_OF(suites); i++) {
        char patch[100];
        snprintf(patch, sizeof patch, "{\"cryptosuite\": \"%s\"}", suites[i].suite);
        bench_open(&b, suites[i].type);
        expect_json(&b, sealed_badge(&b, NULL, patch), BLZ_VALID, "proof.suite", BLZ_STEP_PASS,
                    suites[i].suite);
        expect_json(&b, sealed_badge(&b, NULL, patch), BLZ_VALID, "proof.key-binding", BLZ_STEP_PASS,
                    "the DID document");
        bench_close(&b);
    }
}
END_TEST

/* Gives the first proof of a good badge another member, after it was made. */
static json_t *with_proof_member(const char *patch)
{
    json_t *document = sealed_badge(&b, NULL, NULL), *change = json_loads(patch, 0, NULL);
    ck_assert_ptr_nonnull(change);
    merge(json_array_get(json_object_get(document, "proof"), 0), change);
    json_decref(change);
    return document;
}

START_TEST(unknown_and_wrong_ones)
{
    bench_open(&b, BLZ_KEY_ED25519);
    expect_json(&b, with_proof_member("{\"cryptosuite\": \"bbs-2023\"}"), BLZ_UNDECIDED, "proof.suite",
                BLZ_STEP_UNKNOWN, "bbs-2023 is a kind of proof that this version");
    expect_json(&b, with_proof_member("{\"proofPurpose\": \"authentication\"}"), BLZ_INVALID, "proof.purpose",
                BLZ_STEP_FAIL, "\"authentication\"");
    expect_json(&b, with_proof_member("{\"proofPurpose\": null}"), BLZ_INVALID, "proof.purpose",
                BLZ_STEP_FAIL, "nothing that it names");
    expect_json(&b, with_proof_member("{\"cryptosuite\": \"eddsa-2022\"}"), BLZ_INVALID, "proof.suite",
                BLZ_STEP_WARN, "was given up");
    bench_close(&b);
}
END_TEST

START_TEST(domain_and_challenge_are_shown)
{
    bench_open(&b, BLZ_KEY_ED25519);
    expect_json(&b, sealed_badge(&b, NULL, "{\"domain\": \"example.edu\", \"challenge\": \"c1\"}"), BLZ_VALID,
                "proof.purpose", BLZ_STEP_PASS,
                "for the domain \"example.edu\", answering the challenge \"c1\"");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_suite", without_a_proof, kinds_of_proofs, unknown_and_wrong_ones,
          domain_and_challenge_are_shown)
