#ifndef BLZ_JSONLD_EMBEDDED_H
#define BLZ_JSONLD_EMBEDDED_H

/* The contexts that are compiled into the library. schemas/contexts/index.json says which there are and by
 * which URLs each is known; a document that names one of these URLs means the text that is here, whatever the
 * network would answer.
 *
 * 1EdTech changed context-3.0.3.json in its place: since 2026 it also defines "endorsementJwt" and "jti". The
 * later text is the one for the URL, since it is the same for all badges that use neither and the earlier one
 * refuses those that do; a signer who let such a member fall away in silence has signed another badge. The
 * earlier text has no URL and is called "context-3.0.3-2025-04". */

#include "base/embed.h"

/* The text of the context that is published at `url`, NULL if the library does not have it. `*id` (may be
 * NULL) gets its number, which two URLs of one document share: from 0, below blz_ld_embedded_count(). Any
 * thread may call; nothing is allocated. */
const blz_embedded *blz_ld_embedded(const char *url, size_t *id);
size_t blz_ld_embedded_count(void);
/* By number, which has to be below the count. */
const blz_embedded *blz_ld_embedded_at(size_t id);
/* The short name of a context for people, "context-3.0.3"; static. */
const char *blz_ld_embedded_name(size_t id);

#endif
