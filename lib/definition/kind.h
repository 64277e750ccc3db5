#ifndef BLZ_DEFINITION_KIND_H
#define BLZ_DEFINITION_KIND_H

/* The first key of a file: which kind of definition it is. */

#include <jansson.h>

#include "base/diag.h"

#include <blazon/definition.h>

/* The kind of the tree that was read from `source`. What is wrong with the key `blazon` is added to `diags`;
 * then `*kind` is the kind that was most likely meant, and the key is set to it so that the rest can be
 * checked, or BLZ_DEFINITION_KIND_COUNT_. */
blz_status blz_kind_detect(blz_definition_kind *kind, json_t *tree, blz_source *source, blz_diags *diags)
    BLZ_MUST_USE;

/* "a micro-credential", "an issuer": with its article, for messages. */
const char *blz_kind_phrase(blz_definition_kind kind);

#endif
