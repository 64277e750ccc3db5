#ifndef BLAZON_TESTS_UNIT_CREDENTIAL_SUITE_H
#define BLAZON_TESTS_UNIT_CREDENTIAL_SUITE_H

/* One suite at work: which keys it takes, and which changes of a document it notices. */

#include "unit/credential/proofs.h"

#include "credential/suite.h"

/* What the suite says of a kind of key, and with which hash it signs by it. */
static inline void expect_takes(const blz_suite *suite, blz_key_type type, bool takes, blz_hash hash)
{
    BLZ_AUTO(blz_key) key = key_of(type, 1);
    blz_hash used = BLZ_HASH_MD5;
    ck_assert_msg(suite->takes(&used, key) == takes, "%s and %s", suite->name, blz_key_type_name(type));
    if (takes) ck_assert_int_eq(used, hash);
}

static inline void options_of(char out[400], const blz_suite *suite)
{
    bool integrity = strcmp(suite->type, BLZ_DATA_INTEGRITY_PROOF) == 0;
    snprintf(out, 400,
             "{\"type\": \"%s\", %s%s%s\"created\": \"2026-01-01T00:00:00Z\", "
             "\"verificationMethod\": \"did:example:a#b\", \"proofPurpose\": \"assertionMethod\"}",
             suite->type, integrity ? "\"cryptosuite\": \"" : "", integrity ? suite->name : "",
             integrity ? "\", " : "");
}

/* A signed document with a set of two types, in whose proof all is as the suite says. */
static inline json_t *document_of(const blz_suite *suite, const blz_key *key)
{
    char options[400];
    options_of(options, suite);
    json_t *document =
        signed_with("{\"@context\": [\"" BLZ_VC2_CONTEXT "\"], \"id\": \"urn:example:1\", \"type\": "
                    "[\"VerifiableCredential\", \"VerifiablePresentation\"], \"name\": \"Small\"}",
                    options, key);
    json_t *proof = json_array_get(json_object_get(document, "proof"), 0);
    ck_assert_str_eq(json_string_value(json_object_get(proof, "type")), suite->type);
    ck_assert_ptr_eq(blz_suite_of(proof), suite);
    return document;
}

/* Its proofs verify, and notice what they have to: a changed text always, the order of a set where JSON is
 * signed and not RDF, and another key. */
static inline void expect_signs(const blz_suite *suite, blz_key_type type)
{
    BLZ_AUTO(blz_key) key = key_of(type, 1);
    BLZ_AUTO(blz_key) other = key_of(type, 77);
    json_auto_t *document = document_of(suite, key);
    json_t *types = json_object_get(document, "type");
    ck_assert_str_eq(outcome_of(document, 0, key), "verified");
    ck_assert_str_ne(outcome_of(document, 0, other), "verified");
    json_array_append(types, json_array_get(types, 0));
    json_array_remove(types, 0);
    ck_assert_int_eq(strcmp(outcome_of(document, 0, key), "verified") == 0, suite->rdf);
    json_array_insert(types, 0, json_array_get(types, 1));
    json_array_remove(types, 2);
    ck_assert_str_eq(outcome_of(document, 0, key), "verified");
    json_object_set_new(document, "name", json_string("small"));
    ck_assert_str_ne(outcome_of(document, 0, key), "verified");
}

/* A key of another kind is refused in words that name those that go. */
static inline void expect_refuses(const blz_suite *suite, blz_key_type good, blz_key_type type)
{
    BLZ_AUTO(blz_key) key = key_of(good, 1);
    BLZ_AUTO(blz_key) other = key_of(type, 1);
    json_auto_t *document = document_of(suite, key);
    const char *outcome = outcome_of(document, 0, other);
    ck_assert_msg(strstr(outcome, suite->keys) != NULL, "%s", outcome);
}

/* The keys of the EdDSA suites, with SHA-256 (VC-DI-EDDSA, 3). */
static inline void expect_ed25519(const blz_suite *suite)
{
    expect_takes(suite, BLZ_KEY_ED25519, true, BLZ_HASH_SHA256);
    expect_takes(suite, BLZ_KEY_P256, false, BLZ_HASH_SHA256);
    expect_takes(suite, BLZ_KEY_P384, false, BLZ_HASH_SHA256);
    expect_takes(suite, BLZ_KEY_RSA, false, BLZ_HASH_SHA256);
    expect_refuses(suite, BLZ_KEY_ED25519, BLZ_KEY_P256);
}

/* Those of the ECDSA suites, each with its own hash (VC-DI-ECDSA, 3). */
static inline void expect_ecdsa(const blz_suite *suite)
{
    expect_takes(suite, BLZ_KEY_P256, true, BLZ_HASH_SHA256);
    expect_takes(suite, BLZ_KEY_P384, true, BLZ_HASH_SHA384);
    expect_takes(suite, BLZ_KEY_ED25519, false, BLZ_HASH_SHA256);
    expect_takes(suite, BLZ_KEY_RSA, false, BLZ_HASH_SHA256);
    expect_refuses(suite, BLZ_KEY_P384, BLZ_KEY_ED25519);
}

/* Over RDF: the document does not name the context that defines the proof, and is not changed. */
static inline void expect_context_apart(const blz_suite *suite, blz_key_type type, const char *context)
{
    BLZ_AUTO(blz_key) key = key_of(type, 1);
    json_auto_t *document = document_of(suite, key);
    ck_assert_str_eq(suite->context, context);
    ck_assert(!blz_context_names(json_object_get(document, "@context"), suite->context));
    ck_assert_ptr_null(json_object_get(json_array_get(json_object_get(document, "proof"), 0), "@context"));
}

/* Over JSON: RFC 8785 keeps the contexts as they are, and the proof repeats them (3.3.1). */
static inline void expect_context_repeated(const blz_suite *suite, blz_key_type type)
{
    BLZ_AUTO(blz_key) key = key_of(type, 1);
    json_auto_t *document = document_of(suite, key);
    json_t *proof = json_array_get(json_object_get(document, "proof"), 0);
    ck_assert_ptr_null(suite->context);
    ck_assert(json_equal(json_object_get(proof, "@context"), json_object_get(document, "@context")));
}

#endif
