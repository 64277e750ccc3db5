#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>
#include <sys/stat.h>

#include "net/map.h"
#include "unit/net/folder.h"

#define SITE "https://badges.example.edu/"

static void expect(const blz_map *map, const char *url, const char *expected)
{
    BLZ_AUTO(blz_text) path = NULL;
    blz_status status = blz_map_find(map, &path, url);
    ck_assert_int_eq(status, expected ? BLZ_OK : BLZ_ERR_NOT_FOUND);
    if (expected) ck_assert_str_eq(path, expected);
}

START_TEST(exact_documents_and_folders)
{
    BLZ_SCOPED(blz_map) map = {0};
    ck_assert_ok(blz_map_add(&map, SITE "issuer.json", "my issuer.json"));
    ck_assert_ok(blz_map_add(&map, SITE, "site/"));
    ck_assert_ok(blz_map_add(&map, SITE "keys/", "/srv/keys"));
    expect(&map, SITE "issuer.json", "my issuer.json");
    expect(&map, SITE "issuer.jsonld", "site/issuer.jsonld");
    expect(&map, SITE "keys/1", "/srv/keys/1");
    expect(&map, SITE "keys/a/b.json", "/srv/keys/a/b.json");
    expect(&map, SITE "a%20b.json", "site/a b.json");
    expect(&map, SITE ".well-known/did.json", "site/.well-known/did.json");
    expect(&map, "https://badges.example.edu", NULL);
    expect(&map, "http://badges.example.edu/issuer.json", NULL);
    expect(&map, "https://badges.example.edu.evil.example/issuer.json", NULL);
    expect(&map, SITE, NULL);
}
END_TEST

START_TEST(no_way_out_of_a_folder)
{
    BLZ_SCOPED(blz_map) map = {0};
    ck_assert_ok(blz_map_add(&map, SITE, "site"));
    static const char *const urls[] = {
        SITE "../secret",
        SITE "a/../../secret",
        SITE "%2e%2e/secret",
        SITE ".%2E/secret",
        SITE "..%2fsecret",
        SITE "a%2f..%2fb",
        SITE "/etc/passwd",
        SITE "%2fetc/passwd",
        SITE "a//b",
        SITE "a/",
        SITE ".",
        SITE "%2e",
        SITE "a%00b",
        SITE "a\\b",
        SITE "..\\secret",
        SITE "a%5c..%5cb",
        SITE "a%zz",
        SITE "a%2",
        SITE "..",
        SITE "a/..",
        SITE "issuer.json?x=1",
        SITE "issuer.json#k",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(urls); i++)
        expect(&map, urls[i], NULL);
    expect(&map, SITE "...", "site/...");
    expect(&map, SITE "%252e%252e/x", "site/%2e%2e/x");
}
END_TEST

START_TEST(a_query_can_be_mapped_as_a_whole)
{
    BLZ_SCOPED(blz_map) map = {0};
    ck_assert_ok(blz_map_add(&map, SITE "issuer?id=1", "one.json"));
    expect(&map, SITE "issuer?id=1", "one.json");
    expect(&map, SITE "issuer?id=2", NULL);
}
END_TEST

START_TEST(the_root_folder_and_long_paths)
{
    BLZ_SCOPED(blz_map) map = {0};
    ck_assert_ok(blz_map_add(&map, SITE, "/"));
    expect(&map, SITE "a", "/a");
    char url[6000];
    memset(url, 'x', sizeof url);
    memcpy(url, SITE, sizeof SITE - 1);
    url[sizeof url - 1] = '\0';
    expect(&map, url, NULL);
}
END_TEST

START_TEST(the_same_url_again_replaces)
{
    BLZ_SCOPED(blz_map) map = {0};
    ck_assert_ok(blz_map_add(&map, SITE "a", "one"));
    ck_assert_ok(blz_map_add(&map, SITE "a", "two"));
    ck_assert_uint_eq(map.count, 1);
    expect(&map, SITE "a", "two");
}
END_TEST

START_TEST(what_cannot_be_mapped)
{
    BLZ_SCOPED(blz_map) map = {0};
    static const char *const urls[] = {"",
                                       "badges",
                                       "/x",
                                       "ftp://example.edu/",
                                       "https://",
                                       "https:///x",
                                       "https://example.edu/#a",
                                       "https://example.edu/a b",
                                       "did:web:example.edu"};
    for (size_t i = 0; i < BLZ_COUNT_OF(urls); i++)
        ck_assert_int_eq(blz_map_add(&map, urls[i], "x"), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_map_add(&map, SITE, ""), BLZ_ERR_ARGUMENT);
    ck_assert_uint_eq(map.count, 0);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_map) map = {0};
        BLZ_AUTO(blz_text) path = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_map_add(&map, SITE, "site");
        if (status == BLZ_OK) status = blz_map_add(&map, SITE "a", "one");
        if (status == BLZ_OK) status = blz_map_add(&map, SITE "a", "two");
        if (status == BLZ_OK) status = blz_map_find(&map, &path, SITE "a");
        blz_free(BLZ_STEAL(path));
        if (status == BLZ_OK) status = blz_map_find(&map, &path, SITE "b/c");
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (status == BLZ_OK) ck_assert_str_eq(path, "site/b/c");
    }
}
END_TEST

START_TEST(what_is_covered)
{
    BLZ_SCOPED(blz_map) map = {0};
    ck_assert_ok(blz_map_add(&map, SITE "a", "one"));
    ck_assert_ok(blz_map_add(&map, SITE "folder/", "site"));
    ck_assert(blz_map_covers(&map, SITE "a"));
    ck_assert(!blz_map_covers(&map, SITE "ab"));
    ck_assert(blz_map_covers(&map, SITE "folder/x?y"));
    ck_assert(blz_map_covers(&map, SITE "folder/"));
    ck_assert(!blz_map_covers(&map, SITE "folder"));
    ck_assert(!blz_map_covers(&map, SITE));
}
END_TEST

/* Nobody waits for what stands in a folder and is no file. */
START_TEST(pipes_and_devices)
{
    struct folder f;
    char path[100];
    BLZ_SCOPED(blz_map) map = {0};
    folder_make(&f);
    snprintf(path, sizeof path, "%s/pipe", f.path);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_ok(blz_map_add(&map, SITE, f.path));
    ck_assert_ok(blz_map_add(&map, SITE "dev/", "/dev"));
    expect(&map, SITE "pipe", NULL);
    expect(&map, SITE "dev/null", NULL);
    snprintf(path, sizeof path, "%s/none", f.path);
    expect(&map, SITE "none", path);
    folder_remove(&f);
}
END_TEST

UNIT_MAIN("net/map", exact_documents_and_folders, no_way_out_of_a_folder, a_query_can_be_mapped_as_a_whole,
          the_root_folder_and_long_paths, the_same_url_again_replaces, what_cannot_be_mapped,
          a_failing_allocation_is_reported, what_is_covered, pipes_and_devices)
