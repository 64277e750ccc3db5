#ifndef BLZ_SCHEMA_PATTERN_H
#define BLZ_SCHEMA_PATTERN_H

/* Regular expressions of ECMA-262 (unicode mode, as JSON Schema wants them), matched by PCRE2. A match finds
 * the pattern anywhere in the text. Its work is limited, so that a pattern with bad manners ends in
 * BLZ_ERR_LIMIT. */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

typedef struct blz_pattern blz_pattern;

/* `*problem` gets static or PCRE2's words in `text` of that size. Errors: BLZ_ERR_INVALID (not a pattern),
 * BLZ_ERR_NOMEM. */
blz_status blz_pattern_compile(blz_pattern **out, const char *source, size_t length, char *problem,
                               size_t problem_size) BLZ_MUST_USE;
void blz_pattern_free(blz_pattern *pattern);
BLZ_DEFINE_AUTO(blz_pattern, blz_pattern_free)

/* What one thread needs to match. A zeroed one is ready. */
typedef struct blz_matcher {
    void *data;
} blz_matcher;
void blz_matcher_clear(blz_matcher *matcher);

blz_status blz_pattern_match(bool *matches, const blz_pattern *pattern, blz_matcher *matcher,
                             const char *text, size_t length) BLZ_MUST_USE;

/* The pattern in PCRE2's language (pattern_ecma.c). Errors: BLZ_ERR_INVALID with `*problem`, static words. */
blz_status blz_pattern_translate(blz_buf *out, const char *source, size_t length, const char **problem)
    BLZ_MUST_USE;

#endif
