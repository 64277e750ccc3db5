#ifndef BLAZON_TESTS_FAILING_H
#define BLAZON_TESTS_FAILING_H

/* Runs a piece of code with the first, the second, ... allocation of the library failing, and a last time
 * with none:
 *
 *     for (EACH_ALLOCATION_FAILS(f)) {
 *         blz_mem_set_failing(fails_at, &f);
 *         status = call();
 *         blz_mem_set_failing(NULL, NULL);
 *         ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
 *     }
 */

#include "base/mem.h"

struct failing {
    size_t at, seen;
};

static inline bool fails_at(void *user)
{
    struct failing *failing = user;
    return failing->seen++ == failing->at;
}

/* Whether an allocation failed in this round. */
static inline bool failed(const struct failing *failing)
{
    return failing->seen > failing->at;
}

#define EACH_ALLOCATION_FAILS(f)                                                                             \
    struct failing f = {.at = 0, .seen = 0}, *f##_go = &f;                                                   \
    f##_go;                                                                                                  \
    f##_go = failed(&f) ? (f.at++, f.seen = 0, &f) : NULL

#endif
