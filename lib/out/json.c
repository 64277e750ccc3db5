#include <string.h>

#include "out/cell.h"
#include "out/format.h"

/* Escapes more than JSON asks for, so that a report printed on a terminal stays harmless. */
static void put_code_point(blz_buf *out, const char *at, size_t bytes, long code_point)
{
    if (code_point < 0)
        blz_buf_puts(out, "\xEF\xBF\xBD");
    else if (code_point == '"' || code_point == '\\')
        blz_buf_printf(out, "\\%c", (int)code_point);
    else if (code_point == '\n')
        blz_buf_puts(out, "\\n");
    else if (code_point == '\t')
        blz_buf_puts(out, "\\t");
    else if (code_point > 0xFFFF && blz_cell_is_unsafe(code_point))
        blz_buf_printf(out, "\\u%04lx\\u%04lx", 0xD800 + ((unsigned long)(code_point - 0x10000) >> 10),
                       0xDC00 + ((unsigned long)(code_point - 0x10000) & 0x3FF));
    else if (blz_cell_is_unsafe(code_point))
        blz_buf_printf(out, "\\u%04lx", (unsigned long)code_point);
    else
        blz_buf_append(out, at, bytes);
}

static void put_text(blz_buf *out, const char *name, const char *text)
{
    blz_buf_printf(out, ", \"%s\": ", name);
    if (!text) {
        blz_buf_puts(out, "null");
        return;
    }
    blz_buf_putc(out, '"');
    const char *end = text + strlen(text);
    while (text < end) {
        size_t bytes = 0;
        long code_point = blz_cell_decode(text, end, &bytes);
        put_code_point(out, text, bytes, code_point);
        text += bytes;
    }
    blz_buf_putc(out, '"');
}

static void put_span(blz_buf *out, const blz_span *span)
{
    if (span->line == 0)
        blz_buf_puts(out, ", \"span\": null");
    else
        blz_buf_printf(out,
                       ", \"span\": {\"line\": %zu, \"column\": %zu, \"endLine\": %zu, \"endColumn\": %zu}",
                       span->line, span->column, span->end_line, span->end_column);
}

static void put_finding(blz_buf *out, const blz_diag *diag)
{
    blz_buf_printf(out, "  {\"rule\": \"%s\", \"name\": \"%s\", \"severity\": \"%s\"", diag->rule->code,
                   diag->rule->name, blz_out_severity(diag->severity));
    put_text(out, "file", diag->source ? blz_source_name(diag->source) : NULL);
    put_text(out, "pointer", diag->pointer);
    put_span(out, &diag->span);
    put_text(out, "message", diag->message);
    put_text(out, "reason", diag->reason);
    put_text(out, "hint", diag->hint);
    put_text(out, "fix", diag->fix);
    blz_buf_putc(out, '}');
}

blz_status blz_out_json(blz_buf *out, const blz_diags *diags, const blz_out_options *options)
{
    (void)options;
    size_t count = blz_diags_count(diags);
    blz_buf_printf(out,
                   "{\"diagnostics\": 1, \"errors\": %zu, \"warnings\": %zu, \"notes\": %zu, \"findings\": [",
                   blz_diags_count_of(diags, BLZ_ERROR), blz_diags_count_of(diags, BLZ_WARNING),
                   blz_diags_count_of(diags, BLZ_NOTE));
    for (size_t i = 0; i < count; i++) {
        blz_buf_puts(out, i ? ",\n" : "\n");
        put_finding(out, blz_diags_at(diags, i));
    }
    return blz_buf_puts(out, count ? "\n]}\n" : "]}\n");
}
