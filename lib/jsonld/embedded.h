#ifndef BLZ_JSONLD_EMBEDDED_H
#define BLZ_JSONLD_EMBEDDED_H

/* The contexts that are compiled into the library (schemas/contexts), by URL. */

#include "base/embed.h"

/* The text of the context that is published at `url`, NULL if the library does not have it. `*id` (may be
 * NULL) gets its number, which two URLs of one document share: from 0, below blz_ld_embedded_count(). */
const blz_embedded *blz_ld_embedded(const char *url, size_t *id);
size_t blz_ld_embedded_count(void);
/* The short name of a context for people, "context-3.0.3"; static. */
const char *blz_ld_embedded_name(size_t id);

#endif
