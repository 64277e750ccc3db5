#include <string.h>

#include "codec/json_const.h"
#include "jsonld/expand.h"

/* The members of an object (5.1.2, steps 13 and 14). */

static blz_status append(const blz_ld_members *m, const blz_ld_iri *iri, const blz_ld_expanded *values)
{
    blz_ld_property *property = NULL;
    BLZ_TRY(blz_ld_property_of(m->run->arena, &m->result->properties, &property, iri->text, iri->term));
    return blz_ld_list_join(m->run->arena, &property->values, &values->list);
}

blz_status blz_ld_add_reverse(const blz_ld_members *m, const char *iri, const blz_ld_term *term,
                              const blz_ld_list *values, const blz_ld_at *at)
{
    blz_ld_property *property = NULL;
    for (size_t i = 0; i < values->count; i++)
        if (!blz_ld_is_node(values->items[i]))
            return blz_ld_refuse(m->run, at, "invalid reverse property value", NULL,
                                 "what a reverse property points from is a value or a list, not a node");
    m->result->has |= BLZ_LD_BIT(BLZ_LD_REVERSE);
    BLZ_TRY(blz_ld_property_of(m->run->arena, &m->result->reverse, &property, iri, term));
    return blz_ld_list_join(m->run->arena, &property->values, values);
}

/* Step 13.6. */
static blz_status expand_json(const blz_ld_members *m, const json_t *value, blz_ld_expanded *out)
{
    blz_ld_object *object = blz_ld_object_new(m->run->arena);
    BLZ_TRY_MEM(object);
    object->has = BLZ_LD_BIT(BLZ_LD_VALUE) | BLZ_LD_BIT(BLZ_LD_TYPE);
    object->value = value;
    object->type = blz_ld_keyword_text(BLZ_LD_JSON);
    object->type_is_json = true;
    return blz_ld_list_add(m->run->arena, &out->list, object);
}

/* Steps 13.11: a list of everything, unless it is one already. */
static blz_status make_list(const blz_ld_members *m, blz_ld_expanded *values)
{
    bool is_list =
        !values->is_array && values->list.count == 1 && blz_ld_has(values->list.items[0], BLZ_LD_LIST);
    if (is_list) return BLZ_OK;
    blz_ld_object *list = blz_ld_object_new(m->run->arena);
    BLZ_TRY_MEM(list);
    list->has = BLZ_LD_BIT(BLZ_LD_LIST);
    list->list = values->list;
    *values = (blz_ld_expanded){0};
    return blz_ld_list_add(m->run->arena, &values->list, list);
}

/* Step 13.12: each value becomes a graph of its own. */
static blz_status make_graphs(const blz_ld_members *m, blz_ld_expanded *values, const blz_ld_at *at)
{
    blz_ld_expanded graphs = {.is_array = true};
    for (size_t i = 0; i < values->list.count; i++) {
        blz_ld_object *graph = blz_ld_object_new(m->run->arena);
        BLZ_TRY_MEM(graph);
        graph->has = BLZ_LD_BIT(BLZ_LD_GRAPH);
        BLZ_TRY(blz_ld_check_in_graph(m->run, values->list.items[i], at));
        BLZ_TRY(blz_ld_list_add(m->run->arena, &graph->graph, values->list.items[i]));
        BLZ_TRY(blz_ld_list_add(m->run->arena, &graphs.list, graph));
    }
    *values = graphs;
    return BLZ_OK;
}

/* Steps 13.6 to 13.9. */
static blz_status expand_property_value(const blz_ld_members *m, const char *name, const blz_ld_term *term,
                                        const json_t *value, const blz_ld_at *at, blz_ld_expanded *out)
{
    unsigned maps = BLZ_LD_AS_INDEX | BLZ_LD_AS_ID | BLZ_LD_AS_TYPE;
    unsigned container = term ? term->container : 0;
    if (term && term->type == BLZ_LD_JSON) return expand_json(m, value, out);
    if ((container & BLZ_LD_AS_LANGUAGE) && json_is_object(value))
        return blz_ld_expand_language_map(m, term, value, at, out);
    if ((container & maps) && json_is_object(value)) return blz_ld_expand_map(m, term, value, at, out);
    return blz_ld_expand_element(m->run, m->active, (blz_ld_ref){name, term}, value, false, at, out);
}

static blz_status expand_property(const blz_ld_members *m, const char *name, const blz_ld_iri *iri,
                                  const json_t *value, const blz_ld_at *at)
{
    blz_ld_expanded values = {0};
    const blz_ld_term *term = iri->term;
    unsigned container = term ? term->container : 0;
    BLZ_TRY(expand_property_value(m, name, term, value, at, &values));
    if (blz_ld_is_null(&values)) return BLZ_OK;
    if (container & BLZ_LD_AS_LIST) BLZ_TRY(make_list(m, &values));
    if ((container & BLZ_LD_AS_GRAPH) && !(container & (BLZ_LD_AS_ID | BLZ_LD_AS_INDEX)))
        BLZ_TRY(make_graphs(m, &values, at));
    if (term && term->reverse) return blz_ld_add_reverse(m, iri->text, term, &values.list, at);
    return append(m, iri, &values);
}

