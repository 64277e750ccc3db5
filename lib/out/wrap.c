#include "out/wrap.h"

#include <string.h>

#include "out/cell.h"

static blz_status put_word(blz_buf *out, const char *word, size_t length, size_t *columns)
{
    const char *end = word + length;
    *columns = 0;
    while (word < end) {
        blz_cell cell = blz_cell_at(word, end, 0);
        if (out) BLZ_TRY(blz_buf_puts(out, cell.text));
        *columns += cell.columns;
        word += cell.bytes;
    }
    return BLZ_OK;
}

blz_status blz_wrap_puts(blz_buf *out, const char *text, size_t column, const char *indent, size_t width)
{
    bool first = true;
    for (text += strspn(text, " \t\n"); *text; text += strspn(text, " \t\n")) {
        size_t length = strcspn(text, " \t\n"), columns = 0;
        BLZ_TRY(put_word(NULL, text, length, &columns));
        if (!first && column + 1 + columns > width) {
            BLZ_TRY(blz_buf_putc(out, '\n'));
            BLZ_TRY(blz_buf_puts(out, indent));
            column = blz_cell_width(indent);
        } else if (!first) {
            BLZ_TRY(blz_buf_putc(out, ' '));
            column++;
        }
        BLZ_TRY(put_word(out, text, length, &columns));
        column += columns;
        text += length;
        first = false;
    }
    return out->status;
}

blz_status blz_style_puts(blz_buf *out, bool on, const char *style, const char *text)
{
    return on ? blz_buf_printf(out, "\x1B[%sm%s\x1B[0m", style, text) : blz_buf_puts(out, text);
}
