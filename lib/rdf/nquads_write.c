#include <string.h>

#include "rdf/nquads.h"
#include "rdf/term.h"

/* A line that was written, to find its like by hash. */
typedef struct written {
    uint64_t hash;
    size_t start, length; /* 0: a free place */
} written;

static void put_term(blz_buf *out, const blz_term *term)
{
    (void)blz_buf_append(out, term->form, term->length);
    (void)blz_buf_putc(out, ' ');
}

static blz_status put_quad(blz_buf *out, const blz_quad *quad)
{
    put_term(out, quad->subject);
    put_term(out, quad->predicate);
    put_term(out, quad->object);
    if (quad->graph) put_term(out, quad->graph);
    return blz_buf_puts(out, ".\n");
}

/* Takes the last line back if it was there before. */
static void drop_repeated(blz_buf *out, written *table, size_t size, size_t start)
{
    const char *line = out->data + start;
    size_t length = out->length - start;
    uint64_t hash = blz_term_hash(line, length);
    written *place = &table[(size_t)hash & (size - 1)];
    for (; place->length; place = place + 1 == table + size ? table : place + 1) {
        bool same = place->hash == hash && place->length == length;
        if (!same || memcmp(out->data + place->start, line, length) != 0) continue;
        out->length = start;
        out->data[start] = '\0';
        return;
    }
    *place = (written){hash, start, length};
}

blz_status blz_nquads_write(blz_buf *out, const blz_dataset *data)
{
    size_t size = 64;
    BLZ_TRY(out->status);
    while (size < data->count * 2)
        size *= 2;
    written *table = blz_calloc(size, sizeof *table);
    BLZ_TRY_MEM(table);
    for (size_t i = 0; i < data->count && out->status == BLZ_OK; i++) {
        size_t start = out->length;
        if (put_quad(out, &data->quads[i]) == BLZ_OK) drop_repeated(out, table, size, start);
    }
    blz_free(table);
    return out->status;
}
