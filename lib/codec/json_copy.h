#ifndef BLZ_CODEC_JSON_COPY_H
#define BLZ_CODEC_JSON_COPY_H

/* jansson's json_copy() leaves members out when memory runs out, and answers as if it had not. */

#include <jansson.h>

#include "base/mem.h"

/* A new object or array with the members of `value`, which both share; any other value itself. Errors:
 * BLZ_ERR_NOMEM. */
blz_status blz_json_copy(json_t **out, const json_t *value) BLZ_MUST_USE;

#endif
