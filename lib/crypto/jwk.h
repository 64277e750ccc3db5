#ifndef BLZ_CRYPTO_JWK_H
#define BLZ_CRYPTO_JWK_H

/* JSON Web Keys (RFC 7517, 7518, 8037). blazon/json.h has the public pair blz_key_read_jwk,
 * blz_key_write_jwk. */

#include <jansson.h>

#include "crypto/key.h"

/* As blz_key_read_jwk; `*reason` (may be NULL) gets static plain words on BLZ_ERR_SYNTAX, BLZ_ERR_INVALID and
 * BLZ_ERR_UNSUPPORTED: what is wrong with the key. */
blz_status blz_jwk_read(blz_key **out, const json_t *jwk, const char **reason) BLZ_MUST_USE;
/* Whether the object has a member that only a private or symmetric key has. */
bool blz_jwk_has_secret(const json_t *jwk);

/* The `alg` that goes with the key: "EdDSA", "ES256", "ES384" or "RS256". Static. */
const char *blz_jwk_alg(const blz_key *key);

#endif
