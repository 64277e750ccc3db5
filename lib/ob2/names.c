#include "ob2/names.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "codec/json_const.h"
#include "codec/json_read.h"
#include "credential/model.h"
#include "jsonld/embedded.h"
#include "jsonld/jsonld.h"

/* The contexts are not taken apart here. A document that uses each of their words once is expanded, with the
 * word itself as its value, and the result tells which IRI has which names. */

enum { CONTEXTS_MAX = 8, TERMS_MAX = 2000 };

#define MARK "x-name:" /* in front of the word, so that it is an absolute IRI */

struct blz_ob2_names {
    json_t *properties; /* IRI -> [[name, link, type], ...] */
    json_t *classes;    /* IRI -> name */
};

void blz_ob2_names_free(blz_ob2_names *names)
{
    if (!names) return;
    json_decref(names->properties);
    json_decref(names->classes);
    blz_free(names);
}

/* Reads the document of a context: `*out` is a new reference. */
static blz_status read_context(json_t **out, blz_ctx *ctx, const char *url)
{
    const blz_embedded *embedded = blz_ld_embedded(url, NULL);
    blz_document document = {0};
    blz_status status = embedded ? BLZ_OK : blz_ctx_load(ctx, url, &document);
    if (status == BLZ_OK)
        status = blz_json_parse(out, embedded ? embedded->data : document.bytes,
                                embedded ? embedded->length : document.length,
                                blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), NULL, NULL);
    blz_document_clear(&document);
    return status == BLZ_ERR_SYNTAX ? BLZ_ERR_INVALID : status;
}

/* What has a meaning of another kind: a keyword, a map with keys before the values, a property that is read
 * backwards. */
static bool is_plain(const char *term, json_t *definition)
{
    json_t *id = json_is_object(definition) ? json_object_get(definition, "@id") : definition;
    const char *iri = json_string_value(id);
    if (*term == '@' || strchr(term, ':') || json_is_null(definition)) return false;
    if (json_object_get(definition, "@container") || json_object_get(definition, "@reverse")) return false;
    return !iri || *iri != '@';
}

static blz_status collect(json_t *terms, blz_ctx *ctx, json_t *context, size_t *loaded);

static blz_status collect_url(json_t *terms, blz_ctx *ctx, const char *url, size_t *loaded)
{
    if ((*loaded)++ == CONTEXTS_MAX) return BLZ_ERR_LIMIT;
    json_t *document = NULL;
    BLZ_TRY(read_context(&document, ctx, url));
    blz_status status = collect(terms, ctx, json_object_get(document, "@context"), loaded);
    json_decref(document);
    return status;
}

/* Adds the words that a context defines as members of `terms`. */
static blz_status collect(json_t *terms, blz_ctx *ctx, json_t *context, size_t *loaded)
{
    const char *name;
    json_t *value;
    size_t index;
    if (json_is_string(context)) return collect_url(terms, ctx, json_string_value(context), loaded);
    json_array_foreach (context, index, value)
        BLZ_TRY(collect(terms, ctx, value, loaded));
    json_object_foreach (context, name, value) {
        if (!is_plain(name, value)) continue;
        if (json_object_size(terms) >= TERMS_MAX) return BLZ_ERR_LIMIT;
        BLZ_TRY_MEM(json_object_set_new(terms, name, json_sprintf(MARK "%s", name)) == 0);
    }
    return BLZ_OK;
}

/* [OB2, more] */
static json_t *contexts_of(const char *more)
{
    json_t *list = json_array();
    if (list && json_array_append_new(list, json_string(BLZ_OB2_CONTEXT)) == 0 &&
        (!more || json_array_append_new(list, json_string(more)) == 0))
        return list;
    json_decref(list);
    return NULL;
}

/* The first and only node of what a document becomes; borrowed from `*expanded`. */
static blz_status expand_one(json_t **expanded, json_t **node, blz_ctx *ctx, const json_t *document)
{
    blz_ld_fault fault = {0};
    blz_status status = blz_ld_expand(expanded, ctx, document, NULL, &fault);
    blz_ld_fault_clear(&fault);
    BLZ_TRY(status);
    *node = json_array_get(*expanded, 0);
    return BLZ_OK;
}

/* Short names first, and of those of a length the one that sorts first (JSON-LD API, 4.3). */
static bool is_better(const char *a, const char *b)
{
    size_t length_a = strlen(a), length_b = strlen(b);
    return length_a != length_b ? length_a < length_b : strcmp(a, b) < 0;
}

static blz_status add_name(json_t *list, const char *name, bool link, const char *type)
{
    size_t at = 0;
    json_auto_t *entry = json_array();
    BLZ_TRY_MEM(entry && json_array_append_new(entry, json_string(name)) == 0);
    BLZ_TRY_MEM(json_array_append_new(entry, json_boolean(link)) == 0);
    BLZ_TRY_MEM(json_array_append_new(entry, type ? json_string(type) : json_null()) == 0);
    while (at < json_array_size(list) &&
           !is_better(name, json_string_value(json_array_get(json_array_get(list, at), 0))))
        at++;
    BLZ_TRY_MEM(json_array_insert(list, at, entry) == 0);
    return BLZ_OK;
}

/* The values of one property of the expanded document: its names. */
static blz_status add_names(blz_ob2_names *names, const char *iri, json_t *values)
{
    json_t *list = json_array(), *value;
    size_t index;
    BLZ_TRY_MEM(list && json_object_set_new(names->properties, iri, list) == 0);
    json_array_foreach (values, index, value) {
        const char *link = json_string_value(json_object_get(value, "@id"));
        const char *text = json_string_value(json_object_get(value, "@value"));
        const char *type = json_string_value(json_object_get(value, "@type"));
        if (link && strncmp(link, MARK, strlen(MARK)) == 0)
            BLZ_TRY(add_name(list, link + strlen(MARK), true, NULL));
        else if (text && strncmp(text, MARK, strlen(MARK)) == 0)
            BLZ_TRY(add_name(list, text + strlen(MARK), false, type));
    }
    return BLZ_OK;
}

