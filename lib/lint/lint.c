#include <blazon/lint.h>

#include <errno.h>
#include <string.h>

#include "base/ctx.h"
#include "base/file.h"
#include "lint/check.h"
#include "lint/select.h"
#include "lint/unreadable.h"

static const blz_lint_options defaults = {0};

/* Statuses by which the reader says that it has told the collector what is wrong. */
static bool is_told(blz_status status)
{
    return status == BLZ_ERR_INVALID || status == BLZ_ERR_SYNTAX || status == BLZ_ERR_LIMIT;
}

static blz_status check(blz_diags *diags, blz_ctx *ctx, const char *name, const char *bytes, size_t length,
                        const blz_lint_options *options)
{
    BLZ_AUTO(blz_definition) definition = NULL;
    blz_definition_options reading = {.allow_outside = options->allow_outside,
                                      .project_root = options->project_root};
    blz_status status = blz_definition_read_text(&definition, ctx, name, bytes, length, &reading, diags);
    if (is_told(status)) return BLZ_OK;
    BLZ_TRY(status);
    return blz_checks_run(&(blz_lint){.ctx = ctx, .definition = definition, .diags = diags});
}

blz_status blz_lint_text(blz_diags *diags, blz_ctx *ctx, const char *name, const char *bytes, size_t length,
                         const blz_lint_options *options)
{
    if (!options) options = &defaults;
    if (!blz_select_is_valid(options)) return BLZ_ERR_ARGUMENT;
    size_t first = blz_diags_count(diags);
    blz_diags_set_max(diags, first + blz_ctx_limit(ctx, BLZ_LIMIT_DIAGNOSTICS));
    BLZ_TRY(check(diags, ctx, name, bytes, length, options));
    blz_select_apply(diags, first, options);
    return BLZ_OK;
}

blz_status blz_lint_file(blz_diags *diags, blz_ctx *ctx, const char *path, const blz_lint_options *options)
{
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    blz_status status = blz_file_read(&bytes, &length, path, blz_ctx_limit(ctx, BLZ_LIMIT_BYTES));
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK) return blz_lint_unreadable(diags, path, status, errno);
    return blz_lint_text(diags, ctx, path, bytes, length, options);
}

bool blz_lint_failed(const blz_diags *diags, blz_severity from)
{
    for (blz_severity severity = from; severity <= BLZ_ERROR; severity++)
        if (blz_diags_count_of(diags, severity)) return true;
    return false;
}
