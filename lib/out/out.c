#include <string.h>

#include "base/diag.h"
#include "out/format.h"

#define NAME(name, function, summary) {name, summary},
#define FUNCTION(name, function, summary) function,

static const blz_out_format formats[] = {BLZ_OUT_FORMATS(NAME)};
static blz_out_fn *const functions[] = {BLZ_OUT_FORMATS(FUNCTION)};

const blz_out_format *blz_out_formats(size_t *count)
{
    *count = BLZ_COUNT_OF(formats);
    return formats;
}

const char *blz_out_severity(blz_severity severity)
{
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

static blz_out_fn *find(const char *format)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(formats); i++)
        if (strcmp(formats[i].name, format) == 0) return functions[i];
    return NULL;
}

blz_status blz_out_write(char **out, size_t *length, const char *format, const blz_diags *diags,
                         const blz_out_options *options)
{
    static const blz_out_options defaults = {0};
    blz_out_fn *write = find(format);
    if (!write) return BLZ_ERR_NOT_FOUND;
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(write(&buf, diags, options ? options : &defaults));
    return blz_buf_take(&buf, out, length);
}

/* "2 errors" behind the separator that it needs; nothing for none. */
static void count_of(blz_buf *buf, const blz_diags *diags, blz_severity severity, bool *first)
{
    size_t n = blz_diags_count_of(diags, severity);
    if (n == 0) return;
    blz_buf_printf(buf, "%s%zu %s%s", *first ? "" : ", ", n, blz_out_severity(severity), n == 1 ? "" : "s");
    *first = false;
}

blz_status blz_out_summary(char **out, const blz_diags *diags, const blz_out_totals *totals)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    bool first = true;
    blz_buf_printf(&buf, "%zu file%s checked%s", totals->files, totals->files == 1 ? "" : "s",
                   totals->files || blz_diags_count(diags) ? ": " : "");
    count_of(&buf, diags, BLZ_ERROR, &first);
    count_of(&buf, diags, BLZ_WARNING, &first);
    count_of(&buf, diags, BLZ_NOTE, &first);
    if (first && totals->files) blz_buf_puts(&buf, "nothing to mend");
    if (totals->unreadable) blz_buf_printf(&buf, "; %zu could not be opened", totals->unreadable);
    if (totals->passed_over)
        blz_buf_printf(&buf, "; %zu other file%s passed over", totals->passed_over,
                       totals->passed_over == 1 ? "" : "s");
    if (blz_diags_dropped(diags)) blz_buf_printf(&buf, "; %zu more not shown", blz_diags_dropped(diags));
    return blz_buf_take(&buf, out, NULL);
}
