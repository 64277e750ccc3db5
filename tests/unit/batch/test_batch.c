#include "unit/batch/stream.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "base/ctx.h"
#include "unit/failing.h"
#include "unit/verify/badge.h"

/* What the functions of a batch share. */
struct sheet {
    struct stream in; /* first: reading knows no more */
    blz_buf out;
    size_t writes, fail_write; /* the write that fails, from 1; 0: none */
    atomic_int inside;         /* writers and watchers at this moment */
    size_t progressed;
    blz_batch_counts seen;
};

static blz_status sheet_write(void *user, const char *bytes, size_t length)
{
    struct sheet *s = user;
    ck_assert_int_eq(atomic_fetch_add(&s->inside, 1), 0);
    blz_status status = ++s->writes == s->fail_write ? BLZ_ERR_IO : blz_buf_append(&s->out, bytes, length);
    atomic_fetch_sub(&s->inside, 1);
    return status;
}

static void sheet_progress(void *user, const blz_batch_counts *counts)
{
    struct sheet *s = user;
    ck_assert_int_eq(atomic_fetch_add(&s->inside, 1), 0);
    ck_assert_uint_ge(counts->badges, s->seen.badges);
    s->seen = *counts;
    s->progressed++;
    atomic_fetch_sub(&s->inside, 1);
}

static struct sheet sheet_of(const char *bytes, size_t length)
{
    return (struct sheet){.in = {.bytes = bytes, .length = length}, .out = BLZ_BUF(BLZ_BUF_MAX)};
}

static blz_status run(struct sheet *s, blz_batch_counts *counts, const blz_ctx *ctx, unsigned jobs)
{
    const blz_batch batch = {.name = "b.ndjson",
                             .read = stream_read,
                             .write = sheet_write,
                             .progress = sheet_progress,
                             .user = s,
                             .jobs = jobs};
    return blz_batch_verify(counts, ctx, &batch);
}

static blz_ctx *new_ctx(void)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_now(ctx, AT);
    return ctx;
}

/* The report at this line, which has to be the next one. */
static const char *expect_report(const char *at, size_t number, const char *verdict)
{
    char start[100];
    snprintf(start, sizeof start, "{\"report\":1,\"input\":\"b.ndjson:%zu\",\"verdict\":\"%s\",", number,
             verdict);
    ck_assert_msg(strncmp(at, start, strlen(start)) == 0, "%.100s\nis not\n%s", at, start);
    return strchr(at, '\n') + 1;
}

START_TEST(each_line_has_its_report)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_printf(&text, "\"%s\"\n\n%s\r\n{}\n\xff\n", token, token));
    ck_assert_ok(blz_buf_append(&text, "{\"a\":\"\0\"}\n", 10));
    ck_assert_ok(blz_buf_printf(&text, "\"{}\"\n{\"type\":\"EnvelopedVerifiableCredential\"}\n%s", token));
    for (unsigned jobs = 1; jobs <= 3; jobs++) {
        struct sheet s = sheet_of(text.data, text.length);
        blz_batch_counts counts;
        ck_assert_ok(run(&s, &counts, b.ctx, jobs));
        const char *at = expect_report(s.out.data, 1, "valid");
        at = expect_report(at, 3, "valid");
        for (size_t number = 4; number <= 8; number++)
            at = expect_report(at, number, "invalid");
        at = expect_report(at, 9, "valid");
        ck_assert_str_eq(at, "");
        ck_assert_uint_eq(counts.badges, 8);
        ck_assert_uint_eq(counts.valid, 3);
        ck_assert_uint_eq(counts.invalid, 5);
        ck_assert_uint_eq(counts.undecided, 0);
        ck_assert_uint_eq(counts.empty, 1);
        blz_buf_clear(&s.out);
    }
    free(token);
    bench_close(&b);
}
END_TEST

/* Lines that take long and short, many more than the ring holds, on more threads than there are processors.
 */