/* Step 13.3, and what safe mode adds to it. */
static blz_status check_property(const blz_ld_members *m, const char *name, const blz_ld_iri *iri,
                                 const blz_ld_at *at, bool *dropped)
{
    *dropped = !iri->text || !strchr(iri->text, ':');
    if (*dropped) return blz_ld_drop_term(m->run, iri, name, at);
    BLZ_TRY(blz_ld_check_name(m, iri, name, BLZ_LD_A_PROPERTY, at));
    if (iri->term && iri->term->predicate) return BLZ_OK;
    return blz_ld_check_reference(m->run, iri, name, BLZ_LD_A_PROPERTY, at);
}

static blz_status expand_member(const blz_ld_members *m, const char *name, const json_t *value, bool *nested)
{
    blz_ld_at here = {.up = m->at, .name = name};
    blz_ld_iri iri;
    bool dropped = false;
    *nested = false;
    if (strcmp(name, "@context") == 0) return BLZ_OK;
    BLZ_TRY(blz_ld_expand_iri(m->run, m->active, &iri, name, BLZ_LD_VOCABULARY, NULL));
    if (iri.keyword) BLZ_TRY(blz_ld_check_keyword(m, &iri, name, &here));
    *nested = iri.keyword == BLZ_LD_NEST;
    if (*nested) return BLZ_OK;
    if (iri.keyword) return blz_ld_expand_keyword(m, iri.keyword, value, &here);
    BLZ_TRY(check_property(m, name, &iri, &here, &dropped));
    return dropped ? BLZ_OK : expand_property(m, name, &iri, value, &here);
}

/* Step 14.2: one object under @nest or another name of it. */
static blz_status expand_nested(const blz_ld_members *m, const blz_ld_active *active, const json_t *value,
                                const blz_ld_at *at)
{
    static const char code[] = "invalid @nest value";
    const char *name;
    json_t *ignored;
    if (!json_is_object(value))
        return blz_ld_refuse(m->run, at, code, NULL, "what is nested is not an object");
    json_object_foreach (blz_json_unconst(value), name, ignored)
        if (blz_ld_means(active, name, BLZ_LD_VALUE))
            return blz_ld_refuse(m->run, at, code, NULL, "what is nested has a @value");
    blz_ld_members inner = *m;
    inner.active = active;
    inner.element = value;
    inner.at = at;
    inner.nested = true;
    return blz_ld_expand_members(&inner);
}

static blz_status expand_nest(const blz_ld_members *m, const char *name)
{
    blz_ld_at here = {.up = m->at, .name = name};
    const json_t *value = json_object_get(m->element, name);
    const blz_ld_active *active = m->active;
    const blz_ld_term *term = blz_ld_active_find(active, name, strlen(name));
    BLZ_TRY(blz_ld_enter_scoped(m->run, &active, term, BLZ_LD_OVERRIDE, &here));
    if (!json_is_array(value)) return expand_nested(m, active, value, &here);
    for (size_t i = 0; i < json_array_size(value); i++) {
        blz_ld_at item = {.up = &here, .index = i};
        BLZ_TRY(expand_nested(m, active, json_array_get(value, i), &item));
    }
    return BLZ_OK;
}

static blz_status note(const blz_ld_members *m, const char ***nests, size_t *count, const char *name)
{
    if (!*nests) *nests = blz_arena_alloc(m->run->arena, json_object_size(m->element) * sizeof(const char *));
    BLZ_TRY_MEM(*nests);
    (*nests)[(*count)++] = name;
    return BLZ_OK;
}

static blz_status expand_nests(const blz_ld_members *m, const char *const *nests, size_t count)
{
    for (size_t i = 0; i < count; i++)
        BLZ_TRY(expand_nest(m, nests[i]));
    return BLZ_OK;
}

static blz_status expand_in_order(const blz_ld_members *m)
{
    const char **names = NULL, **nests = NULL;
    size_t count = 0, nest_count = 0;
    bool nested = false;
    BLZ_TRY(blz_ld_sorted_names(m->run, m->element, &names, &count));
    for (size_t i = 0; i < count; i++) {
        BLZ_TRY(expand_member(m, names[i], json_object_get(m->element, names[i]), &nested));
        if (nested) BLZ_TRY(note(m, &nests, &nest_count, names[i]));
    }
    return expand_nests(m, nests, nest_count);
}

blz_status blz_ld_expand_members(const blz_ld_members *m)
{
    const char **nests = NULL, *name;
    size_t nest_count = 0;
    json_t *value;
    bool nested = false;
    if (m->run->options->ordered) return expand_in_order(m);
    json_object_foreach (blz_json_unconst(m->element), name, value) {
        BLZ_TRY(expand_member(m, name, value, &nested));
        if (nested) BLZ_TRY(note(m, &nests, &nest_count, name));
    }
    return expand_nests(m, nests, nest_count);
}
