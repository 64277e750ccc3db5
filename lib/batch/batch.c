#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <unistd.h>

#include "batch/work.h"

/* Every thread does whatever is to be done next: write the piece whose turn it is, else read one and verify
 * it. Pieces stand in a ring, in the order of the stream; a thread that is done with one does not wait for
 * those before it. The lock is taken a few times for a piece and never for a line. */

enum {
    SPARE = 8,             /* pieces that may wait for their turn, beside one for each thread */
    WAITING_MAX = 16 << 20 /* bytes of them, after which nothing is read until one was written */
};

typedef struct run {
    const blz_batch *batch;
    const blz_ctx *ctx;
    unsigned jobs;
    pthread_mutex_t lock;
    pthread_cond_t change; /* something can be done, or all is over */
    blz_line_reader reader;
    blz_piece *ring;
    size_t size;           /* of the ring */
    size_t read, written;  /* pieces so far */
    size_t waiting;        /* bytes of the pieces between those */
    bool reading, writing; /* some thread does */
    blz_status status;     /* why the run ends early */
    blz_batch_counts counts;
} run;

static blz_piece *piece_at(const run *r, size_t index)
{
    return &r->ring[index % r->size];
}

static bool may_write(const run *r)
{
    return !r->writing && r->written < r->read && piece_at(r, r->written)->done;
}

static bool may_read(const run *r)
{
    if (r->reading || r->reader.ended) return false;
    if (r->written == r->read) return true;
    return r->read - r->written < r->size && r->waiting < WAITING_MAX;
}

static bool is_over(const run *r)
{
    return r->status != BLZ_OK || (!r->reading && r->reader.ended && r->written == r->read);
}

static void fail(run *r, blz_status status)
{
    if (r->status == BLZ_OK) r->status = status;
}

static void add_counts(blz_batch_counts *sum, const blz_batch_counts *more)
{
    sum->badges += more->badges;
    sum->valid += more->valid;
    sum->invalid += more->invalid;
    sum->undecided += more->undecided;
    sum->empty += more->empty;
}

/* What follows is called with the lock held, and lets go of it while it works. */

static blz_status hand_over(run *r, const blz_piece *piece, blz_batch_counts counts)
{
    const blz_batch *batch = r->batch;
    blz_status status = BLZ_OK;
    add_counts(&counts, &piece->counts);
    pthread_mutex_unlock(&r->lock);
    if (piece->reports.length) status = batch->write(batch->user, piece->reports.data, piece->reports.length);
    if (status == BLZ_OK && batch->progress) batch->progress(batch->user, &counts);
    pthread_mutex_lock(&r->lock);
    return status;
}

static void write_piece(run *r)
{
    blz_piece *piece = piece_at(r, r->written);
    r->writing = true;
    blz_status status = hand_over(r, piece, r->counts);
    r->writing = false;
    if (status != BLZ_OK) {
        fail(r, status);
        return;
    }
    add_counts(&r->counts, &piece->counts);
    r->waiting -= piece->lines.bytes.length + piece->reports.length;
    piece->done = false;
    r->written++;
    pthread_cond_signal(&r->change);
}

/* NULL: the stream has no more lines. */
static blz_piece *read_piece(run *r)
{
    blz_piece *piece = piece_at(r, r->read);
    r->reading = true;
    pthread_mutex_unlock(&r->lock);
    blz_status status = blz_lines_next(&r->reader, &piece->lines);
    pthread_mutex_lock(&r->lock);
    r->reading = false;
    if (status != BLZ_OK) fail(r, status);
    if (status != BLZ_OK) return NULL;
    if (!piece->lines.count) {
        r->counts.empty += piece->lines.empty;
        return NULL;
    }
    r->read++;
    r->waiting += piece->lines.bytes.length;
    pthread_cond_signal(&r->change);
    return piece;
}

