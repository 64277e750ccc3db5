/* A graph of Open Badges 2.0 documents: the input is cut at form feeds, the first part is the badge, and the
 * loader serves the others, one after the other, for whatever address is asked. */

#include <string.h>

#include <blazon/verify.h>

#include "base/mem.h"
#include "fuzz.h"

typedef struct parts {
    const char *at, *end, *first;
    size_t served;
} parts;

enum { SERVED_MAX = 64 };

static const char *end_of(const char *at, const char *end)
{
    const char *stop = at < end ? memchr(at, '\f', (size_t)(end - at)) : NULL;
    return stop ? stop : end;
}

static blz_status serve(void *user, const char *url, blz_document *out)
{
    parts *p = user;
    (void)url;
    if (p->at >= p->end) p->at = p->first;
    if (p->at >= p->end || p->served++ > SERVED_MAX) return BLZ_ERR_NOT_FOUND;
    const char *stop = end_of(p->at, p->end);
    if (stop == p->at) {
        p->at++;
        return BLZ_ERR_GONE;
    }
    out->length = (size_t)(stop - p->at);
    out->bytes = blz_strndup(p->at, out->length);
    p->at = stop + 1;
    return out->bytes ? BLZ_OK : BLZ_ERR_NOMEM;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    blz_ctx *ctx = NULL;
    const char *text = (const char *)data, *end = text + size, *stop = end_of(text, end);
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK);
    blz_ctx_set_now(ctx, 1780272000);
    for (int policy = BLZ_POLICY_SPEC; policy <= BLZ_POLICY_1EDTECH; policy++) {
        parts p = {stop < end ? stop + 1 : end, end, stop < end ? stop + 1 : end, 0};
        blz_report *report = NULL;
        char *json = NULL;
        const blz_verify_options options = {.policy = (blz_policy)policy, .recipient = "jane@example.edu"};
        blz_ctx_set_loader(ctx, serve, &p);
        FUZZ_ASSERT(blz_verify(&report, ctx, "badge", text, (size_t)(stop - text), &options) == BLZ_OK);
        FUZZ_ASSERT(blz_report_step_count(report) > 0);
        FUZZ_ASSERT(blz_report_json(&json, report) == BLZ_OK);
        blz_free(json);
        blz_report_free(report);
    }
    blz_ctx_free(ctx);
    return 0;
}
