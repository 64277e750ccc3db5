#ifndef BLZ_ISSUE_MARKDOWN_H
#define BLZ_ISSUE_MARKDOWN_H

/* Plain text as CommonMark that shows exactly that text: an author's asterisk is an asterisk and no list.
 * Errors stick to the buffer. */

#include "base/buf.h"

/* In one line: white space of any kind becomes one space. */
void blz_md_inline(blz_buf *out, const char *text);
/* With its lines and paragraphs, each line behind `indent` spaces; ends with a line feed. The first line is
 * not indented. */
void blz_md_block(blz_buf *out, const char *text, size_t indent);
/* A link that shows its address. What no browser would open is written as text. */
void blz_md_url(blz_buf *out, const char *url);

#endif
