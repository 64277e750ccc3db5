#ifndef BLZ_BASE_CTX_H
#define BLZ_BASE_CTX_H

#include "base/mem.h"

BLZ_DEFINE_AUTO(blz_ctx, blz_ctx_free)

/* What to say of a document that blz_ctx_load() did not get. */
const char *blz_document_why(const blz_document *document, blz_status status);

/* A context with the clock, limits, random source and loader of another, and nothing remembered: for another
 * thread. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ctx_new_like(blz_ctx **out, const blz_ctx *other) BLZ_MUST_USE;

/* What floors above keep on a context, as long as it lives or until blz_ctx_forget(): their caches. */
typedef enum blz_ctx_slot {
    BLZ_SLOT_CONTEXTS, /* jsonld: remote contexts */
    BLZ_SLOT_METHODS,  /* did: verification methods and documents */
    BLZ_SLOT_STATUSES, /* verify: status lists */
    BLZ_SLOT_COUNT_
} blz_ctx_slot;

/* What is kept there; NULL if nothing is. */
void *blz_ctx_kept(const blz_ctx *ctx, blz_ctx_slot slot);
/* Keeps `value`, which `release` frees, in place of what was there. */
void blz_ctx_keep(blz_ctx *ctx, blz_ctx_slot slot, void *value, void (*release)(void *value));

#endif
