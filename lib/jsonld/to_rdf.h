#ifndef BLZ_JSONLD_TO_RDF_H
#define BLZ_JSONLD_TO_RDF_H

/* Deserialize JSON-LD to RDF (8.1.2), straight from the expanded tree: a dataset is a set, so that merging
 * nodes first would only cost time. */

#include "jsonld/run.h"
#include "jsonld/tree.h"

typedef struct blz_ld_rdf {
    blz_dataset *data;
    const blz_ld_options *options;
    blz_dataset names; /* the labels of the document, as its blank nodes, */
    blz_term **blanks; /* and what each became */
    size_t blank_capacity;
} blz_ld_rdf;

blz_status blz_ld_put_rdf(blz_dataset *data, const blz_ld_options *options, const blz_ld_list *document)
    BLZ_MUST_USE;

/* literal.c: the literal of a value object; `*out` NULL: it is none (8.3.2). With a compound literal it is a
 * blank node that says the rest in `graph`. */
blz_status blz_ld_literal(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *value,
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
