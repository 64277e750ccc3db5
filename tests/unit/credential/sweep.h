#ifndef BLAZON_TESTS_UNIT_CREDENTIAL_SWEEP_H
#define BLAZON_TESTS_UNIT_CREDENTIAL_SWEEP_H

/* Runs one call with its first, second, ... allocation failing, jansson's own included: once each, then from
 * there on. Every run must end in BLZ_ERR_NOMEM, until one has no allocation left to fail and ends in BLZ_OK.
 */

#include <jansson.h>

#include "unit/unit.h"

#include "base/mem.h"

struct sweep {
    size_t at, seen;
    bool persistent;
};

static inline bool sweep_fails(void *user)
{
    struct sweep *sweep = user;
    size_t now = sweep->seen++;
    return sweep->persistent ? now >= sweep->at : now == sweep->at;
}

/* `call` returns a blz_status and cleans up after itself. */
static inline void sweep_run(blz_status (*call)(void *user), void *user)
{
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (int persistent = 0; persistent < 2; persistent++) {
        blz_status status = BLZ_ERR_NOMEM;
        for (size_t at = 0; status != BLZ_OK; at++) {
            struct sweep sweep = {.at = at, .persistent = persistent};
            blz_mem_set_failing(sweep_fails, &sweep);
            status = call(user);
            blz_mem_set_failing(NULL, NULL);
            if (status == BLZ_OK) ck_assert_uint_le(sweep.seen, at);
            if (status != BLZ_OK) ck_assert_int_eq(status, BLZ_ERR_NOMEM);
        }
    }
    json_set_alloc_funcs(malloc, free);
}

#endif
