/* A definition in YAML, or in JSON where the text starts with a brace: read, and each finding located. */

#include <string.h>

#include <blazon/definition.h>
#include <blazon/verify.h>

#include "fuzz.h"

/* Keys in files cannot be had; those that are written in the text are read. */
static void trust(blz_ctx *ctx, const blz_definition *definition)
{
    blz_diags *diags = NULL;
    blz_trust *made = NULL;
    FUZZ_ASSERT(blz_diags_new(&diags) == BLZ_OK);
    blz_status status = blz_trust_new(&made, ctx, definition, diags);
    FUZZ_ASSERT(status == BLZ_OK || blz_diags_count(diags) > 0);
    FUZZ_ASSERT((status == BLZ_OK) == (made != NULL));
    blz_trust_free(made);
    blz_diags_free(diags);
}

static void look_at(blz_ctx *ctx, const blz_definition *definition)
{
    FUZZ_ASSERT(blz_definition_kind_name(blz_definition_kind_of(definition)));
    blz_definition_kind kind = blz_definition_kind_of(definition);
    if (kind == BLZ_DEFINITION_TRUST) trust(ctx, definition);
    bool nameless = kind == BLZ_DEFINITION_RUBRIC || kind == BLZ_DEFINITION_TRUST;
    FUZZ_ASSERT(nameless || (blz_definition_id(definition) && blz_definition_name(definition)));
}

static void look_at_findings(blz_diags *diags)
{
    FUZZ_ASSERT(blz_diags_locate(diags) == BLZ_OK);
    blz_diags_sort(diags);
    for (size_t i = 0; i < blz_diags_count(diags); i++) {
        const blz_diag *diag = blz_diags_at(diags, i);
        FUZZ_ASSERT(diag->rule && diag->message && diag->message[0]);
        FUZZ_ASSERT(diag->span.line > 0 && diag->span.column > 0);
        FUZZ_ASSERT(diag->span.end_line >= diag->span.line);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    blz_ctx *ctx = NULL;
    blz_diags *diags = NULL;
    blz_definition *definition = NULL;
    const char *text = size ? (const char *)data : "";
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK && blz_diags_new(&diags) == BLZ_OK);
    /* No such folder: nothing is included, whatever the text asks for. */
    const char *name = text[0] == '{' ? "/nowhere/fuzz.json" : "/nowhere/fuzz.yaml";
    (void)blz_definition_is_marked(text, size);
    blz_status status = blz_definition_read_text(&definition, ctx, name, text, size, NULL, diags);
    FUZZ_ASSERT((status == BLZ_OK) == (definition != NULL));
    FUZZ_ASSERT(status == BLZ_OK || blz_diags_count_of(diags, BLZ_ERROR) > 0);
    FUZZ_ASSERT(status != BLZ_OK || blz_diags_count_of(diags, BLZ_ERROR) == 0);
    if (definition) look_at(ctx, definition);
    look_at_findings(diags);
    blz_definition_free(definition);
    blz_diags_free(diags);
    blz_ctx_free(ctx);
    return 0;
}
