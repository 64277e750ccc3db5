#ifndef BLZ_JSONLD_EMBEDDED_TABLE_H
#define BLZ_JSONLD_EMBEDDED_TABLE_H

/* What the build makes of schemas/contexts (cmake/EmbedContexts.cmake). */

#include "base/embed.h"

typedef struct blz_ld_url {
    const char *url;
    size_t id; /* in blz_ld_texts and blz_ld_names */
} blz_ld_url;

extern const blz_ld_url blz_ld_urls[]; /* sorted by strcmp() */
extern const size_t blz_ld_urls_count;
extern const char *const blz_ld_names[]; /* as many as texts, in the same order */
extern const blz_embedded blz_ld_texts[];
extern const size_t blz_ld_texts_count;

#endif
