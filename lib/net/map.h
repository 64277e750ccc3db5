#ifndef BLZ_NET_MAP_H
#define BLZ_NET_MAP_H

/* The step of the loader that looks into files: which file stands for a URL. */

#include <stdbool.h>

#include "base/mem.h"

typedef struct blz_map_entry {
    char *url;  /* ends in '/' for a folder */
    char *path; /* of the file or folder */
} blz_map_entry;

typedef struct blz_map {
    blz_map_entry *entries;
    size_t count;
} blz_map;

/* Adds an entry, or gives the URL another path. Errors: BLZ_ERR_ARGUMENT, BLZ_ERR_NOMEM. */
blz_status blz_map_add(blz_map *map, const char *url, const char *path) BLZ_MUST_USE;
/* The path that stands for `url`, free with blz_free(). Errors: BLZ_ERR_NOT_FOUND: none does, or what follows
 * the folder's URL could lead out of the folder; BLZ_ERR_NOMEM. */
blz_status blz_map_find(const blz_map *map, char **path, const char *url) BLZ_MUST_USE;
/* Whether `url`, or a folder that it is below, stands in the map: then no other place is asked. */
bool blz_map_covers(const blz_map *map, const char *url) BLZ_MUST_USE;
void blz_map_clear(blz_map *map);

#endif
