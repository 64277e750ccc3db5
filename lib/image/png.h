#ifndef BLZ_IMAGE_PNG_H
#define BLZ_IMAGE_PNG_H

/* The chunks of a PNG file, one after the other (PNG, third edition, 5): each with a length that fits, a name
 * of four letters and a checksum that is right, and those that must be there in their places. What is in the
 * pixels is nobody's business here. */

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

typedef struct blz_png_chunk {
    char type[5];
    const char *at;   /* its first byte, that of the length; borrowed */
    size_t size;      /* of all of it */
    const char *data; /* what it holds */
    size_t length;    /* of that */
} blz_png_chunk;

typedef struct blz_png {
    const char *bytes;
    size_t length, at;
    size_t count;       /* chunks so far */
    bool indexed;       /* its pixels name colours of a palette */
    bool palette, data; /* such a chunk was there */
    bool past_data;     /* and its data has ended */
    bool ended;         /* IEND was read */
} blz_png;

/* Begins to read. Errors: BLZ_ERR_SYNTAX with a reason: these are not the first bytes of a PNG. */
blz_status blz_png_open(blz_png *out, const char *bytes, size_t length, char **why) BLZ_MUST_USE;
/* The next chunk; *more is false behind the last one, IEND. Bytes behind that are nobody's, and stay. Errors:
 * BLZ_ERR_SYNTAX with a reason. */
blz_status blz_png_next(blz_png *png, blz_png_chunk *out, bool *more, char **why) BLZ_MUST_USE;
/* Whether the bytes were meant to be a PNG, though some of the first ones may be damaged. */
bool blz_png_is(const char *bytes, size_t length);

#endif
