#ifndef BLZ_BASE_CACHE_H
#define BLZ_BASE_CACHE_H

/* Values by text, as many as a weight allows: what was not asked for the longest goes first. For one thread.
 */

#include "base/mem.h"

typedef struct blz_cache blz_cache;

/* `max` is what all entries together may weigh, in bytes. Errors: BLZ_ERR_NOMEM. */
blz_status blz_cache_new(blz_cache **out, size_t max) BLZ_MUST_USE;
/* Releases the values. NULL is allowed. */
void blz_cache_free(blz_cache *cache);

/* The value under the key, or NULL. Borrowed, until the next blz_cache_put(). */
void *blz_cache_get(blz_cache *cache, const char *key);
/* Puts `value` under a key that has none, and makes room for it. Takes it over in any case: it is released
 * with `release` when it goes, which is at once for one that is too heavy and on errors. `weight` is the
 * value's own; the entry and its key are counted here. Errors: BLZ_ERR_NOMEM. */
blz_status blz_cache_put(blz_cache *cache, const char *key, void *value, size_t weight,
                         void (*release)(void *value)) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_cache, blz_cache_free)

#endif
