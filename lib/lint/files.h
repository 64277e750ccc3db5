#ifndef BLZ_LINT_FILES_H
#define BLZ_LINT_FILES_H

/* From paths that a user names to the files to look into. */

#include <dirent.h>
#include <sys/types.h>

#include "base/mem.h"

typedef struct blz_file_entry {
    char *path;
    bool found; /* in a folder, so it may be something else than a definition */
    int error;  /* errno if it cannot be opened, 0 if nothing speaks against it */
    dev_t device;
    ino_t inode;
} blz_file_entry;

typedef struct blz_files {
    blz_file_entry *entries;
    size_t count, capacity;
    size_t passed_over; /* files in folders whose name does not end in .yaml, .yml or .json */
} blz_files;

/* Adds what `path` stands for: the file, the files of a folder, or what a pattern matches. What cannot be
 * opened is an entry with an error. Errors: BLZ_ERR_NOMEM. BLZ_ERR_LIMIT beyond a million files. */
blz_status blz_files_add(blz_files *files, const char *path) BLZ_MUST_USE;
void blz_files_clear(blz_files *files);

#endif
