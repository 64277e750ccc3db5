#include "base/cache.h"

#include <stdint.h>
#include <string.h>

enum { BUCKETS = 512 };

typedef struct entry {
    struct entry *next;          /* in the bucket */
    struct entry *newer, *older; /* by when they were asked for last */
    struct entry **bucket;
    void *value;
    void (*release)(void *value);
    size_t weight;
    char key[];
} entry;

struct blz_cache {
    size_t weight, max;
    entry *newest, *oldest;
    entry *buckets[BUCKETS];
};

blz_status blz_cache_new(blz_cache **out, size_t max)
{
    blz_cache *cache = blz_calloc(1, sizeof *cache);
    if (!cache) return BLZ_ERR_NOMEM;
    cache->max = max;
    *out = cache;
    return BLZ_OK;
}

static entry **bucket_of(blz_cache *cache, const char *key)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (const char *p = key; *p; p++)
        hash = (hash ^ (unsigned char)*p) * UINT64_C(0x100000001b3);
    return &cache->buckets[(hash ^ hash >> 32) % BUCKETS];
}

static void unlink_age(blz_cache *cache, entry *e)
{
    *(e->newer ? &e->newer->older : &cache->newest) = e->older;
    *(e->older ? &e->older->newer : &cache->oldest) = e->newer;
}

static void make_newest(blz_cache *cache, entry *e)
{
    e->newer = NULL;
    e->older = cache->newest;
    *(e->older ? &e->older->newer : &cache->oldest) = e;
    cache->newest = e;
}

static void drop_oldest(blz_cache *cache)
{
    entry *e = cache->oldest, **link = e->bucket;
    while (*link != e)
        link = &(*link)->next;
    *link = e->next;
    unlink_age(cache, e);
    cache->weight -= e->weight;
    e->release(e->value);
    blz_free(e);
}

void blz_cache_free(blz_cache *cache)
{
    if (!cache) return;
    while (cache->oldest)
        drop_oldest(cache);
    blz_free(cache);
}

void *blz_cache_get(blz_cache *cache, const char *key)
{
    entry *e = *bucket_of(cache, key);
    while (e && strcmp(e->key, key) != 0)
        e = e->next;
    if (!e) return NULL;
    unlink_age(cache, e);
    make_newest(cache, e);
    return e->value;
}

static blz_status put(blz_cache *cache, const char *key, void *value, size_t weight,
                      void (*release)(void *value))
{
    size_t length = strlen(key);
    entry *e = blz_malloc(sizeof *e + length + 1);
    if (!e) return BLZ_ERR_NOMEM;
    *e = (entry){.bucket = bucket_of(cache, key), .value = value, .release = release, .weight = weight};
    memcpy(e->key, key, length + 1);
    while (cache->oldest && cache->max - cache->weight < weight)
        drop_oldest(cache);
    e->next = *e->bucket;
    *e->bucket = e;
    make_newest(cache, e);
    cache->weight += weight;
    return BLZ_OK;
}

blz_status blz_cache_put(blz_cache *cache, const char *key, void *value, size_t weight,
                         void (*release)(void *value))
{
    size_t own = sizeof(entry) + strlen(key) + 1;
    bool fits = weight <= cache->max && own <= cache->max - weight;
    blz_status status = fits ? put(cache, key, value, weight + own, release) : BLZ_OK;
    if (!fits || status != BLZ_OK) release(value);
    return status;
}
