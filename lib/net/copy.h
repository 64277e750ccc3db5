#ifndef BLZ_NET_COPY_H
#define BLZ_NET_COPY_H

/* How a document looks in the folder of copies: a few lines on where it is from and when, a blank line, and
 * its bytes. The digest covers all that follows it, so that a file that was cut or changed is none. */

#include "base/buf.h"

/* `document->fetched` is when it was got, `fresh_until` until when its server vouches for it; both in seconds
 * since 1970-01-01T00:00:00Z. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO, BLZ_ERR_LIMIT. */
blz_status blz_copy_write(blz_buf *out, const char *url, const blz_document *document, int64_t fresh_until)
    BLZ_MUST_USE;
/* Into `*out`, which comes all zero. Errors: BLZ_ERR_NOT_FOUND: this is no copy of the document at `url`,
 * whatever it is; BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
blz_status blz_copy_read(blz_document *out, int64_t *fresh_until, const char *url, const char *bytes,
                         size_t length) BLZ_MUST_USE;

#endif
