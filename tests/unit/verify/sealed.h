#ifndef BLAZON_TESTS_VERIFY_SEALED_H
#define BLAZON_TESTS_VERIFY_SEALED_H

/* Badges in JSON with Data Integrity proofs, made as badge.h makes tokens. */

#include "badge.h"

#include "credential/integrity.h"

#define CLAIMS_GONE "\"iss\": null, \"jti\": null, \"sub\": null, \"nbf\": null"

/* Options of a proof of this key, changed by a patch (may be NULL). */
static inline json_t *proof_options(const bench *b, const char *patch)
{
    char text[1024];
    snprintf(
        text, sizeof text,
        "{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"%s\", \"created\": \"2026-05-02T00:00:00Z\","
        "\"verificationMethod\": \"%s\", \"proofPurpose\": \"assertionMethod\"}",
        blz_key_type_of(b->key) == BLZ_KEY_ED25519 ? "eddsa-rdfc-2022" : "ecdsa-rdfc-2019", b->kid);
    return patched(text, patch);
}

/* Puts one more proof into the document. */
static inline void seal(const bench *b, json_t *document, const char *proof_patch)
{
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    json_t *proof = NULL, *options = proof_options(b, proof_patch),
           *list = json_object_get(document, "proof");
    ck_assert_ok(blz_integrity_open(&sealed, b->ctx, document));
    blz_status status = blz_integrity_sign(&proof, sealed, options, b->key, &fault);
    ck_assert_msg(status == BLZ_OK, "%s: %s", blz_status_text(status), fault.message ? fault.message : "");
    if (!list) json_object_set_new(document, "proof", list = json_array());
    json_array_append_new(list, proof);
    json_decref(options);
}

/* The good badge without the claims of a token, changed by a patch. */
static inline json_t *unsealed(const bench *b, const char *patch)
{
    json_t *document = patched(good_payload(b), "{" CLAIMS_GONE "}"),
           *change = patch ? json_loads(patch, 0, NULL) : NULL;
    ck_assert(!patch || change);
    merge(document, change);
    json_decref(change);
    return document;
}

static inline json_t *sealed_badge(const bench *b, const char *patch, const char *proof_patch)
{
    json_t *document = unsealed(b, patch);
    seal(b, document, proof_patch);
    return document;
}

static inline blz_report *verify_json(const bench *b, const json_t *document,
                                      const blz_verify_options *options)
{
    char *text = json_dumps(document, JSON_COMPACT);
    blz_report *report = verify_text(b, text, options);
    free(text);
    return report;
}

/* Verifies the document, which is given up, and expects the verdict and one entry of the report. */
static inline void expect_json(const bench *b, json_t *document, blz_verdict verdict, const char *id,
                               blz_outcome outcome, const char *words)
{
    blz_report *report = verify_json(b, document, NULL);
    expect_step(report, id, outcome, words);
    if (blz_report_verdict(report) != verdict) show_steps(report);
    ck_assert_str_eq(blz_verdict_text(blz_report_verdict(report)), blz_verdict_text(verdict));
    blz_report_free(report);
    json_decref(document);
}

/* expect_text_strict() of the document, which is given up. */
static inline void expect_json_strict(const bench *b, json_t *document, const char *id, blz_outcome outcome,
                                      const char *words)
{
    char *text = json_dumps(document, JSON_COMPACT);
    expect_text_strict(b, text, false, id, outcome, words);
    free(text);
    json_decref(document);
}

#endif
