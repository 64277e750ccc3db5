#include <string.h>

#include "out/cell.h"
#include "out/format.h"

/* Workflow commands end at a line break and their properties at a colon or comma: those are percent-encoded.
 */
static void put_escaped(blz_buf *out, const char *text, bool property)
{
    const char *end = text + strlen(text);
    while (text < end) {
        blz_cell cell = blz_cell_at(text, end, 0);
        if (*text == '%' || *text == '\n' || *text == '\r' || (property && (*text == ':' || *text == ',')))
            blz_buf_printf(out, "%%%02X", (unsigned)*text);
        else
            blz_buf_puts(out, cell.text);
        text += cell.bytes;
    }
}

/* GitHub takes columns only where the finding stays on one line. */
static void put_place(blz_buf *out, const blz_span *span)
{
    if (span->line == 0) return;
    blz_buf_printf(out, ",line=%zu", span->line);
    if (span->end_line > span->line) blz_buf_printf(out, ",endLine=%zu", span->end_line);
    if (span->end_line != span->line || span->column == 0) return;
    blz_buf_printf(out, ",col=%zu", span->column);
    if (span->end_column > span->column) blz_buf_printf(out, ",endColumn=%zu", span->end_column);
}

static void put_more(blz_buf *out, const char *text)
{
    if (!text) return;
    blz_buf_puts(out, "%0A");
    put_escaped(out, text, false);
}

static void put_finding(blz_buf *out, const blz_diag *diag)
{
    static const char *const commands[] = {"notice", "warning", "error"};
    blz_buf_printf(out, "::%s title=%s %s", commands[diag->severity], diag->rule->code, diag->rule->name);
    if (diag->source) {
        blz_buf_puts(out, ",file=");
        put_escaped(out, blz_source_name(diag->source), true);
        put_place(out, &diag->span);
    }
    blz_buf_puts(out, "::");
    put_escaped(out, diag->message, false);
    put_more(out, diag->reason);
    put_more(out, diag->hint);
    blz_buf_putc(out, '\n');
}

blz_status blz_out_github(blz_buf *out, const blz_diags *diags, const blz_out_options *options)
{
    (void)options;
    for (size_t i = 0; i < blz_diags_count(diags); i++)
        put_finding(out, blz_diags_at(diags, i));
    return out->status;
}