static void read_and_verify(run *r, blz_ctx *ctx, blz_buf *name)
{
    blz_piece *piece = read_piece(r);
    if (!piece) return;
    pthread_mutex_unlock(&r->lock);
    blz_status status = blz_piece_verify(piece, ctx, r->batch, name);
    pthread_mutex_lock(&r->lock);
    if (status != BLZ_OK) {
        fail(r, status);
        return;
    }
    r->waiting += piece->reports.length;
    piece->done = true;
}

static void work(run *r, blz_ctx *ctx, blz_buf *name)
{
    while (!is_over(r)) {
        if (may_write(r))
            write_piece(r);
        else if (may_read(r))
            read_and_verify(r, ctx, name);
        else
            pthread_cond_wait(&r->change, &r->lock);
    }
}

static void *thread(void *user)
{
    run *r = user;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    blz_status status = blz_batch_ctx(&ctx, r->ctx, r->jobs);
    pthread_mutex_lock(&r->lock);
    if (status == BLZ_OK)
        work(r, ctx, &name);
    else
        fail(r, status);
    pthread_cond_broadcast(&r->change); /* whoever sees first that it is over tells the others */
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

/* The calling thread is one of them. Signals are for the threads of the program. A thread that cannot be made
 * is done without. */
static void run_threads(run *r)
{
    pthread_t threads[BLZ_BATCH_JOBS_MAX];
    unsigned count = 0;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (count < r->jobs - 1 && pthread_create(&threads[count], NULL, thread, r) == 0)
        count++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    thread(r);
    for (unsigned i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
}

static unsigned jobs_of(const blz_batch *batch)
{
    if (batch->jobs) return batch->jobs;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (processors < 1) return 1;
    return processors < BLZ_BATCH_JOBS_MAX ? (unsigned)processors : BLZ_BATCH_JOBS_MAX;
}

static blz_status check(const blz_batch *batch)
{
    const blz_verify_options *options = batch->options;
    bool fine = batch->name && batch->read && batch->write && batch->jobs <= BLZ_BATCH_JOBS_MAX &&
                (!options || options->policy == BLZ_POLICY_SPEC || options->policy == BLZ_POLICY_1EDTECH);
    return fine ? BLZ_OK : BLZ_ERR_ARGUMENT;
}

static void run_clear(run *r)
{
    for (size_t i = 0; r->ring && i < r->size; i++)
        blz_piece_clear(&r->ring[i]);
    blz_free(r->ring);
    blz_free(r->reader.window);
}

static blz_status prepare(run *r)
{
    const blz_batch *batch = r->batch;
    size_t max = blz_ctx_limit(r->ctx, BLZ_LIMIT_BYTES);
    r->jobs = jobs_of(batch);
    r->size = r->jobs + SPARE;
    r->reader = (blz_line_reader){
        .read = batch->read, .user = batch->user, .max = max < SIZE_MAX / 4 ? max : SIZE_MAX / 4};
    r->reader.window = blz_malloc(BLZ_LINES_WINDOW);
    r->ring = blz_calloc(r->size, sizeof *r->ring);
    BLZ_TRY_MEM(r->reader.window && r->ring);
    for (size_t i = 0; i < r->size; i++) {
        r->ring[i].lines.bytes = BLZ_BUF(SIZE_MAX / 2);
        r->ring[i].reports = BLZ_BUF(SIZE_MAX / 2);
    }
    return BLZ_OK;
}

blz_status blz_batch_verify(blz_batch_counts *counts, const blz_ctx *ctx, const blz_batch *batch)
{
    *counts = (blz_batch_counts){0};
    BLZ_TRY(check(batch));
    BLZ_SCOPED(run) r = {
        .batch = batch, .ctx = ctx, .lock = PTHREAD_MUTEX_INITIALIZER, .change = PTHREAD_COND_INITIALIZER};
    BLZ_TRY(prepare(&r));
    run_threads(&r);
    *counts = r.counts;
    return r.status;
}
