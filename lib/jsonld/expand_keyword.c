#include <string.h>

#include "codec/json_const.h"
#include "jsonld/expand.h"

/* Members that are keywords (5.1.2, step 13.4). */

static bool is_1_0(const blz_ld_members *m)
{
    return m->run->options->mode == BLZ_LD_1_0;
}

static blz_status bad(const blz_ld_members *m, const blz_ld_at *at, const char *code, const char *words)
{
    return blz_ld_refuse(m->run, at, code, NULL, "%s", words);
}

static void mark(const blz_ld_members *m, blz_ld_keyword keyword)
{
    m->result->has |= BLZ_LD_BIT(keyword);
}

static blz_status expand_id(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    blz_ld_iri iri;
    const char *text = json_string_value(value);
    if (!text) return bad(m, at, "invalid @id value", "an id is not a text");
    BLZ_TRY(blz_ld_expand_iri(m->run, m->active, &iri, text, BLZ_LD_DOCUMENT, NULL));
    mark(m, BLZ_LD_ID);
    m->result->id = iri.text;
    BLZ_TRY(blz_ld_check_whole(m->run, &iri, text, at));
    return blz_ld_check_reference(m->run, &iri, text, BLZ_LD_AN_ID, at);
}

/* The type @json is one of values: RDF has no node of it. */
static blz_status check_json_type(const blz_ld_members *m, const char *written, const blz_ld_at *at)
{
    const char *name;
    json_t *value;
    json_object_foreach (blz_json_unconst(m->element), name, value)
        if (blz_ld_means(m->active, name, BLZ_LD_VALUE)) return BLZ_OK;
    return blz_ld_drop(m->run, at, written,
                       "the type \"%s\" means @json, which only a @value can be; nothing else keeps it",
                       written);
}

static blz_status add_type(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    blz_ld_iri iri;
    const char *text = json_string_value(value);
    if (!text) return bad(m, at, "invalid type value", "a type is not a text");
    BLZ_TRY(blz_ld_expand_iri(m->run, m->type_scoped, &iri, text, BLZ_LD_DOCUMENT | BLZ_LD_VOCABULARY, NULL));
    m->result->type = iri.text;
    m->result->type_is_json = iri.keyword == BLZ_LD_JSON;
    if (m->result->type_is_json) BLZ_TRY(check_json_type(m, text, at));
    BLZ_TRY(blz_ld_check_name(m, &iri, text, BLZ_LD_A_TYPE, at));
    if (!m->result->type_is_json && !(iri.term && iri.term->predicate))
        BLZ_TRY(blz_ld_check_reference(m->run, &iri, text, BLZ_LD_A_TYPE, at));
    return blz_ld_types_add(m->run->arena, m->result, iri.text, false);
}

static blz_status expand_type(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    mark(m, BLZ_LD_TYPE);
    if (!json_is_array(value)) {
        BLZ_TRY(add_type(m, value, at));
        m->result->type_is_odd = m->result->type_count > 1;
        return BLZ_OK;
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        blz_ld_at here = {.up = at, .index = i};
        BLZ_TRY(add_type(m, json_array_get(value, i), &here));
    }
    m->result->type_is_odd = true;
    m->result->type_is_json = false;
    return BLZ_OK;
}

static blz_status expand_part(const blz_ld_members *m, const char *property, const json_t *value,
                              const blz_ld_at *at, blz_ld_list *out)
{
    blz_ld_expanded expanded = {0};
    const blz_ld_term *term = property ? blz_ld_active_find(m->active, property, strlen(property)) : NULL;
    BLZ_TRY(
        blz_ld_expand_element(m->run, m->active, (blz_ld_ref){property, term}, value, false, at, &expanded));
    return blz_ld_list_join(m->run->arena, out, &expanded.list);
}

/* Step 13.4.6: nodes, and nothing else. What an array holds may fall away as it does elsewhere. */
static blz_status expand_included(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    if (is_1_0(m)) return BLZ_OK;
    size_t before = m->result->included.count;
    mark(m, BLZ_LD_INCLUDED);
    BLZ_TRY(expand_part(m, NULL, value, at, &m->result->included));
    bool sound = json_is_array(value) || m->result->included.count > before;
    for (size_t i = before; i < m->result->included.count; i++)
        sound = sound && blz_ld_is_node(m->result->included.items[i]);
    return sound ? BLZ_OK
                 : bad(m, at, "invalid @included value", "what is included is not a node, or not nodes");
}

/* Whether the type of the object is @json (step 12): the last type of the first member that means @type. */
static blz_status has_json_type(const blz_ld_members *m, bool *out)
{
    const char *name, *first = NULL;
    json_t *value;
    blz_ld_iri iri;
    *out = false;
    json_object_foreach (blz_json_unconst(m->element), name, value)
        if (blz_ld_means(m->active, name, BLZ_LD_TYPE) && (!first || strcmp(name, first) < 0)) first = name;
    const json_t *types = first ? json_object_get(m->element, first) : NULL;
    if (json_is_array(types)) types = json_array_get(types, json_array_size(types) - 1);
    if (!json_is_string(types)) return BLZ_OK;
    BLZ_TRY(blz_ld_expand_iri(m->run, m->active, &iri, json_string_value(types), BLZ_LD_VOCABULARY, NULL));
    *out = iri.keyword == BLZ_LD_JSON;
    return BLZ_OK;
}

