#ifndef BLZ_DID_BUILD_H
#define BLZ_DID_BUILD_H

/* The pieces of documents that name keys. */

#include <jansson.h>

#include "crypto/key.h"

/* {"id", "type", "controller", "publicKeyMultibase" or (RSA) "publicKeyJwk"} */
blz_status blz_did_build_method(json_t **out, const char *id, const char *controller, const blz_key *key)
    BLZ_MUST_USE;
/* A document with these verification methods (a new reference each), listed under assertionMethod; of a DID
 * also under authentication. */
blz_status blz_did_build_document(json_t **out, const char *id, json_t *methods) BLZ_MUST_USE;
/* Sets a member to a text, or appends it to an array. */
blz_status blz_did_put_text(json_t *container, const char *name, const char *text) BLZ_MUST_USE;

#endif
