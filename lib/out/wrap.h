#ifndef BLZ_OUT_WRAP_H
#define BLZ_OUT_WRAP_H

#include "base/buf.h"

/* Appends the words of `text` (made safe, see out/cell.h) in lines of at most `width` columns. The first line
 * has `column` columns already; each further one starts with `indent`. No newline at the end. A word is never
 * broken. */
blz_status blz_wrap_puts(blz_buf *out, const char *text, size_t column, const char *indent, size_t width);

/* What stands around coloured text: nothing where `on` is false. `style` is an SGR list such as "1;31". */
blz_status blz_style_puts(blz_buf *out, bool on, const char *style, const char *text);

#endif