static blz_status expand_value(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    static const char code[] = "invalid value object value";
    bool is_json = false;
    BLZ_TRY(has_json_type(m, &is_json));
    if (is_json && is_1_0(m))
        return bad(m, at, code, "a @value has the type @json, which JSON-LD 1.0 does not know");
    if (!is_json && (json_is_object(value) || json_is_array(value)))
        return bad(m, at, code, "a @value is neither a text, a number, true, false, nor null");
    mark(m, BLZ_LD_VALUE);
    m->result->value = value;
    return BLZ_OK;
}

static blz_status expand_language(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    m->result->language = json_string_value(value);
    if (!m->result->language)
        return bad(m, at, "invalid language-tagged string", "a @language is not a text");
    mark(m, BLZ_LD_LANGUAGE);
    return BLZ_OK;
}

static blz_status expand_direction(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    const char *text = json_string_value(value);
    if (is_1_0(m)) return BLZ_OK;
    if (!text || (strcmp(text, "ltr") != 0 && strcmp(text, "rtl") != 0))
        return bad(m, at, "invalid base direction", "a @direction is neither \"ltr\" nor \"rtl\"");
    mark(m, BLZ_LD_DIRECTION);
    m->result->direction = text;
    return BLZ_OK;
}

static blz_status expand_index(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    m->result->index = json_string_value(value);
    if (!m->result->index) return bad(m, at, "invalid @index value", "an @index is not a text");
    mark(m, BLZ_LD_INDEX);
    return BLZ_OK;
}

static blz_status expand_list(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    if (!m->property || strcmp(m->property, "@graph") == 0)
        return blz_ld_drop(m->run, at, NULL, "there is a list that belongs to no property");
    mark(m, BLZ_LD_LIST);
    return expand_part(m, m->property, value, at, &m->result->list);
}

/* The value itself: a set is only a way of writing. */
static blz_status expand_set(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    blz_ld_expanded expanded = {0};
    const blz_ld_term *term =
        m->property ? blz_ld_active_find(m->active, m->property, strlen(m->property)) : NULL;
    mark(m, BLZ_LD_SET);
    BLZ_TRY(blz_ld_expand_element(m->run, m->active, (blz_ld_ref){m->property, term}, value, false, at,
                                  &expanded));
    m->result->set = expanded.list;
    m->result->set_is_array = expanded.is_array;
    return BLZ_OK;
}

static blz_status expand_graph(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    mark(m, BLZ_LD_GRAPH);
    return expand_part(m, "@graph", value, at, &m->result->graph);
}

static blz_status expand_reverse(const blz_ld_members *m, const json_t *value, const blz_ld_at *at)
{
    blz_ld_object *map = NULL;
    if (!json_is_object(value)) return bad(m, at, "invalid @reverse value", "a @reverse is not an object");
    BLZ_TRY(
        blz_ld_expand_object(m->run, m->active, (blz_ld_ref){.name = "@reverse"}, value, false, at, &map));
    for (const blz_ld_property *p = map->reverse.first; p; p = p->next) {
        blz_ld_property *own = NULL;
        BLZ_TRY(blz_ld_property_of(m->run->arena, &m->result->properties, &own, p->iri, NULL));
        BLZ_TRY(blz_ld_list_join(m->run->arena, &own->values, &p->values));
    }
    for (const blz_ld_property *p = map->properties.first; p; p = p->next)
        BLZ_TRY(blz_ld_add_reverse(m, p->iri, NULL, &p->values, at));
    return BLZ_OK;
}

/* Steps 13.4.1 and 13.4.2. */
static blz_status check_place(const blz_ld_members *m, blz_ld_keyword keyword, const blz_ld_at *at)
{
    bool in_reverse = m->property && strcmp(m->property, "@reverse") == 0;
    bool several =
        keyword == BLZ_LD_INCLUDED || keyword == BLZ_LD_REVERSE || (keyword == BLZ_LD_TYPE && !is_1_0(m));
    if (in_reverse) return bad(m, at, "invalid reverse property map", "a @reverse has a keyword in it");
    if (several || !blz_ld_has(m->result, keyword)) return BLZ_OK;
    return blz_ld_refuse(m->run, at, "colliding keywords", at->name,
                         "an object has two members that mean \"%s\"", blz_ld_keyword_text(keyword));
}

blz_status blz_ld_expand_keyword(const blz_ld_members *m, blz_ld_keyword keyword, const json_t *value,
                                 const blz_ld_at *at)
{
    BLZ_TRY(check_place(m, keyword, at));
    switch (keyword) {
    case BLZ_LD_ID:
        return expand_id(m, value, at);
    case BLZ_LD_TYPE:
        return expand_type(m, value, at);
    case BLZ_LD_GRAPH:
        return expand_graph(m, value, at);
    case BLZ_LD_INCLUDED:
        return expand_included(m, value, at);
    case BLZ_LD_VALUE:
        return expand_value(m, value, at);
    case BLZ_LD_LANGUAGE:
        return expand_language(m, value, at);
    case BLZ_LD_DIRECTION:
        return expand_direction(m, value, at);
    case BLZ_LD_INDEX:
        return expand_index(m, value, at);
    case BLZ_LD_LIST:
        return expand_list(m, value, at);
    case BLZ_LD_SET:
        return expand_set(m, value, at);
    case BLZ_LD_REVERSE:
        return expand_reverse(m, value, at);
    default:
        return blz_ld_drop(m->run, at, at->name, "\"%s\" is a keyword that means nothing here", at->name);
    }
}
