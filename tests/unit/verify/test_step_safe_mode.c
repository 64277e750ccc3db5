#include "alone.h"
#include "sealed.h"

#include "verify/check.h"

/* safe-mode, and what the step context says of contexts that define more than anybody checked. */

static bench b;

#define CONTEXTS                                                                                             \
    "\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "                                              \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""

static void after_sealing(const char *patch, blz_verdict verdict, const char *id, blz_outcome outcome,
                          const char *words, const char *pointer)
{
    json_t *document = sealed_badge(&b, NULL, "{\"cryptosuite\": \"eddsa-jcs-2022\"}"),
           *change = json_loads(patch, 0, NULL);
    ck_assert_ptr_nonnull(change);
    merge(document, change);
    blz_report *report = verify_json(&b, document, NULL);
    expect_step(report, id, outcome, words);
    const blz_step *step = find_step(report, id, outcome, words);
    if (pointer) ck_assert_str_eq(step->pointer, pointer);
    ck_assert_str_eq(blz_verdict_text(blz_report_verdict(report)), blz_verdict_text(verdict));
    blz_report_free(report);
    json_decref(change);
    json_decref(document);
}

START_TEST(terms_without_a_meaning)
{
    bench_open(&b, BLZ_KEY_ED25519);
    after_sealing("{\"districtCode\": \"7\"}", BLZ_INVALID, "safe-mode", BLZ_STEP_FAIL, "\"districtCode\"",
                  "/districtCode");
    after_sealing("{\"credentialSubject\": {\"type\": [\"AchievementSubject\", \"Teacher\"]}}", BLZ_INVALID,
                  "safe-mode", BLZ_STEP_FAIL, "\"Teacher\"", "/credentialSubject/type/1");
    after_sealing("{\"credentialSubject\": {\"id\": \"jane\"}}", BLZ_INVALID, "safe-mode", BLZ_STEP_FAIL,
                  "\"jane\"", "/credentialSubject/id");
    FAILS(&b, NULL, "{\"districtCode\": \"7\"}", "safe-mode", "\"districtCode\"");
    PASSES(&b, NULL, "{\"iat\": 1777593600, \"aud\": \"x\"}", "safe-mode", "every term is defined");
    bench_close(&b);
}
END_TEST

START_TEST(contexts_that_are_not_to_be_had)
{
    bench_open(&b, BLZ_KEY_ED25519);
    OPEN(&b, NULL, "{" CONTEXTS ", \"https://a.example/context\"]}", "safe-mode", "--map");
    static const served documents[] = {
        {"https://a.example/context", "{\"@context\": {\"districtCode\": \"https://a.example/code\"}}"}, {0}};
    b.documents = documents;
    WARNS(&b, NULL, "{" CONTEXTS ", \"https://a.example/context\"], \"districtCode\": \"7\"}", "context",
          "not one that blazon knows");
    bench_close(&b);
}
END_TEST

START_TEST(contexts_that_define_anything)
{
    bench_open(&b, BLZ_KEY_ED25519);
    WARNS(&b, NULL, "{" CONTEXTS ", \"https://www.w3.org/ns/credentials/undefined-terms/v2\"], \"x\": 1}",
          "context", "gives a meaning to every word");
    WARNS(&b, NULL, "{" CONTEXTS ", \"https://www.w3.org/ns/credentials/examples/v2\"], \"x\": 1}", "context",
          "gives a meaning to every word");
    WARNS(&b, NULL, "{" CONTEXTS ", {\"@vocab\": \"https://a.example/\"}], \"x\": 1}", "context",
          "\"@vocab\"");
    WARNS(&b, NULL, "{" CONTEXTS ", {\"districtCode\": \"https://a.example/code\"}]}", "context",
          "an inline @context defines \"districtCode\"");
    WARNS(&b, NULL,
          "{\"credentialSubject\": {\"@context\": {\"districtCode\": \"https://a.example/code\"}, "
          "\"districtCode\": "
          "\"7\"}}",
          "context", "an inline @context defines \"districtCode\"");
    FAILS(&b, NULL, "{" CONTEXTS ", {\"name\": \"https://a.example/name\"}]}", "safe-mode", "\"name\"");
    FAILS(&b, NULL, "{" CONTEXTS ", null]}", "safe-mode", "take away terms");
    bench_close(&b);
}
END_TEST

