#ifndef BLZ_JSONLD_ACTIVE_H
#define BLZ_JSONLD_ACTIVE_H

/* Active contexts and their term definitions (JSON-LD API, 4.1). Once made they do not change: what another
 * context adds lies in a table of its own on top of those beneath, so that a small context over a large one
 * costs as much as it is large itself. */

#include <jansson.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "base/arena.h"
#include "jsonld/keyword.h"
#include "rdf/dataset.h"

/* @container, as bits. */
enum {
    BLZ_LD_AS_GRAPH = 1U << 0,
    BLZ_LD_AS_ID = 1U << 1,
    BLZ_LD_AS_INDEX = 1U << 2,
    BLZ_LD_AS_LANGUAGE = 1U << 3,
    BLZ_LD_AS_LIST = 1U << 4,
    BLZ_LD_AS_SET = 1U << 5,
    BLZ_LD_AS_TYPE = 1U << 6,
};

/* A language or direction mapping: not given, given as null, or a text. */
typedef struct blz_ld_choice {
    bool given;
    const char *text; /* NULL: null */
} blz_ld_choice;

typedef struct blz_ld_term {
    const char *name;
    size_t length;
    uint64_t hash;
    bool gone;       /* no definition, but what hides one that lies beneath */
    const char *iri; /* the IRI mapping; NULL: null */
    uint64_t iri_hash;
    blz_ld_keyword keyword;    /* that the IRI mapping is */
    const blz_term *predicate; /* the IRI mapping as an RDF term; NULL if it is no absolute IRI */
    bool prefix, is_protected, reverse;
    bool type_is_iri; /* type_iri can be the datatype of a literal */
    bool lasting;     /* it lives as long as the process */
    bool published;   /* a context of the library defines it, or so */
    bool hides;       /* one of another meaning that a context of the library defines */
    unsigned container;
    blz_ld_keyword type; /* @id, @vocab, @json, @none; BLZ_LD_TYPE: the IRI in type_iri */
    const char *type_iri;
    const char *index, *nest;
    blz_ld_choice language, direction;
    const json_t *context; /* the scoped context; NULL without one, JSON null if it is that */
    const char *base_url;  /* of it */
} blz_ld_term;

typedef struct blz_ld_active blz_ld_active;

/* What processing a local context from here led to before; only between contexts that last. */
typedef struct blz_ld_transition {
    const struct blz_ld_transition *next;
    const json_t *local;
    unsigned how;
    const blz_ld_active *to;
} blz_ld_transition;

/* How many tables may lie on top of each other. */
enum { BLZ_LD_LAYERS_MAX = 8 };

struct blz_ld_active {
    const char *base, *original_base; /* NULL: none */
    const char *vocab;                /* NULL: none */
    const char *language, *direction; /* the defaults; NULL: none */
    const blz_ld_active *previous;    /* to go back to; NULL: none */
    const blz_ld_term **terms;        /* open addressing; NULL: no terms of its own */
    size_t size, used;                /* of the table, a power of two; places that are not free */
    const blz_ld_active *under;       /* whose terms are seen where there are none here; NULL: none */
    unsigned layers;                  /* tables under this one */
    size_t guarded;                   /* protected terms, with those beneath */
    bool lasting;                     /* lives as long as the process */
    _Atomic(const blz_ld_transition *) transitions; /* of a lasting one */
};

/* NULL: the context has no such term. */
const blz_ld_term *blz_ld_active_find(const blz_ld_active *active, const char *name, size_t length);
/* Adds a term or replaces the one of that name; NULL for `term`: takes it out. */
blz_status blz_ld_active_set(blz_ld_active *active, blz_arena *arena, const char *name, size_t length,
                             blz_ld_term *term) BLZ_MUST_USE;
/* How many places have to be copied if all terms shall be in one table. */
size_t blz_ld_active_places(const blz_ld_active *active);
/* Puts all terms into one table, so that they are found at once. */
blz_status blz_ld_active_flatten(blz_ld_active *active, blz_arena *arena) BLZ_MUST_USE;
/* Equal but for their protection (4.2.2, step 27). */
bool blz_ld_term_equal(const blz_ld_term *a, const blz_ld_term *b);

#endif
