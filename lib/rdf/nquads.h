#ifndef BLZ_RDF_NQUADS_H
#define BLZ_RDF_NQUADS_H

/* RDF 1.1 N-Quads. */

#include "base/buf.h"
#include "rdf/dataset.h"

/* Where and why a text is not N-Quads. */
typedef struct blz_nquads_fault {
    size_t line, column; /* from 1; column in code points */
    const char *message; /* plain words; static */
} blz_nquads_fault;

/* Adds the quads of the text, which is UTF-8; N-Triples are N-Quads. On errors `data` has those before the
 * fault. Errors: BLZ_ERR_SYNTAX with `*fault` (may be NULL), BLZ_ERR_LIMIT (of the dataset), BLZ_ERR_NOMEM.
 */
blz_status blz_nquads_read(blz_dataset *data, const char *text, size_t length, blz_nquads_fault *fault)
    BLZ_MUST_USE;
/* One line for each quad, once, in the order in which they were added, escaped as RDFC-1.0 does it (canonical
 * N-Quads). Errors: BLZ_ERR_LIMIT (of the buffer), BLZ_ERR_NOMEM. */
blz_status blz_nquads_write(blz_buf *out, const blz_dataset *data) BLZ_MUST_USE;

#endif
