#ifndef BLZ_CODEC_JSON_WRITE_H
#define BLZ_CODEC_JSON_WRITE_H

/* JSON out. Every write is checked: jansson's own dump can return broken text when memory runs out, and what
 * is signed must not come from there. */

#include <jansson.h>

#include "base/buf.h"

enum { BLZ_JSON_DEPTH_MAX = 1024, BLZ_NUMBER_MAX = 40 };

/* Members in insertion order, UTF-8 as it is; compact with `indent` 0, else with that many spaces and a line
 * end at the end. A real keeps its point ("1.0"), so that reading the text gives an equal value. On an error
 * the buffer holds a part of the text. Errors: BLZ_ERR_NOMEM, BLZ_ERR_LIMIT. */
blz_status blz_json_write(blz_buf *out, const json_t *value, unsigned indent) BLZ_MUST_USE;
/* RFC 8785. */
blz_status blz_jcs_write(blz_buf *out, const json_t *value) BLZ_MUST_USE;

/* A JSON string with its quotation marks, escaped as RFC 8785 does it; `text` is valid UTF-8. */
blz_status blz_json_write_string(blz_buf *out, const char *text, size_t length);

/* ECMAScript's Number::toString for finite numbers, whatever the locale says about decimal points. */
void blz_number_format(char out[BLZ_NUMBER_MAX], double value);
/* The double nearest to a decimal number of JSON's grammar (NUL-terminated); infinite if it is too large. */
double blz_number_parse(const char *text);

#endif
