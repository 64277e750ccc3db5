#ifndef BLZ_RDF_CANON_STATE_H
#define BLZ_RDF_CANON_STATE_H

/* The canonicalization state (RDFC-1.0, 4.2) of one dataset. */

#include "base/buf.h"
#include "rdf/canon.h"

enum { BLZ_CANON_HEX_MAX = 2 * 48 }; /* digits of a SHA-384 */

typedef struct blz_canon_node {
    uint32_t mentions, mention_count; /* where its quads start in canon->mentions, and how many they are */
    uint32_t issued;                  /* number in "c14nN"; BLZ_CANON_UNISSUED: none yet */
    uint32_t temporary;               /* number in "bN"; BLZ_CANON_UNISSUED: none at the moment */
    char first[BLZ_CANON_HEX_MAX];    /* its first degree hash */
} blz_canon_node;

/* A blank node beside the one that is hashed, and how it is connected. */
typedef struct blz_related {
    char hash[BLZ_CANON_HEX_MAX];
    uint32_t blank;
} blz_related;

typedef struct blz_numbers {
    uint32_t *items;
    size_t count, capacity;
} blz_numbers;

typedef struct blz_canon {
    const blz_dataset *data;
    blz_digester *digester;
    size_t digits;         /* of a hash */
    blz_canon_node *nodes; /* by number of the blank node */
    uint32_t *mentions;    /* numbers of quads */
    uint32_t issued_count;
    size_t budget, *spare;
    const char *const *labels; /* as in the options */
    size_t label_max;          /* length of the longest name that a blank node is written with, "_:" too */
    unsigned depth;
    /* The identifier issuer with the prefix "b" (4.3): nodes in the order of their numbers. What the
     * specification copies, to throw most copies away, is given out here and taken back. */
    blz_numbers issuer;
    /* Stacks of Hash N-Degree Quads: each call leaves them as it found them. */
    blz_buf text;
    blz_numbers numbers;
    blz_related *related;
    size_t related_count, related_capacity;
} blz_canon;

/* The lower-case digits of the hash of a text, canon->digits of them. Charged. */
blz_status blz_canon_hash(blz_canon *canon, char *out, const char *text, size_t length) BLZ_MUST_USE;
/* Takes units off the budget. Errors: BLZ_ERR_LIMIT. */
blz_status blz_canon_charge(blz_canon *canon, size_t units) BLZ_MUST_USE;
blz_status blz_numbers_push(blz_numbers *numbers, const uint32_t *items, size_t count) BLZ_MUST_USE;

/* canon_first.c: Hash First Degree Quads (4.6) of every blank node; takes quads that are there twice out of
 * its mentions. */
blz_status blz_canon_first_degrees(blz_canon *canon) BLZ_MUST_USE;

/* canon_degree.c: Hash N-Degree Quads (4.8); leaves in the issuer what it gave out. `out` gets the digits. */
blz_status blz_canon_n_degree(blz_canon *canon, char *out, uint32_t blank) BLZ_MUST_USE;
/* Gives the node the next temporary identifier. */
blz_status blz_canon_lend(blz_canon *canon, uint32_t blank) BLZ_MUST_USE;
/* Takes all but the first `count` of them back. */
void blz_canon_take_back(blz_canon *canon, size_t count);

/* canon_line.c: quads as lines of text. */
typedef struct blz_line {
    const char *text;
    size_t length;
    const blz_quad *quad;
} blz_line;

enum { BLZ_IDENTIFIER_MAX = 16 }; /* "_:c14n" and a number of 32 bits */

/* Bytes that any line of the quad has at most, the names of blank nodes having `label_max`. */
size_t blz_line_max(const blz_quad *quad, size_t label_max);
/* Writes a line with its end in which `self` is _:a and all other blank nodes are _:z; or, if `self` is NULL,
 * have their canonical identifiers, or what takes their place. Returns the end of what it wrote. */
char *blz_line_put(const blz_canon *canon, char *at, blz_line *line, const blz_term *self);
/* In the order of the text; lines that cannot be told apart, in that of their blank nodes. */
void blz_line_sort(blz_line *lines, size_t count);
/* Of sorted lines, whether both have the same quad. */
bool blz_line_is_same(const blz_line *a, const blz_line *b);

BLZ_DEFINE_AUTO(blz_line, blz_free)

#endif
