#ifndef BLAZON_TESTS_UNIT_CREDENTIAL_PROOFS_H
#define BLAZON_TESTS_UNIT_CREDENTIAL_PROOFS_H

/* Documents with proofs of our own. */

#include "unit/credential/keys.h"

#include "credential/model.h"
#include "credential/proof.h"

#define PROOF(suite, rest)                                                                                   \
    "{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"" suite                                           \
    "\", \"created\": \"2026-01-01T00:00:00Z\", \"verificationMethod\": \"did:example:a#b\", "               \
    "\"proofPurpose\": \"assertionMethod\"" rest "}"

static const char small_document[] = "{\"@context\": [\"" BLZ_VC2_CONTEXT "\"], \"id\": \"urn:example:1\", "
                                     "\"type\": \"VerifiableCredential\", \"name\": \"Small\"}";

static inline blz_ctx *ctx_new(void)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    return ctx;
}

/* Puts a proof made of `options` beside those of the document. */
static inline void add_proof(json_t *document, const char *options, const blz_key *key)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    json_auto_t *wanted = json_of(options);
    json_t *proof = NULL, *list = json_object_get(document, "proof");
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    blz_status status = blz_integrity_sign(&proof, sealed, wanted, key, &fault);
    ck_assert_msg(status == BLZ_OK, "%s: %s", blz_status_text(status), fault.message ? fault.message : "");
    if (!list) json_object_set_new(document, "proof", list = json_array());
    ck_assert_int_eq(json_array_append_new(list, proof), 0);
}

static inline json_t *signed_with(const char *text, const char *options, const blz_key *key)
{
    json_t *document = json_of(text);
    add_proof(document, options, key);
    return document;
}

/* "STATUS pointer: message" of one proof; "verified". */
static inline const char *outcome_of(const json_t *document, size_t index, const blz_key *key)
{
    static char text[1000];
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    blz_status status = blz_integrity_verify(sealed, index, key, &fault);
    ck_assert_int_eq(blz_integrity_verify(sealed, index, key, NULL), status);
    if (status == BLZ_OK) return "verified";
    snprintf(text, sizeof text, "%s, %s: %s", blz_status_text(status), fault.pointer ? fault.pointer : "-",
             fault.message ? fault.message : "-");
    return text;
}

#endif
