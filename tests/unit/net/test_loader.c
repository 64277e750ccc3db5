#include "unit/failing.h"
#include "unit/unit.h"

#include "unit/net/folder.h"
#include "unit/net/server.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/ctx.h"
#include "net/copies.h"
#include "net/terms.h"

#include <blazon/loader.h>

BLZ_DEFINE_AUTO(blz_loader, blz_loader_free)

static char folder[] = "/tmp/blazon-loader-XXXXXX";

static void write_file(const char *name, const char *text)
{
    char path[100];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "w");
    ck_assert_ptr_nonnull(out);
    fputs(text, out);
    fclose(out);
}

START_TEST(reads_mapped_files)
{
    BLZ_AUTO(blz_loader) loader = NULL;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_loader_new(&loader));
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ptr_nonnull(mkdtemp(folder));
    write_file("issuer.json", "{\"id\": 1}");
    ck_assert_ok(blz_loader_map(loader, "https://example.edu/", folder));
    blz_document document = {0};
    ck_assert_int_eq(blz_ctx_load(ctx, "https://example.edu/issuer.json", &document), BLZ_ERR_NOT_FOUND);
    blz_ctx_use_loader(ctx, loader);
    ck_assert_ok(blz_ctx_load(ctx, "https://example.edu/issuer.json", &document));
    ck_assert_str_eq(document.bytes, "{\"id\": 1}");
    ck_assert_uint_eq(document.length, 9);
    blz_free(document.bytes);
    ck_assert_int_eq(blz_ctx_load(ctx, "https://example.edu/other.json", &document), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(blz_ctx_load(ctx, "https://example.edu/../issuer.json", &document), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(blz_ctx_load(ctx, "https://example.com/issuer.json", &document), BLZ_ERR_NOT_FOUND);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 8);
    ck_assert_int_eq(blz_ctx_load(ctx, "https://example.edu/issuer.json", &document), BLZ_ERR_LIMIT);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 100);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_document loaded = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ctx_load(ctx, "https://example.edu/issuer.json", &loaded);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_free(loaded.bytes);
    }
    blz_ctx_use_loader(ctx, NULL);
    ck_assert_int_eq(blz_ctx_load(ctx, "https://example.edu/issuer.json", &document), BLZ_ERR_NOT_FOUND);
    char path[100];
    snprintf(path, sizeof path, "%s/issuer.json", folder);
    unlink(path);
    rmdir(folder);
}
END_TEST

START_TEST(wrong_use_and_no_memory)
{
    BLZ_AUTO(blz_loader) loader = NULL;
    struct failing first = {0};
    blz_mem_set_failing(fails_at, &first);
    blz_status status = blz_loader_new(&loader);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
    ck_assert_ptr_null(loader);
    ck_assert_ok(blz_loader_new(&loader));
    ck_assert_int_eq(blz_loader_map(loader, "example.edu", folder), BLZ_ERR_ARGUMENT);
    blz_loader_free(NULL);
}
END_TEST

static blz_status load_into(blz_document *out, blz_ctx *ctx, const char *url)
{
    blz_document_clear(out);
    return blz_ctx_load(ctx, url, out);
}

START_TEST(copies_without_the_network)
{
    struct folder f;
    BLZ_AUTO(blz_loader) loader = NULL;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_SCOPED(blz_document) document = {0};
    char bytes[] = "{}";
    folder_make(&f);
    ck_assert_ok(blz_loader_new(&loader));
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_loader_cache(loader, f.path));
    blz_ctx_use_loader(ctx, loader);
    ck_assert_int_eq(load_into(&document, ctx, "https://example.edu/x"), BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(document.why, "there is no copy of it in \"/tmp/blazon-net-"));
    ck_assert_ok(blz_copies_put(f.path, "https://example.edu/x",
                                &(blz_document){.bytes = bytes, .length = 2, .fetched = 7}, 8));
    ck_assert_ok(load_into(&document, ctx, "https://example.edu/x"));
    ck_assert(document.fetched == 7 && document.length == 2);
    for (EACH_ALLOCATION_FAILS(g)) {
        BLZ_SCOPED(blz_document) loaded = {0};
        blz_mem_set_failing(fails_at, &g);
        blz_status status = blz_loader_cache(loader, f.path);
        if (status == BLZ_OK) status = blz_ctx_load(ctx, "https://example.edu/x", &loaded);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&g) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    folder_remove(&f);
}
END_TEST