START_TEST(order_is_kept)
{
    enum { LINES = 3000 };
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    for (size_t i = 0; i < LINES; i++)
        ck_assert_ok(i / 50 % 7 == 0 ? blz_buf_printf(&text, "\"%s\"\n", token) : blz_buf_puts(&text, "7\n"));
    static const unsigned jobs[] = {1, 2, 5, BLZ_BATCH_JOBS_MAX};
    for (size_t i = 0; i < BLZ_COUNT_OF(jobs); i++) {
        struct sheet s = sheet_of(text.data, text.length);
        blz_batch_counts counts;
        s.in.piece = i % 2 ? 700 : 0;
        ck_assert_ok(run(&s, &counts, b.ctx, jobs[i]));
        const char *at = s.out.data;
        for (size_t line = 0; line < LINES; line++)
            at = expect_report(at, line + 1, line / 50 % 7 == 0 ? "valid" : "invalid");
        ck_assert_str_eq(at, "");
        ck_assert_uint_eq(counts.badges, LINES);
        ck_assert_uint_eq(s.progressed, s.writes);
        ck_assert_mem_eq(&s.seen, &counts, sizeof counts);
        blz_buf_clear(&s.out);
    }
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(a_line_beyond_the_limit_is_one_invalid_badge)
{
    BLZ_AUTO(blz_ctx) ctx = new_ctx();
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 100000);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_puts(&text, "{}\n"));
    ck_assert_ok(blz_buf_fill(&text, '[', 500000));
    ck_assert_ok(blz_buf_puts(&text, "\n{}"));
    struct sheet s = sheet_of(text.data, text.length);
    blz_batch_counts counts;
    ck_assert_ok(run(&s, &counts, ctx, 2));
    const char *at = expect_report(s.out.data, 1, "invalid"), *second = at;
    at = expect_report(at, 2, "invalid");
    const char *message = strstr(second, "this is larger than blazon reads");
    ck_assert(message && message < at);
    ck_assert_str_eq(expect_report(at, 3, "invalid"), "");
    ck_assert_uint_eq(counts.badges, 3);
    blz_buf_clear(&s.out);
}
END_TEST

START_TEST(problems_only)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_printf(&text, "%s\n{}\n%s\n", token, token));
    struct sheet s = sheet_of(text.data, text.length);
    blz_batch batch = {.name = "b.ndjson",
                       .read = stream_read,
                       .write = sheet_write,
                       .user = &s,
                       .jobs = 1,
                       .problems_only = true};
    blz_batch_counts counts;
    ck_assert_ok(blz_batch_verify(&counts, b.ctx, &batch));
    ck_assert_str_eq(expect_report(s.out.data, 2, "invalid"), "");
    ck_assert_uint_eq(counts.valid, 2);
    blz_buf_clear(&s.out);
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(nothing_comes_out_of_nothing)
{
    BLZ_AUTO(blz_ctx) ctx = new_ctx();
    for (unsigned jobs = 0; jobs < 4; jobs++) {
        struct sheet s = sheet_of("\n\n", 2);
        blz_batch_counts counts;
        ck_assert_ok(run(&s, &counts, ctx, jobs));
        ck_assert_uint_eq(s.writes, 0);
        ck_assert_uint_eq(counts.badges, 0);
        ck_assert_uint_eq(counts.empty, 2);
    }
}
END_TEST

START_TEST(what_the_caller_gets_wrong)
{
    BLZ_AUTO(blz_ctx) ctx = new_ctx();
    blz_batch_counts counts;
    const blz_verify_options odd = {.policy = (blz_policy)7};
    struct sheet s = sheet_of("{}", 2);
    const blz_batch good = {.name = "b", .read = stream_read, .write = sheet_write, .user = &s};
    blz_batch batches[] = {good, good, good, good, good};
    batches[0].name = NULL;
    batches[1].read = NULL;
    batches[2].write = NULL;
    batches[3].jobs = BLZ_BATCH_JOBS_MAX + 1;
    batches[4].options = &odd;
    for (size_t i = 0; i < BLZ_COUNT_OF(batches); i++)
        ck_assert_int_eq(blz_batch_verify(&counts, ctx, &batches[i]), BLZ_ERR_ARGUMENT);
    ck_assert_ok(blz_batch_verify(&counts, ctx, &good));
    blz_buf_clear(&s.out);
}
END_TEST

