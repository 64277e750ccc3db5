#ifndef BLAZON_TESTS_BASE_FOLDER_H
#define BLAZON_TESTS_BASE_FOLDER_H

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "unit/unit.h"

static char folder[64];

/* Every test works in a folder of its own. */
static inline void enter(void)
{
    snprintf(folder, sizeof folder, "/tmp/blazon-file-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
}

/* Removes what the test names and then the folder, which proves that nothing else was left behind. */
static inline void leave(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(unlink(names[i]), 0);
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
#define LEAVE(...)                                                                                           \
    leave((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static inline void holds(const char *path, const char *expected)
{
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    ck_assert_ok(blz_file_read(&bytes, &length, path, 100000));
    ck_assert_str_eq(bytes, expected);
    ck_assert_uint_eq(length, strlen(expected));
}

static inline mode_t mode_of(const char *path)
{
    struct stat info;
    ck_assert_int_eq(lstat(path, &info), 0);
    return info.st_mode & 07777;
}

#endif
