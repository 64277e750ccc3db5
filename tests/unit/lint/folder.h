#ifndef BLAZON_TESTS_UNIT_LINT_FOLDER_H
#define BLAZON_TESTS_UNIT_LINT_FOLDER_H

/* A folder of its own for a test, which becomes the current one, and back. */

#define _XOPEN_SOURCE 700 /* nftw */

#include "unit/unit.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct folder {
    char path[64];
    int back;
} folder;

static inline folder folder_enter(void)
{
    folder f = {.path = "/tmp/blazon-lint-XXXXXX", .back = open(".", O_RDONLY | O_DIRECTORY)};
    ck_assert_ptr_nonnull(mkdtemp(f.path));
    ck_assert_int_eq(chdir(f.path), 0);
    return f;
}

static inline int folder_remove(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info;
    (void)kind;
    (void)place;
    return remove(path);
}

static inline void folder_leave(folder *f)
{
    ck_assert_int_eq(fchdir(f->back), 0);
    close(f->back);
    ck_assert_int_eq(nftw(f->path, folder_remove, 8, FTW_DEPTH | FTW_PHYS), 0);
}

static inline void folder_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}

#endif
