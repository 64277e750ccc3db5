#include <stdlib.h>
#include <string.h>

#include "codec/json_const.h"
#include "jsonld/embedded.h"
#include "jsonld/expand.h"

#include <blazon/text.h>

/* Safe mode: nothing of a document may fall away on its way to RDF (VC Data Integrity 1.0, 2.4.1). */

enum { CONTEXTS_SHOWN = 3, SCOPES_DEEP = 8 };

static const char *const roles[] = {
    [BLZ_LD_AN_ID] = "the id",
    [BLZ_LD_A_REFERENCE] = "the reference",
    [BLZ_LD_A_TYPE] = "the type",
    [BLZ_LD_A_PROPERTY] = "the property",
};

blz_status blz_ld_check_reference(blz_ld_run *run, const blz_ld_iri *iri, const char *written,
                                  blz_ld_role role, const blz_ld_at *at)
{
    const char *text = iri->keyword ? NULL : iri->text;
    if (!run->options->safe || (text && blz_ld_is_iri(text))) return BLZ_OK;
    if (text && blz_ld_is_blank(text) && (role != BLZ_LD_A_PROPERTY || run->options->generalized))
        return BLZ_OK;
    if (text && blz_ld_is_blank(text))
        return blz_ld_drop(run, at, written, "%s \"%s\" is a blank node, and RDF has no such properties",
                           roles[role], written);
    if (text && blz_ld_is_absolute(text))
        return blz_ld_drop(run, at, written, "%s \"%s\" has a character that no IRI may have", roles[role],
                           written);
    if (role == BLZ_LD_A_TYPE) return blz_ld_drop_term(run, iri, written, at);
    return blz_ld_drop(run, at, written,
                       "%s \"%s\" is relative; it has to be a whole URL, or a term that a context defines",
                       roles[role], written);
}

blz_status blz_ld_check_text(blz_ld_run *run, const blz_ld_object *text, const blz_ld_at *at)
{
    if (text->language && !blz_ld_is_language(text->language))
        return blz_ld_drop(run, at, NULL, "\"%s\" is not the tag of a language", text->language);
    if (!text->direction || !run->to_rdf || run->options->direction != BLZ_LD_NO_DIRECTION) return BLZ_OK;
    return blz_ld_drop(run, at, NULL,
                       "the direction \"%s\" of a text is lost in RDF unless a form for it is chosen",
                       text->direction);
}

blz_status blz_ld_check_in_graph(blz_ld_run *run, const blz_ld_object *object, const blz_ld_at *at)
{
    if (blz_ld_is_node(object) && !blz_ld_says_nothing(object)) return BLZ_OK;
    return blz_ld_drop(
        run, at, NULL,
        "there is a value in a graph of its own, where only a node that says something remains");
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

/* Whether the document starts with this context of the library. */
static bool starts_with(const json_t *document, size_t id)
{
    const json_t *context = json_object_get(document, "@context");
    size_t count = json_is_array(context) ? json_array_size(context) : 1;
    for (size_t i = 0; i < count; i++) {
        size_t found = 0;
        const char *url = json_string_value(json_is_array(context) ? json_array_get(context, i) : context);
        if (url && blz_ld_embedded(url, &found) && found == id) return true;
    }
    return false;
}

/* The names of contexts that define the term and are those of the document, or are not. */
static blz_status put_known(blz_ld_run *run, blz_buf *out, const char *name, bool of_document, size_t *found)
{
    *found = 0;
    for (size_t id = 0; id < blz_ld_embedded_count() && *found < CONTEXTS_SHOWN; id++) {
        const json_t *context = NULL;
        BLZ_TRY(blz_ld_lasting_document(&context, id));
        if (starts_with(run->document, id) != of_document || !defines(context, name, SCOPES_DEEP)) continue;
        BLZ_TRY(blz_buf_printf(out, "%s%s", *found ? ", " : "; it is defined by ", blz_ld_embedded_name(id)));
        ++*found;
    }
    return BLZ_OK;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The term that was probably meant; NULL if none is near. In order, so that it is the same each time. */
static blz_status find_near(blz_ld_run *run, const blz_ld_active *active, const char **out, const char *name)
{
    size_t count = 0;
    const char **names =
        blz_arena_alloc(run->arena, (blz_ld_active_places(active) + 1) * sizeof(const char *));
    BLZ_TRY_MEM(names);
    for (const blz_ld_active *layer = active; layer; layer = layer->under)
        for (size_t i = 0; i < layer->size; i++) {
            const blz_ld_term *term = layer->terms[i];
            if (term && blz_ld_active_find(active, term->name, term->length) == term && term->iri)
                names[count++] = term->name;
        }
    qsort(names, count, sizeof(const char *), by_text);
    *out = blz_suggest(name, names, count);
    return BLZ_OK;
}

/* Who else defines the term, or what to do. */
static blz_status put_advice(blz_ld_run *run, blz_buf *out, const blz_ld_iri *iri, const char *name)
{
    size_t found = 0;
    const char *near = NULL;
    BLZ_TRY(put_known(run, out, name, true, &found));
    if (found) return blz_buf_puts(out, ", but not in this place");
    BLZ_TRY(put_known(run, out, name, false, &found));
    if (found) return blz_buf_puts(out, ", which \"@context\" does not name");
    BLZ_TRY(find_near(run, iri->in, &near, name));
    if (near) return blz_buf_printf(out, "; did you mean \"%s\"?", near);
    return blz_buf_puts(out, "; is it misspelt, or is its context missing from \"@context\"?");
}

blz_status blz_ld_drop_term(blz_ld_run *run, const blz_ld_iri *iri, const char *name, const blz_ld_at *at)
{
    if (!run->options->safe) return BLZ_OK;
    if (blz_ld_has_keyword_form(name))
        return blz_ld_drop(run, at, name, "\"%s\" looks like a keyword, and JSON-LD has no such keyword",
                           name);
    if (iri->term && !iri->text)
        return blz_ld_drop(run, at, name, "a context says that \"%s\" has no meaning", name);
    BLZ_SCOPED(blz_buf) advice = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(put_advice(run, &advice, iri, name));
    return blz_ld_drop(run, at, name, "no context defines \"%s\" here%s", name, advice.data);
}
