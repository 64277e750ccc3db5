/* A JSON document: what is read survives being written, in both forms, and every refusal has its place. */

#include <string.h>

#include <blazon/json.h>

#include "fuzz.h"

static blz_status read_again(json_t **out, blz_ctx *ctx, const char *text, size_t length)
{
    blz_source *source = NULL;
    blz_diags *diags = NULL;
    FUZZ_ASSERT(blz_source_new(&source, "again.json", text, length) == BLZ_OK);
    FUZZ_ASSERT(blz_diags_new(&diags) == BLZ_OK);
    blz_status status = blz_json_read(out, ctx, source, diags);
    blz_diags_free(diags);
    blz_source_unref(source);
    return status;
}

/* Written and read again it is equal, and its canonical form is its own canonical form. */
static void write_and_read(blz_ctx *ctx, const json_t *value, unsigned indent)
{
    char *text = NULL, *canonical = NULL, *twice = NULL;
    size_t length = 0, canonical_length = 0;
    FUZZ_ASSERT(blz_json_text(&text, &length, value, indent) == BLZ_OK && strlen(text) == length);
    json_t *again = NULL, *from_canonical = NULL;
    FUZZ_ASSERT(read_again(&again, ctx, text, length) == BLZ_OK && json_equal(value, again));
    FUZZ_ASSERT(blz_jcs_text(&canonical, &canonical_length, value) == BLZ_OK);
    /* Not every canonical text is read: an integer of 64 bits can become one that needs more. */
    if (read_again(&from_canonical, ctx, canonical, canonical_length) == BLZ_OK)
        FUZZ_ASSERT(blz_jcs_text(&twice, NULL, from_canonical) == BLZ_OK && strcmp(canonical, twice) == 0);
    json_decref(from_canonical);
    json_decref(again);
    blz_free(twice);
    blz_free(canonical);
    blz_free(text);
}

static void look_at_findings(blz_diags *diags)
{
    FUZZ_ASSERT(blz_diags_count_of(diags, BLZ_ERROR) > 0 && blz_diags_locate(diags) == BLZ_OK);
    const blz_diag *first = blz_diags_at(diags, 0);
    FUZZ_ASSERT(first->span.line > 0 && first->span.column > 0 && first->message[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    blz_ctx *ctx = NULL;
    blz_source *source = NULL;
    blz_diags *diags = NULL;
    json_t *value = NULL;
    const char *text = size ? (const char *)data : "";
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK && blz_diags_new(&diags) == BLZ_OK);
    FUZZ_ASSERT(blz_source_new(&source, "fuzz.json", text, size) == BLZ_OK);
    blz_status status = blz_json_read(&value, ctx, source, diags);
    FUZZ_ASSERT(status == BLZ_OK || status == BLZ_ERR_SYNTAX);
    if (status == BLZ_OK) {
        write_and_read(ctx, value, 0);
        write_and_read(ctx, value, 2);
    } else {
        look_at_findings(diags);
    }
    json_decref(value);
    blz_diags_free(diags);
    blz_source_unref(source);
    blz_ctx_free(ctx);
    return 0;
}
