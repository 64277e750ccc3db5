#ifndef BLZ_CODEC_JSON_READ_H
#define BLZ_CODEC_JSON_READ_H

/* JSON in, strictly. blz_json_read() is declared in <blazon/json.h>. */

#include "base/diag.h"

#include <blazon/json.h>

/* blz_json_read_wide() without diagnostics, for what people do not write by hand (a badge, a JOSE header).
 * `*error_offset` and `*reason` (static plain words) tell what was refused; both may be NULL. `*out` is a new
 * reference, written only on BLZ_OK. Errors: BLZ_ERR_SYNTAX, BLZ_ERR_LIMIT (depth, or 1,000,000 values),
 * BLZ_ERR_NOMEM. */
blz_status blz_json_parse(json_t **out, const char *bytes, size_t length, size_t max_depth,
                          size_t *error_offset, const char **reason) BLZ_MUST_USE;

/* blz_json_read(), but a whole number that does not fit into 64 bits becomes the double nearest to it, as it
 * does in ECMAScript (which writes 1e20 with all its zeros). For documents that programs write and whose
 * numbers are doubles by their specification, as those of JSON-LD and RFC 8785 are; where people write
 * identifiers, losing digits without a word would be wrong. */
blz_status blz_json_read_wide(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags) BLZ_MUST_USE;

/* The same, but a text, not a name, may have NUL characters. Whoever calls this asks jansson for the length
 * of every text, or what stands behind a NUL is lost. */
blz_status blz_json_read_nul(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags) BLZ_MUST_USE;

#endif
