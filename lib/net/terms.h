#ifndef BLZ_NET_TERMS_H
#define BLZ_NET_TERMS_H

/* What a server says on how long its answer may be used (RFC 9111, as far as a copy for one user needs it).
 */

#include "base/text.h"

typedef struct blz_net_terms {
    bool no_store;   /* it must not be kept */
    int64_t max_age; /* for how many seconds it is fresh; -1: not told */
    int64_t age;     /* how many of them went by before it came here */
} blz_net_terms;

#define BLZ_NET_TERMS ((blz_net_terms){.max_age = -1})

enum { BLZ_NET_FRESH_SECONDS = 3600 }; /* longest use of a copy, and that of one of which nothing is told */

/* Takes one line of an answer's head, "Cache-Control: max-age=60, no-cache". Lines on other matters are
 * passed over. */
void blz_net_terms_take(blz_net_terms *terms, const char *line, size_t length);
/* For how many seconds from now a copy can be used without asking again. */
int64_t blz_net_terms_fresh(const blz_net_terms *terms);

#endif
