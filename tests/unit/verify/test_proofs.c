#include "sealed.h"
#include "verify/proofs.h"

/* Several proofs of one badge: any good one is enough, and what is wrong with another is a warning. */

static bench b, other;

static void open_both(blz_key_type type)
{
    bench_open(&b, type);
    bench_open(&other, type);
}

static void close_both(void)
{
    bench_close(&b);
    bench_close(&other);
}

static json_t *proof_at(json_t *document, size_t index)
{
    return json_array_get(json_object_get(document, "proof"), index);
}

START_TEST(one_of_a_set_is_enough)
{
    open_both(BLZ_KEY_ED25519);
    json_t *document = sealed_badge(&b, NULL, NULL);
    seal(&other, document, NULL);
    expect_json(&b, json_incref(document), BLZ_VALID, "proof.key-binding", BLZ_STEP_WARN,
                "another proof holds, and one is enough");
    json_object_set_new(proof_at(document, 1), "cryptosuite", json_string("bbs-2023"));
    expect_json(&b, json_incref(document), BLZ_VALID, "proof.suite", BLZ_STEP_WARN, "bbs-2023");
    json_object_set_new(document, "name", json_string("Changed"));
    expect_json(&b, document, BLZ_UNDECIDED, "proof.signature", BLZ_STEP_WARN, "another proof may hold");
    close_both();
}
END_TEST

START_TEST(none_of_a_set_holds)
{
    open_both(BLZ_KEY_ED25519);
    json_t *document = sealed_badge(&b, NULL, NULL);
    seal(&other, document, NULL);
    json_object_set_new(document, "name", json_string("Changed"));
    expect_json(&b, document, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "does not match");
    close_both();
}
END_TEST

START_TEST(a_chain_stands_on_its_beginning)
{
    open_both(BLZ_KEY_ED25519);
    json_t *document = sealed_badge(&other, NULL, "{\"id\": \"urn:example:first\"}");
    json_t *issuer = json_object_get(document, "issuer");
    json_object_del(document, "proof");
    json_object_set_new(issuer, "id", json_string(b.did));
    seal(&other, document, "{\"id\": \"urn:example:first\"}");
    seal(&b, document, "{\"previousProof\": \"urn:example:first\"}");
    expect_json(&b, json_incref(document), BLZ_VALID, "proof.signature", BLZ_STEP_PASS, "matches");
    const char *value = json_string_value(json_object_get(proof_at(document, 0), "proofValue"));
    char changed[200];
    snprintf(changed, sizeof changed, "%s", value);
    changed[20] = changed[20] == 'a' ? 'b' : 'a';
    json_object_set_new(proof_at(document, 0), "proofValue", json_string(changed));
    expect_json(&b, document, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "does not match");
    close_both();
}
END_TEST

START_TEST(a_token_with_a_proof_inside)
{
    bench_open(&b, BLZ_KEY_P256);
    json_t *document = sealed_badge(&b, NULL, NULL);
    char *proof = json_dumps(json_object_get(document, "proof"), 0), patch[4000];
    snprintf(patch, sizeof patch, "{\"proof\": %s}", proof);
    char *token = badge(&b, NULL, patch);
    blz_report *report = verify_text(&b, token, NULL);
    if (blz_report_verdict(report) != BLZ_VALID) show_steps(report);
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    ck_assert_uint_eq(blz_report_proof_count(report), 2);
    ck_assert_ptr_nonnull(find_step(report, "proof.suite", BLZ_STEP_PASS, "a JWT signed with ES256"));
    ck_assert_ptr_nonnull(find_step(report, "proof.suite", BLZ_STEP_PASS, "ecdsa-rdfc-2019"));
    ck_assert_ptr_null(find_step(report, "proof.signature", BLZ_STEP_WARN, ""));
    blz_report_free(report);
    free(token);
    snprintf(patch, sizeof patch, "{\"name\": \"Another\", \"proof\": %s}", proof);
    token = badge(&b, NULL, patch);
    report = verify_text(&b, token, NULL);
    expect_step(report, "proof.signature", BLZ_STEP_WARN, "another proof holds");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
    free(token);
    free(proof);
    json_decref(document);
    bench_close(&b);
}
END_TEST

START_TEST(somebody_elses_key)
{
    open_both(BLZ_KEY_P384);
    json_t *document = unsealed(&b, NULL);
    seal(&other, document, NULL);
    expect_json(&b, document, BLZ_INVALID, "proof.key-binding", BLZ_STEP_FAIL, "a key of somebody else");
    document = unsealed(&b, "{\"issuer\": {\"id\": \"https://badges.example.edu/issuer\"}}");
    seal(&b, document, NULL);
    expect_json(&b, document, BLZ_UNDECIDED, "proof.key-binding", BLZ_STEP_UNKNOWN, "names only itself");
    document = sealed_badge(&b, NULL, NULL);
    json_object_del(proof_at(document, 0), "verificationMethod");
    expect_json(&b, document, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "does not name its key");
    close_both();
}
END_TEST

/* Whatever the steps said: what no signature holds together is not valid. */
START_TEST(what_holds)
{
    blz_check_proof proofs[2] = {{.matches = false, .worst = BLZ_STEP_WARN}, {.matches = true}};
    blz_check check = {0};
    ck_assert(!blz_proofs_hold(&check));
    check.proofs = proofs;
    check.proof_count = 1;
    ck_assert(!blz_proofs_hold(&check));
    proofs[0].matches = true;
    ck_assert(blz_proofs_hold(&check));
    proofs[0].worst = BLZ_STEP_UNKNOWN;
    ck_assert(!blz_proofs_hold(&check));
    proofs[0].worst = BLZ_STEP_FAIL;
    ck_assert(!blz_proofs_hold(&check));
    check.proof_count = 2;
    ck_assert(blz_proofs_hold(&check));
}
END_TEST

UNIT_MAIN("verify/proofs", one_of_a_set_is_enough, none_of_a_set_holds, a_chain_stands_on_its_beginning,
          a_token_with_a_proof_inside, somebody_elses_key, what_holds)
