#ifndef BLZ_SCHEMA_FORMAT_H
#define BLZ_SCHEMA_FORMAT_H

/* The formats that can be asserted. */

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

typedef struct blz_format {
    const char *name;  /* "date-time" */
    const char *words; /* completes "should be ..." */
    blz_status (*check)(bool *ok, const char *text, size_t length);
} blz_format;

const blz_format *blz_format_find(const char *name);

#endif
