#ifndef BLZ_BATCH_WORK_H
#define BLZ_BATCH_WORK_H

/* What one thread does with the lines of one piece. */

#include "base/ctx.h"
#include "batch/lines.h"

typedef struct blz_piece {
    blz_lines lines;
    blz_buf reports;
    blz_batch_counts counts;
    bool done; /* waits for its turn to be written */
} blz_piece;

/* The context of one of `jobs` threads. Errors: BLZ_ERR_NOMEM. */
blz_status blz_batch_ctx(blz_ctx **out, const blz_ctx *ctx, unsigned jobs) BLZ_MUST_USE;
/* Verifies the lines; the reports and what they add up to are in the piece then. `name` is room for the names
 * of the lines. Errors: those of blz_verify(). */
blz_status blz_piece_verify(blz_piece *piece, blz_ctx *ctx, const blz_batch *batch, blz_buf *name)
    BLZ_MUST_USE;
void blz_piece_clear(blz_piece *piece);

#endif
