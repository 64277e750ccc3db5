#ifndef BLZ_OB2_KEY_H
#define BLZ_OB2_KEY_H

/* CryptographicKey: which of them an issuer says are its own, and the key in them. */

#include <jansson.h>

#include "crypto/key.h"

/* Whether the profile lists the key of this id under publicKey, as an id or an object. */
bool blz_ob2_issuer_lists(const json_t *issuer, const char *key_id);
/* The key in `publicKeyPem`. `*why` says in plain words what is wrong; free it with blz_free(). Errors:
 * BLZ_ERR_INVALID, BLZ_ERR_UNSUPPORTED (of a kind that blazon does not know), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO.
 */
blz_status blz_ob2_key_read(blz_key **out, blz_ctx *ctx, const json_t *node, char **why) BLZ_MUST_USE;

#endif
