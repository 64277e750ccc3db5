#ifndef BLZ_OB2_DOCUMENT_H
#define BLZ_OB2_DOCUMENT_H

/* One document of Open Badges 2.0 or before it, read so that its properties stand under the names of 2.0
 * whatever its own context calls them, and in whatever version it came. */

#include "ob2/names.h"
#include "ob2/upgrade.h"

typedef struct blz_ob2_document {
    char *url;     /* that it was asked for by; NULL: it was handed in */
    char *from;    /* where redirects ended; NULL: there were none */
    json_t *raw;   /* as it came; NULL if it is no JSON object */
    json_t *whole; /* expanded, in the form of 2.0: an array */
    json_t *node;  /* with the names of 2.0; NULL if status is not BLZ_OK */
    blz_ob2_version version;
    blz_status status; /* why there is no node: BLZ_ERR_NOT_FOUND, BLZ_ERR_NETWORK, ... it cannot be had;
                          BLZ_ERR_GONE; BLZ_ERR_INVALID: it is there, and wrong; BLZ_ERR_LIMIT */
    char *why;         /* plain words for that */
} blz_ob2_document;

/* Reads the document in `raw`, to which it takes a reference. Whatever is wrong with it is in out->status.
 * Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_document_read(blz_ob2_document *out, blz_ctx *ctx, const blz_ob2_names *names, json_t *raw)
    BLZ_MUST_USE;
/* Gets it by its URL. `*bytes` is set to its size. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_document_load(blz_ob2_document *out, size_t *bytes, blz_ctx *ctx,
                                 const blz_ob2_names *names, const char *url) BLZ_MUST_USE;
void blz_ob2_document_clear(blz_ob2_document *document);

/* Whether it cannot be said what the document says: it is not to be had, or needs what is not. */
bool blz_ob2_document_is_open(const blz_ob2_document *document);
/* The object that the document expands to. Borrowed. */
json_t *blz_ob2_document_expanded(const blz_ob2_document *document);

#endif