/* What is changed after sealing changes nothing in RDF, which is signed. */
static void written_otherwise(const char *before, const char *gone, const char *patch, const char *words)
{
    json_t *document = sealed_badge(&b, before, NULL), *change = json_loads(patch, 0, NULL);
    ck_assert_ptr_nonnull(change);
    if (gone) ck_assert_int_eq(json_object_del(document, gone), 0);
    merge(document, change);
    json_decref(change);
    expect_json(&b, document, BLZ_INVALID, "safe-mode", BLZ_STEP_FAIL, words);
}

#define END "\"2026-05-20T00:00:00Z\""
#define TYPED_END "{\"@type\": \"http://www.w3.org/2001/XMLSchema#dateTime\", \"@value\": " END "}"
#define ENDS "\"https://www.w3.org/2018/credentials#"

static void ends_elsewhere(const char *patch)
{
    written_otherwise("{\"validUntil\": " END "}", "validUntil", patch, "validUntil");
}

START_TEST(what_is_signed_is_what_is_read)
{
    bench_open(&b, BLZ_KEY_ED25519);
    ends_elsewhere("{" ENDS "validUntil\": " TYPED_END "}");
    ends_elsewhere("{\"@nest\": {\"validUntil\": " END "}}");
    ends_elsewhere("{" CONTEXTS ", {\"ends\": " ENDS "validUntil\"}], \"ends\": " TYPED_END "}");
    ends_elsewhere("{" CONTEXTS ", {\"c\": " ENDS "\"}], \"c:validUntil\": " TYPED_END "}");
    ends_elsewhere("{" CONTEXTS ", {\"@vocab\": " ENDS "valid\"}], \"Until\": " TYPED_END "}");
    written_otherwise("{\"credentialSubject\": {\"id\": \"urn:uuid:6a2c5a64-1b5e-4a0e-9c39-4b1c9d1a7c11\"}}",
                      NULL,
                      "{" CONTEXTS ", {\"mailto\": {\"@id\": \"urn:uuid:6a2c5a64-\", \"@prefix\": true}}], "
                      "\"credentialSubject\": {\"id\": \"mailto:1b5e-4a0e-9c39-4b1c9d1a7c11\"}}",
                      "\"mailto:1b5e-4a0e-9c39-4b1c9d1a7c11\" is short for");
    bench_close(&b);
}
END_TEST

START_TEST(the_end_of_a_proof_under_its_old_name)
{
    bench_open(&b, BLZ_KEY_ED25519);
    json_t *document = sealed_badge(&b, NULL, "{\"expires\": " END "}");
    json_t *proof = json_array_get(json_object_get(document, "proof"), 0);
    json_object_set(proof, "expiration", json_object_get(proof, "expires"));
    json_object_del(proof, "expires");
    json_array_append_new(json_object_get(document, "@context"), json_string("https://w3id.org/security/v1"));
    expect_json(&b, document, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "\"expiration\"");
    bench_close(&b);
}
END_TEST

static blz_integrity *opened;

static blz_status safe_mode(blz_check *check)
{
    blz_integrity_free(opened);
    ck_assert_ok(blz_integrity_open(&opened, check->ctx, check->credential));
    check->integrity = opened;
    return blz_step_safe_mode(check);
}

/* The public validator expands badges, and no status lists. */
START_TEST(terms_of_status_lists)
{
    expect_of_badge(safe_mode, "{'@context': 'https://www.w3.org/ns/credentials/v2', 'districtCode': '7'}",
                    BLZ_STEP_FAIL, "/districtCode", "\"districtCode\"");
    expect_of_badge(safe_mode, "{'@context': 'https://a.example/context'}", BLZ_STEP_UNKNOWN, "/@context",
                    "--map");
    blz_integrity_free(opened);
}
END_TEST

UNIT_MAIN("verify/step_safe_mode", what_is_signed_is_what_is_read, the_end_of_a_proof_under_its_old_name,
          terms_without_a_meaning, contexts_that_are_not_to_be_had, contexts_that_define_anything,
          terms_of_status_lists)
