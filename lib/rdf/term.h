#ifndef BLZ_RDF_TERM_H
#define BLZ_RDF_TERM_H

/* How terms are written, and how texts are hashed in tables. */

#include "rdf/dataset.h"

/* A hash that nobody outside the process can foresee. */
uint64_t blz_term_hash(const char *text, size_t length);
/* Bytes that blz_term_escape() writes for this text, and the writing; returns the end of what it wrote.
 * RDFC-1.0, 5 (canonical N-Quads). */
size_t blz_term_escaped_length(const char *text, size_t length);
char *blz_term_escape(char *out, const char *text, size_t length);

#endif
