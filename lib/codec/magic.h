#ifndef BLZ_CODEC_MAGIC_H
#define BLZ_CODEC_MAGIC_H

/* Files that people take for a badge, told by how they begin. */

#include <stddef.h>

typedef struct blz_magic {
    const char *bytes;
    size_t length;
    const char *what;    /* "a JPEG image" */
    const char *problem; /* why it is no badge, and what to do */
} blz_magic;

/* NULL: nothing that is known here, which PNG, SVG, JSON and tokens are not either. Static. */
const blz_magic *blz_magic_of(const char *bytes, size_t length);

#endif
