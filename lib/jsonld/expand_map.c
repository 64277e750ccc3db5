#include <string.h>

#include "codec/json_const.h"
#include "jsonld/expand.h"

/* Values that are maps by language, index, id, type or graph (5.1.2, steps 13.7 and 13.8). */

/* One member of such a map. */
typedef struct entry {
    const blz_ld_members *m;
    const blz_ld_term *term;
    const char *key;
    const blz_ld_at *at;
} entry;

typedef blz_status entry_fn(const entry *e, const json_t *value, blz_ld_expanded *out);

/* Calls `take` for each member, in order if the options ask for it. */
static blz_status each(const blz_ld_members *m, const blz_ld_term *term, const json_t *map,
                       const blz_ld_at *at, entry_fn *take, blz_ld_expanded *out)
{
    const char **names = NULL, *name = NULL;
    size_t count = 0;
    json_t *value;
    out->is_array = true;
    if (m->run->options->ordered) {
        BLZ_TRY(blz_ld_sorted_names(m->run, map, &names, &count));
        for (size_t i = 0; i < count; i++) {
            blz_ld_at here = {.up = at, .name = names[i]};
            BLZ_TRY(take(&(entry){m, term, names[i], &here}, json_object_get(map, names[i]), out));
        }
        return BLZ_OK;
    }
    json_object_foreach (blz_json_unconst(map), name, value) {
        blz_ld_at here = {.up = at, .name = name};
        BLZ_TRY(take(&(entry){m, term, name, &here}, value, out));
    }
    return BLZ_OK;
}

static blz_status is_none(const entry *e, bool *out)
{
    blz_ld_iri iri;
    BLZ_TRY(blz_ld_expand_iri(e->m->run, e->m->active, &iri, e->key, BLZ_LD_VOCABULARY, NULL));
    *out = iri.keyword == BLZ_LD_NONE;
    return BLZ_OK;
}

static blz_status add_text(const entry *e, const json_t *value, bool none, const blz_ld_at *at,
                           blz_ld_expanded *out)
{
    if (json_is_null(value)) return BLZ_OK;
    if (!json_is_string(value))
        return blz_ld_refuse(e->m->run, at, "invalid language map value", NULL,
                             "a value under the language \"%s\" is not a text", e->key);
    blz_ld_object *object = blz_ld_object_new(e->m->run->arena);
    BLZ_TRY_MEM(object);
    object->has = BLZ_LD_BIT(BLZ_LD_VALUE);
    object->value = value;
    if (!none) {
        object->has |= BLZ_LD_BIT(BLZ_LD_LANGUAGE);
        object->language = e->key;
    }
    object->direction = e->term->direction.given ? e->term->direction.text : e->m->active->direction;
    if (object->direction) object->has |= BLZ_LD_BIT(BLZ_LD_DIRECTION);
    BLZ_TRY(blz_ld_check_text(e->m->run, object, at));
    return blz_ld_list_add(e->m->run->arena, &out->list, object);
}

static blz_status take_language(const entry *e, const json_t *value, blz_ld_expanded *out)
{
    bool none = false;
    BLZ_TRY(is_none(e, &none));
    if (!json_is_array(value)) return add_text(e, value, none, e->at, out);
    for (size_t i = 0; i < json_array_size(value); i++) {
        blz_ld_at here = {.up = e->at, .index = i};
        BLZ_TRY(add_text(e, json_array_get(value, i), none, &here, out));
    }
    return BLZ_OK;
}

blz_status blz_ld_expand_language_map(const blz_ld_members *m, const blz_ld_term *term, const json_t *map,
                                      const blz_ld_at *at, blz_ld_expanded *out)
{
    return each(m, term, map, at, take_language, out);
}

/* Steps 13.8.3.1 to 13.8.3.3. */
static blz_status map_context(const entry *e, const blz_ld_active **out)
{
    const blz_ld_active *active = e->m->active;
    *out = active;
    if (!(e->term->container & (BLZ_LD_AS_ID | BLZ_LD_AS_TYPE))) return BLZ_OK;
    if (active->previous) *out = active->previous;
    if (!(e->term->container & BLZ_LD_AS_TYPE)) return BLZ_OK;
    const blz_ld_term *type = blz_ld_active_find(*out, e->key, strlen(e->key));
    return blz_ld_enter_scoped(e->m->run, out, type, 0, e->at);
}

