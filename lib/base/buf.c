#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Makes room for `more` bytes and a NUL. */
static blz_status reserve(blz_buf *buf, size_t more)
{
    if (buf->status != BLZ_OK) return buf->status;
    if (more > buf->max || buf->length > buf->max - more) return buf->status = BLZ_ERR_LIMIT;
    size_t needed = buf->length + more + 1;
    if (needed <= buf->capacity) return BLZ_OK;
    size_t capacity = buf->capacity ? buf->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    char *data = blz_realloc(buf->data, capacity);
    if (!data) return buf->status = BLZ_ERR_NOMEM;
    buf->data = data;
    buf->capacity = capacity;
    return BLZ_OK;
}

blz_status blz_buf_append(blz_buf *buf, const void *bytes, size_t length)
{
    BLZ_TRY(reserve(buf, length));
    if (length) memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
    return BLZ_OK;
}

blz_status blz_buf_puts(blz_buf *buf, const char *text)
{
    return blz_buf_append(buf, text, strlen(text));
}

blz_status blz_buf_putc(blz_buf *buf, char c)
{
    return blz_buf_append(buf, &c, 1);
}

blz_status blz_buf_fill(blz_buf *buf, char c, size_t count)
{
    BLZ_TRY(reserve(buf, count));
    memset(buf->data + buf->length, c, count);
    buf->length += count;
    buf->data[buf->length] = '\0';
    return BLZ_OK;
}

blz_status blz_buf_printf(blz_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0) return buf->status = BLZ_ERR_ARGUMENT;
    BLZ_TRY(reserve(buf, (size_t)n));
    va_start(args, format);
    vsnprintf(buf->data + buf->length, (size_t)n + 1, format, args);
    va_end(args);
    buf->length += (size_t)n;
    return BLZ_OK;
}

blz_status blz_buf_take(blz_buf *buf, char **out, size_t *length)
{
    BLZ_TRY(reserve(buf, 0));
    buf->data[buf->length] = '\0';
    *out = buf->data;
    if (length) *length = buf->length;
    *buf = BLZ_BUF(buf->max);
    return BLZ_OK;
}

void blz_buf_reset(blz_buf *buf)
{
    buf->length = 0;
    buf->status = BLZ_OK;
    if (buf->data) buf->data[0] = '\0';
}

void blz_buf_clear(blz_buf *buf)
{
    blz_free(buf->data);
    *buf = BLZ_BUF(buf->max);
}
