#ifndef BLZ_JSONLD_TO_RDF_H
#define BLZ_JSONLD_TO_RDF_H

/* Deserialize JSON-LD to RDF (8.1.2), straight from the expanded tree. The specification merges nodes first
 * (Node Map Generation, 7.2). A dataset is a set, so that three things alone tell the difference: a node has
 * one @index only, an equal value of a property becomes one compound literal, and what belongs to a subject
 * or a property that RDF does not know still has its nodes, but neither its lists nor its values. */

#include "jsonld/run.h"
#include "jsonld/tree.h"

/* What was met before, by a text. */
typedef struct blz_ld_seen {
    struct blz_ld_sight *sights; /* open addressing */
    size_t count, size;
} blz_ld_seen;

/* `*value` becomes the place of the value of this key: NULL stands in it the first time. It holds until the
 * next call. */
blz_status blz_ld_see(blz_ld_seen *seen, blz_arena *arena, const char *key, size_t length,
                      const void ***value) BLZ_MUST_USE;

typedef struct blz_ld_rdf {
    blz_dataset *data;
    blz_ld_run *run;
    blz_dataset names; /* the labels of the document, as its blank nodes, */
    blz_term **blanks; /* and what each became */
    size_t blank_capacity;
    blz_ld_seen indexes;   /* the @index of a node in a graph */
    blz_ld_seen compounds; /* the compound literal of a property that has this value */
} blz_ld_rdf;

/* Errors: BLZ_ERR_INVALID with a fault (two values of @index for one node), BLZ_ERR_LIMIT, BLZ_ERR_NOMEM. */
blz_status blz_ld_put_rdf(blz_dataset *data, blz_ld_run *run, const blz_ld_list *document) BLZ_MUST_USE;

/* literal.c: the literal of a value object; `*out` NULL: it is none (8.2.2). With a compound literal it is a
 * blank node that says the rest in the graph of `place`: a quad without its object. */
blz_status blz_ld_literal(blz_ld_rdf *rdf, const blz_quad *place, const blz_ld_object *value,
                          const blz_term **out) BLZ_MUST_USE;

/* The terms of RDF itself. */
typedef enum blz_ld_word {
    BLZ_LD_RDF_TYPE,
    BLZ_LD_RDF_FIRST,
    BLZ_LD_RDF_REST,
    BLZ_LD_RDF_NIL,
    BLZ_LD_RDF_VALUE,
    BLZ_LD_RDF_LANGUAGE,
    BLZ_LD_RDF_DIRECTION,
} blz_ld_word;
blz_status blz_ld_word_term(blz_ld_rdf *rdf, blz_term **out, blz_ld_word word) BLZ_MUST_USE;
/* The term of an IRI or a label; `*out` NULL: it is neither, and is left out. */
blz_status blz_ld_reference_term(blz_ld_rdf *rdf, const blz_term **out, const char *reference) BLZ_MUST_USE;

#endif
