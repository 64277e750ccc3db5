#ifndef BLZ_OUT_CELL_H
#define BLZ_OUT_CELL_H

/* Text as a terminal shows it: one code point at a time with the columns that it takes, and nothing that the
 * terminal would obey. Control characters, the marks that turn text around and bytes that are not UTF-8
 * become visible names such as \u{1B}. */

#include "base/buf.h"

typedef struct blz_cell {
    char text[16];    /* what to print, NUL-terminated */
    size_t bytes;     /* of the input; 0 at its end */
    unsigned columns; /* of the screen: 0 for a combining mark, 2 for a wide character */
    bool code_point;  /* this one counts as a column of the source (false: a stray continuation byte) */
} blz_cell;

/* The code point at `at`; `column` (from 0) is where it goes, which a tab needs to know. */
blz_cell blz_cell_at(const char *at, const char *end, unsigned column);
/* Appends `text` made safe; a tab or a newline is shown as a space. */
blz_status blz_cell_puts(blz_buf *out, const char *text);
/* Columns that blz_cell_puts(text) takes. */
size_t blz_cell_width(const char *text);
/* The first code point as a number and its length; a byte that starts none is `-1` and 1. */
long blz_cell_decode(const char *at, const char *end, size_t *bytes);
/* True for what a terminal or a reader would take for something else than a character. */
bool blz_cell_is_unsafe(long code_point);

#endif
