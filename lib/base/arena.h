#ifndef BLZ_BASE_ARENA_H
#define BLZ_BASE_ARENA_H

/* Memory that is freed all at once: for what lives as long as one document, one collector, one compiled
 * schema. A zeroed blz_arena is an empty one. Every call returns NULL when memory ran out. */

#include <stdarg.h>
#include <stddef.h>

#include "base/mem.h"

typedef struct blz_arena {
    struct blz_arena_block *blocks;
} blz_arena;

/* Zeroed, aligned for every type. */
void *blz_arena_alloc(blz_arena *arena, size_t size) BLZ_MUST_USE;
char *blz_arena_strdup(blz_arena *arena, const char *text) BLZ_MUST_USE;
char *blz_arena_strndup(blz_arena *arena, const char *text, size_t length) BLZ_MUST_USE;
char *blz_arena_printf(blz_arena *arena, const char *format, ...) BLZ_PRINTF(2, 3) BLZ_MUST_USE;
char *blz_arena_vprintf(blz_arena *arena, const char *format, va_list args) BLZ_PRINTF(2, 0) BLZ_MUST_USE;
/* Takes over everything that is in `other`, which is empty afterwards. */
void blz_arena_adopt(blz_arena *arena, blz_arena *other);
void blz_arena_clear(blz_arena *arena);

#endif
