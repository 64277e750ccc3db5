#ifndef BLZ_RDF_CANON_H
#define BLZ_RDF_CANON_H

/* RDF Dataset Canonicalization (RDFC-1.0). */

#include "base/buf.h"
#include "crypto/digest.h"
#include "rdf/dataset.h"

/* Most graphs are canonicalized in n log n, but telling blank nodes apart that look alike can take for ever.
 * Therefore work is paid for out of a budget, in units of nearly constant time (about 50 ns):
 *
 *   - each text that is hashed: two units, and one for each 64 bytes of it; so nothing is gained by few quads
 *     with long names. Hash First Degree Quads alone takes some 5 units a quad.
 *   - each node in a permutation, each identifier given out, kept or taken back: one unit.
 *
 * The default is BLZ_CANON_BUDGET, and BLZ_CANON_BUDGET_QUAD for each quad: some sixty times what the most
 * expensive graph of the test suite needs that is to be canonicalized, and spent in a fraction of a second.
 * Hash N-Degree Quads calls itself; a graph for which it would go deeper than BLZ_CANON_DEPTH is beyond every
 * budget, so that the stack is bounded, too. */
enum { BLZ_CANON_BUDGET = 2000000, BLZ_CANON_BUDGET_QUAD = 100, BLZ_CANON_DEPTH = 512 };

typedef struct blz_canon_options {
    blz_hash hash; /* SHA-256 by default, or SHA-384; used inside the algorithm too */
    size_t budget; /* in units; 0: the default */
    size_t *spare; /* what is left of BLZ_CANON_BUDGET for datasets that share it: what each takes beyond its
                      quads' part is taken off; NULL: this one shares it with none */
    const char *const *labels; /* that take the place of c14n0, c14n1, ... in what is written, which is sorted
                                  by them (VC-DI-ECDSA, labelReplacementCanonicalize); NULL: nothing does.
                                  No two may be the same; an entry may be NULL where there is none */
    size_t label_count;
} blz_canon_options;

/* A limit of RDFC-1.0 itself: what connects two blank nodes is hashed with the predicate and the direction,
 * but without the graph that the quad is in. Nodes that differ in nothing but the graphs in which they are
 * connected get their identifiers in the order in which they came into the dataset, here as in other
 * implementations, and then datasets that mean the same have different canonical forms. */

/* Writes the canonical form: sorted lines, each with its line end, and each once. `issued`, if not NULL,
 * becomes an array of data->blank_count numbers: that of blank node i in "_:c14nN", or BLZ_CANON_UNISSUED if
 * it is in no quad; free it with blz_free(). `options` may be NULL. On errors `out` is as it was, unless it
 * itself failed. Errors: BLZ_ERR_LIMIT (the budget was spent: the graph may be made to take for ever; or the
 * form has more than BLZ_BUF_MAX bytes), BLZ_ERR_INVALID (a blank node is a predicate: that is generalized
 * RDF, which has no canonical form; or there are labels, but none for a blank node), BLZ_ERR_NOMEM,
 * BLZ_ERR_CRYPTO. */
blz_status blz_canon_write(blz_buf *out, uint32_t **issued, const blz_dataset *data,
                           const blz_canon_options *options) BLZ_MUST_USE;

#define BLZ_CANON_UNISSUED UINT32_MAX

#endif
