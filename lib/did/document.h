#ifndef BLZ_DID_DOCUMENT_H
#define BLZ_DID_DOCUMENT_H

/* A document that has keys, whatever its kind: got once, remembered on the context, then asked. */

#include <jansson.h>

#include "base/ctx.h"
#include "did/method.h"

/* A key that a document has for assertions, until `ends` as in blz_verification_method. */
typedef struct blz_listed_key {
    blz_key *key;
    int64_t ends;
} blz_listed_key;

typedef struct blz_key_document {
    char *url;         /* the DID, or the https URL without a fragment */
    json_t *json;      /* NULL for PEM */
    blz_document text; /* of PEM */
    char *elsewhere;   /* the site where redirects ended, if it is another one (load.h); else NULL */
    blz_key_home home;
    blz_listed_key *listed; /* made when somebody asks for the first time (lists.c); NULL until then */
    size_t listed_count;
    unsigned references; /* as in blz_verification_method */
} blz_key_document;

/* Gets the document of a DID or https URL (its fragment, if it has one, is left out) and tells its kind.
 * Errors: as blz_verification_method_find(). Give the reference back with blz_key_document_free(). */
blz_status blz_key_document_get(blz_key_document **out, blz_ctx *ctx, const char *url, char **reason)
    BLZ_MUST_USE;
void blz_key_document_free(blz_key_document *document);

/* How many values a member has: 0 if it is absent, 1 if it is no array. */
size_t blz_values_count(const json_t *object, const char *member);
/* The value at `index`. Borrowed. */
const json_t *blz_values_at(const json_t *object, const char *member, size_t index);

/* Whether two ids, each absolute or a fragment with its '#', are one when read in this document. `id` may be
 * NULL. */
bool blz_id_is(const blz_key_document *document, const char *id, const char *name);
/* The verification method of that name; NULL if the document has none. Borrowed. */
const json_t *blz_method_in(const blz_key_document *document, const char *name);
/* Whether the document lists the method for assertions: under assertionMethod or, in a profile that has no
 * such member, under publicKey. */
bool blz_is_for_assertion(const blz_key_document *document, const char *url);
/* The earlier of `expires` and `revoked` of the method, INT64_MAX if it has neither. Errors: BLZ_ERR_INVALID,
 * one is not a time. */
blz_status blz_method_ends(int64_t *ends, const json_t *method) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_key_document, blz_key_document_free)

#endif
