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
 *     char *token = NULL;
 *     blz_status status = blz_credential_sign_jwt(&token, ctx, text, length, "badge.json", key, NULL, diags);
 *     if (status == BLZ_OK)
 *         puts(token);
 *     blz_free(token);
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
 * schema, the dates (whole seconds, in order), the claims, and that no proof is there already. `*out` is
 * NUL-terminated, yours, freed with blz_free(). `options` may be NULL. Errors: BLZ_ERR_SYNTAX: not JSON;
 * BLZ_ERR_INVALID: it cannot be signed; the reason of both is in `diags`. BLZ_ERR_ARGUMENT: a key that cannot
 * sign, or a verification method that is not a URL or names another key (the reason is in `diags`);
 * BLZ_ERR_CRYPTO; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_credential_sign_jwt(char **out, blz_ctx *ctx, const char *credential,
                                                        size_t length, const char *name, const blz_key *key,
                                                        const blz_sign_options *options, blz_diags *diags);

BLZ_END_DECLS

#endif
