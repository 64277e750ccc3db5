#include "unit/failing.h"
#include "unit/unit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/ctx.h"

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

UNIT_MAIN("net/loader", reads_mapped_files, wrong_use_and_no_memory)
