#ifndef BLZ_NET_EXPLAIN_H
#define BLZ_NET_EXPLAIN_H

#include "net/fetch.h"

/* Says in `out->why` what kept the document away, to stand behind "cannot be used: ". `seconds` is how long
 * there was in all. Returns the status that it is; BLZ_ERR_NOMEM. For a fetch without an answer, and for one
 * with another code than 200. */
blz_status blz_explain_failure(blz_document *out, const blz_fetch *fetch, unsigned seconds) BLZ_MUST_USE;
blz_status blz_explain_code(blz_document *out, const blz_fetch *fetch) BLZ_MUST_USE;

#endif
