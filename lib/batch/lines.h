#ifndef BLZ_BATCH_LINES_H
#define BLZ_BATCH_LINES_H

/* A stream, taken apart into lines, a few at a time. */

#include "base/buf.h"

#include <blazon/batch.h>

enum { BLZ_LINES_MAX = 32, BLZ_LINES_WINDOW = 65536 };

typedef struct blz_line {
    size_t start, length; /* in the bytes of the piece; without the line feed */
    size_t number;        /* in the stream, from 1 */
} blz_line;

/* The lines that are handed over together. */
typedef struct blz_lines {
    blz_buf bytes;
    blz_line items[BLZ_LINES_MAX];
    size_t count; /* 0: the stream has ended */
    size_t empty; /* lines that were passed over before and between them */
} blz_lines;

typedef struct blz_line_reader {
    blz_batch_read_fn *read;
    void *user;
    size_t max;     /* of a line that is kept whole; of a longer one there are max + 1 bytes */
    char *window;   /* BLZ_LINES_WINDOW bytes */
    size_t at, end; /* what of it is not taken yet */
    size_t number;  /* of the last line that was taken */
    bool ended;
} blz_line_reader;

/* Takes the next lines, in place of what `out` holds. Waits for one line, and takes what came with it: where
 * lines come slowly, none has to wait for others. Errors: those of the read function, BLZ_ERR_NOMEM. */
blz_status blz_lines_next(blz_line_reader *reader, blz_lines *out) BLZ_MUST_USE;

#endif
