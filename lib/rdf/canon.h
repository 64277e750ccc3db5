#ifndef BLZ_RDF_CANON_H
#define BLZ_RDF_CANON_H

/* RDF Dataset Canonicalization (RDFC-1.0). */

#include "base/buf.h"
#include "crypto/digest.h"
#include "rdf/dataset.h"

typedef struct blz_canon_options {
    blz_hash hash; /* SHA-256 by default, or SHA-384; used inside the algorithm too */
    size_t
        budget; /* calls of Hash N-Degree Quads and permutations that may be spent; 0: the default, with which
                   every legitimate graph of the test suite is done and a poison one stops within a second */
} blz_canon_options;

/* Writes the canonical form: sorted lines, each with its line end. `issued`, if not NULL, becomes an array of
 * data->blank_count numbers: that of blank node i in "_:c14nN"; free it with blz_free(). `options` may be
 * NULL. Errors: BLZ_ERR_LIMIT (the budget was spent: the graph may be made to take for ever), BLZ_ERR_NOMEM,
 * BLZ_ERR_CRYPTO. */
blz_status blz_canon_write(blz_buf *out, uint32_t **issued, const blz_dataset *data,
                           const blz_canon_options *options) BLZ_MUST_USE;

#endif
