#ifndef BLZ_OB2_REVOCATION_H
#define BLZ_OB2_REVOCATION_H

/* Entries of a RevocationList: the id of a badge, or an object with an `id` or, from before 1.1, a `uid`. */

#include <jansson.h>
#include <stdbool.h>

/* Whether the list has an entry for this assertion or endorsement; `*reason` gets its revocationReason, or
 * NULL. Borrowed. */
bool blz_ob2_is_revoked(const char **reason, const json_t *list, const json_t *assertion);

#endif
