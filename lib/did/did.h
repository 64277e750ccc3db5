#ifndef BLZ_DID_DID_H
#define BLZ_DID_DID_H

/* DIDs and their documents (DID 1.0; methods key, jwk and web), and the documents that an issuer publishes.
 *
 * `char **reason` (may be NULL): when the call fails over what it was given or could not get, `*reason`
 * becomes one line of plain words without a full stop that names the DID or the URL and, where that helps,
 * the option --map. Release it with blz_free(). Else it is NULL. */

#include <jansson.h>

#include <blazon/did.h>

#include "crypto/key.h"

/* The document of a DID (without a fragment). did:web asks the context's loader.
 * Errors: BLZ_ERR_SYNTAX (not a DID, or its document is no JSON), BLZ_ERR_INVALID (a key that is none, a
 * document of another id), BLZ_ERR_UNSUPPORTED (another method or kind of key), BLZ_ERR_NOT_FOUND (the
 * document cannot be had, whatever the loader's reason), BLZ_ERR_NOMEM. */
blz_status blz_did_document(json_t **out, blz_ctx *ctx, const char *did, char **reason) BLZ_MUST_USE;

/* blz_controller_text() and blz_jwks_text() as trees. */
blz_status blz_controller_document(json_t **out, const char *id, const blz_key *const *keys, size_t count)
    BLZ_MUST_USE;
blz_status blz_jwks_document(json_t **out, const blz_key *const *keys, size_t count) BLZ_MUST_USE;

#endif