/* A copy that would do for longer than blazon lets any do was made with another clock, or by somebody else.
 */
static void use_copies(blz_loader *loader, blz_ctx *ctx, const struct folder *f, struct server *server)
{
    BLZ_SCOPED(blz_document) document = {0};
    char name[100], bytes[] = "{}";
    int64_t now = time(NULL);
    int asked = server->requests;
    blz_document copy = {.bytes = bytes, .length = 2, .fetched = now - 2};
    snprintf(name, sizeof name, "private %s", server->url);
    ck_assert_ok(blz_loader_cache(loader, f->path));
    ck_assert_ok(blz_copies_put(f->path, name, &copy, copy.fetched + BLZ_NET_FRESH_SECONDS));
    ck_assert_ok(load_into(&document, ctx, server->url));
    ck_assert_int_eq(server->requests, asked);
    ck_assert_ok(blz_copies_put(f->path, name, &copy, copy.fetched + BLZ_NET_FRESH_SECONDS + 1));
    ck_assert_ok(load_into(&document, ctx, server->url));
    ck_assert_int_eq(server->requests, asked + 1);
}

START_TEST(the_network)
{
    struct folder f;
    struct server server;
    BLZ_AUTO(blz_loader) loader = NULL;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_SCOPED(blz_document) document = {0};
    ck_assert_ok(blz_loader_new(&loader));
    blz_status status = blz_loader_online(loader, &(blz_net_options){.insecure_http = true});
    if (status == BLZ_ERR_UNSUPPORTED) return; /* built without it */
    ck_assert_ok(status);
    folder_make(&f);
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_loader_cache(loader, f.path));
    ck_assert_ok(blz_loader_allow_host(loader, "127.0.0.1"));
    ck_assert_int_eq(blz_loader_allow_host(loader, "a/b"), BLZ_ERR_ARGUMENT);
    blz_ctx_use_loader(ctx, loader);
    server_start(&server, HTTP_OK("", "{}"));
    ck_assert_ok(load_into(&document, ctx, server.url));
    ck_assert(document.fetched == 0 && server.requests == 1);
    ck_assert_ok(load_into(&document, ctx, server.url));
    ck_assert(document.fetched > 0 && server.requests == 1);
    ck_assert_int_eq(folder_count(&f, 1), 1);
    server.answer = HTTP_OK("Cache-Control: no-store\r\n", "[]");
    ck_assert_ok(load_into(&document, ctx, server.url));
    ck_assert_str_eq(document.bytes, "[]");
    ck_assert_int_eq(folder_count(&f, 0), 0);
    ck_assert_int_eq(load_into(&document, ctx, "file:///etc/passwd"), BLZ_ERR_PERMISSION);
    ck_assert_str_eq(document.why, "the address is no https address");
    use_copies(loader, ctx, &f, &server);
    server_stop(&server);
    folder_remove(&f);
}
END_TEST

/* A copy of what may not be asked for is no way around that. */
START_TEST(copies_that_nobody_may_ask_for)
{
    static const char url[] = "http://example.edu/x";
    struct folder f;
    BLZ_AUTO(blz_loader) loader = NULL;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_SCOPED(blz_document) document = {0};
    char bytes[] = "{}";
    int64_t now = time(NULL);
    folder_make(&f);
    ck_assert_ok(blz_loader_new(&loader));
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_loader_cache(loader, f.path));
    blz_ctx_use_loader(ctx, loader);
    ck_assert_ok(
        blz_copies_put(f.path, url, &(blz_document){.bytes = bytes, .length = 2, .fetched = now}, now + 60));
    ck_assert_int_eq(load_into(&document, ctx, url), BLZ_ERR_PERMISSION);
    if (blz_loader_online(loader, NULL) == BLZ_OK)
        ck_assert_int_eq(load_into(&document, ctx, url), BLZ_ERR_PERMISSION);
    ck_assert_ok(blz_loader_offline(loader, &(blz_net_options){.insecure_http = true}));
    ck_assert_ok(load_into(&document, ctx, url));
    ck_assert_int_eq(document.fetched, now);
    folder_remove(&f);
}
END_TEST

UNIT_MAIN("net/loader", reads_mapped_files, wrong_use_and_no_memory, copies_without_the_network, the_network,
          copies_that_nobody_may_ask_for)
