#include <string.h>

#include "jsonld/to_rdf.h"
#include "rdf/term.h"

enum { FIRST_SIZE = 16 };

typedef struct blz_ld_sight {
    const char *key;
    size_t length;
    uint64_t hash;
    const void *value;
} sight;

static sight *place_of(sight *sights, size_t size, const char *key, size_t length, uint64_t hash)
{
    for (size_t i = (size_t)hash;; i++) {
        sight *is = &sights[i & (size - 1)];
        if (!is->key || (is->hash == hash && is->length == length && memcmp(is->key, key, length) == 0))
            return is;
    }
}

static blz_status reserve(blz_ld_seen *seen, blz_arena *arena)
{
    if (seen->sights && (seen->count + 1) * 2 <= seen->size) return BLZ_OK;
    size_t size = seen->size ? seen->size * 2 : FIRST_SIZE;
    sight *sights = blz_arena_alloc(arena, size * sizeof *sights);
    BLZ_TRY_MEM(sights);
    for (size_t i = 0; seen->sights && i < seen->size; i++) {
        const sight *is = &seen->sights[i];
        if (is->key) *place_of(sights, size, is->key, is->length, is->hash) = *is;
    }
    seen->sights = sights;
    seen->size = size;
    return BLZ_OK;
}

blz_status blz_ld_see(blz_ld_seen *seen, blz_arena *arena, const char *key, size_t length,
                      const void ***value)
{
    uint64_t hash = blz_term_hash(key, length);
    BLZ_TRY(reserve(seen, arena));
    sight *place = place_of(seen->sights, seen->size, key, length, hash);
    if (!place->key) {
        char *copy = blz_arena_strndup(arena, key, length);
        BLZ_TRY_MEM(copy);
        *place = (sight){.key = copy, .length = length, .hash = hash};
        seen->count++;
    }
    *value = &place->value;
    return BLZ_OK;
}
