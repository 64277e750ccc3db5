#ifndef BLZ_BASE_BUF_H
#define BLZ_BASE_BUF_H

/* Bytes that grow, never beyond their cap. The first error sticks: every later call returns it, so a writer
 * can make many calls and check the last one (or blz_buf_take) only. */

#include <stddef.h>

#include "base/mem.h"

typedef struct blz_buf {
    char *data; /* with a NUL behind `length`; NULL while empty and never written */
    size_t length, capacity, max;
    blz_status status;
} blz_buf;

#define BLZ_BUF(max_bytes) ((blz_buf){.max = (max_bytes)})
#define BLZ_BUF_MAX ((size_t)256 << 20) /* for what is made from input that passed its own cap */

blz_status blz_buf_append(blz_buf *buf, const void *bytes, size_t length);
blz_status blz_buf_puts(blz_buf *buf, const char *text);
blz_status blz_buf_putc(blz_buf *buf, char c);
blz_status blz_buf_fill(blz_buf *buf, char c, size_t count);
blz_status blz_buf_printf(blz_buf *buf, const char *format, ...) BLZ_PRINTF(2, 3);
/* Hands the text over, NUL-terminated, never NULL on BLZ_OK; the buffer is empty afterwards. `length` may be
 * NULL. */
blz_status blz_buf_take(blz_buf *buf, char **out, size_t *length) BLZ_MUST_USE;
/* Sets the length back to 0 and forgets the error; keeps the memory. */
void blz_buf_reset(blz_buf *buf);
/* Frees the memory. */
void blz_buf_clear(blz_buf *buf);

#endif
