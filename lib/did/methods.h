#ifndef BLZ_DID_METHODS_H
#define BLZ_DID_METHODS_H

/* The DID methods, one file each. A new one is a file and a line in the table of did.c. */

#include "base/ctx.h"
#include "did/did.h"

/* Read the key that the DID is. Errors: as blz_did_document(). */
blz_status blz_did_key_read(blz_key **out, const char *did, char **reason) BLZ_MUST_USE;
blz_status blz_did_jwk_read(blz_key **out, json_t **jwk, const char *did, char **reason) BLZ_MUST_USE;

blz_status blz_did_key_document(json_t **out, const char *did, char **reason) BLZ_MUST_USE;
blz_status blz_did_jwk_document(json_t **out, const char *did, char **reason) BLZ_MUST_USE;
blz_status blz_did_web_document(json_t **out, blz_ctx *ctx, const char *did, char **reason) BLZ_MUST_USE;

#endif
