#include "batch/work.h"

#include "verify/report.h"

/* What all threads together may remember of issuers, in bytes. */
enum { REMEMBERED_MAX = 16 << 20 };

blz_status blz_batch_ctx(blz_ctx **out, const blz_ctx *ctx, unsigned jobs)
{
    BLZ_AUTO(blz_ctx) own = NULL;
    BLZ_TRY(blz_ctx_new_like(&own, ctx));
    size_t limit = blz_ctx_limit(ctx, BLZ_LIMIT_REMEMBERED), share = REMEMBERED_MAX / jobs;
    blz_ctx_set_limit(own, BLZ_LIMIT_REMEMBERED, limit < share ? limit : share);
    *out = BLZ_STEAL(own);
    return BLZ_OK;
}

static void count(blz_batch_counts *counts, blz_verdict verdict)
{
    counts->badges++;
    switch (verdict) {
    case BLZ_VALID:
        counts->valid++;
        break;
    case BLZ_UNDECIDED:
        counts->undecided++;
        break;
    case BLZ_INVALID:
        counts->invalid++;
        break;
    }
}

static blz_status verify_line(blz_piece *piece, const blz_line *line, blz_ctx *ctx, const blz_batch *batch,
                              const char *name)
{
    BLZ_AUTO(blz_report) report = NULL;
    BLZ_TRY(
        blz_verify(&report, ctx, name, piece->lines.bytes.data + line->start, line->length, batch->options));
    count(&piece->counts, report->verdict);
    if (batch->problems_only && report->verdict == BLZ_VALID) return BLZ_OK;
    return blz_report_put_json(&piece->reports, report);
}

blz_status blz_piece_verify(blz_piece *piece, blz_ctx *ctx, const blz_batch *batch, blz_buf *name)
{
    blz_buf_reset(&piece->reports);
    piece->counts = (blz_batch_counts){.empty = piece->lines.empty};
    for (size_t i = 0; i < piece->lines.count; i++) {
        const blz_line *line = &piece->lines.items[i];
        blz_buf_reset(name);
        BLZ_TRY(blz_buf_printf(name, "%s:%zu", batch->name, line->number));
        BLZ_TRY(verify_line(piece, line, ctx, batch, name->data));
    }
    return BLZ_OK;
}

void blz_piece_clear(blz_piece *piece)
{
    blz_buf_clear(&piece->lines.bytes);
    blz_buf_clear(&piece->reports);
}
