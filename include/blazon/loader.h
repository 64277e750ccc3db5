#ifndef BLAZON_LOADER_H
#define BLAZON_LOADER_H

#include <blazon/context.h>

/** @file
 * Documents by URL without a network: files that stand for what is published somewhere.
 *
 *     blz_loader *loader = NULL;
 *     blz_status status = blz_loader_new(&loader);
 *     if (status == BLZ_OK)
 *         status = blz_loader_map(loader, "https://badges.example.edu/", "site");
 *     if (status == BLZ_OK)
 *         blz_ctx_use_loader(ctx, loader);    // https://badges.example.edu/issuer.json is now
 * site/issuer.json
 *     ...
 *     blz_ctx_free(ctx);
 *     blz_loader_free(loader);
 */

BLZ_BEGIN_DECLS

typedef struct blz_loader blz_loader;

/** Makes a loader that finds nothing yet. Errors: BLZ_ERR_NOMEM. Release with blz_loader_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_loader_new(blz_loader **out);
/** Frees the loader; NULL is allowed. No context may use it any more. */
BLZ_API void blz_loader_free(blz_loader *loader);

/** Uses `path` in place of `url` (http or https, without a fragment). A URL that ends in `/` stands for a
 * folder: what follows it in a document's URL is looked up below `path`, and never outside of it. Where
 * several match, the longest wins; the same URL again replaces what was there. Errors: BLZ_ERR_ARGUMENT (not
 * such a URL, an empty path), BLZ_ERR_NOMEM. The files are opened when asked for. */
BLZ_API BLZ_MUST_USE blz_status blz_loader_map(blz_loader *loader, const char *url, const char *path);

/** Makes `ctx` ask this loader for documents; NULL: none. The loader must live as long as the context uses
 * it. */
BLZ_API void blz_ctx_use_loader(blz_ctx *ctx, blz_loader *loader);

BLZ_END_DECLS

#endif
