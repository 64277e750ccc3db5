/* How fast is a batch, on one thread and on two, and how much memory does a long one need? The stream is made
 * as it is read, so that its length costs nothing. Each figure is the best of rounds that take turns. Prints,
 * and judges the memory only.
 *
 *     build/tests/bench/blazon_bench_batch [BADGES [JOBS]]
 *
 * With BADGES: that many, once, on JOBS threads; a million need less than 64 MiB.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "badge.h"

#include <blazon/batch.h>

enum { DISTINCT = 64, ROUNDS = 5, ROUND_BADGES = 10000, PEAK_MAX_MIB = 64 };

typedef struct stream {
    char *lines[DISTINCT];
    size_t lengths[DISTINCT];
    size_t left, next, at; /* lines that are still to come; which one, and how far it was read */
    size_t written;        /* bytes of reports */
} stream;

static void open_stream(stream *s, blz_ctx *ctx, blz_key_type type)
{
    blz_key *key = NULL;
    bench_must(blz_key_generate(&key, ctx, type, type == BLZ_KEY_RSA ? 2048 : 0) == BLZ_OK, "making a key");
    for (unsigned i = 0; i < DISTINCT; i++) {
        char *token = bench_badge(ctx, key, BENCH_BASIC, i);
        s->lengths[i] = strlen(token) + 3;
        s->lines[i] = malloc(s->lengths[i] + 1);
        bench_must(s->lines[i] != NULL, "memory");
        snprintf(s->lines[i], s->lengths[i] + 1, "\"%s\"\n", token);
        blz_free(token);
    }
    blz_key_free(key);
}

static void close_stream(stream *s)
{
    for (size_t i = 0; i < DISTINCT; i++)
        free(s->lines[i]);
}

static blz_status read_some(void *user, char *bytes, size_t size, size_t *length)
{
    stream *s = user;
    *length = 0;
    while (s->left && *length < size) {
        size_t rest = s->lengths[s->next] - s->at, n = rest < size - *length ? rest : size - *length;
        memcpy(bytes + *length, s->lines[s->next] + s->at, n);
        *length += n;
        s->at += n;
        if (n < rest) break;
        s->at = 0;
        s->next = (s->next + 1) % DISTINCT;
        s->left--;
    }
    return BLZ_OK;
}

static blz_status write_all(void *user, const char *bytes, size_t length)
{
    stream *s = user;
    (void)bytes;
    s->written += length;
    return BLZ_OK;
}

/* Badges per second. */
static double run(stream *s, const blz_ctx *ctx, size_t badges, unsigned jobs)
{
    blz_batch_counts counts;
    blz_batch batch = {.name = "bench", .read = read_some, .write = write_all, .user = s, .jobs = jobs};
    s->left = badges;
    double start = bench_seconds();
    bench_must(blz_batch_verify(&counts, ctx, &batch) == BLZ_OK, "a batch");
    bench_must(counts.valid == badges, "a batch of valid badges");
    return (double)badges / (bench_seconds() - start);
}

static void compare(blz_ctx *ctx, const char *name, blz_key_type type)
{
    stream s = {0};
    double best[2] = {0};
    open_stream(&s, ctx, type);
    for (int i = 0; i < ROUNDS; i++) {
        for (unsigned jobs = 1; jobs <= 2; jobs++) {
            double now = run(&s, ctx, ROUND_BADGES, jobs);
            if (now > best[jobs - 1]) best[jobs - 1] = now;
        }
    }
    printf("batch  %-6s %8.0f badges/s on one thread  %8.0f on two  ratio %.2f\n", name, best[0], best[1],
           best[1] / best[0]);
    close_stream(&s);
}

static double peak_mib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

int main(int argc, char **argv)
{
    blz_ctx *ctx = NULL;
    bench_must(blz_ctx_new(&ctx) == BLZ_OK, "a context");
    blz_ctx_set_now(ctx, BENCH_NOW);
    if (argc == 1) {
        compare(ctx, "RS256", BLZ_KEY_RSA);
        compare(ctx, "ES256", BLZ_KEY_P256);
        compare(ctx, "EdDSA", BLZ_KEY_ED25519);
    }
    stream s = {0};
    size_t badges = argc > 1 ? strtoul(argv[1], NULL, 10) : 2 * ROUND_BADGES;
    unsigned jobs = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : BLZ_BATCH_JOBS_MAX;
    open_stream(&s, ctx, BLZ_KEY_RSA);
    double rate = run(&s, ctx, badges, jobs);
    printf("batch  RS256  %zu badges on %u threads: %.0f badges/s, %.1f MiB at the peak\n", badges, jobs,
           rate, peak_mib());
    close_stream(&s);
    blz_ctx_free(ctx);
    bench_must(peak_mib() < PEAK_MAX_MIB, "a batch in bounded memory");
    return EXIT_SUCCESS;
}
