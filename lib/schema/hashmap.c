#include "schema/hashmap.h"

#include <stdint.h>
#include <string.h>

/* `text` NULL: the key is the address. */
struct blz_hashmap_slot {
    const char *text;
    const void *address;
    void *value;
};

typedef struct blz_hashmap_slot slot;

static uint64_t mix(uint64_t hash)
{
    hash ^= hash >> 33;
    hash *= UINT64_C(0xff51afd7ed558ccd);
    return hash ^ hash >> 33;
}

static uint64_t hash_of(const slot *key)
{
    if (!key->text) return mix((uint64_t)(uintptr_t)key->address);
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (const char *p = key->text; *p; p++)
        hash = (hash ^ (unsigned char)*p) * UINT64_C(0x100000001b3);
    return mix(hash);
}

static bool same(const slot *a, const slot *b)
{
    if (!a->text || !b->text) return !a->text && !b->text && a->address == b->address;
    return strcmp(a->text, b->text) == 0;
}

/* The slot that has the key, or the free one where it belongs. The capacity is a power of two and never full.
 */
static slot *find(slot *slots, size_t capacity, const slot *key)
{
    size_t i = (size_t)hash_of(key) & (capacity - 1);
    while (slots[i].value && !same(&slots[i], key))
        i = (i + 1) & (capacity - 1);
    return &slots[i];
}

static void *get(const blz_hashmap *map, const slot *key)
{
    return map->count ? find(map->slots, map->capacity, key)->value : NULL;
}

static blz_status grow(blz_hashmap *map)
{
    if (map->count * 4 < map->capacity * 3) return BLZ_OK;
    size_t capacity = map->capacity ? map->capacity * 2 : 32;
    slot *slots = blz_calloc(capacity, sizeof *slots);
    if (!slots) return BLZ_ERR_NOMEM;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].value) *find(slots, capacity, &map->slots[i]) = map->slots[i];
    blz_free(map->slots);
    map->slots = slots;
    map->capacity = capacity;
    return BLZ_OK;
}

static blz_status put(blz_hashmap *map, const slot *entry)
{
    BLZ_TRY(grow(map));
    slot *place = find(map->slots, map->capacity, entry);
    if (!place->value) map->count++;
    *place = *entry;
    return BLZ_OK;
}

void *blz_hashmap_get(const blz_hashmap *map, const char *key)
{
    return get(map, &(slot){.text = key});
}

void *blz_hashmap_get_address(const blz_hashmap *map, const void *address)
{
    return get(map, &(slot){.address = address});
}

blz_status blz_hashmap_put(blz_hashmap *map, const char *key, void *value)
{
    return put(map, &(slot){.text = key, .value = value});
}

blz_status blz_hashmap_put_address(blz_hashmap *map, const void *address, void *value)
{
    return put(map, &(slot){.address = address, .value = value});
}

void blz_hashmap_clear(blz_hashmap *map)
{
    blz_free(map->slots);
    *map = (blz_hashmap){0};
}
