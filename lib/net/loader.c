#include <blazon/loader.h>

#include "base/file.h"
#include "base/mem.h"
#include "net/map.h"

/* Asks its steps in their order; the first one that has the document answers. */

struct blz_loader {
    blz_map map;
    const blz_ctx *ctx; /* whose limits hold for what is read */
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
    blz_free(loader);
}

blz_status blz_loader_map(blz_loader *loader, const char *url, const char *path)
{
    return blz_map_add(&loader->map, url, path);
}

static blz_status load(void *user, const char *url, blz_document *out)
{
    const blz_loader *loader = user;
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_TRY(blz_map_find(&loader->map, &path, url));
    return blz_file_read(&out->bytes, &out->length, path, blz_ctx_limit(loader->ctx, BLZ_LIMIT_BYTES));
}

void blz_ctx_use_loader(blz_ctx *ctx, blz_loader *loader)
{
    if (loader) loader->ctx = ctx;
    blz_ctx_set_loader(ctx, loader ? load : NULL, loader);
}
