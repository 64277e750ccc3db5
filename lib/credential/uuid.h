#ifndef BLZ_CREDENTIAL_UUID_H
#define BLZ_CREDENTIAL_UUID_H

#include "base/mem.h"

enum { BLZ_URN_UUID_MAX = 46 };

/* A random one (RFC 9562, version 4): "urn:uuid:6f1c...". Errors: BLZ_ERR_CRYPTO, or the random source's. */
blz_status blz_urn_uuid(char out[BLZ_URN_UUID_MAX], blz_ctx *ctx) BLZ_MUST_USE;

/* One made of a name, always the same (RFC 9562, version 8): of the first bytes of its SHA-256. Errors:
 * BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
blz_status blz_urn_uuid_of(char out[BLZ_URN_UUID_MAX], const char *name) BLZ_MUST_USE;

#endif
