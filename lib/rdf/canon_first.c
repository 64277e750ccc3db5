#include <stdlib.h>
#include <string.h>

#include "rdf/canon_state.h"

/* Hash First Degree Quads: the quads of one blank node, in which it is _:a and every other one _:z. */

typedef struct line {
    size_t start, length; /* in the scratch buffer; turned into a pointer before sorting */
    const char *text;
} line;

static int compare_lines(const void *a, const void *b)
{
    const line *left = a, *right = b;
    size_t shorter = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->text, right->text, shorter);
    return order ? order : (left->length > right->length) - (left->length < right->length);
}

static void put(blz_buf *out, const blz_term *term, const blz_term *self)
{
    if (term->kind != BLZ_TERM_BLANK)
        (void)blz_buf_append(out, term->form, term->length);
    else
        (void)blz_buf_append(out, term == self ? "_:a" : "_:z", 3);
    (void)blz_buf_putc(out, ' ');
}

static void put_quad(blz_buf *out, const blz_quad *quad, const blz_term *self)
{
    put(out, quad->subject, self);
    put(out, quad->predicate, self);
    put(out, quad->object, self);
    if (quad->graph) put(out, quad->graph, self);
    (void)blz_buf_append(out, ".\n", 2);
}

/* The sorted lines, one behind the other, behind the unsorted ones in the buffer. */
static blz_status join(blz_buf *buf, line *lines, size_t count)
{
    size_t size = buf->length;
    BLZ_TRY(blz_buf_fill(buf, ' ', size));
    for (size_t i = 0; i < count; i++)
        lines[i].text = buf->data + lines[i].start;
    qsort(lines, count, sizeof *lines, compare_lines);
    char *at = buf->data + size;
    for (size_t i = 0; i < count; i++) {
        memcpy(at, lines[i].text, lines[i].length);
        at += lines[i].length;
    }
    return BLZ_OK;
}

static blz_status first_degree(blz_canon *canon, uint32_t blank, line *lines)
{
    blz_buf *buf = &canon->scratch;
    const blz_term *self = canon->data->blanks[blank];
    const uint32_t *mentions = canon->mentions + canon->starts[blank];
    size_t count = canon->starts[blank + 1] - canon->starts[blank];
    blz_buf_reset(buf);
    for (size_t i = 0; i < count; i++) {
        lines[i].start = buf->length;
        put_quad(buf, &canon->data->quads[mentions[i]], self);
        lines[i].length = buf->length - lines[i].start;
    }
    BLZ_TRY(buf->status);
    size_t size = buf->length;
    if (count > 1) BLZ_TRY(join(buf, lines, count));
    return blz_canon_hash(canon, canon->first + blank * canon->digits, buf->data + (buf->length - size),
                          size);
}

blz_status blz_canon_first_degrees(blz_canon *canon)
{
    size_t most = 1;
    for (size_t i = 0; i < canon->data->blank_count; i++) {
        size_t count = canon->starts[i + 1] - canon->starts[i];
        if (count > most) most = count;
    }
    line *lines = blz_malloc(most * sizeof *lines);
    BLZ_TRY_MEM(lines);
    blz_status status = BLZ_OK;
    for (uint32_t i = 0; i < canon->data->blank_count && status == BLZ_OK; i++)
        status = first_degree(canon, i, lines);
    blz_free(lines);
    return status;
}
