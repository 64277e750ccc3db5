#ifndef BLAZON_DID_H
#define BLAZON_DID_H

#include <stddef.h>

#include <blazon/key.h>

/** @file
 * Names for keys: DIDs, the URLs of verification methods, and the documents that an issuer publishes.
 *
 *     char *did = NULL;
 *     if (blz_did_key(&did, key) == BLZ_OK)
 *         puts(did);    // did:key:z6Mk...
 *     blz_free(did);
 *
 * Every text that these functions hand out is released with blz_free().
 */

BLZ_BEGIN_DECLS

/** The did:key of the key's public part. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_did_key(char **out, const blz_key *key);
/** The did:jwk of the key's public part. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_did_jwk(char **out, const blz_key *key);
/** The did:web for an https URL: `https://example.edu:8443/badges/` gives
 * `did:web:example.edu%3A8443:badges`; a did:web is handed back as it is. Errors: BLZ_ERR_INVALID (neither),
 * BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_did_web(char **out, const char *url_or_did);
/** Where the document of a did:web is published: `https://example.edu/.well-known/did.json`,
 * `https://example.edu:8443/badges/did.json`. Errors: BLZ_ERR_INVALID (not a did:web), BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_did_web_url(char **out, const char *did);

/** The URL of the verification method by which `controller` (an issuer's DID or https URL) uses this key: the
 * `kid` of a JWT, the `verificationMethod` of a proof. For did:key and did:jwk the DID must be that of the
 * key. Errors: BLZ_ERR_INVALID (neither a DID nor an https URL, or the DID of another key), BLZ_ERR_NOMEM,
 * BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_verification_method_url(char **out, const char *controller,
                                                            const blz_key *key);

/** The document to publish for a did:web, or for an https issuer at its own URL (Controlled Identifiers 1.0):
 * each key as a verification method, listed under assertionMethod, a key given twice once. Indented JSON with
 * a line end. Errors: BLZ_ERR_ARGUMENT (no key), BLZ_ERR_INVALID (`id` is neither a did:web nor an https
 * URL), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. `length` may be NULL. */
BLZ_API BLZ_MUST_USE blz_status blz_controller_text(char **out, size_t *length, const char *id,
                                                    const blz_key *const *keys, size_t count);
/** The public keys as a JWK Set (RFC 7517, section 5), each with `kid` (its thumbprint), `alg` and `use`.
 * Indented JSON with a line end. Errors: BLZ_ERR_ARGUMENT (no key), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. `length`
 * may be NULL. */
BLZ_API BLZ_MUST_USE blz_status blz_jwks_text(char **out, size_t *length, const blz_key *const *keys,
                                              size_t count);

BLZ_END_DECLS

#endif
