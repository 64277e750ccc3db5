#ifndef BLZ_DID_MATERIAL_H
#define BLZ_DID_MATERIAL_H

/* The key inside a verification method. */

#include <jansson.h>

#include "base/ctx.h"
#include "crypto/key.h"

/* Whether the object carries a key: publicKeyMultibase, publicKeyJwk, publicKeyPem or publicKeyBase58. */
bool blz_material_is_in(const json_t *object);
/* The key; `name` is how reasons call the method. Errors: BLZ_ERR_INVALID (no key, several forms of one, a
 * broken one, a private one), BLZ_ERR_UNSUPPORTED (another kind), BLZ_ERR_NOMEM. */
blz_status blz_material_read(blz_key **out, blz_ctx *ctx, const json_t *method, const char *name,
                             char **reason) BLZ_MUST_USE;
/* The key of a JWK in a document, which must be public. Errors: the same. */
blz_status blz_material_jwk(blz_key **out, const json_t *jwk, const char *name, char **reason) BLZ_MUST_USE;
/* The key of PEM text, which must be public. Errors: the same. */
blz_status blz_material_pem(blz_key **out, blz_ctx *ctx, const char *text, size_t length, const char *name,
                            char **reason) BLZ_MUST_USE;

#endif
