#include "unit/lint/folder.h"

#include <errno.h>

#include "lint/files.h"

/* The paths in order, "!" behind those with an error and "?" behind those found in a folder. */
static void assert_files(const char *const *paths, const char *expected, size_t passed_over)
{
    char text[500] = "";
    BLZ_SCOPED(blz_files) files = {0};
    for (; *paths; paths++)
        ck_assert_ok(blz_files_add(&files, *paths));
    for (size_t i = 0; i < files.count; i++) {
        size_t length = strlen(text);
        snprintf(text + length, sizeof text - length, "%s%s%s%s", i ? " " : "", files.entries[i].path,
                 files.entries[i].found ? "?" : "", files.entries[i].error ? "!" : "");
    }
    ck_assert_str_eq(text, expected);
    ck_assert_uint_eq(files.passed_over, passed_over);
}

#define PATHS(...)                                                                                           \
    (const char *const[])                                                                                    \
    {                                                                                                        \
        __VA_ARGS__, NULL                                                                                    \
    }

static folder some_files(void)
{
    folder f = folder_enter();
    mkdir("set", 0755);
    mkdir("set/sub", 0755);
    mkdir("set/node_modules", 0755);
    mkdir("set/.git", 0755);
    folder_file("b.yaml", "");
    folder_file("a.YML", "");
    folder_file("set/c.json", "");
    folder_file("set/notes.txt", "");
    folder_file("set/sub/d.yaml", "");
    folder_file("set/node_modules/e.yaml", "");
    folder_file("set/.git/f.yaml", "");
    folder_file("set/.hidden.yaml", "");
    return f;
}

START_TEST(folders_are_searched_in_order)
{
    folder f = some_files();
    assert_files(PATHS("."), "a.YML? b.yaml? set/c.json? set/sub/d.yaml?", 1);
    assert_files(PATHS("./"), "a.YML? b.yaml? set/c.json? set/sub/d.yaml?", 1);
    assert_files(PATHS("./set/"), "set/c.json? set/sub/d.yaml?", 1);
    folder_leave(&f);
}
END_TEST

START_TEST(files_are_taken_whatever_their_name)
{
    folder f = some_files();
    assert_files(PATHS("set/notes.txt", "b.yaml"), "set/notes.txt b.yaml", 0);
    assert_files(PATHS("b.yaml", "./b.yaml", "."), "b.yaml a.YML? set/c.json? set/sub/d.yaml?", 1);
    folder_leave(&f);
}
END_TEST

START_TEST(patterns_are_expanded)
{
    folder f = some_files();
    assert_files(PATHS("*.y*"), "b.yaml", 0);
    assert_files(PATHS("set/[a-c].json", "s*b"), "set/c.json s*b!", 0);
    assert_files(PATHS("s?t"), "set/c.json? set/sub/d.yaml?", 1);
    folder_file("[x].yaml", "");
    assert_files(PATHS("[x].yaml"), "[x].yaml", 0);
    ck_assert_int_eq(mkfifo("c.yaml", 0600), 0);
    assert_files(PATHS("[bc].yaml"), "b.yaml", 0);
    assert_files(PATHS("c.yaml"), "c.yaml", 0);
    folder_leave(&f);
}
END_TEST

START_TEST(what_cannot_be_opened_is_kept)
{
    folder f = some_files();
    assert_files(PATHS("none.yaml", "b.yaml/x", "b.yaml"), "none.yaml! b.yaml/x! b.yaml", 0);
    ck_assert_int_eq(symlink("nowhere", "set/broken.yaml"), 0);
    ck_assert_int_eq(symlink("nowhere", "set/broken"), 0);
    ck_assert_int_eq(symlink("..", "set/up"), 0);
    ck_assert_int_eq(symlink("../b.yaml", "set/z.yaml"), 0);
    assert_files(PATHS("set"), "set/broken.yaml?! set/c.json? set/sub/d.yaml? set/z.yaml?", 1);
    folder_leave(&f);
}
END_TEST

START_TEST(folders_without_rights_are_told)
{
    folder f = some_files();
    chmod("set/sub", 0);
    if (geteuid() != 0) assert_files(PATHS("set"), "set/c.json? set/sub?!", 1);
    chmod("set/sub", 0755);
    folder_leave(&f);
}
END_TEST

static bool fails_at(void *user)
{
    size_t *left = user;
    return (*left)-- == 0;
}

START_TEST(no_memory_is_reported)
{
    folder f = some_files();
    blz_status status = BLZ_ERR_NOMEM;
    for (size_t k = 0; status != BLZ_OK; k++) {
        BLZ_SCOPED(blz_files) files = {0};
        size_t left = k;
        blz_mem_set_failing(fails_at, &left);
        status = blz_files_add(&files, ".");
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || status == BLZ_ERR_NOMEM);
    }
    folder_leave(&f);
}
END_TEST

UNIT_MAIN("lint/files", folders_are_searched_in_order, files_are_taken_whatever_their_name,
          patterns_are_expanded, what_cannot_be_opened_is_kept, folders_without_rights_are_told,
          no_memory_is_reported)
