#include "out/snippet.h"

#include "base/source.h"
#include "out/cell.h"

#define CUT "..."

enum { CUT_COLUMNS = 3, BLOCK = 64 };

typedef struct window {
    size_t first, end; /* columns of the screen that are shown */
    size_t total;      /* columns of the whole line */
} window;

static size_t characters_in(const char *at, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)at[i] & 0xC0) != 0x80;
    return count;
}

/* Skips `count` characters of a line, up to bytes that go on with the last of them, whole blocks at a time: a
 * badge may be one line of megabytes, in which a hundred things are wrong. */
static const char *skip(const char *at, const char *end, size_t count)
{
    while (end - at > BLOCK) {
        size_t characters = characters_in(at, BLOCK);
        if (characters > count) break;
        count -= characters;
        at += BLOCK;
    }
    while (at < end && count)
        count -= characters_in(at++, 1);
    return at;
}

/* Columns of the screen where the span starts and ends, and how many the line has, as far as can be shown. */
static void measure(const char *at, const char *end, const blz_span *span, size_t width, size_t *from,
                    size_t *to, size_t *total)
{
    size_t column = 1, screen = 0;
    size_t last = span->end_line > span->line ? (size_t)-1 : span->end_column;
    *from = *to = (size_t)-1;
    while (at < end && (*from == (size_t)-1 || screen <= *from + width)) {
        blz_cell cell = blz_cell_at(at, end, (unsigned)(screen % 4));
        if (cell.code_point && column == span->column && *from == (size_t)-1) *from = screen;
        if (cell.code_point && column == last && *to == (size_t)-1) *to = screen;
        column += cell.code_point;
        screen += cell.columns;
        at += cell.bytes;
    }
    *total = screen;
    if (*from == (size_t)-1) *from = screen;
    if (*to == (size_t)-1) *to = screen;
    if (*to <= *from) *to = *from + 1;
}

static window choose(size_t from, size_t total, size_t width)
{
    window w = {0, total, total};
    if (total <= width) return w;
    if (from > width / 2) w.first = from - width / 3;
    w.end = w.first + width;
    if (w.end > total) w.end = total;
    return w;
}

static blz_status put_window(blz_buf *out, const char *at, const char *end, window w)
{
    size_t visible_from = w.first ? w.first + CUT_COLUMNS : 0;
    size_t visible_to = w.end < w.total ? w.end - CUT_COLUMNS : w.total;
    size_t screen = 0, written = w.first;
    if (w.first) {
        BLZ_TRY(blz_buf_puts(out, CUT));
        written += CUT_COLUMNS;
    }
    while (at < end && screen < visible_to) {
        blz_cell cell = blz_cell_at(at, end, (unsigned)(screen % 4));
        if (screen >= visible_from && screen + cell.columns <= visible_to) {
            BLZ_TRY(blz_buf_fill(out, ' ', screen - written));
            BLZ_TRY(blz_buf_puts(out, cell.text));
            written = screen + cell.columns;
        }
        screen += cell.columns;
        at += cell.bytes;
    }
    return w.end < w.total ? blz_buf_puts(out, CUT) : BLZ_OK;
}

blz_status blz_snippet_puts(blz_buf *out, const blz_source *source, const blz_span *span, size_t width,
                            size_t *from, size_t *to)
{
    size_t length = 0, total = 0;
    const char *line = blz_source_line(source, span->line, &length);
    *from = *to = 0;
    if (!line) return BLZ_OK;
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
        length--;
    const char *end = line + length;
    blz_span near = *span;
    size_t hidden = near.column > 2 * width ? near.column - 2 * width : 0;
    line = skip(line, end, hidden);
    near.column -= hidden;
    if (near.end_line == near.line) near.end_column -= hidden;
    measure(line, end, &near, width, from, to, &total);
    window w = choose(*from, total, width);
    *from -= w.first;
    *to -= w.first;
    if (*to > width) *to = width;
    if (*to <= *from) *to = *from + 1;
    return put_window(out, line, end, w);
}
