#ifndef BLZ_STATUS_LIST_H
#define BLZ_STATUS_LIST_H

/* The list that an issuer keeps. The file is one JSON object:
 *
 *     {"statusList": 1, "id": URL, "issuer": ID, "purpose": "revocation", "length": 131072,
 *      "entries": {"94567": "urn:uuid:...", "1001": null},
 *      "set": {"94567": {"since": "2026-11-20T00:00:00Z", "reason": "..."}}}
 *
 * `entries` are the places that are taken, in the order in which they were given; `set` are the bits. */

#include <jansson.h>

#include "base/diag.h"
#include "status/bits.h"

#include <blazon/status_list.h>

#define BLZ_PURPOSE_REVOCATION "revocation"
#define BLZ_PURPOSE_SUSPENSION "suspension"

struct blz_status_list {
    json_t *document;
    json_t *entries, *set;             /* in it; borrowed */
    const char *id, *issuer, *purpose; /* the same */
    blz_bits taken;
    char *path;
    int lock; /* descriptor of the locked file; -1: none */
};

enum {
    BLZ_LIST_FILE_VERSION = 1,
    /* Each place is a value of the file, each bit that is set three more, and of all values a file may have
       1,000,000. */
    BLZ_LIST_PLACES_MAX = 240000,
    BLZ_LIST_REASON_MAX = 200, /* bytes */
    BLZ_LIST_INDEX_MAX = 24,   /* of a decimal number, with its end */
};
#define BLZ_LIST_FILE_MAX ((size_t)64 << 20)
#define BLZ_LIST_LENGTH_MAX ((size_t)1 << 27) /* 16 MiB of bits: what verifiers unpack at most */

BLZ_DEFINE_AUTO(blz_status_list, blz_status_list_free)

/* Looks at the document of a file and takes it over, also when it is refused. For BLZ_ERR_INVALID `*why` gets
 * static plain words. */
blz_status blz_list_of_document(blz_status_list **out, json_t *document, const char **why) BLZ_MUST_USE;
/* The document of a new list. Errors: BLZ_ERR_ARGUMENT, the reason in `diags`. */
blz_status blz_list_document(json_t **out, const blz_status_list_options *options, blz_diags *diags)
    BLZ_MUST_USE;
/* Says in `diags` why an option cannot be used: BLZ_ERR_ARGUMENT. */
blz_status blz_list_refuse(blz_diags *diags, const char *message, const char *reason, const char *hint)
    BLZ_MUST_USE;

#endif
