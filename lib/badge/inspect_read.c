#include <string.h>

#include "badge/inspect.h"
#include "base/buf.h"
#include "codec/base64url.h"
#include "codec/json_read.h"

static blz_status problem(blz_part *part, const char *before, const char *text)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    if (part->problem) (void)blz_buf_printf(&buf, "%s; ", part->problem);
    (void)blz_buf_printf(&buf, "%s%s", before, text);
    char *joined = NULL;
    BLZ_TRY(blz_buf_take(&buf, &joined, NULL));
    blz_free(part->problem);
    part->problem = joined;
    return BLZ_OK;
}

/* base64url, and where that fails once more without the padding that does not belong there. */
static blz_status decode(blz_part *part, const char *text, size_t length)
{
    uint8_t *bytes = NULL;
    blz_status status = blz_base64url_decode(&bytes, &part->length, text, length);
    if (status == BLZ_ERR_SYNTAX) {
        BLZ_TRY(problem(part, "", "not strict base64url"));
        while (length && text[length - 1] == '=')
            length--;
        status = blz_base64url_decode(&bytes, &part->length, text, length);
    }
    if (status == BLZ_ERR_SYNTAX) return problem(part, "", "cannot be decoded");
    BLZ_TRY(status);
    part->text = (char *)bytes;
    return BLZ_OK;
}

static blz_status parse(blz_part *part, blz_ctx *ctx)
{
    const char *reason = NULL;
    blz_status status = blz_json_parse(&part->json, part->text, part->length,
                                       blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), NULL, &reason);
    if (status == BLZ_OK || status == BLZ_ERR_NOMEM) return status;
    return problem(part, "not JSON as it has to be: ", reason ? reason : blz_status_text(status));
}

static blz_status read_token(blz_parts *parts, blz_ctx *ctx)
{
    static const char *const names[BLZ_PARTS_MAX] = {"header", "payload", "signature",
                                                     "part 4", "part 5",  "rest"};
    const char *at = parts->input.token, *end = at + parts->input.token_length;
    while (at && parts->count < BLZ_PARTS_MAX) {
        size_t n = parts->count++;
        const char *dot = n + 1 < BLZ_PARTS_MAX ? memchr(at, '.', (size_t)(end - at)) : NULL;
        blz_part *part = &parts->part[n];
        part->name = names[n];
        if (n > 2) BLZ_TRY(problem(part, "", "a token has three parts, this is one too many"));
        BLZ_TRY(decode(part, at, (size_t)((dot ? dot : end) - at)));
        if (part->text && n < 2) BLZ_TRY(parse(part, ctx));
        at = dot ? dot + 1 : NULL;
    }
    return BLZ_OK;
}

/* JSON that is no badge is shown too. */
static blz_status read_document(blz_parts *parts)
{
    blz_part *part = &parts->part[parts->count++];
    part->name = "document";
    part->json = json_incref(parts->input.json);
    return parts->input.problem ? problem(part, "", parts->input.problem) : BLZ_OK;
}

blz_status blz_parts_read(blz_parts *out, blz_ctx *ctx, const char *bytes, size_t length)
{
    *out = (blz_parts){0};
    BLZ_TRY(blz_input_read(&out->input, ctx, bytes, length));
    if (out->input.form == BLZ_FORM_JWT) return read_token(out, ctx);
    return out->input.json ? read_document(out) : BLZ_OK;
}

void blz_parts_clear(blz_parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        json_decref(parts->part[i].json);
        blz_free(parts->part[i].text);
        blz_free(parts->part[i].problem);
    }
    blz_input_clear(&parts->input);
}
