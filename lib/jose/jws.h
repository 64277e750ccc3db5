#ifndef BLZ_JOSE_JWS_H
#define BLZ_JOSE_JWS_H

/* JSON Web Signatures in compact form (RFC 7515), and nothing but RS256, ES256, ES384 and EdDSA with Ed25519.
 * Every `reason` is static plain words without a full stop, and may be NULL. */

#include <stdint.h>

#include <jansson.h>

#include "crypto/key.h"

typedef struct blz_jws {
    json_t *header;          /* an object without duplicate members */
    char *payload;           /* decoded, with a NUL behind `payload_length` */
    size_t payload_length;   /* in bytes */
    uint8_t *signature;      /* decoded */
    size_t signature_length; /* in bytes; 0 is syntax that blz_jws_check() refuses */
    char *signing_input;     /* header and payload as they were signed */
    size_t signing_input_length;
} blz_jws;

/* Takes `compact` apart: three parts of strict base64url, the first one a JSON object. Says nothing about
 * algorithms and signatures, so that what is refused can still be shown. Errors: BLZ_ERR_SYNTAX (with a
 * reason), BLZ_ERR_LIMIT, BLZ_ERR_NOMEM. Release with blz_jws_free(). */
blz_status blz_jws_parse(blz_jws **out, blz_ctx *ctx, const char *compact, size_t length, const char **reason)
    BLZ_MUST_USE;
void blz_jws_free(blz_jws *jws);

/* Whether the header is one that blazon verifies: `alg` in the table, no `crit`, no `b64`, a signature at
 * all. Rules of Open Badges for further members (jku, jwk, typ, ...) belong to lib/credential. Errors:
 * BLZ_ERR_INVALID (never acceptable: none, HS256, ...), BLZ_ERR_UNSUPPORTED (another algorithm). */
blz_status blz_jws_check(const blz_jws *jws, const char **reason) BLZ_MUST_USE;
/* blz_jws_check(), then the signature, by a key of exactly the type that `alg` goes with.
 * Errors: those of blz_jws_check(); BLZ_ERR_INVALID: the key is of another type; BLZ_ERR_SIGNATURE;
 * BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO: not known. */
blz_status blz_jws_verify(const blz_jws *jws, const blz_key *key, const char **reason) BLZ_MUST_USE;

/* The `alg` of this key: "EdDSA", "ES256", "ES384" or "RS256". Static. */
const char *blz_jws_alg_for(const blz_key *key);
/* Signs `payload` under `header` (may be NULL), to which `alg` is added in front; a different `alg` in it is
 * BLZ_ERR_ARGUMENT. The header is not changed. Errors also: BLZ_ERR_LIMIT, for a token that this context
 * would not read. Release with blz_free(). */
blz_status blz_jws_sign(char **compact, blz_ctx *ctx, const json_t *header, const void *payload,
                        size_t length, const blz_key *key) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_jws, blz_jws_free)

#endif
