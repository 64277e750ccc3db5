#ifndef BLZ_OB2_UPGRADE_H
#define BLZ_OB2_UPGRADE_H

/* Documents of Open Badges before 2.0, written as 2.0 would have them. Nothing that a document says is left
 * out; what 2.0 has no name for stays under its own. */

#include <jansson.h>

#include "base/mem.h"

typedef enum blz_ob2_version { BLZ_OB2_0_5 = 0, BLZ_OB2_1_0, BLZ_OB2_1_1, BLZ_OB2_2_0 } blz_ob2_version;

/* Tells the version of a document, an object: by its @context, and where there is none, as before 1.1, by its
 * members.
 * `*out` is a new reference to its form in 2.0, with `type` and @context. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_upgrade(json_t **out, blz_ob2_version *version, const json_t *document) BLZ_MUST_USE;

/* The steps of it, each over a copy that is the caller's own, its nested objects shared. Errors:
 * BLZ_ERR_NOMEM. */
blz_status blz_ob2_upgrade_0_5(json_t *copy) BLZ_MUST_USE; /* to 1.1 */
blz_status blz_ob2_upgrade_1_0(json_t *copy) BLZ_MUST_USE; /* to 1.1 */
blz_status blz_ob2_upgrade_1_1(json_t *copy) BLZ_MUST_USE; /* to 2.0 */

/* Makes the object under `name` the copy's own and lends it; NULL if there is no object. Errors:
 * BLZ_ERR_NOMEM. */
blz_status blz_ob2_own(json_t **out, json_t *copy, const char *name) BLZ_MUST_USE;
/* Gives a member another name, unless there is one of that name. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_rename(json_t *copy, const char *name, const char *new_name) BLZ_MUST_USE;

#endif
