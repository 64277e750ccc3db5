#ifndef BLZ_OB2_COMPACT_H
#define BLZ_OB2_COMPACT_H

/* From the expanded form of a document back to JSON with published names (JSON-LD API, 6): what Open Badges
 * documents need of it. More forgiving than the specification in one point: a value keeps its name even if
 * its type is not the one that goes with the name, so that nobody hides one by a type. */

#include "ob2/names.h"

/* One object of an expanded document (blz_ld_expand()). `*out` is a new reference to an object: `id`, `type`,
 * `@language`, and each property under its name, a single value without an array around it. Errors:
 * BLZ_ERR_NOMEM. */
blz_status blz_ob2_compact(json_t **out, const blz_ob2_names *names, const json_t *expanded) BLZ_MUST_USE;

#endif
