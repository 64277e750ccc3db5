#ifndef BLZ_SCHEMA_EMBEDDED_H
#define BLZ_SCHEMA_EMBEDDED_H

/* The schemas that are compiled into the library (blazon/schema.h), ready to validate with. */

#include "schema/schema.h"

/* The schema of `kind` as blz_schema_text() knows it, formats asserted. Compiled at the first call and kept
 * until the process ends; any thread may call. Errors: BLZ_ERR_NOT_FOUND, BLZ_ERR_NOMEM. */
blz_status blz_schema_embedded(const blz_schema **out, const char *kind) BLZ_MUST_USE;

#endif
