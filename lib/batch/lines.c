#include "batch/lines.h"

#include <string.h>

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') return false;
    return true;
}

static void add(blz_line_reader *reader, blz_lines *out, size_t start)
{
    out->items[out->count++] = (blz_line){start, out->bytes.length - start, reader->number};
}

static blz_status add_line(blz_line_reader *reader, blz_lines *out, const char *text, size_t length)
{
    size_t start = out->bytes.length;
    reader->number++;
    if (is_blank(text, length)) {
        out->empty++;
        return BLZ_OK;
    }
    BLZ_TRY(blz_buf_append(&out->bytes, text, length));
    add(reader, out, start);
    return BLZ_OK;
}

static const char *line_feed(const blz_line_reader *reader)
{
    return memchr(reader->window + reader->at, '\n', reader->end - reader->at);
}

static blz_status take_whole_lines(blz_line_reader *reader, blz_lines *out)
{
    const char *feed;
    while (out->count < BLZ_LINES_MAX && (feed = line_feed(reader))) {
        const char *text = reader->window + reader->at;
        BLZ_TRY(add_line(reader, out, text, (size_t)(feed - text)));
        reader->at += (size_t)(feed - text) + 1;
    }
    return BLZ_OK;
}

static blz_status refill(blz_line_reader *reader)
{
    size_t length = 0;
    memmove(reader->window, reader->window + reader->at, reader->end - reader->at);
    reader->end -= reader->at;
    reader->at = 0;
    BLZ_TRY(
        reader->read(reader->user, reader->window + reader->end, BLZ_LINES_WINDOW - reader->end, &length));
    reader->end += length;
    reader->ended = length == 0;
    return BLZ_OK;
}

/* A line that is larger than the window: kept as far as anybody will look at it. */
static blz_status take_long_line(blz_line_reader *reader, blz_lines *out)
{
    const char *feed = NULL;
    while (!feed && !(reader->ended && reader->at == reader->end)) {
        feed = line_feed(reader);
        const char *text = reader->window + reader->at;
        size_t length = feed ? (size_t)(feed - text) : reader->end - reader->at;
        size_t room = reader->max + 1 - out->bytes.length;
        BLZ_TRY(blz_buf_append(&out->bytes, text, length < room ? length : room));
        reader->at += length + (feed != NULL);
        if (!feed) BLZ_TRY(refill(reader));
    }
    reader->number++;
    if (out->bytes.length <= reader->max && is_blank(out->bytes.data, out->bytes.length)) {
        blz_buf_reset(&out->bytes);
        out->empty++;
        return BLZ_OK;
    }
    add(reader, out, 0);
    return BLZ_OK;
}

static blz_status take_last_line(blz_line_reader *reader, blz_lines *out)
{
    size_t length = reader->end - reader->at;
    if (!length) return BLZ_OK;
    const char *text = reader->window + reader->at;
    reader->at = reader->end;
    return add_line(reader, out, text, length);
}

/* Memory that one long line needed is not kept for short ones. */
static void empty(blz_lines *lines)
{
    if (lines->bytes.capacity > (size_t)2 * BLZ_LINES_WINDOW) blz_buf_clear(&lines->bytes);
    blz_buf_reset(&lines->bytes);
    lines->count = lines->empty = 0;
}

blz_status blz_lines_next(blz_line_reader *reader, blz_lines *out)
{
    empty(out);
    while (!out->count) {
        BLZ_TRY(take_whole_lines(reader, out));
        if (out->count) return BLZ_OK;
        if (reader->ended) return take_last_line(reader, out);
        if (reader->end - reader->at == BLZ_LINES_WINDOW)
            BLZ_TRY(take_long_line(reader, out));
        else
            BLZ_TRY(refill(reader));
    }
    return BLZ_OK;
}
