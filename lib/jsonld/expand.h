#ifndef BLZ_JSONLD_EXPAND_H
#define BLZ_JSONLD_EXPAND_H

/* Expansion (JSON-LD API, 5.1 and 5.3). */

#include "jsonld/run.h"
#include "jsonld/tree.h"

/* An active property: its name, and its definition in the active context that goes with it (NULL: none). The
 * name is NULL at the top, and may be a keyword. */
typedef struct blz_ld_ref {
    const char *name;
    const blz_ld_term *term;
} blz_ld_ref;

/* What an element becomes: nothing, one object, or an array. */
typedef struct blz_ld_expanded {
    blz_ld_list list;
    bool is_array; /* false and an empty list: null */
} blz_ld_expanded;

static inline bool blz_ld_is_null(const blz_ld_expanded *expanded)
{
    return !expanded->is_array && expanded->list.count == 0;
}

/* An object whose members are being expanded. */
typedef struct blz_ld_members {
    blz_ld_run *run;
    const blz_ld_active *active;
    const blz_ld_active *type_scoped; /* before the contexts of the types */
    const char *property;             /* the active property of the object */
    const json_t *element;            /* all members: with those of @nest this is another object */
    bool nested;                      /* that other object */
    blz_ld_object *result;
    const blz_ld_at *at;
} blz_ld_members;

blz_status blz_ld_expand_element(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                                 const json_t *element, bool from_map, const blz_ld_at *at,
                                 blz_ld_expanded *out) BLZ_MUST_USE;
/* One object before its last steps (15 to 20), which tell what kind of object it is. */
blz_status blz_ld_expand_object(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                                const json_t *element, bool from_map, const blz_ld_at *at,
                                blz_ld_object **out) BLZ_MUST_USE;
/* Applies a context that stands at `at`, or that of a term if it has one (may be NULL). */
blz_status blz_ld_enter(blz_ld_run *run, const blz_ld_active **active, blz_ld_local local, unsigned how,
                        const blz_ld_at *at) BLZ_MUST_USE;
blz_status blz_ld_enter_scoped(blz_ld_run *run, const blz_ld_active **active, const blz_ld_term *term,
                               unsigned how, const blz_ld_at *at) BLZ_MUST_USE;
/* expand_value.c: Value Expansion of a text, number or boolean. */
blz_status blz_ld_expand_value(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                               const json_t *value, const blz_ld_at *at, blz_ld_object **out) BLZ_MUST_USE;
/* expand_keyword.c: step 13.4. */
blz_status blz_ld_expand_keyword(const blz_ld_members *m, blz_ld_keyword keyword, const json_t *value,
                                 const blz_ld_at *at) BLZ_MUST_USE;
/* expand_map.c: steps 13.7 and 13.8, language, index, id, type and graph maps. */
blz_status blz_ld_expand_language_map(const blz_ld_members *m, const blz_ld_term *term, const json_t *map,
                                      const blz_ld_at *at, blz_ld_expanded *out) BLZ_MUST_USE;
blz_status blz_ld_expand_map(const blz_ld_members *m, const blz_ld_term *term, const json_t *map,
                             const blz_ld_at *at, blz_ld_expanded *out) BLZ_MUST_USE;
/* expand_member.c: step 13 and 14 for all members of an object. */
blz_status blz_ld_expand_members(const blz_ld_members *m) BLZ_MUST_USE;
/* A value or list object cannot be at the far end of a reverse property. */
blz_status blz_ld_add_reverse(const blz_ld_members *m, const char *iri, const blz_ld_term *term,
                              const blz_ld_list *values, const blz_ld_at *at) BLZ_MUST_USE;

/* safe.c: what safe mode does not let pass; nothing outside it. */
typedef enum blz_ld_role { BLZ_LD_AN_ID, BLZ_LD_A_REFERENCE, BLZ_LD_A_TYPE, BLZ_LD_A_PROPERTY } blz_ld_role;
/* An IRI that is relative, or has characters that RDF would drop. */
blz_status blz_ld_check_reference(blz_ld_run *run, const blz_ld_iri *iri, const char *written,
                                  blz_ld_role role, const blz_ld_at *at) BLZ_MUST_USE;
/* compacted.c: what the option `compacted` does not let pass; nothing without it. */
blz_status blz_ld_check_name(const blz_ld_members *m, const blz_ld_iri *iri, const char *written,
                             blz_ld_role role, const blz_ld_at *at) BLZ_MUST_USE;
blz_status blz_ld_check_keyword(const blz_ld_members *m, const blz_ld_iri *iri, const char *written,
                                const blz_ld_at *at) BLZ_MUST_USE;
blz_status blz_ld_check_whole(blz_ld_run *run, const blz_ld_iri *iri, const char *written,
                              const blz_ld_at *at) BLZ_MUST_USE;
/* A language or direction that RDF would drop. */
blz_status blz_ld_check_text(blz_ld_run *run, const blz_ld_object *text, const blz_ld_at *at) BLZ_MUST_USE;
/* What becomes a graph of its own, and of which nothing would be left. */
blz_status blz_ld_check_in_graph(blz_ld_run *run, const blz_ld_object *object, const blz_ld_at *at)
    BLZ_MUST_USE;
/* A term without a meaning, with what is known about it. */
blz_status blz_ld_drop_term(blz_ld_run *run, const blz_ld_iri *iri, const char *name, const blz_ld_at *at)
    BLZ_MUST_USE;

/* The members of an object in the order that the options ask for: names in `*names`, which the arena owns. */
blz_status blz_ld_sorted_names(blz_ld_run *run, const json_t *object, const char ***names, size_t *count)
    BLZ_MUST_USE;
/* Whether the name expands to this keyword. */
bool blz_ld_means(const blz_ld_active *active, const char *name, blz_ld_keyword keyword);

#endif
