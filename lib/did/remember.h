#ifndef BLZ_DID_REMEMBER_H
#define BLZ_DID_REMEMBER_H

/* What a context remembers of issuers: the second badge of one costs neither a document nor a key. */

#include "did/document.h"

/* A reference to what is remembered under that name, or NULL. */
blz_verification_method *blz_remembered_method(blz_ctx *ctx, const char *url);
blz_key_document *blz_remembered_document(blz_ctx *ctx, const char *url);
/* Remember it, with a reference of their own, as far as BLZ_LIMIT_REMEMBERED goes. Errors: BLZ_ERR_NOMEM. */
blz_status blz_remember_method(blz_ctx *ctx, const char *url, blz_verification_method *method) BLZ_MUST_USE;
blz_status blz_remember_document(blz_ctx *ctx, blz_key_document *document) BLZ_MUST_USE;

#endif
