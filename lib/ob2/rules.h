#ifndef BLZ_OB2_RULES_H
#define BLZ_OB2_RULES_H

/* Where an extension says how its data has to look (Open Badges 2.0, Extensions): the document of its context
 * has `validation` entries, each for one type of extension, with the URL of a JSON Schema. */

#include <jansson.h>

#include "base/ctx.h"

/* What the context at `url` asks for: a new array of [IRI of the type, URL of the schema, schema or null];
 * the last is there for the extensions that the library knows itself. Errors: BLZ_ERR_LIMIT (more than a
 * hundred), BLZ_ERR_NOT_FOUND,
 * BLZ_ERR_INVALID, or the loader's; BLZ_ERR_NOMEM. */
blz_status blz_ob2_rules_of(json_t **out, blz_ctx *ctx, const char *url) BLZ_MUST_USE;

#endif
