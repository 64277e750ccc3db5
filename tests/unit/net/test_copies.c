#include "unit/failing.h"
#include "unit/net/folder.h"
#include "unit/unit.h"

#include <errno.h>
#include <sys/stat.h>

#include "net/copies.h"

#define URL "https://example.edu/x"

static char body[] = "{}";
static const blz_document document = {.bytes = body, .length = 2, .fetched = 17};

START_TEST(put_and_get)
{
    struct folder f;
    BLZ_SCOPED(blz_document) got = {0};
    int64_t until = 0;
    folder_make(&f);
    ck_assert_ok(blz_copies_prepare(f.path));
    ck_assert_int_eq(blz_copies_get(&got, &until, f.path, URL, 100), BLZ_ERR_NOT_FOUND);
    ck_assert_ok(blz_copies_put(f.path, URL, &document, 99));
    ck_assert_ok(blz_copies_put(f.path, URL, &document, 100));
    ck_assert_int_eq(folder_count(&f, 0), 1);
    ck_assert_ok(blz_copies_get(&got, &until, f.path, URL, 100));
    ck_assert_str_eq(got.bytes, "{}");
    ck_assert(got.fetched == 17 && until == 100);
    folder_remove(&f);
}
END_TEST

START_TEST(a_copy_that_is_too_large_is_none)
{
    struct folder f;
    BLZ_SCOPED(blz_document) got = {0};
    int64_t until = 0;
    static char large[40000];
    const blz_document page = {.bytes = large, .length = sizeof large, .fetched = 17};
    memset(large, ' ', sizeof large);
    folder_make(&f);
    ck_assert_ok(blz_copies_prepare(f.path));
    ck_assert_ok(blz_copies_put(f.path, URL, &page, 99));
    ck_assert_ok(blz_copies_get(&got, &until, f.path, URL, sizeof large));
    blz_document_clear(&got);
    ck_assert_int_eq(blz_copies_get(&got, &until, f.path, URL, 100), BLZ_ERR_NOT_FOUND);
    folder_remove(&f);
}
END_TEST

START_TEST(what_is_no_folder_for_copies)
{
    struct folder f;
    char path[100];
    folder_make(&f);
    ck_assert_int_eq(chmod(f.path, 0777), 0);
    ck_assert_int_eq(blz_copies_prepare(f.path), BLZ_ERR_PERMISSION);
    ck_assert_int_eq(errno, 0);
    ck_assert_int_eq(chmod(f.path, 0770), 0);
    ck_assert_int_eq(blz_copies_prepare(f.path), BLZ_ERR_PERMISSION);
    ck_assert_int_eq(chmod(f.path, 0755), 0);
    ck_assert_ok(blz_copies_prepare(f.path));
    snprintf(path, sizeof path, "%s/file", f.path);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fclose(file);
    ck_assert_int_eq(blz_copies_prepare(path), BLZ_ERR_IO);
    ck_assert_int_eq(errno, ENOTDIR);
    folder_remove(&f);
}
END_TEST

START_TEST(folders_are_made)
{
    struct folder f;
    char path[100];
    struct stat info;
    folder_make(&f);
    snprintf(path, sizeof path, "%s/a/b", f.path);
    ck_assert_ok(blz_copies_prepare(path));
    ck_assert_int_eq(stat(path, &info), 0);
    ck_assert_int_eq(info.st_mode & 0777, 0700);
    rmdir(path);
    snprintf(path, sizeof path, "%s/a", f.path);
    rmdir(path);
    folder_remove(&f);
    ck_assert_ok(blz_copies_put(f.path, URL, &document, 1)); /* nobody is told that it is not kept */
}
END_TEST

START_TEST(no_memory)
{
    struct folder f;
    folder_make(&f);
    for (EACH_ALLOCATION_FAILS(g)) {
        BLZ_SCOPED(blz_document) got = {0};
        int64_t until = 0;
        blz_mem_set_failing(fails_at, &g);
        blz_status status = blz_copies_prepare("/tmp");
        if (status != BLZ_ERR_NOMEM) status = blz_copies_put(f.path, URL, &document, 1);
        if (status == BLZ_OK) status = blz_copies_get(&got, &until, f.path, URL, 100);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&g) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    folder_remove(&f);
}
END_TEST

UNIT_MAIN("net/copies", put_and_get, a_copy_that_is_too_large_is_none, what_is_no_folder_for_copies,
          folders_are_made, no_memory)
