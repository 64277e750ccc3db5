#ifndef BLAZON_LOADER_H
#define BLAZON_LOADER_H

#include <stdbool.h>

#include <blazon/context.h>

/** @file
 * Documents by URL: files that stand for what is published somewhere, copies that were kept, and, only if it
 * is asked to, the network.
 *
 *     blz_loader *loader = NULL;
 *     blz_status status = blz_loader_new(&loader);
 *     if (status == BLZ_OK)
 *         status = blz_loader_map(loader, "https://badges.example.edu/", "site");
 *     if (status == BLZ_OK)
 *         blz_ctx_use_loader(ctx, loader);    // .../issuer.json is now site/issuer.json
 *     if (status == BLZ_OK)
 *         status = blz_loader_cache(loader, "/var/cache/badges");
 *     if (status == BLZ_OK)
 *         status = blz_loader_online(loader, NULL);    // what is not in there is asked for
 *     ...
 *     blz_ctx_free(ctx);
 *     blz_loader_free(loader);
 *
 * The order is: files, copies, network. A URL below one that stands for a folder is looked up in that folder
 * and nowhere else. Once it is set up, any number of threads may use a loader, each with a context of its
 * own.
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

/** Keeps copies of what the network gives in `folder`, which is made if need be, and takes documents from
 * there: online as long as a copy is fresh (one hour, or less if the server says so), without the network
 * whatever its age; blz_document.fetched tells it. Each copy is for who has the terms under which it was had
 * (see blz_loader_offline()). Several programs may share a folder. It holds at most
 * 4,096 copies and 512 MiB; the oldest ones go. A copy that is damaged is none; what a server wants nobody to
 * keep
 * (`Cache-Control: no-store`) is not kept, nor is the word that a document is gone or was never there.
 * Errors: BLZ_ERR_PERMISSION with errno 0 (others may write into the folder, and copies decide whose key is
 * whose), BLZ_ERR_PERMISSION, BLZ_ERR_NOT_FOUND and BLZ_ERR_IO with errno, BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_loader_cache(blz_loader *loader, const char *folder);

/** How the network is used; all zero is the strictest. */
typedef struct blz_net_options {
    const char
        *ca_file; /**< PEM: the certificate authorities to trust in place of the system's; NULL: those */
    unsigned connect_seconds; /**< how long a connection may take; 0: 10 */
    unsigned total_seconds;   /**< how long one document may take, redirects and all; 0: 30 */
    bool insecure_http;       /**< http addresses are asked for, too */
} blz_net_options;

/** Asks the network for what is neither a file nor a copy, by https. Certificates are always checked. Nothing
 * is sent that tells who asks: no passwords, no cookies, no referer. What badges lead to is not trusted: a
 * document is at most BLZ_LIMIT_BYTES of the context, packed and unpacked; a redirect is followed five times,
 * never from https to http; and a connection is made to public addresses alone, which is decided when it is
 * made, so that it does not matter how a name or a number was spelled and what a name server says meanwhile
 * (see blz_loader_allow_host()). Proxies, the environment and .netrc are not looked at. HTTP 410 is
 * BLZ_ERR_GONE, 404 BLZ_ERR_NOT_FOUND, anything but 200 BLZ_ERR_NETWORK; `why` is always said. The network is
 * libcurl's, which is opened by the first call: before a program makes threads. `options` may be NULL.
 * Errors: BLZ_ERR_UNSUPPORTED (this library was built without the network), BLZ_ERR_NOT_FOUND (libcurl is not
 * installed), BLZ_ERR_NETWORK (it does not start), BLZ_ERR_IO (the `ca_file` cannot be read), BLZ_ERR_NOMEM.
 */
BLZ_API BLZ_MUST_USE blz_status blz_loader_online(blz_loader *loader, const blz_net_options *options);
/** Without the network, and with the terms under which copies count: one that was had from the certificate
 * authorities of a `ca_file`, from a host that blz_loader_allow_host() lets have a private address, or by
 * http is found only by a loader that has the same terms, here or with blz_loader_online(). Errors:
 * BLZ_ERR_IO (the `ca_file` cannot be read), BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_loader_offline(blz_loader *loader, const blz_net_options *options);
/** Lets "HOST" or "HOST:PORT" have an address that is not public: a server of the school's own, a test. The
 * name counts as it stands in the URL; another name with the same address is not meant. Errors:
 * BLZ_ERR_ARGUMENT (no such name), BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_loader_allow_host(blz_loader *loader, const char *host);

/** Makes `ctx` ask this loader for documents; NULL: none. The loader must live as long as the context uses
 * it. */
BLZ_API void blz_ctx_use_loader(blz_ctx *ctx, blz_loader *loader);

BLZ_END_DECLS

#endif
