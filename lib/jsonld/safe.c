#include <string.h>

#include "codec/json_const.h"
#include "jsonld/embedded.h"
#include "jsonld/expand.h"

/* Safe mode: nothing of a document may fall away on its way to RDF (VC Data Integrity 1.0, 2.4.1). */

enum { CONTEXTS_SHOWN = 3 };

blz_status blz_ld_check_reference(blz_ld_run *run, const char *iri, const char *written, const char *what,
                                  const blz_ld_at *at)
{
    bool property = strcmp(what, "the property") == 0;
    if (!run->options->safe || (iri && blz_ld_is_iri(iri))) return BLZ_OK;
    if (iri && blz_ld_is_blank(iri) && !property) return BLZ_OK;
    if (iri && blz_ld_is_blank(iri))
        return blz_ld_drop(run, at, written, "%s \"%s\" is a blank node, and RDF has no such properties",
                           what, written);
    if (iri && blz_ld_is_absolute(iri))
        return blz_ld_drop(run, at, written, "%s \"%s\" has a character that no IRI may have", what, written);
    if (strcmp(what, "the type") == 0) return blz_ld_drop_term(run, written, at);
    return blz_ld_drop(run, at, written,
                       "%s \"%s\" is relative; it has to be a whole URL, or a term that a context defines",
                       what, written);
}

/* Whether the context, or one that a term of it has, defines the name. Contexts of the library are not deep.
 */
static bool defines(const json_t *context, const char *name, unsigned depth)
{
    const char *term;
    json_t *value;
    if (depth == 0) return false;
    for (size_t i = 0; json_is_array(context) && i < json_array_size(context); i++)
        if (defines(json_array_get(context, i), name, depth - 1)) return true;
    json_object_foreach (blz_json_unconst(context), term, value) {
        if (strcmp(term, name) == 0) return true;
        if (defines(json_object_get(value, "@context"), name, depth - 1)) return true;
    }
    return false;
}

/* "; it is one of context-3.0.3 and credentials-v2", or nothing. */
static blz_status put_known(blz_buf *out, const char *name)
{
    size_t found = 0;
    for (size_t id = 0; id < blz_ld_embedded_count() && found < CONTEXTS_SHOWN; id++) {
        const json_t *context = NULL;
        BLZ_TRY(blz_ld_lasting_document(&context, id));
        if (!defines(context, name, 8)) continue;
        BLZ_TRY(blz_buf_printf(out, "%s%s", found ? ", " : "; it is defined by ", blz_ld_embedded_name(id)));
        found++;
    }
    return found ? blz_buf_puts(out, ", but not by the contexts here, or not in this place")
                 : blz_buf_puts(out, "; is it misspelt, or is its context missing from \"@context\"?");
}

blz_status blz_ld_drop_term(blz_ld_run *run, const char *name, const blz_ld_at *at)
{
    if (!run->options->safe) return BLZ_OK;
    BLZ_SCOPED(blz_buf) known = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(put_known(&known, name));
    return blz_ld_drop(run, at, name, "no context defines \"%s\" here%s", name, known.data);
}
