#ifndef BLAZON_CREDENTIAL_H
#define BLAZON_CREDENTIAL_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/key.h>
#include <blazon/status.h>

/** @file
 * Signing Open Badges 3.0 credentials.
 *
 *     char *badge = NULL;
 *     blz_proof_options how = {.indent = 2};
 *     blz_status status =
 *         blz_credential_sign_proof(&badge, NULL, ctx, text, length, "badge.json", key, &how, diags);
 *     if (status == BLZ_OK)
 *         fputs(badge, stdout);
 *     blz_free(badge);
 */

BLZ_BEGIN_DECLS

/** How the header of a JWT names the key. */
typedef struct blz_sign_options {
    /** `kid`: the URL where the public key can be read. NULL: the method of the issuer's own did:key or
     * did:jwk, or else the issuer's id with blz_key_fragment() behind a `#`. */
    const char *verification_method;
    /** Adds the public key itself as `jwk`. It proves that the text is unchanged, not who signed. */
    bool embed_key;
} blz_sign_options;

/** Signs a credential in JSON (`length` bytes; `name` is how messages call the text) as the compact JWS of
 * Open Badges 3.0, 8.2: RS256, ES256, ES384 or EdDSA by the type of `key`, which must be private. The payload
 * is the credential with the claims iss, jti, sub, nbf and, with a validUntil, exp. It is checked first: the
 * schema, the dates (whole seconds, in order), the claims, that JSON-LD loses nothing of it, and that no
 * proof is there already. `*out` is NUL-terminated, yours, freed with blz_free(). `options` may be NULL.
 * Errors: BLZ_ERR_SYNTAX: not JSON; BLZ_ERR_INVALID: it cannot be signed; the reason of both is in `diags`.
 * BLZ_ERR_ARGUMENT: a key that cannot sign, or a verification method that is not a URL or names another key
 * (the reason is in `diags`); BLZ_ERR_CRYPTO; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_credential_sign_jwt(char **out, blz_ctx *ctx, const char *credential,
                                                        size_t length, const char *name, const blz_key *key,
                                                        const blz_sign_options *options, blz_diags *diags);

/** A Data Integrity proof to be made. All zero is a good one. */
typedef struct blz_proof_options {
    /** `eddsa-rdfc-2022`, `eddsa-jcs-2022` or `Ed25519Signature2020` for Ed25519 keys, `ecdsa-rdfc-2019` or
     * `ecdsa-jcs-2019` for P-256 and P-384. NULL: blz_proof_suite_for() the key. */
    const char *suite;
    /** The URL where the public key can be read. NULL: as in blz_sign_options. */
    const char *verification_method;
    /** RFC 3339 with a time zone. NULL: the time of the context. */
    const char *created;
    /** When the proof, not the credential, ends; RFC 3339 with a time zone. NULL: it does not. */
    const char *expires;
    /** A text that whoever asked for the proof has chosen, against replay. NULL: none. */
    const char *challenge;
    /** Where the proof is meant to be used. NULL: anywhere. */
    const char *domain;
    /** The id of the proof, a URI, by which others can build on it. NULL: none. */
    const char *id;
    /** The ids of proofs in the credential that this one builds on: it signs them too, and holds only while
     * they do. */
    const char *const *previous;
    size_t previous_count; /**< of them */
    /** Spaces per level of the JSON text; 0: one line. */
    unsigned indent;
} blz_proof_options;

/** The suite of Data Integrity proofs that goes with this key: `eddsa-rdfc-2022` or `ecdsa-rdfc-2019`. NULL:
 * there is none (RSA). Static. */
BLZ_API const char *blz_proof_suite_for(const blz_key *key);

/** Adds a Data Integrity proof (VC Data Integrity 1.0; proofPurpose assertionMethod) to a credential in JSON
 * and writes the whole, UTF-8. It is checked first as blz_credential_sign_jwt() does, but for the claims: a
 * subject needs no id, and Data Integrity proofs that are there stay, beside the new one. A proof of
 * `Ed25519Signature2020` needs a context that defines it; if there is none, it is added as the last. With an
 * Ed25519 key the same input gives the same bytes. `*out` is NUL-terminated, yours, freed with blz_free();
 * `out_length` and `options` may be NULL. Errors: as blz_credential_sign_jwt(); BLZ_ERR_ARGUMENT also for a
 * suite that does not go with the key and for an option that cannot be used. */
BLZ_API BLZ_MUST_USE blz_status blz_credential_sign_proof(char **out, size_t *out_length, blz_ctx *ctx,
                                                          const char *credential, size_t length,
                                                          const char *name, const blz_key *key,
                                                          const blz_proof_options *options, blz_diags *diags);

BLZ_END_DECLS

#endif
