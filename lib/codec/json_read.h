#ifndef BLZ_CODEC_JSON_READ_H
#define BLZ_CODEC_JSON_READ_H

/* JSON in, strictly. blz_json_read() is declared in <blazon/json.h>. */

#include "base/diag.h"

#include <blazon/json.h>

/* The same reading without diagnostics, for what people do not write by hand (a JOSE header). `*error_offset`
 * and
 * `*reason` (static plain words) tell what was refused; both may be NULL. `*out` is a new reference, written
 * only on BLZ_OK. Errors: BLZ_ERR_SYNTAX, BLZ_ERR_LIMIT (depth, or 1,000,000 values), BLZ_ERR_NOMEM. */
blz_status blz_json_parse(json_t **out, const char *bytes, size_t length, size_t max_depth,
                          size_t *error_offset, const char **reason) BLZ_MUST_USE;

#endif
