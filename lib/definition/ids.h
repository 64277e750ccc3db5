#ifndef BLZ_DEFINITION_IDS_H
#define BLZ_DEFINITION_IDS_H

/* The ids of one list. */

#include <jansson.h>

#include "base/mem.h"

/* An object with each "id" of the entries of `list` and its first index, in their order. Entries without one
 * are passed over. */
blz_status blz_ids_index(json_t **out, const json_t *list) BLZ_MUST_USE;
/* The index of the entry with this id; false if there is none. */
bool blz_ids_find(size_t *index, const json_t *ids, const char *id);

#endif
