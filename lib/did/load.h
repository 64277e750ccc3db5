#ifndef BLZ_DID_LOAD_H
#define BLZ_DID_LOAD_H

#include <jansson.h>

#include "base/ctx.h"

/* The document at `url`, whatever it is. Errors: BLZ_ERR_NOT_FOUND with a reason, BLZ_ERR_NOMEM. */
blz_status blz_load_text(blz_document *out, blz_ctx *ctx, const char *url, char **reason) BLZ_MUST_USE;
/* Where redirects ended, if that is another site (scheme, host, port) than the one of `url`: what is served
 * there is not the word of the first one's owner. Else NULL. Borrowed from the document. Errors:
 * BLZ_ERR_NOMEM. */
blz_status blz_load_elsewhere(const char **out, const blz_document *document, const char *url) BLZ_MUST_USE;
/* Its text as JSON. Errors: BLZ_ERR_SYNTAX with a reason, BLZ_ERR_NOMEM. */
blz_status blz_load_parse(json_t **out, blz_ctx *ctx, const blz_document *document, const char *url,
                          char **reason) BLZ_MUST_USE;

#endif
