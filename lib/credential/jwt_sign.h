#ifndef BLZ_CREDENTIAL_JWT_SIGN_H
#define BLZ_CREDENTIAL_JWT_SIGN_H

/* The steps of blz_credential_sign_jwt(). */

#include <jansson.h>

#include "base/diag.h"

#include <blazon/credential.h>

/* The credential with its claims, ready to be signed. Problems go to `diags`, located in `source` (may be
 * NULL); BLZ_ERR_INVALID then. */
blz_status blz_vc_jwt_payload(json_t **out, json_t *credential, blz_source *source, blz_diags *diags)
    BLZ_MUST_USE;
/* The URL that names `key` for this issuer, as blz_sign_options says. `wanted` may be NULL. */
blz_status blz_verification_method_choose(char **out, const char *issuer, const blz_key *key,
                                          const char *wanted, blz_diags *diags) BLZ_MUST_USE;

#endif
