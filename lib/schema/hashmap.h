#ifndef BLZ_SCHEMA_HASHMAP_H
#define BLZ_SCHEMA_HASHMAP_H

/* A hash map from texts, or from the addresses of objects, to pointers. Keys are not copied: they live as
 * long as the map. A zeroed blz_hashmap is an empty one. */

#include <stddef.h>

#include "base/mem.h"

typedef struct blz_hashmap {
    struct blz_hashmap_slot *slots;
    size_t capacity, count;
} blz_hashmap;

/* What is under the key; NULL if nothing. */
void *blz_hashmap_get(const blz_hashmap *map, const char *key);
void *blz_hashmap_get_address(const blz_hashmap *map, const void *address);
/* Puts a value (not NULL) under the key, in place of one that is there. Errors: BLZ_ERR_NOMEM. */
blz_status blz_hashmap_put(blz_hashmap *map, const char *key, void *value) BLZ_MUST_USE;
blz_status blz_hashmap_put_address(blz_hashmap *map, const void *address, void *value) BLZ_MUST_USE;
void blz_hashmap_clear(blz_hashmap *map);

#endif
