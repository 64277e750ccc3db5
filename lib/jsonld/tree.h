#ifndef BLZ_JSONLD_TREE_H
#define BLZ_JSONLD_TREE_H

/* Expanded documents (JSON-LD API, 5.1) in an arena. Texts are borrowed from the document, its contexts or
 * the arena. */

#include <jansson.h>

#include "base/arena.h"
#include "jsonld/active.h"

typedef struct blz_ld_object blz_ld_object;

typedef struct blz_ld_list {
    blz_ld_object **items;
    size_t count, capacity;
} blz_ld_list;

/* A property with its values, in the order in which it came. */
typedef struct blz_ld_property {
    struct blz_ld_property *next;
    const char *iri;
    const blz_term *predicate; /* the same as an RDF term, if a lasting definition has it; NULL otherwise */
    blz_ld_list values;
    uint64_t hash;
} blz_ld_property;

typedef struct blz_ld_properties {
    blz_ld_property *first, *last;
    size_t count;
    blz_ld_property **index; /* by IRI, once there are many */
    size_t index_size;
} blz_ld_properties;

/* A node object, a value object, a list object or a set object, by what `has` says. */
struct blz_ld_object {
    unsigned has;       /* bits: 1 << BLZ_LD_ID, ... */
    const char *id;     /* NULL: null */
    const char **types; /* of a node; NULL among them: null */
    size_t type_count, type_capacity;
    const json_t *value;            /* of a value object */
    const char *type;               /* of a value object: an IRI or "@json" */
    bool type_is_json, type_is_odd; /* odd: what a value object may not have as its type */
    const char *language, *direction, *index;
    blz_ld_list list, set, graph, included;
    bool set_is_array; /* what stands under @set is an array, not one value or null */
    blz_ld_properties properties, reverse;
    const blz_term *term; /* the node in RDF, once it is known */
};

#define BLZ_LD_BIT(keyword) (1U << (unsigned)(keyword))

static inline bool blz_ld_has(const blz_ld_object *object, blz_ld_keyword keyword)
{
    return object->has & BLZ_LD_BIT(keyword);
}

blz_ld_object *blz_ld_object_new(blz_arena *arena);
blz_status blz_ld_list_add(blz_arena *arena, blz_ld_list *list, blz_ld_object *object) BLZ_MUST_USE;
blz_status blz_ld_list_join(blz_arena *arena, blz_ld_list *list, const blz_ld_list *more) BLZ_MUST_USE;
blz_status blz_ld_types_add(blz_arena *arena, blz_ld_object *object, const char *type, bool in_front)
    BLZ_MUST_USE;
/* The property, added if it is not there. `term`, if its IRI comes from a definition, saves work; NULL
 * otherwise. */
blz_status blz_ld_property_of(blz_arena *arena, blz_ld_properties *in, blz_ld_property **out, const char *iri,
                              const blz_ld_term *term) BLZ_MUST_USE;
/* A node object that is only a graph, with at most an @id and an @index beside. */
bool blz_ld_is_graph(const blz_ld_object *object);
/* An id or an index at most. */
bool blz_ld_says_nothing(const blz_ld_object *object);
/* Neither a value object, nor a list, nor a set. */
bool blz_ld_is_node(const blz_ld_object *object);

/* The tree as jansson has it. `*out` is a new reference. */
blz_status blz_ld_to_json(json_t **out, const blz_ld_list *list) BLZ_MUST_USE;

#endif
