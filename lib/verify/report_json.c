#include <string.h>

#include "base/text.h"
#include "codec/json_write.h"
#include "verify/report.h"

/* Straight into the text: for a valid badge this is a good part of the work, and a tree of JSON first would
 * double it. The buffer keeps the first error, so that the last write tells. */

/* Text as a JSON value; what is not UTF-8 (a file name may be anything) is made visible. */
static void put_text(blz_buf *out, const char *text)
{
    if (!text) {
        blz_buf_puts(out, "null");
        return;
    }
    size_t length = strlen(text);
    if (blz_utf8_valid(text, length)) {
        blz_json_write_string(out, text, length);
        return;
    }
    BLZ_SCOPED(blz_buf) safe = BLZ_BUF(BLZ_BUF_MAX);
    if (blz_text_escape_terminal(&safe, text, length) == BLZ_OK)
        blz_json_write_string(out, safe.data, safe.length);
    else
        out->status = safe.status;
}

/* `before` is what stands in front of the value, its name at the end. */
static void put(blz_buf *out, const char *before, const char *text)
{
    blz_buf_puts(out, before);
    put_text(out, text);
}

static void put_party(blz_buf *out, const char *before, const blz_party *party)
{
    blz_buf_puts(out, before);
    put(out, "{\"id\":", party->id);
    put(out, ",\"name\":", party->name);
    blz_buf_putc(out, '}');
}

static void put_proof(blz_buf *out, const blz_proof_info *proof)
{
    put(out, "{\"type\":", proof->type);
    put(out, ",\"key\":", proof->key);
    blz_buf_putc(out, '}');
}

static void put_step(blz_buf *out, const blz_step *step)
{
    put(out, "{\"id\":", step->id);
    put(out, ",\"outcome\":", blz_outcome_text(step->outcome));
    put(out, ",\"message\":", step->message);
    put(out, ",\"pointer\":", step->pointer);
    put(out, ",\"spec\":", step->spec);
    if (step->policy) put(out, ",\"policy\":", step->policy);
    blz_buf_putc(out, '}');
}

blz_status blz_report_put_json(blz_buf *out, const blz_report *report)
{
    put(out, "{\"report\":1,\"input\":", report->input);
    put(out, ",\"verdict\":", blz_verdict_text(report->verdict));
    put(out, ",\"standard\":", report->standard);
    if (report->kind != BLZ_REPORT_BADGE) put(out, ",\"kind\":", blz_report_kind_text(report->kind));
    put(out, ",\"id\":", report->id);
    put(out, ",\"policy\":", blz_policy_text(report->policy));
    put_party(out, ",\"issuer\":", &report->issuer);
    put_party(out, ",\"achievement\":", &report->achievement);
    if (report->kind == BLZ_REPORT_ENDORSEMENT) put(out, ",\"endorses\":", report->subject);
    blz_buf_puts(out, ",\"proofs\":[");
    for (size_t i = 0; i < report->proof_count; i++) {
        if (i) blz_buf_putc(out, ',');
        put_proof(out, &report->proofs[i]);
    }
    blz_buf_puts(out, "],\"steps\":[");
    for (size_t i = 0; i < report->step_count; i++) {
        if (i) blz_buf_putc(out, ',');
        put_step(out, &report->steps[i]);
    }
    return blz_buf_puts(out, "]}\n");
}

blz_status blz_report_json(char **out, const blz_report *report)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_report_put_json(&text, report));
    return blz_buf_take(&text, out, NULL);
}
