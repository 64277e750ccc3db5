#ifndef BLZ_CREDENTIAL_JWT_VC_H
#define BLZ_CREDENTIAL_JWT_VC_H

/* The JWT form of a credential (Open Badges 3.0, 8.2; VC Data Model 1.1, 6.3.1): the payload is the
 * credential (VC 2.0) or wraps it in `vc` (VC 1.1), and repeats the issuer, id, subject and dates as claims.
 * Each check below gives one answer; it needs no memory. */

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "credential/model.h"

typedef enum blz_claim_outcome {
    BLZ_CLAIM_AGREES = 0,       /* it is there and says what the credential says */
    BLZ_CLAIM_NOT_NEEDED,       /* it is not there and need not be */
    BLZ_CLAIM_MISSING,          /* it is not there and must be */
    BLZ_CLAIM_MALFORMED,        /* it is there and is not what it has to be (text, a number of seconds) */
    BLZ_CLAIM_DISAGREES,        /* it says something else than the credential */
    BLZ_CLAIM_ROUNDED,          /* the same second, but one of the two has a fraction that the other lacks */
    BLZ_CLAIM_PROPERTY_MISSING, /* it is there, but the credential lacks what it repeats */
} blz_claim_outcome;

typedef struct blz_claim_answer {
    blz_claim_outcome outcome;
    const char *claim;    /* "iss" */
    const char *property; /* what it repeats: "issuer.id" */
    const char *pointer;  /* into the payload; static */
    const char *message;  /* plain words, static, without a full stop */
} blz_claim_answer;

/* The credential inside a payload (borrowed), by the presence of `vc`; NULL if `vc` is not an object. */
const json_t *blz_vc_jwt_credential(const json_t *payload);

/* Whether the presence of `vc` agrees with the version in @context[0]. */
blz_claim_answer blz_vc_jwt_vc(const json_t *payload);
blz_claim_answer blz_vc_jwt_iss(const json_t *payload);
blz_claim_answer blz_vc_jwt_jti(const json_t *payload);
blz_claim_answer blz_vc_jwt_sub(const json_t *payload);
blz_claim_answer blz_vc_jwt_nbf(const json_t *payload);
/* An exp without a validUntil is BLZ_CLAIM_PROPERTY_MISSING: it sets the end. */
blz_claim_answer blz_vc_jwt_exp(const json_t *payload);

/* All of them, in this order, for a loop. */
typedef blz_claim_answer blz_claim_check(const json_t *payload);
extern blz_claim_check *const blz_vc_jwt_checks[];
extern const size_t blz_vc_jwt_check_count;

/* A NumericDate (RFC 7519, 2) as whole seconds, rounded down, and nanoseconds (what a double can tell of
 * them). False for what is not a number, or beyond the year 9999. `nanos` may be NULL. */
bool blz_numeric_date(int64_t *seconds, int *nanos, const json_t *value);

#endif
