#ifndef BLZ_RDF_CANON_H
#define BLZ_RDF_CANON_H

/* RDF Dataset Canonicalization (RDFC-1.0). */

#include "base/buf.h"
#include "crypto/digest.h"
#include "rdf/dataset.h"

/* What a graph may cost, in units: hashing one quad, or one identifier copied or joined in Hash N-Degree
 * Quads. The default is enough for every legitimate graph of the test suite, and is spent in well under a
 * second. A graph whose search goes deeper than BLZ_CANON_DEPTH is beyond the budget, too. */
enum { BLZ_CANON_BUDGET = 1000000, BLZ_CANON_DEPTH = 512 };

typedef struct blz_canon_options {
    blz_hash hash; /* SHA-256 by default, or SHA-384; used inside the algorithm too */
    size_t budget; /* 0: BLZ_CANON_BUDGET, or a multiple of the quads where that is more */
} blz_canon_options;

/* Writes the canonical form: sorted lines, each with its line end. `issued`, if not NULL, becomes an array of
 * data->blank_count numbers: that of blank node i in "_:c14nN"; free it with blz_free(). `options` may be
 * NULL. Errors: BLZ_ERR_LIMIT (the budget was spent: the graph may be made to take for ever), BLZ_ERR_NOMEM,
 * BLZ_ERR_CRYPTO. */
blz_status blz_canon_write(blz_buf *out, uint32_t **issued, const blz_dataset *data,
                           const blz_canon_options *options) BLZ_MUST_USE;

#endif
