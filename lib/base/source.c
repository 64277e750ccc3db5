#include "base/source.h"

#include <string.h>

struct blz_source {
    size_t references;
    blz_locate_fn *locate;
    char *name;
    size_t length;
    char bytes[];
};

blz_status blz_source_new(blz_source **out, const char *name, const char *bytes, size_t length)
{
    if (length > (size_t)-1 - sizeof(blz_source) - 1) return BLZ_ERR_LIMIT;
    blz_source *source = blz_calloc(1, sizeof *source + length + 1);
    if (!source) return BLZ_ERR_NOMEM;
    source->name = blz_strdup(name);
    if (!source->name) {
        blz_free(source);
        return BLZ_ERR_NOMEM;
    }
    if (length) memcpy(source->bytes, bytes, length);
    source->length = length;
    source->references = 1;
    *out = source;
    return BLZ_OK;
}

blz_source *blz_source_ref(blz_source *source)
{
    if (source) source->references++;
    return source;
}

void blz_source_unref(blz_source *source)
{
    if (!source || --source->references) return;
    blz_free(source->name);
    blz_free(source);
}

const char *blz_source_name(const blz_source *source)
{
    return source->name;
}

const char *blz_source_bytes(const blz_source *source, size_t *length)
{
    if (length) *length = source->length;
    return source->bytes;
}

void blz_source_set_locator(blz_source *source, blz_locate_fn *locate)
{
    source->locate = locate;
}

blz_status blz_source_locate(const blz_source *source, blz_place *places, size_t count)
{
    for (size_t i = 0; i < count; i++)
        places[i].span = (blz_span){0};
    return source->locate && count ? source->locate(source, places, count) : BLZ_OK;
}

const char *blz_source_line(const blz_source *source, size_t line, size_t *length)
{
    const char *at = source->bytes, *end = at + source->length;
    for (size_t n = 1; at && n < line; n++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : NULL;
    }
    if (!at || line == 0) return NULL;
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((newline ? newline : end) - at);
    if (*length && at[*length - 1] == '\r') --*length;
    return at;
}

blz_span blz_source_span_at(const blz_source *source, size_t offset)
{
    blz_span span = {.line = 1, .column = 1};
    for (size_t i = 0; i < offset && i < source->length; i++) {
        if (source->bytes[i] == '\n') {
            span.line++;
            span.column = 1;
        } else if (((unsigned char)source->bytes[i] & 0xC0) != 0x80) {
            span.column++;
        }
    }
    span.end_line = span.line;
    span.end_column = span.column;
    return span;
}
