#include <blazon/loader.h>

#include <time.h>

#include "base/ctx.h"
#include "base/file.h"
#include "crypto/digest.h"
#include "net/copies.h"
#include "net/map.h"
#include "net/net.h"

/* Asks its steps in their order; the first one that has the document answers. */

struct blz_loader {
    blz_map map;
    char *cache;                 /* the folder of copies; NULL: none are kept */
    char ca[BLZ_DIGEST_HEX_MAX]; /* the digest of the certificate authorities; "": those of the system */
    blz_net *net;                /* NULL: no network */
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

enum { CA_FILE_MAX = 16 << 20 };

/* A copy is as good as who vouched for it. */
static blz_status take_terms(blz_loader *loader, const blz_net_options *options)
{
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    loader->policy.insecure_http = options && options->insecure_http;
    loader->ca[0] = '\0';
    if (!options || !options->ca_file) return BLZ_OK;
    blz_status status = blz_file_read(&bytes, &length, options->ca_file, CA_FILE_MAX);
    if (status != BLZ_OK) return status == BLZ_ERR_NOMEM ? status : BLZ_ERR_IO;
    status = blz_digest_hex(loader->ca, BLZ_HASH_SHA256, bytes, length);
    return status == BLZ_ERR_CRYPTO ? BLZ_ERR_NOMEM : status;
}

blz_status blz_loader_online(blz_loader *loader, const blz_net_options *options)
{
    BLZ_AUTO(blz_net) net = NULL;
    BLZ_TRY(blz_net_open(&net, options));
    BLZ_TRY(take_terms(loader, options));
    blz_net_free(loader->net);
    loader->net = BLZ_STEAL(net);
    return BLZ_OK;
}

blz_status blz_loader_offline(blz_loader *loader, const blz_net_options *options)
{
    return take_terms(loader, options);
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

/* Whether the options let the host of the URL, which may be NULL, have an address that is not public. */
static bool is_allowed(const blz_loader *loader, const char *url)
{
    blz_net_target target;
    const char *why = NULL;
    return url && blz_net_policy_check(&loader->policy, &target, url, NULL, &why) == BLZ_OK &&
           blz_net_policy_is_allowed(&loader->policy, &target);
}

/* What a copy is known by: its URL, behind the terms under which it was had where they are not the strictest.
 */
static blz_status name_of(char **out, const blz_loader *loader, const char *url)
{
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    if (*loader->ca) BLZ_TRY(blz_buf_printf(&name, "ca %s ", loader->ca));
    if (is_allowed(loader, url)) BLZ_TRY(blz_buf_puts(&name, "private "));
    BLZ_TRY(blz_buf_puts(&name, url));
    return blz_buf_take(&name, out, NULL);
}

/* BLZ_ERR_NOT_FOUND: there is no copy that will do. */
static blz_status from_copies(const blz_loader *loader, blz_document *out, const char *url, size_t max)
{
    BLZ_SCOPED(blz_document) copy = {0};
    BLZ_AUTO(blz_text) name = NULL;
    int64_t fresh_until = 0;
    if (!loader->cache) return BLZ_ERR_NOT_FOUND;
    BLZ_TRY(name_of(&name, loader, url));
    BLZ_TRY(blz_copies_get(&copy, &fresh_until, loader->cache, name, max));
    if (loader->net && !is_fresh(&copy, fresh_until)) return BLZ_ERR_NOT_FOUND;
    *out = copy;
    copy = (blz_document){0};
    return BLZ_OK;
}

static blz_status keep(const blz_loader *loader, blz_document *document, const char *url,
                       const blz_net_terms *terms)
{
    BLZ_AUTO(blz_text) name = NULL;
    bool elsewhere = is_allowed(loader, document->url) && !is_allowed(loader, url);
    if (!loader->cache || terms->no_store || elsewhere) return BLZ_OK;
    int64_t at = document->fetched = now();
    blz_status status = name_of(&name, loader, url);
    if (status == BLZ_OK)
        status = blz_copies_put(loader->cache, name, document, at + blz_net_terms_fresh(terms));
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
    if (loader->net || loader->cache) BLZ_TRY(check(loader, out, url));
    blz_status status = from_copies(loader, out, url, max);
    if (status != BLZ_ERR_NOT_FOUND) return status;
    return loader->net ? from_network(loader, out, url, max) : no_copy(loader, out);
}

void blz_ctx_use_loader(blz_ctx *ctx, blz_loader *loader)
{
    blz_ctx_set_shared_loader(ctx, loader ? load : NULL, loader);
}
