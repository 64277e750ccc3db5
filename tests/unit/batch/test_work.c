#include "batch/work.h"
#include "unit/credential/sweep.h"
#include "unit/verify/badge.h"

static blz_piece piece;

/* One more line of the piece, the next but `passed` lines of the stream. */
static void add_line(const char *text, size_t passed)
{
    blz_lines *lines = &piece.lines;
    size_t last = lines->count ? lines->items[lines->count - 1].number : 0;
    lines->items[lines->count++] =
        (blz_line){.start = lines->bytes.length, .length = strlen(text), .number = last + passed + 1};
    lines->empty += passed;
    ck_assert_ok(blz_buf_printf(&lines->bytes, "%s\n", text));
}

static void open_piece(void)
{
    piece = (blz_piece){.lines.bytes = BLZ_BUF(BLZ_BUF_MAX), .reports = BLZ_BUF(BLZ_BUF_MAX)};
}

static void expect_counts(size_t valid, size_t undecided, size_t invalid, size_t empty)
{
    ck_assert_uint_eq(piece.counts.valid, valid);
    ck_assert_uint_eq(piece.counts.undecided, undecided);
    ck_assert_uint_eq(piece.counts.invalid, invalid);
    ck_assert_uint_eq(piece.counts.badges, valid + undecided + invalid);
    ck_assert_uint_eq(piece.counts.empty, empty);
}

/* The reports are those of these lines with these verdicts, and no more. */
static void expect_reports(const char *const starts[], size_t count)
{
    const char *at = piece.reports.length ? piece.reports.data : "";
    for (size_t i = 0; i < count; i++) {
        char start[100];
        snprintf(start, sizeof start, "{\"report\":1,\"input\":\"b:%s\",", starts[i]);
        ck_assert_msg(strncmp(at, start, strlen(start)) == 0, "%.80s", at);
        at = strchr(at, '\n') + 1;
    }
    ck_assert_str_eq(at, "");
}

/* A profile by itself, of which nobody can tell whether it is the one that is published. */
#define OLD                                                                                                  \
    "{\"@context\": \"https://w3id.org/openbadges/v2\", \"id\": \"https://a.example/i\", \"type\": "         \
    "\"Issuer\", "                                                                                           \
    "\"name\": \"A\", \"url\": \"https://a.example/\", \"email\": \"a@a.example\"}"

START_TEST(each_line_is_counted_and_reported)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    open_piece();
    add_line("7", 0);
    add_line(token, 2);
    add_line(OLD, 0);
    add_line("8", 0);
    blz_batch batch = {.name = "b"};
    ck_assert_ok(blz_piece_verify(&piece, b.ctx, &batch, &name));
    expect_counts(1, 1, 2, 2);
    expect_reports((const char *const[]){"1\",\"verdict\":\"invalid", "4\",\"verdict\":\"valid",
                                         "5\",\"verdict\":\"undecided", "6\",\"verdict\":\"invalid"},
                   4);
    batch.problems_only = true; /* what was reported before is gone */
    ck_assert_ok(blz_piece_verify(&piece, b.ctx, &batch, &name));
    expect_counts(1, 1, 2, 2);
    expect_reports((const char *const[]){"1", "5", "6"}, 3);
    blz_piece_clear(&piece);
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(the_options_are_those_of_the_batch)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    blz_verify_options options = {.recipient = "did:example:joe"};
    open_piece();
    add_line(token, 0);
    ck_assert_ok(blz_piece_verify(&piece, b.ctx, &(blz_batch){.name = "b", .options = &options}, &name));
    expect_counts(0, 0, 1, 0);
    options.policy = (blz_policy)7;
    ck_assert_int_eq(blz_piece_verify(&piece, b.ctx, &(blz_batch){.name = "b", .options = &options}, &name),
                     BLZ_ERR_ARGUMENT);
    blz_piece_clear(&piece);
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(a_piece_without_lines)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_ctx_new(&ctx));
    open_piece();
    piece.counts.badges = piece.counts.valid = 9;
    piece.lines.empty = 3;
    ck_assert_ok(blz_piece_verify(&piece, ctx, &(blz_batch){.name = "b"}, &name));
    expect_counts(0, 0, 0, 3);
    ck_assert_uint_eq(piece.reports.length, 0);
    blz_piece_clear(&piece);
}
END_TEST

/* What each of `jobs` threads may remember, where one alone may remember `limit`. */
static size_t share_of(size_t limit, unsigned jobs)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_ctx) own = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_now(ctx, 17);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_REMEMBERED, limit);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_DEPTH, 5);
    ck_assert_ok(blz_batch_ctx(&own, ctx, jobs));
    ck_assert_int_eq(blz_ctx_now(own), 17);
    ck_assert_uint_eq(blz_ctx_limit(own, BLZ_LIMIT_DEPTH), 5);
    ck_assert_uint_eq(blz_ctx_limit(ctx, BLZ_LIMIT_REMEMBERED), limit);
    return blz_ctx_limit(own, BLZ_LIMIT_REMEMBERED);
}

START_TEST(threads_share_what_may_be_remembered)
{
    const size_t all = (size_t)16 << 20;
    ck_assert_uint_eq(share_of(1000, 1), 1000);
    ck_assert_uint_eq(share_of(1000, 64), 1000);
    ck_assert_uint_eq(share_of(all, 1), all);
    ck_assert_uint_eq(share_of(2 * all, 1), all);
    ck_assert_uint_eq(share_of(2 * all, 4), all / 4);
    ck_assert_uint_eq(share_of(all / 4, 5), all / 5);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_ctx) own = NULL;
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    blz_piece again = {.lines = piece.lines, .reports = BLZ_BUF(BLZ_BUF_MAX)};
    BLZ_TRY(blz_batch_ctx(&own, user, 2));
    blz_status status = blz_piece_verify(&again, own, &(blz_batch){.name = "b"}, &name);
    blz_buf_clear(&again.reports);
    return status;
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    open_piece();
    add_line("7", 0);
    add_line(OLD, 0);
    sweep_run(call, ctx);
    blz_piece_clear(&piece);
}
END_TEST

UNIT_MAIN("batch/work", each_line_is_counted_and_reported, the_options_are_those_of_the_batch,
          a_piece_without_lines, threads_share_what_may_be_remembered, every_allocation_may_fail)