/* An index that is a property of each item (13.8.3.7.2). */
static blz_status add_index_property(const entry *e, blz_ld_object *item)
{
    const char *index = e->term->index;
    const blz_ld_term *term = blz_ld_active_find(e->m->active, index, strlen(index));
    blz_ld_object *value = NULL;
    blz_ld_property *property = NULL;
    blz_ld_list values = {0};
    blz_ld_iri iri;
    const json_t *text = NULL;
    BLZ_TRY(blz_ld_keep(e->m->run, &text, json_string(e->key)));
    BLZ_TRY(blz_ld_expand_value(e->m->run, e->m->active, (blz_ld_ref){index, term}, text, e->at, &value));
    BLZ_TRY(blz_ld_expand_iri(e->m->run, e->m->active, &iri, index, BLZ_LD_VOCABULARY, NULL));
    if (blz_ld_has(item, BLZ_LD_VALUE))
        return blz_ld_refuse(e->m->run, e->at, "invalid value object", NULL,
                             "a value cannot have the property \"%s\" that it is indexed by", index);
    BLZ_TRY(blz_ld_property_of(e->m->run->arena, &item->properties, &property, iri.text, iri.term));
    BLZ_TRY(blz_ld_list_add(e->m->run->arena, &values, value));
    BLZ_TRY(blz_ld_list_join(e->m->run->arena, &values, &property->values));
    property->values = values;
    return BLZ_OK;
}

static blz_status add_id(const entry *e, blz_ld_object *item)
{
    blz_ld_iri iri;
    if (blz_ld_has(item, BLZ_LD_ID)) return BLZ_OK;
    BLZ_TRY(blz_ld_expand_iri(e->m->run, e->m->active, &iri, e->key, BLZ_LD_DOCUMENT, NULL));
    item->has |= BLZ_LD_BIT(BLZ_LD_ID);
    item->id = iri.text;
    return blz_ld_check_reference(e->m->run, &iri, e->key, BLZ_LD_AN_ID, e->at);
}

/* A value gets types, too, and is no value of RDF any more. */
static blz_status add_type(const entry *e, blz_ld_object *item)
{
    blz_ld_iri iri;
    BLZ_TRY(
        blz_ld_expand_iri(e->m->run, e->m->active, &iri, e->key, BLZ_LD_VOCABULARY | BLZ_LD_DOCUMENT, NULL));
    if (item->type && item->type_count == 0)
        BLZ_TRY(blz_ld_types_add(e->m->run->arena, item, item->type, false));
    item->type_is_odd = true;
    item->has |= BLZ_LD_BIT(BLZ_LD_TYPE);
    BLZ_TRY(blz_ld_types_add(e->m->run->arena, item, iri.text, true));
    return blz_ld_check_reference(e->m->run, &iri, e->key, BLZ_LD_A_TYPE, e->at);
}

/* Step 13.8.3.7. */
static blz_status finish_item(const entry *e, blz_ld_object **item, bool none)
{
    unsigned container = e->term->container;
    if ((container & BLZ_LD_AS_GRAPH) && !blz_ld_is_graph(*item)) {
        blz_ld_object *graph = blz_ld_object_new(e->m->run->arena);
        BLZ_TRY_MEM(graph);
        graph->has = BLZ_LD_BIT(BLZ_LD_GRAPH);
        BLZ_TRY(blz_ld_check_in_graph(e->m->run, *item, e->at));
        BLZ_TRY(blz_ld_list_add(e->m->run->arena, &graph->graph, *item));
        *item = graph;
    }
    if (none) return BLZ_OK;
    if ((container & BLZ_LD_AS_INDEX) && e->term->index) return add_index_property(e, *item);
    if ((container & BLZ_LD_AS_INDEX) && !blz_ld_has(*item, BLZ_LD_INDEX)) {
        (*item)->has |= BLZ_LD_BIT(BLZ_LD_INDEX);
        (*item)->index = e->key;
    }
    if (!(container & (BLZ_LD_AS_ID | BLZ_LD_AS_TYPE))) return BLZ_OK;
    if (!blz_ld_is_node(*item))
        BLZ_TRY(blz_ld_drop(e->m->run, e->at, NULL,
                            "\"%s\" is the id or type of a value, and only nodes have one", e->key));
    return container & BLZ_LD_AS_ID ? add_id(e, *item) : add_type(e, *item);
}

static blz_status take_item(const entry *e, const json_t *value, blz_ld_expanded *out)
{
    bool none = false;
    const blz_ld_active *active = NULL;
    const char *name = e->term->name;
    blz_ld_expanded items = {0};
    BLZ_TRY(is_none(e, &none));
    BLZ_TRY(map_context(e, &active));
    const blz_ld_term *term =
        active == e->m->active ? e->term : blz_ld_active_find(active, name, e->term->length);
    BLZ_TRY(blz_ld_expand_element(e->m->run, active, (blz_ld_ref){name, term}, value, true, e->at, &items));
    for (size_t i = 0; i < items.list.count; i++) {
        blz_ld_object *item = items.list.items[i];
        BLZ_TRY(finish_item(e, &item, none));
        BLZ_TRY(blz_ld_list_add(e->m->run->arena, &out->list, item));
    }
    return BLZ_OK;
}

blz_status blz_ld_expand_map(const blz_ld_members *m, const blz_ld_term *term, const json_t *map,
                             const blz_ld_at *at, blz_ld_expanded *out)
{
    return each(m, term, map, at, take_item, out);
}
