#ifndef BLZ_BASE_FILE_H
#define BLZ_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

#include <blazon/file.h>

/* blz_file_write() with the mode of a new file spelled out. A mode without rights for others (0600) is a
 * secret: it is given to the file even where another one is replaced, and a symbolic link is refused. */
blz_status blz_file_write_atomic(const char *path, const void *bytes, size_t length, int mode, bool overwrite)
    BLZ_MUST_USE;

/* What errno says, as a status. */
blz_status blz_file_status(int error);

#endif
