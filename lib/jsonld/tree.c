#include "jsonld/tree.h"

#include <string.h>

#include "rdf/term.h"

enum { FEW = 16 };

blz_ld_object *blz_ld_object_new(blz_arena *arena)
{
    return blz_arena_alloc(arena, sizeof(blz_ld_object));
}

/* Room for one more, doubled where there is none. What it was before stays in the arena. */
static void *grown(blz_arena *arena, const void *items, size_t count, size_t *capacity, size_t size)
{
    size_t larger = *capacity ? *capacity * 2 : 1;
    void *memory = blz_arena_alloc(arena, larger * size);
    if (!memory) return NULL;
    if (count) memcpy(memory, items, count * size);
    *capacity = larger;
    return memory;
}

blz_status blz_ld_list_add(blz_arena *arena, blz_ld_list *list, blz_ld_object *object)
{
    if (list->count == list->capacity) {
        blz_ld_object **items =
            grown(arena, list->items, list->count, &list->capacity, sizeof(blz_ld_object *));
        BLZ_TRY_MEM(items);
        list->items = items;
    }
    list->items[list->count++] = object;
    return BLZ_OK;
}

blz_status blz_ld_list_join(blz_arena *arena, blz_ld_list *list, const blz_ld_list *more)
{
    for (size_t i = 0; i < more->count; i++)
        BLZ_TRY(blz_ld_list_add(arena, list, more->items[i]));
    return BLZ_OK;
}

blz_status blz_ld_types_add(blz_arena *arena, blz_ld_object *object, const char *type, bool in_front)
{
    if (object->type_count == object->type_capacity) {
        const char **types =
            grown(arena, object->types, object->type_count, &object->type_capacity, sizeof(const char *));
        BLZ_TRY_MEM(types);
        object->types = types;
    }
    if (in_front) {
        memmove(object->types + 1, object->types, object->type_count * sizeof(const char *));
        object->types[0] = type;
    } else {
        object->types[object->type_count] = type;
    }
    object->type_count++;
    return BLZ_OK;
}

static void put_in_index(const blz_ld_properties *in, blz_ld_property *property)
{
    size_t i = (size_t)property->hash & (in->index_size - 1);
    while (in->index[i])
        i = (i + 1) & (in->index_size - 1);
    in->index[i] = property;
}

static blz_ld_property *find_by_index(const blz_ld_properties *in, const char *iri, uint64_t hash)
{
    size_t i = (size_t)hash & (in->index_size - 1);
    for (; in->index[i]; i = (i + 1) & (in->index_size - 1))
        if (in->index[i]->hash == hash && strcmp(in->index[i]->iri, iri) == 0) return in->index[i];
    return NULL;
}

static blz_ld_property *find(const blz_ld_properties *in, const char *iri, uint64_t hash)
{
    if (in->index) return find_by_index(in, iri, hash);
    for (blz_ld_property *p = in->first; p; p = p->next)
        if (p->iri == iri || (p->hash == hash && strcmp(p->iri, iri) == 0)) return p;
    return NULL;
}

static blz_status reserve_index(blz_arena *arena, blz_ld_properties *in)
{
    if (in->count < FEW || (in->index && (in->count + 1) * 2 <= in->index_size)) return BLZ_OK;
    size_t size = in->index_size ? in->index_size * 2 : (size_t)FEW * 4;
    blz_ld_property **index = blz_arena_alloc(arena, size * sizeof(blz_ld_property *));
    BLZ_TRY_MEM(index);
    in->index = index;
    in->index_size = size;
    for (blz_ld_property *p = in->first; p; p = p->next)
        put_in_index(in, p);
    return BLZ_OK;
}

blz_status blz_ld_property_of(blz_arena *arena, blz_ld_properties *in, blz_ld_property **out, const char *iri,
                              const blz_ld_term *term)
{
    uint64_t hash = term ? term->iri_hash : blz_term_hash(iri, strlen(iri));
    *out = find(in, iri, hash);
    if (*out) return BLZ_OK;
    BLZ_TRY(reserve_index(arena, in));
    blz_ld_property *property = blz_arena_alloc(arena, sizeof *property);
    BLZ_TRY_MEM(property);
    *property = (blz_ld_property){
        .iri = iri, .predicate = term && term->lasting ? term->predicate : NULL, .hash = hash};
    if (in->last)
        in->last->next = property;
    else
        in->first = property;
    in->last = property;
    in->count++;
    if (in->index) put_in_index(in, property);
    *out = property;
    return BLZ_OK;
}

bool blz_ld_is_graph(const blz_ld_object *object)
{
    unsigned allowed = BLZ_LD_BIT(BLZ_LD_GRAPH) | BLZ_LD_BIT(BLZ_LD_ID) | BLZ_LD_BIT(BLZ_LD_INDEX);
    return blz_ld_has(object, BLZ_LD_GRAPH) && !(object->has & ~allowed) && !object->properties.first;
}

bool blz_ld_says_nothing(const blz_ld_object *object)
{
    return !(object->has & ~(BLZ_LD_BIT(BLZ_LD_ID) | BLZ_LD_BIT(BLZ_LD_INDEX))) && !object->properties.first;
}

bool blz_ld_is_node(const blz_ld_object *object)
{
    unsigned others = BLZ_LD_BIT(BLZ_LD_VALUE) | BLZ_LD_BIT(BLZ_LD_LIST) | BLZ_LD_BIT(BLZ_LD_SET);
    return !(object->has & others);
}
