#ifndef BLAZON_TESTS_UNIT_NET_FOLDER_H
#define BLAZON_TESTS_UNIT_NET_FOLDER_H

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A folder for one test, which has files in it and no folders. */
struct folder {
    char path[64];
};

static inline void folder_make(struct folder *f)
{
    snprintf(f->path, sizeof f->path, "/tmp/blazon-net-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(f->path));
}

/* How many files there are; with `remove` there are none after that. */
static inline int folder_count(const struct folder *f, int remove)
{
    int count = 0;
    DIR *open = opendir(f->path);
    ck_assert_ptr_nonnull(open);
    for (const struct dirent *entry; (entry = readdir(open));) {
        if (entry->d_name[0] == '.') continue;
        count++;
        if (remove) unlinkat(dirfd(open), entry->d_name, 0);
    }
    closedir(open);
    return count;
}

static inline void folder_remove(const struct folder *f)
{
    folder_count(f, 1);
    rmdir(f->path);
}

#endif
