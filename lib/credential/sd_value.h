#ifndef BLZ_CREDENTIAL_SD_VALUE_H
#define BLZ_CREDENTIAL_SD_VALUE_H

/* The value of an ecdsa-sd-2023 proof that a holder derived to show a part of a credential (VC-DI-ECDSA,
 * 3.4.7 and 3.4.8). */

#include <stdint.h>

#include "base/arena.h"

enum {
    BLZ_SD_SIGNATURE = 64, /* bytes of a signature with P-256 */
    BLZ_SD_KEY = 35,       /* of a public key for P-256 behind its multicodec prefix */
    BLZ_SD_LABEL = 32,     /* of an HMAC with SHA-256 */
};

/* Borrows nothing; lives in the arena it was read into. */
typedef struct blz_sd_value {
    const uint8_t *base_signature;    /* BLZ_SD_SIGNATURE bytes, by the issuer's key */
    const uint8_t *key;               /* BLZ_SD_KEY bytes: the key made for this one credential */
    const uint8_t *const *signatures; /* by that key: one for each statement that need not be shown */
    size_t signature_count;
    const char *const *labels; /* by N of "c14nN": the name that the blank node had when it was signed */
    size_t label_count;        /* each N below it has one, and no two are the same */
    const uint64_t *mandatory; /* which of the statements, in their order, are always shown */
    size_t mandatory_count;
} blz_sd_value;

/* Reads a proofValue. Errors: BLZ_ERR_INVALID with `*problem`, static words that go behind "the proof value
 * is none that can be checked: "; BLZ_ERR_NOMEM. */
blz_status blz_sd_value_read(blz_sd_value *out, blz_arena *arena, const char **problem, const char *text)
    BLZ_MUST_USE;

#endif
