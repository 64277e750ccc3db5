#ifndef BLZ_DID_SELF_H
#define BLZ_DID_SELF_H

/* The one verification method of a did:key or a did:jwk, made from its name alone. Its document says the
 * same, but writing that and reading it again would make the key twice, and that is dear. */

#include <stdbool.h>

#include "did/method.h"

/* Whether this is the URL of that method: did:key:KEY#KEY or did:jwk:JWK#0. */
bool blz_is_self_method(const char *url);
/* As blz_verification_method_find() for such a URL. */
blz_status blz_self_method(blz_verification_method **out, const char *url, char **reason) BLZ_MUST_USE;

#endif
