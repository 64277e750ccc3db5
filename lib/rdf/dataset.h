#ifndef BLZ_RDF_DATASET_H
#define BLZ_RDF_DATASET_H

/* RDF 1.1 datasets: quads over terms that carry their N-Quads form from the start, so that writing and
 * hashing a quad only joins texts.
 *
 *     BLZ_SCOPED(blz_dataset) data = {.max_quads = 100000};
 *     blz_term *s = NULL, *p = NULL, *o = NULL;
 *     BLZ_TRY(blz_dataset_blank(&data, &s, "b0", 2));
 *     BLZ_TRY(blz_dataset_iri(&data, &p, "http://schema.org/name", 22));
 *     BLZ_TRY(blz_dataset_literal(&data, &o, &(blz_literal){.text = "Jane", .length = 4}));
 *     BLZ_TRY(blz_dataset_add(&data, &(blz_quad){s, p, o, NULL}));
 */

#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

typedef enum blz_term_kind {
    BLZ_TERM_IRI = 1,
    BLZ_TERM_BLANK,
    BLZ_TERM_LITERAL,
} blz_term_kind;

/* Equal terms need not be the same one, but a blank node is one term only in its dataset. */
typedef struct blz_term {
    blz_term_kind kind;
    uint32_t blank;   /* number of a blank node in its dataset, from 0 */
    const char *form; /* canonical N-Quads: `<iri>`, `"text"`, `"text"@en`, `"1"^^<iri>`; `_:label` for a
                         blank node, with the label that came with it */
    size_t length;    /* of the form, in bytes */
    uint64_t hash;    /* of the label of a blank node; a secret of the process is in it */
} blz_term;

typedef struct blz_quad {
    const blz_term *subject, *predicate, *object;
    const blz_term *graph; /* NULL: the default graph */
} blz_quad;

/* A literal before it is a term. */
typedef struct blz_literal {
    const char *text; /* UTF-8, unescaped */
    size_t length;
    const char *datatype; /* an IRI; NULL: xsd:string, or rdf:langString with a language */
    const char *language; /* NULL: none */
} blz_literal;

/* A dataset is a set, but a quad that is added twice stands here twice: nobody pays for looking for it
 * but those to whom it matters. blz_canon_write() and blz_nquads_write() write it once. */
typedef struct blz_dataset {
    blz_arena arena; /* terms and their forms */
    blz_quad *quads; /* in the order in which they came */
    size_t count, capacity;
    blz_term **blanks; /* by number */
    size_t blank_count, blank_capacity;
    uint32_t *labels;   /* hash table of the blank nodes: number + 1 */
    size_t label_count; /* its size, a power of two */
    size_t fresh;       /* number in the next label for blz_dataset_fresh_blank() to try */
    size_t max_quads;   /* BLZ_ERR_LIMIT beyond; 0: 100 million */
} blz_dataset;

void blz_dataset_clear(blz_dataset *data);

/* New terms. A label (without `_:`) that the dataset knows gives the term that it knows. The text of an IRI
 * is taken as it is, and so is a language tag. Errors: BLZ_ERR_NOMEM; BLZ_ERR_LIMIT beyond 100 million blank
 * nodes. */
blz_status blz_dataset_iri(blz_dataset *data, blz_term **out, const char *iri, size_t length) BLZ_MUST_USE;
blz_status blz_dataset_literal(blz_dataset *data, blz_term **out, const blz_literal *literal) BLZ_MUST_USE;
blz_status blz_dataset_blank(blz_dataset *data, blz_term **out, const char *label, size_t length)
    BLZ_MUST_USE;
/* A blank node with a label that no other has, "b12". */
blz_status blz_dataset_fresh_blank(blz_dataset *data, blz_term **out) BLZ_MUST_USE;
/* Adds a quad. Terms that somebody else keeps, made by blz_term_iri(), may be in it. Errors: BLZ_ERR_LIMIT,
 * BLZ_ERR_NOMEM. */
blz_status blz_dataset_add(blz_dataset *data, const blz_quad *quad) BLZ_MUST_USE;

/* The term of an IRI in an arena, for what outlives one dataset. */
blz_status blz_term_iri(blz_term **out, blz_arena *arena, const char *iri, size_t length) BLZ_MUST_USE;

#endif
