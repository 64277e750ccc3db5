#include <stdio.h>

#include "base/diag.h"
#include "out/cell.h"
#include "out/format.h"
#include "out/snippet.h"
#include "out/wrap.h"

enum { DEFAULT_WIDTH = 100, LEAST_WIDTH = 40, GUTTER = 5 };

#define BOLD "1"
#define BLUE "34"
#define BAR "      |"
#define NOTE "      = "
#define NOTE_INDENT "        "

typedef struct text_page {
    blz_buf *out;
    bool color;
    size_t width;
} text_page;

static const char *style_of(blz_severity severity)
{
    static const char *const styles[] = {"1;36", "1;33", "1;31"};
    return styles[severity];
}

static void put_place(text_page *page, const blz_diag *diag)
{
    if (!diag->source) return;
    if (page->color) blz_buf_puts(page->out, "\x1B[" BOLD "m");
    blz_cell_puts(page->out, blz_source_name(diag->source));
    if (diag->span.line) blz_buf_printf(page->out, ":%zu", diag->span.line);
    if (diag->span.line && diag->span.column) blz_buf_printf(page->out, ":%zu", diag->span.column);
    blz_buf_puts(page->out, page->color ? ":\x1B[0m " : ": ");
}

static void put_head(text_page *page, const blz_diag *diag)
{
    put_place(page, diag);
    blz_style_puts(page->out, page->color, style_of(diag->severity), blz_out_severity(diag->severity));
    blz_buf_printf(page->out, " %s %s\n", diag->rule->code, diag->rule->name);
}

static void put_note(text_page *page, const char *text)
{
    if (!text) return;
    blz_style_puts(page->out, page->color, BLUE, NOTE);
    blz_wrap_puts(page->out, text, sizeof NOTE - 1, NOTE_INDENT, page->width);
    blz_buf_putc(page->out, '\n');
}

/* The message goes behind the marks if there is room, else onto lines of its own. */
static void put_message(text_page *page, const blz_diag *diag, size_t column)
{
    if (column + 1 + blz_cell_width(diag->message) <= page->width) {
        blz_buf_putc(page->out, ' ');
        blz_cell_puts(page->out, diag->message);
        blz_buf_putc(page->out, '\n');
        return;
    }
    blz_buf_putc(page->out, '\n');
    blz_style_puts(page->out, page->color, BLUE, BAR);
    blz_buf_putc(page->out, ' ');
    blz_wrap_puts(page->out, diag->message, sizeof BAR, BAR " ", page->width);
    blz_buf_putc(page->out, '\n');
}

static blz_status put_source(text_page *page, const blz_diag *diag)
{
    size_t from = 0, to = 0;
    char gutter[32];
    BLZ_SCOPED(blz_buf) line = BLZ_BUF(BLZ_BUF_MAX);
    if (diag->source && diag->span.line)
        BLZ_TRY(blz_snippet_puts(&line, diag->source, &diag->span, page->width - sizeof BAR, &from, &to));
    if (to == 0) {
        put_note(page, diag->message);
        return BLZ_OK;
    }
    snprintf(gutter, sizeof gutter, "%*zu |", GUTTER, diag->span.line);
    blz_style_puts(page->out, page->color, BLUE, gutter);
    if (line.length) blz_buf_printf(page->out, " %s", line.data);
    blz_buf_putc(page->out, '\n');
    blz_style_puts(page->out, page->color, BLUE, BAR);
    blz_buf_fill(page->out, ' ', from + 1);
    if (page->color) blz_buf_printf(page->out, "\x1B[%sm", style_of(diag->severity));
    blz_buf_fill(page->out, '^', to - from);
    if (page->color) blz_buf_puts(page->out, "\x1B[0m");
    put_message(page, diag, sizeof BAR + to);
    return BLZ_OK;
}

static blz_status put_finding(text_page *page, const blz_diag *diag)
{
    put_head(page, diag);
    BLZ_TRY(put_source(page, diag));
    put_note(page, diag->reason);
    put_note(page, diag->hint);
    blz_style_puts(page->out, page->color, BLUE, NOTE);
    return blz_buf_printf(page->out, "blazon explain %s\n", diag->rule->code);
}

blz_status blz_out_text(blz_buf *out, const blz_diags *diags, const blz_out_options *options)
{
    text_page page = {out, options->color, options->width ? options->width : DEFAULT_WIDTH};
    if (page.width < LEAST_WIDTH) page.width = LEAST_WIDTH;
    for (size_t i = 0; i < blz_diags_count(diags); i++) {
        if (i) blz_buf_putc(out, '\n');
        BLZ_TRY(put_finding(&page, blz_diags_at(diags, i)));
    }
    return out->status;
}
