#ifndef BLZ_BASE_EMBED_H
#define BLZ_BASE_EMBED_H

/* Files compiled into the library by blazon_embed() of cmake/Embed.cmake. */

#include <stddef.h>

typedef struct blz_embedded {
    const char *name; /* path below the project's root, as "schemas/rubric.schema.json" */
    const char *data; /* with a NUL behind `length` */
    size_t length;
} blz_embedded;

/* The entry with this name in a table that ends with a NULL name; NULL if there is none. */
const blz_embedded *blz_embedded_find(const blz_embedded *table, const char *name);

#endif