static blz_status find_properties(blz_ob2_names *names, blz_ctx *ctx, json_t *terms, const char *more)
{
    const char *iri;
    json_t *values, *expanded = NULL, *node = NULL;
    BLZ_TRY_MEM(json_object_set_new(terms, "@context", contexts_of(more)) == 0);
    blz_status status = expand_one(&expanded, &node, ctx, terms);
    json_object_foreach (node, iri, values)
        if (status == BLZ_OK && *iri != '@') status = add_names(names, iri, values);
    json_decref(expanded);
    (void)json_object_del(terms, "@context");
    return status;
}

/* The specification writes classes with a capital; "email" and "hosted" are names of classes too. */
static bool is_better_class(const char *name, const char *than)
{
    bool capital = isupper((unsigned char)*name), other = isupper((unsigned char)*than);
    return capital != other ? capital : is_better(name, than);
}

/* One word as a type; its IRI. */
static blz_status add_class(blz_ob2_names *names, const char *name, const char *iri)
{
    const char *known = json_string_value(json_object_get(names->classes, iri));
    if (known && !is_better_class(name, known)) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set_new(names->classes, iri, json_string(name)) == 0);
    return BLZ_OK;
}

static blz_status add_classes(blz_ob2_names *names, json_t *written, json_t *iris)
{
    json_t *iri;
    size_t index;
    if (json_array_size(written) != json_array_size(iris)) return BLZ_ERR_INVALID;
    json_array_foreach (iris, index, iri)
        if (json_is_string(iri)) /* a word that looks like a keyword has no meaning */
            BLZ_TRY(
                add_class(names, json_string_value(json_array_get(written, index)), json_string_value(iri)));
    return BLZ_OK;
}

static blz_status find_classes(blz_ob2_names *names, blz_ctx *ctx, json_t *terms, const char *more)
{
    const char *name;
    json_t *value, *written = json_array(), *expanded = NULL, *node = NULL;
    json_object_foreach (terms, name, value)
        if (json_array_append_new(written, json_string(name)) != 0) {
            json_decref(written);
            return BLZ_ERR_NOMEM;
        }
    json_t *document = json_object();
    bool made = document && json_object_set_new(document, "@context", contexts_of(more)) == 0 &&
                json_object_set(document, "@type", written) == 0;
    blz_status status = made ? expand_one(&expanded, &node, ctx, document) : BLZ_ERR_NOMEM;
    if (status == BLZ_OK && json_array_size(written))
        status = add_classes(names, written, json_object_get(node, "@type"));
    json_decref(document);
    json_decref(expanded);
    json_decref(written);
    return status;
}

blz_status blz_ob2_names_new(blz_ob2_names **out, blz_ctx *ctx, const char *more)
{
    size_t loaded = 0;
    json_t *terms = json_object();
    BLZ_AUTO(blz_ob2_names) names = blz_calloc(1, sizeof *names);
    blz_status status = terms && names ? BLZ_OK : BLZ_ERR_NOMEM;
    if (status == BLZ_OK) {
        names->properties = json_object();
        names->classes = json_object();
        status = names->properties && names->classes ? BLZ_OK : BLZ_ERR_NOMEM;
    }
    if (status == BLZ_OK) status = collect_url(terms, ctx, BLZ_OB2_CONTEXT, &loaded);
    if (status == BLZ_OK && more) status = collect_url(terms, ctx, more, &loaded);
    if (status == BLZ_OK) status = find_properties(names, ctx, terms, more);
    if (status == BLZ_OK) status = find_classes(names, ctx, terms, more);
    json_decref(terms);
    if (status == BLZ_OK) *out = BLZ_STEAL(names);
    return status;
}

size_t blz_ob2_names_count(const blz_ob2_names *names, const char *iri)
{
    return json_array_size(json_object_get(names->properties, iri));
}

blz_ob2_name blz_ob2_name_at(const blz_ob2_names *names, const char *iri, size_t index)
{
    json_t *entry = json_array_get(json_object_get(names->properties, iri), index);
    return (blz_ob2_name){.name = json_string_value(json_array_get(entry, 0)),
                          .link = json_is_true(json_array_get(entry, 1)),
                          .type = json_string_value(json_array_get(entry, 2))};
}

const char *blz_ob2_class_name(const blz_ob2_names *names, const char *iri)
{
    return json_string_value(json_object_get(names->classes, iri));
}

/* A name may stand for the beginning of an IRI if that ends where something new begins (JSON-LD 1.1, 4.1.5).
 */
static bool is_prefix(const char *iri, const char *of)
{
    size_t length = strlen(iri);
    return length && strchr(":/?#[]@", iri[length - 1]) && strncmp(iri, of, length) == 0 && of[length];
}

blz_status blz_ob2_short_iri(char **out, const blz_ob2_names *names, const char *iri)
{
    const char *start, *best = NULL, *best_name = NULL;
    json_t *list;
    json_object_foreach (names->properties, start, list)
        if (is_prefix(start, iri) && (!best || strlen(start) > strlen(best))) best = start;
    if (best) best_name = blz_ob2_name_at(names, best, 0).name;
    blz_buf text = BLZ_BUF(BLZ_BUF_MAX);
    if (best_name) (void)blz_buf_printf(&text, "%s:%s", best_name, iri + strlen(best));
    if (!best_name) (void)blz_buf_puts(&text, iri);
    return blz_buf_take(&text, out, NULL);
}
