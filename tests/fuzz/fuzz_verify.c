/* A badge, an endorsement or a learner record under both policies, with itself as every document that it asks
 * for: schema, newer copy, key. It has a report in both forms, and twice the same. */

#include <string.h>

#include <blazon/verify.h>

#include "base/ctx.h"
#include "base/text.h"
#include "fuzz.h"

typedef struct input {
    const char *text;
    size_t length;
} input;

static blz_status serve(void *user, const char *url, blz_document *out)
{
    const input *in = user;
    if (!strstr(url, "self")) return BLZ_ERR_NOT_FOUND;
    out->bytes = blz_strndup(in->text, in->length);
    out->length = out->bytes ? strlen(out->bytes) : 0;
    return out->bytes ? BLZ_OK : BLZ_ERR_NOMEM;
}

static char *report_of(blz_ctx *ctx, const input *in, blz_policy policy)
{
    blz_report *report = NULL;
    char *text = NULL, *json = NULL;
    const blz_verify_options how = {.policy = policy, .recipient = "did:example:jane"};
    FUZZ_ASSERT(blz_verify(&report, ctx, "fuzz", in->text, in->length, &how) == BLZ_OK);
    FUZZ_ASSERT(blz_report_step_count(report) > 0);
    FUZZ_ASSERT(blz_report_text(&text, report, NULL) == BLZ_OK);
    FUZZ_ASSERT(blz_report_json(&json, report) == BLZ_OK);
    blz_free(text);
    blz_report_free(report);
    return json;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    input in = {size ? (const char *)data : "", size};
    blz_ctx *ctx = NULL;
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK);
    blz_ctx_set_now(ctx, 1780000000);
    blz_ctx_set_loader(ctx, serve, &in);
    for (int policy = BLZ_POLICY_SPEC; policy <= BLZ_POLICY_1EDTECH; policy++) {
        char *first = report_of(ctx, &in, (blz_policy)policy),
             *again = report_of(ctx, &in, (blz_policy)policy);
        FUZZ_ASSERT(strcmp(first, again) == 0);
        blz_free(first);
        blz_free(again);
    }
    blz_ctx_free(ctx);
    return 0;
}
