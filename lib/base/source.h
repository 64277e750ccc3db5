#ifndef BLZ_BASE_SOURCE_H
#define BLZ_BASE_SOURCE_H

/* Sources beyond their public side: how the codecs tell where a JSON pointer is in a text. */

#include "base/mem.h"

#include <blazon/diag.h>

/* One question to a locator: the place of `pointer` (RFC 6901), of the member's name if `at_key`. */
typedef struct blz_place {
    const char *pointer;
    bool at_key;
    blz_span span; /* the answer; line 0 if there is none */
} blz_place;

/* Answers all questions about one source in one pass over its text. Where a pointer is not in the text, the
 * nearest parent that is there is the answer. */
typedef blz_status blz_locate_fn(const blz_source *source, blz_place *places, size_t count);

/* Called by the codec that reads the source. */
void blz_source_set_locator(blz_source *source, blz_locate_fn *locate);
/* Answers `places`; without a locator each gets line 0. */
blz_status blz_source_locate(const blz_source *source, blz_place *places, size_t count) BLZ_MUST_USE;
/* The line (from 1) without its end; NULL beyond the last one. Borrowed, not NUL-terminated. */
const char *blz_source_line(const blz_source *source, size_t line, size_t *length);
/* The line and column (code points, from 1) of a byte offset; end_line and end_column are the same. */
blz_span blz_source_span_at(const blz_source *source, size_t offset);

static inline void blz_source_auto_free(blz_source **source)
{
    blz_source_unref(*source);
}

#endif
