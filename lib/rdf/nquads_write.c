#include "rdf/nquads.h"

static void put_term(blz_buf *out, const blz_term *term)
{
    (void)blz_buf_append(out, term->form, term->length);
    (void)blz_buf_putc(out, ' ');
}

blz_status blz_nquads_write(blz_buf *out, const blz_dataset *data)
{
    for (size_t i = 0; i < data->count && out->status == BLZ_OK; i++) {
        const blz_quad *quad = &data->quads[i];
        put_term(out, quad->subject);
        put_term(out, quad->predicate);
        put_term(out, quad->object);
        if (quad->graph) put_term(out, quad->graph);
        (void)blz_buf_puts(out, ".\n");
    }
    return out->status;
}
