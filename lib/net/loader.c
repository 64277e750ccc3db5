#include <blazon/loader.h>

#include <time.h>

#include "base/ctx.h"
#include "base/file.h"
#include "net/copies.h"
#include "net/map.h"
#include "net/net.h"

/* Asks its steps in their order; the first one that has the document answers. */

struct blz_loader {
    blz_map map;
    char *cache;  /* the folder of copies; NULL: none are kept */
    blz_net *net; /* NULL: no network */
    blz_net_policy policy;
};

blz_status blz_loader_new(blz_loader **out)
{
    blz_loader *loader = blz_calloc(1, sizeof *loader);
    if (!loader) return BLZ_ERR_NOMEM;
    *out = loader;
    return BLZ_OK;
}

void blz_loader_free(blz_loader *loader)
{
    if (!loader) return;
    blz_map_clear(&loader->map);
    blz_free(loader->cache);
    blz_net_free(loader->net);
    blz_net_policy_clear(&loader->policy);
    blz_free(loader);
}

blz_status blz_loader_map(blz_loader *loader, const char *url, const char *path)
{
    return blz_map_add(&loader->map, url, path);
}

blz_status blz_loader_cache(blz_loader *loader, const char *folder)
{
    BLZ_TRY(blz_copies_prepare(folder));
    char *copy = blz_strdup(folder);
    if (!copy) return BLZ_ERR_NOMEM;
    blz_free(loader->cache);
    loader->cache = copy;
    return BLZ_OK;
}

blz_status blz_loader_online(blz_loader *loader, const blz_net_options *options)
{
    blz_net *net = NULL;
    BLZ_TRY(blz_net_open(&net, options));
    blz_net_free(loader->net);
    loader->net = net;
    loader->policy.insecure_http = options && options->insecure_http;
    return BLZ_OK;
}

blz_status blz_loader_allow_host(blz_loader *loader, const char *host)
{
    return blz_net_policy_allow(&loader->policy, host);
}

/* The world's clock, not the context's, which may be stopped somewhere else: servers go by this one. */
static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return time.tv_sec;
}

static bool is_fresh(const blz_document *copy, int64_t fresh_until)
{
    int64_t at = now();
    return copy->fetched <= at && at < fresh_until && fresh_until - copy->fetched <= BLZ_NET_FRESH_SECONDS;
}

/* BLZ_ERR_NOT_FOUND: there is no copy that will do. */
static blz_status from_copies(const blz_loader *loader, blz_document *out, const char *url, size_t max)
{
    BLZ_SCOPED(blz_document) copy = {0};
    int64_t fresh_until = 0;
    if (!loader->cache) return BLZ_ERR_NOT_FOUND;
    BLZ_TRY(blz_copies_get(&copy, &fresh_until, loader->cache, url, max));
    if (loader->net && !is_fresh(&copy, fresh_until)) return BLZ_ERR_NOT_FOUND;
    *out = copy;
    copy = (blz_document){0};
    return BLZ_OK;
}

static blz_status keep(const blz_loader *loader, blz_document *document, const char *url,
                       const blz_net_terms *terms)
{
    if (!loader->cache || terms->no_store) return BLZ_OK;
    int64_t at = document->fetched = now();
    blz_status status = blz_copies_put(loader->cache, url, document, at + blz_net_terms_fresh(terms));
    document->fetched = 0;
    if (status != BLZ_OK) blz_document_clear(document);
    return status;
}

static blz_status from_network(const blz_loader *loader, blz_document *out, const char *url, size_t max)
{
    blz_net_terms terms = BLZ_NET_TERMS;
    BLZ_TRY(blz_net_get(loader->net, &loader->policy, out, &terms, url, max));
    return keep(loader, out, url, &terms);
}

static blz_status no_copy(const blz_loader *loader, blz_document *out)
{
    if (!loader->cache) return BLZ_ERR_NOT_FOUND;
    return blz_document_fail(out, BLZ_ERR_NOT_FOUND, "there is no copy of it in \"%s\"", loader->cache);
}

/* The policy comes first: a copy must not be the way around it. */
static blz_status check(const blz_loader *loader, blz_document *out, const char *url)
{
    blz_net_target target;
    const char *why = NULL;
    blz_status status = blz_net_policy_check(&loader->policy, &target, url, NULL, &why);
    return status == BLZ_OK ? status : blz_document_fail(out, status, "the address %s", why);
}

static blz_status load(void *user, const blz_ctx *ctx, const char *url, blz_document *out)
{
    const blz_loader *loader = user;
    BLZ_AUTO(blz_text) path = NULL;
    size_t max = blz_ctx_limit(ctx, BLZ_LIMIT_BYTES);
    if (blz_map_covers(&loader->map, url)) {
        BLZ_TRY(blz_map_find(&loader->map, &path, url));
        return blz_file_read(&out->bytes, &out->length, path, max);
    }
    if (loader->net) BLZ_TRY(check(loader, out, url));
    blz_status status = from_copies(loader, out, url, max);
    if (status != BLZ_ERR_NOT_FOUND) return status;
    return loader->net ? from_network(loader, out, url, max) : no_copy(loader, out);
}

void blz_ctx_use_loader(blz_ctx *ctx, blz_loader *loader)
{
    blz_ctx_set_shared_loader(ctx, loader ? load : NULL, loader);
}
