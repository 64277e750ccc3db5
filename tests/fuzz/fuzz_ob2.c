/* A graph of Open Badges 2.0 documents: the input is cut at form feeds, the first part is the badge, and the
 * loader serves the others, one after the other, for whatever address is asked. */

#include <stdbool.h>
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

static blz_status serve_nothing(void *user, const char *url, blz_document *out)
{
    (void)user;
    (void)url;
    (void)out;
    return BLZ_ERR_NOT_FOUND;
}

/* Of Open Badges 2.0 or before it. */
static bool is_older(const blz_report *report)
{
    const char *standard = blz_report_standard(report);
    return standard && strncmp(standard, "Open Badges ", 12) == 0 && strcmp(standard, "Open Badges 3.0") != 0;
}

static blz_verdict verify(blz_ctx *ctx, blz_policy policy, const char *text, size_t length, bool *older)
{
    const blz_verify_options options = {.policy = policy, .recipient = "jane@example.edu"};
    blz_report *report = NULL;
    char *json = NULL;
    FUZZ_ASSERT(blz_verify(&report, ctx, "badge", text, length, &options) == BLZ_OK);
    FUZZ_ASSERT(blz_report_step_count(report) > 0);
    FUZZ_ASSERT(blz_report_json(&json, report) == BLZ_OK);
    blz_verdict verdict = blz_report_verdict(report);
    *older = is_older(report);
    blz_free(json);
    blz_report_free(report);
    return verdict;
}

/* What the documents say that the text leads to. */
static void verify_served(blz_policy policy, const char *text, const char *stop, const char *end)
{
    const char *first = stop < end ? stop + 1 : end;
    parts p = {first, end, first, 0};
    blz_ctx *ctx = NULL;
    bool older = false;
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK);
    blz_ctx_set_now(ctx, 1780272000);
    blz_ctx_set_loader(ctx, serve, &p);
    (void)verify(ctx, policy, text, (size_t)(stop - text), &older);
    blz_ctx_free(ctx);
}

/* A hosted badge is what somebody serves, a signed one needs its issuer's profile: a text by itself proves
 * nothing. */
static void verify_alone(const char *text, size_t length)
{
    blz_ctx *ctx = NULL;
    bool older = false;
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK);
    blz_ctx_set_now(ctx, 1780272000);
    blz_ctx_set_loader(ctx, serve_nothing, NULL);
    blz_verdict verdict = verify(ctx, BLZ_POLICY_SPEC, text, length, &older);
    FUZZ_ASSERT(!older || verdict != BLZ_VALID);
    blz_ctx_free(ctx);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data, *end = text + size, *stop = end_of(text, end);
    verify_served(BLZ_POLICY_SPEC, text, stop, end);
    verify_served(BLZ_POLICY_1EDTECH, text, stop, end);
    verify_alone(text, (size_t)(stop - text));
    return 0;
}
