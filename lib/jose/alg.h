#ifndef BLZ_JOSE_ALG_H
#define BLZ_JOSE_ALG_H

/* The algorithms of JWS, one line each: which key they take, or why they are refused. */

#include "crypto/sign.h"

typedef struct blz_jose_alg {
    const char *name;
    blz_key_type type;
    blz_hash hash;
} blz_jose_alg;

/* The algorithm of this name: BLZ_OK. Else BLZ_ERR_INVALID for what can never prove who signed,
 * BLZ_ERR_UNSUPPORTED for what blazon does not know; `*reason` gets static plain words. */
blz_status blz_jose_alg_find(const blz_jose_alg **out, const char *name, const char **reason) BLZ_MUST_USE;
/* The algorithm that keys of this type sign with. Never NULL. */
const blz_jose_alg *blz_jose_alg_of(blz_key_type type);

#endif
