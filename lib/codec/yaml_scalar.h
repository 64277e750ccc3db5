#ifndef BLZ_CODEC_YAML_SCALAR_H
#define BLZ_CODEC_YAML_SCALAR_H

/* The core schema of YAML 1.2 (10.3.2): what an unquoted text means. */

#include <jansson.h>

#include "base/mem.h"

/* `text` is valid UTF-8 with a NUL behind it. `*out` is a new reference. BLZ_ERR_INVALID: a number that
 * cannot be kept, `*message` and `*hint` (static) say why. Errors: BLZ_ERR_NOMEM. */
blz_status blz_yaml_scalar(json_t **out, const char *text, size_t length, const char **message,
                           const char **hint) BLZ_MUST_USE;

#endif
