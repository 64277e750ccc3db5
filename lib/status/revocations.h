#ifndef BLZ_STATUS_REVOCATIONS_H
#define BLZ_STATUS_REVOCATIONS_H

/* The older way of 1EdTech: a document that names what was revoked, `{id, issuer, revokedCredential: [{id,
 * revoked, revocationReason}]}`, not signed, and given up for Bitstring Status List in 2025. */

#include <jansson.h>

#include "base/mem.h"

/* Whether the document has the shape of such a list; `*why` gets static plain words if not. */
bool blz_revocations_are(const json_t *document, const char **why);
/* The credentials that it calls revoked: id -> the entry. A new reference. `revoked` is true where it is left
 * out. Errors: BLZ_ERR_NOMEM. */
blz_status blz_revocations_by_id(json_t **out, const json_t *document) BLZ_MUST_USE;

#endif
