#ifndef BLZ_NET_COPIES_H
#define BLZ_NET_COPIES_H

/* The step of the loader that looks into its folder of copies. Several threads and programs may use one
 * folder: a copy is written whole or not at all, and the last one stays. */

#include "base/mem.h"

enum {
    BLZ_COPIES_MAX = 4096,            /* how many copies the folder holds */
    BLZ_COPIES_BYTES_MAX = 512 << 20, /* and how large they may be together */
};

/* Makes the folder, and those above it, if need be. Errors: BLZ_ERR_PERMISSION with errno 0: somebody else
 * could write into it, and copies decide whose key is whose; BLZ_ERR_PERMISSION, BLZ_ERR_IO and
 * BLZ_ERR_NOT_FOUND with errno, BLZ_ERR_NOMEM. */
blz_status blz_copies_prepare(const char *folder) BLZ_MUST_USE;
/* The copy of the document at `url`, and until when its server vouched for it. Errors: BLZ_ERR_NOT_FOUND:
 * there is none, or a broken one; BLZ_ERR_NOMEM, BLZ_ERR_LIMIT. */
blz_status blz_copies_get(blz_document *out, int64_t *fresh_until, const char *folder, const char *url,
                          size_t max) BLZ_MUST_USE;
/* Keeps a copy; the oldest ones go when there are too many. That it cannot be written is no error: the
 * document is there. Errors: BLZ_ERR_NOMEM. */
blz_status blz_copies_put(const char *folder, const char *url, const blz_document *document,
                          int64_t fresh_until) BLZ_MUST_USE;

#endif
