#ifndef BLZ_OB2_SCOPE_H
#define BLZ_OB2_SCOPE_H

/* Where an issuer lets its badges be hosted (Open Badges 2.0, VerificationObject and "HostedBadge
 * Verification"): `startsWith` and `allowedOrigins` of its profile, else the host of the profile itself. What
 * is found anywhere else anybody could have written. */

#include <jansson.h>

#include "ob2/say.h"

/* Whether the assertion or endorsement of this id may speak for the issuer. HOSTED_ID_IN_VERIFICATION_SCOPE.
 * `home` is the web
 * address that the issuer is known by: its id, or its url where it has none (0.5). `*within` is set. Errors:
 * BLZ_ERR_NOMEM, or the listener's. */
blz_status blz_ob2_check_scope(bool *within, const blz_ob2_listener *to, const char *pointer,
                               const json_t *id, const json_t *issuer, const json_t *home) BLZ_MUST_USE;

#endif
