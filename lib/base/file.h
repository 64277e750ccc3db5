#ifndef BLZ_BASE_FILE_H
#define BLZ_BASE_FILE_H

#include "base/mem.h"

#include <blazon/file.h>

/* What errno says, as a status. */
blz_status blz_file_status(int error);

BLZ_DEFINE_AUTO(blz_file_writer, blz_file_writer_free)

#endif
