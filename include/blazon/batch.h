#ifndef BLAZON_BATCH_H
#define BLAZON_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/verify.h>

/** @file
 * Many badges at once: one a line in (NDJSON), one report a line out, on as many threads as wanted.
 *
 *     static blz_status read_some(void *user, char *bytes, size_t size, size_t *length)
 *     {
 *         *length = fread(bytes, 1, size, user);
 *         return ferror(user) ? BLZ_ERR_IO : BLZ_OK;
 *     }
 *     static blz_status write_all(void *user, const char *bytes, size_t length)
 *     {
 *         (void)user;
 *         return fwrite(bytes, 1, length, stdout) == length ? BLZ_OK : BLZ_ERR_IO;
 *     }
 *     ...
 *     blz_batch_counts counts;
 *     blz_batch batch = {.name = "badges.ndjson", .read = read_some, .write = write_all, .user = file};
 *     blz_status status = blz_batch_verify(&counts, ctx, &batch);
 *
 * A line is a badge as blz_verify() takes it: a JSON object, a compact JWS as a JSON string, or its bare
 * text. It ends with a line feed, and a carriage return before that is white space; the last line needs none.
 * Lines of white space alone are passed over, and counted. Whatever else a line holds has a report: a line
 * beyond BLZ_LIMIT_BYTES is an invalid badge, and the next line is read as if nothing had been.
 *
 * Memory does not depend on how many lines there are: a thread holds the lines of one piece (32 lines, or 64
 * KiB, or one long line) and their reports, and 16 MiB of them wait at most for their turn.
 */

BLZ_BEGIN_DECLS

/** The most threads that a batch may use. */
#define BLZ_BATCH_JOBS_MAX 64

/** What came out so far. */
typedef struct blz_batch_counts {
    size_t badges;    /**< lines with a report: the sum of the next three */
    size_t valid;     /**< BLZ_VALID */
    size_t invalid;   /**< BLZ_INVALID */
    size_t undecided; /**< BLZ_UNDECIDED */
    size_t empty;     /**< lines that were passed over */
} blz_batch_counts;

/** Reads up to `size` bytes, as many as there are, and waits for the first one; `*length` 0 is the end. Any
 * status but BLZ_OK ends the batch with it. */
typedef blz_status blz_batch_read_fn(void *user, char *bytes, size_t size, size_t *length);
/** Takes whole lines of reports, in the order of the badges. Any status but BLZ_OK ends the batch with it. */
typedef blz_status blz_batch_write_fn(void *user, const char *bytes, size_t length);
/** Hears how far the batch has come, each time when something was written. */
typedef void blz_batch_progress_fn(void *user, const blz_batch_counts *counts);

/** A batch. What is zero is the default. The functions are called by the threads of the batch, each function
 * by one at a time; reading may go on while another thread writes. */
typedef struct blz_batch {
    const char *name; /**< how reports call the input: line 17 of "badges.ndjson" is "badges.ndjson:17" */
    blz_batch_read_fn *read;
    blz_batch_write_fn *write;
    blz_batch_progress_fn *progress;   /**< may be NULL */
    void *user;                        /**< for the three */
    const blz_verify_options *options; /**< for each badge; NULL: the defaults */
    unsigned jobs;      /**< threads, up to BLZ_BATCH_JOBS_MAX; 0: as many as there are processors */
    bool problems_only; /**< no reports of valid badges */
} blz_batch;

/** Verifies every badge of the batch. Each thread has a context of its own with the clock, the limits, the
 * random source and the loader of `ctx`; the last two are then called by several threads at once, which a
 * blz_loader allows. `*counts` is what was written, also when the batch ended early; then the reports end
 * with a whole line. Errors: those of `read` and `write`, BLZ_ERR_ARGUMENT (no name, too many jobs, an
 * unknown policy), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_batch_verify(blz_batch_counts *counts, const blz_ctx *ctx,
                                                 const blz_batch *batch);

BLZ_END_DECLS

#endif
