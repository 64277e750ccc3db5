#include <blazon/lint.h>

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "definition/definition.h"
#include "lint/files.h"
#include "lint/select.h"
#include "lint/unreadable.h"

enum { HELD_MAX = 64 << 20 }; /* bytes of included files that findings may keep before the repeated ones go */

typedef struct lint_run {
    blz_diags *diags;
    blz_out_totals *totals;
    blz_ctx *ctx;
    const blz_lint_options *options;
    size_t held; /* bytes of included files that are kept for findings */
} lint_run;

static blz_status refuse(const lint_run *run, const char *path, blz_status status, int error)
{
    run->totals->unreadable++;
    return blz_lint_unreadable(run->diags, path, status, error);
}

static blz_status tidy(lint_run *run)
{
    run->held = 0;
    BLZ_TRY(blz_diags_locate(run->diags));
    blz_diags_sort(run->diags);
    blz_diags_drop_repeated(run->diags);
    return BLZ_OK;
}

/* Each definition that includes a file reads it anew, and its findings keep that text. A thousand definitions
 * with one faulty rubric would keep it a thousand times. */
static blz_status check(lint_run *run, const char *path, const char *bytes, size_t length)
{
    size_t first = blz_diags_count(run->diags);
    const blz_source *last = NULL;
    BLZ_TRY(blz_lint_text(run->diags, run->ctx, path, bytes, length, run->options));
    for (size_t i = first; i < blz_diags_count(run->diags); i++) {
        const blz_source *source = blz_diags_at(run->diags, i)->source;
        size_t size = 0;
        if (source && source != last && strcmp(blz_source_name(source), path) != 0)
            blz_source_bytes(source, &size);
        run->held += size;
        last = source;
    }
    return run->held > HELD_MAX ? tidy(run) : BLZ_OK;
}

static blz_status look_into(lint_run *run, const blz_file_entry *entry)
{
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    if (entry->error) return refuse(run, entry->path, BLZ_ERR_IO, entry->error);
    blz_status status = blz_file_read(&bytes, &length, entry->path, blz_ctx_limit(run->ctx, BLZ_LIMIT_BYTES));
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_ERR_LIMIT && entry->found) {
        run->totals->passed_over++;
        return BLZ_OK;
    }
    if (status != BLZ_OK) return refuse(run, entry->path, status, errno);
    if (entry->found && !blz_definition_is_marked(bytes, length)) {
        run->totals->passed_over++;
        return BLZ_OK;
    }
    run->totals->files++;
    return check(run, entry->path, bytes, length);
}

static blz_status report_nothing(const lint_run *run, size_t first)
{
    blz_diag nothing = {.message = "no definition was found",
                        .reason = "a definition is a .yaml, .yml or .json file whose first key is \"blazon\"",
                        .hint = "name the file or the folder with your definitions"};
    BLZ_TRY(blz_diags_add(run->diags, "BLZ901", &nothing));
    if (run->options) blz_select_apply(run->diags, first, run->options);
    return BLZ_OK;
}

blz_status blz_lint_paths(blz_diags *diags, blz_out_totals *totals, blz_ctx *ctx, const char *const *paths,
                          size_t count, const blz_lint_options *options)
{
    static const blz_lint_options defaults = {0};
    BLZ_SCOPED(blz_files) files = {0};
    lint_run run = {diags, totals, ctx, options ? options : &defaults, 0};
    size_t first = blz_diags_count(diags);
    for (size_t i = 0; i < count; i++)
        BLZ_TRY(blz_files_add(&files, paths[i]));
    for (size_t i = 0; i < files.count; i++)
        BLZ_TRY(look_into(&run, &files.entries[i]));
    totals->passed_over += files.passed_over;
    if (totals->files == 0 && totals->unreadable == 0) BLZ_TRY(report_nothing(&run, first));
    return tidy(&run);
}
