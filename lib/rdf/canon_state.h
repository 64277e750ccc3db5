#ifndef BLZ_RDF_CANON_STATE_H
#define BLZ_RDF_CANON_STATE_H

/* The canonicalization state (RDFC-1.0, 4.2) of one dataset. */

#include "base/buf.h"
#include "rdf/canon.h"

enum { BLZ_CANON_HEX_MAX = 2 * 48 }; /* digits of a SHA-384 */

/* Identifiers given out in order: "c14n0", "c14n1", ... or "b0", "b1", ... (4.3). */
typedef struct blz_issuer {
    uint32_t *order; /* blank nodes, in the order in which they got theirs */
    uint32_t count, capacity;
} blz_issuer;

typedef struct blz_canon {
    const blz_dataset *data;
    blz_digester *digester;
    size_t digits;      /* of a hash */
    uint32_t *mentions; /* of blank node i: quad numbers from starts[i] to starts[i + 1] */
    uint32_t *starts;
    char *first;      /* first degree hash of blank node i, at i * digits */
    uint32_t *issued; /* number in "c14nN" of blank node i; BLZ_UNISSUED: none yet */
    uint32_t issued_count;
    blz_buf scratch;
    size_t budget;
    unsigned depth;
} blz_canon;

#define BLZ_UNISSUED UINT32_MAX

/* A text in hex_scratch and its hash; `out` gets canon->digits lower-case digits. */
blz_status blz_canon_hash(blz_canon *canon, char *out, const char *text, size_t length) BLZ_MUST_USE;
/* Takes units off the budget. Errors: BLZ_ERR_LIMIT. */
blz_status blz_canon_charge(blz_canon *canon, size_t units) BLZ_MUST_USE;
/* Gives the node the next canonical identifier unless it has one. */
void blz_canon_issue(blz_canon *canon, uint32_t blank);

/* first.c: Hash First Degree Quads (4.6) of every blank node into canon->first. */
blz_status blz_canon_first_degrees(blz_canon *canon) BLZ_MUST_USE;

/* degree.c: Hash N-Degree Quads (4.8); `issuer` becomes the issuer of the result. `out` gets the digits. */
blz_status blz_canon_n_degree(blz_canon *canon, char *out, uint32_t blank, blz_issuer *issuer) BLZ_MUST_USE;

/* issuer.c */
void blz_issuer_clear(blz_issuer *issuer);
/* The number that the node has, BLZ_UNISSUED without one. */
uint32_t blz_issuer_find(const blz_issuer *issuer, uint32_t blank);
/* The same, given out if need be; `*fresh` tells. */
blz_status blz_issuer_issue(blz_issuer *issuer, uint32_t blank, uint32_t *number, bool *fresh) BLZ_MUST_USE;
blz_status blz_issuer_copy(blz_issuer *out, const blz_issuer *issuer) BLZ_MUST_USE;

#endif