static char *many_lines(size_t *length)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    char *out = NULL;
    for (int i = 0; i < 2000; i++)
        ck_assert_ok(blz_buf_puts(&text, "{}\n"));
    ck_assert_ok(blz_buf_take(&text, &out, length));
    return out;
}

/* Whatever fails, the batch ends, and the reports end with a whole line that was counted. */
START_TEST(failures_end_the_batch)
{
    BLZ_AUTO(blz_ctx) ctx = new_ctx();
    size_t length = 0;
    BLZ_AUTO(blz_text) text = many_lines(&length);
    for (unsigned jobs = 1; jobs <= 4; jobs++) {
        for (size_t fail = 1; fail <= 3; fail++) {
            for (int writing = 0; writing < 2; writing++) {
                struct sheet s = sheet_of(text, length);
                s.in.piece = 300;
                s.in.fail_at = writing ? 0 : fail * 600;
                s.fail_write = writing ? fail : 0;
                blz_batch_counts counts;
                ck_assert_int_eq(run(&s, &counts, ctx, jobs), BLZ_ERR_IO);
                const char *at = s.out.data ? s.out.data : "";
                for (size_t i = 1; i <= counts.badges; i++)
                    at = expect_report(at, i, "invalid");
                ck_assert_str_eq(at, "");
                ck_assert_uint_lt(counts.badges, 2000);
                blz_buf_clear(&s.out);
            }
        }
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_ctx) ctx = new_ctx();
    for (EACH_ALLOCATION_FAILS(f)) {
        struct sheet s = sheet_of("{}\n7\n", 5);
        blz_batch_counts counts;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = run(&s, &counts, ctx, 1);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_buf_clear(&s.out);
    }
}
END_TEST

static bool always(void *user)
{
    return atomic_fetch_sub((atomic_long *)user, 1) <= 0;
}

/* Memory that runs out for one of several threads, and stays out. */
START_TEST(a_worker_that_fails_ends_all)
{
    BLZ_AUTO(blz_ctx) ctx = new_ctx();
    size_t length = 0;
    BLZ_AUTO(blz_text) text = many_lines(&length);
    for (long good = 0; good < 4000; good += 97) {
        struct sheet s = sheet_of(text, length);
        blz_batch_counts counts;
        atomic_long left = good;
        blz_mem_set_failing(always, &left);
        blz_status status = run(&s, &counts, ctx, 3);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, BLZ_ERR_NOMEM);
        blz_buf_clear(&s.out);
    }
}
END_TEST

/* Threads of their own have contexts of their own, with the loader of the one that was given. */
START_TEST(documents_come_from_the_loader)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char *document = NULL, *kid = NULL, header[300], payload[300];
    const char *did = "did:web:badges.example.edu";
    const blz_key *key = b.key;
    ck_assert_ok(blz_controller_text(&document, NULL, did, &key, 1));
    ck_assert_ok(blz_verification_method_url(&kid, did, b.key));
    const served documents[] = {{"https://badges.example.edu/.well-known/did.json", document}, {0}};
    snprintf(header, sizeof header, "{\"kid\": \"%s\"}", kid);
    snprintf(payload, sizeof payload, "{\"iss\": \"%s\", \"issuer\": {\"id\": \"%s\"}}", did, did);
    char *token = badge(&b, header, payload);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    for (int i = 0; i < 200; i++)
        ck_assert_ok(blz_buf_printf(&text, "%s\n", token));
    for (int there = 0; there < 2; there++) {
        struct sheet s = sheet_of(text.data, text.length);
        blz_batch_counts counts;
        b.documents = there ? documents : NULL;
        ck_assert_ok(run(&s, &counts, b.ctx, 2));
        ck_assert_uint_eq(there ? counts.valid : counts.undecided, 200);
        blz_buf_clear(&s.out);
    }
    free(token);
    blz_free(document);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("batch/batch", each_line_has_its_report, order_is_kept,
          a_line_beyond_the_limit_is_one_invalid_badge, problems_only, nothing_comes_out_of_nothing,
          what_the_caller_gets_wrong, failures_end_the_batch, a_failing_allocation_is_reported,
          a_worker_that_fails_ends_all, documents_come_from_the_loader)
