#ifndef BLAZON_TESTS_UNIT_CRYPTO_KEYS_H
#define BLAZON_TESTS_UNIT_CRYPTO_KEYS_H

/* A context whose random bytes are the same in every run, so that keys are too, and the failing of
 * allocations. */

#include <string.h>

#include "unit/failing.h"
#include "unit/unit.h"

#include "base/ctx.h"
#include "crypto/key.h"

static inline blz_status counting_random(void *user, uint8_t *out, size_t length)
{
    uint8_t *next = user;
    for (size_t i = 0; i < length; i++)
        out[i] = (*next)++;
    return BLZ_OK;
}

static inline blz_ctx *fixed_ctx(uint8_t *seed)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, counting_random, seed);
    return ctx;
}

/* The key of this type whose secret bytes count up from `seed`. RSA: a new one. */
static inline blz_key *fixed_key(blz_key_type type, uint8_t seed)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    blz_key *key = NULL;
    ck_assert_ok(blz_key_generate(&key, ctx, type, type == BLZ_KEY_RSA ? 2048 : 0));
    return key;
}

#endif
