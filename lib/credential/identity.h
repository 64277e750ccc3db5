#ifndef BLZ_CREDENTIAL_IDENTITY_H
#define BLZ_CREDENTIAL_IDENTITY_H

/* The identityHash of an IdentityObject (Open Badges 3.0, B.5): ALGORITHM "$" HEX(ALGORITHM(identity salt)).
 */

#include <jansson.h>
#include <stdbool.h>

#include "base/mem.h"

/* "sha256$..." of identity and salt; `salt` may be NULL. */
blz_status blz_identity_hash(char **out, const char *identity, const char *salt) BLZ_MUST_USE;
/* Whether `hash` (sha256 or md5, hex digits in any case) is that of identity and salt.
 * BLZ_ERR_UNSUPPORTED: another algorithm; BLZ_ERR_SYNTAX: not an identity hash. */
blz_status blz_identity_matches(bool *out, const char *hash, const char *identity, const char *salt)
    BLZ_MUST_USE;

/* A new IdentityObject for an e-mail address: hashed with a random salt of 16 bytes (32 hex digits), or
 * `plain`. */
blz_status blz_identity_email(json_t **out, blz_ctx *ctx, const char *address, bool plain) BLZ_MUST_USE;
/* Whether an IdentityObject is that of `identity`: as it is written, and for an e-mail address also in lower
 * case, and where it stands in clear in any case, because people write one address in several ways. Errors as
 * blz_identity_matches(); BLZ_ERR_SYNTAX also for an object without an identityHash. */
blz_status blz_identity_object_matches(bool *out, const json_t *object, const char *identity) BLZ_MUST_USE;

#endif
