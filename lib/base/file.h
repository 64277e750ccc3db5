#ifndef BLZ_BASE_FILE_H
#define BLZ_BASE_FILE_H

#include "base/mem.h"

#include <blazon/file.h>

/* What errno says, as a status. */
blz_status blz_file_status(int error);

/* blz_file_read() for a path that somebody else chose: BLZ_ERR_UNSUPPORTED for a folder, a pipe or a device,
 * and it never waits for any of them. */
blz_status blz_file_read_regular(char **bytes, size_t *length, const char *path, size_t max) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_file_writer, blz_file_writer_free)

#endif
