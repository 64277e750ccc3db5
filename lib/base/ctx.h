#ifndef BLZ_BASE_CTX_H
#define BLZ_BASE_CTX_H

#include "base/mem.h"

BLZ_DEFINE_AUTO(blz_ctx, blz_ctx_free)

/* A loader that looks at the limits of the context that asks: several contexts may share it. */
typedef blz_status blz_ctx_load_fn(void *user, const blz_ctx *ctx, const char *url, blz_document *out);
/* As blz_ctx_set_loader(). */
void blz_ctx_set_shared_loader(blz_ctx *ctx, blz_ctx_load_fn *load, void *user);

/* What to say of a document that blz_ctx_load() did not get. */
const char *blz_document_why(const blz_document *document, blz_status status);

/* The same, but NULL where nobody has looked further than the files at hand: then one can say where to look.
 */
const char *blz_document_trouble(const blz_document *document, blz_status status);

/* Puts words on what is wrong into `document`, in place of whatever is in there, and returns `status`;
 * returns BLZ_ERR_NOMEM if there is no memory for the words. What comes from outside is cut after a kilobyte
 * and is ASCII. For loaders:
 *
 *     return blz_document_fail(out, BLZ_ERR_GONE, "the server at \"%s\" says that it is no more", host);
 */
blz_status blz_document_fail(blz_document *document, blz_status status, const char *format, ...)
    BLZ_PRINTF(3, 4);

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
