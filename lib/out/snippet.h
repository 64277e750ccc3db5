#ifndef BLZ_OUT_SNIPPET_H
#define BLZ_OUT_SNIPPET_H

/* A line of a text as it goes on the screen, and where a span is in it. */

#include "base/buf.h"

#include <blazon/diag.h>

/* Appends the first line of `span`, made safe, tabs as spaces, at most `width` columns: a longer line is cut
 * to a window around the span, "..." at the cut. `*from` and `*to` get the columns (from 0) of what the span
 * marks there, at least one. Appends nothing and sets both to 0 where the source has no such line. */
blz_status blz_snippet_puts(blz_buf *out, const blz_source *source, const blz_span *span, size_t width,
                            size_t *from, size_t *to);

#endif
