#include "sealed.h"

#include <blazon/json.h>

START_TEST(a_signature_of_something_else)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *one = badge(&b, NULL, NULL), *two = badge(&b, NULL, "{\"name\": \"Another\"}");
    char swapped[8192];
    snprintf(swapped, sizeof swapped, "%.*s%s", (int)(strrchr(one, '.') - one), one, strrchr(two, '.'));
    blz_report *report = verify_text(&b, swapped, NULL);
    expect_step(report, "proof.signature", BLZ_STEP_FAIL, "does not match");
    expect_step(report, "proof.key-binding", BLZ_STEP_SKIPPED, "");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
    blz_report_free(report);
    free(one);
    free(two);
    bench_close(&b);
}
END_TEST

/* Ruins the last part of a token and expects that the signature is not taken. */
static void expect_refused(const bench *b, const char *token, const uint8_t *signature, size_t size)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_append(&text, token, (size_t)(strrchr(token, '.') - token) + 1));
    ck_assert_ok(blz_base64url_encode(&text, signature, size));
    blz_report *report = verify_text(b, text.data, NULL);
    ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
    ck_assert(find_step(report, "proof.signature", BLZ_STEP_FAIL, "") ||
              find_step(report, "jwt.header", BLZ_STEP_FAIL, "") ||
              find_step(report, "parse", BLZ_STEP_FAIL, ""));
    blz_report_free(report);
}

START_TEST(signatures_of_the_wrong_form)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    static const uint8_t zeros[96], der[] = {0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01};
    char *token = badge(&b, NULL, NULL);
    expect_refused(&b, token, der, sizeof der);
    expect_refused(&b, token, zeros, 64);
    expect_refused(&b, token, zeros, 96);
    expect_refused(&b, token, zeros, 0);
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(two_keys_in_one_header)
{
    bench b;
    blz_key *other = NULL;
    json_t *jwk = NULL;
    char patch[600];
    bench_open(&b, BLZ_KEY_P256);
    ck_assert_ok(blz_key_generate(&other, b.ctx, BLZ_KEY_P256, 0));
    ck_assert_ok(blz_key_write_jwk(&jwk, other, false));
    char *text = json_dumps(jwk, 0);
    snprintf(patch, sizeof patch, "{\"jwk\": %s}", text);
    FAILS_SPEC(&b, patch, NULL, "proof.signature", "two different keys");
    free(text);
    json_decref(jwk);
    blz_key_free(other);
    bench_close(&b);
}
END_TEST

START_TEST(keys_that_are_not_to_be_had)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    static const served documents[] = {{"https://badges.example.edu/broken", "{"}, {0}};
    OPEN(&b, "{\"kid\": \"https://badges.example.edu/keys/1\"}", NULL, "proof.signature", "--map");
    char patch[300];
    snprintf(patch, sizeof patch, "{\"kid\": \"did:web:nowhere.example%s\"}", strchr(b.kid, '#'));
    OPEN_SPEC(&b, patch, NULL, "proof.signature", "takes the one that its name spells out");
    OPEN(&b, "{\"kid\": \"did:ion:abc#key\"}", NULL, "proof.signature", "did:ion");
    FAILS(&b, "{\"kid\": \"did:key:0OIl#0OIl\"}", NULL, "proof.signature", "not to be had");
    b.documents = documents;
    FAILS(&b, "{\"kid\": \"https://badges.example.edu/broken\"}", NULL, "proof.signature", "not to be had");
    bench_close(&b);
}
END_TEST

/* A proof on top of one that somebody made up: its own signature matches, and covers nothing that holds. */
START_TEST(a_chain_on_a_broken_proof)
{
    bench b;
    char changed[200];
    bench_open(&b, BLZ_KEY_ED25519);
    json_t *document = sealed_badge(&b, NULL, "{\"id\": \"urn:example:first\"}"),
           *first = json_array_get(json_object_get(document, "proof"), 0);
    snprintf(changed, sizeof changed, "%s", json_string_value(json_object_get(first, "proofValue")));
    changed[20] = changed[20] == 'a' ? 'b' : 'a';
    json_object_set_new(first, "proofValue", json_string(changed));
    seal(&b, document, "{\"previousProof\": \"urn:example:first\"}");
    blz_report *report = verify_json(&b, document, NULL);
    const blz_step *step = find_step(report, "proof.signature", BLZ_STEP_FAIL, "made on top of the proof");
    if (!step) show_steps(report);
    ck_assert_ptr_nonnull(step);
    ck_assert_str_eq(step->pointer, "/proof/1/previousProof");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
    blz_report_free(report);
    json_decref(document);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_signature", a_signature_of_something_else, signatures_of_the_wrong_form,
          two_keys_in_one_header, keys_that_are_not_to_be_had, a_chain_on_a_broken_proof)
