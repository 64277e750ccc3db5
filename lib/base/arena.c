#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK_BYTES = 4000 };

struct blz_arena_block {
    struct blz_arena_block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

static struct blz_arena_block *block_for(blz_arena *arena, size_t size)
{
    struct blz_arena_block *block = arena->blocks;
    if (block && block->size - block->used >= size) return block;
    size_t wanted = size > BLOCK_BYTES ? size : BLOCK_BYTES;
    block = blz_calloc(1, sizeof *block + wanted);
    if (!block) return NULL;
    block->size = wanted;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *blz_arena_alloc(blz_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2) return NULL;
    size = (size + align - 1) / align * align;
    struct blz_arena_block *block = block_for(arena, size);
    if (!block) return NULL;
    void *memory = block->bytes + block->used;
    block->used += size;
    return memory;
}

char *blz_arena_strndup(blz_arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX) return NULL;
    char *copy = blz_arena_alloc(arena, length + 1);
    if (copy) memcpy(copy, text, length);
    return copy;
}

char *blz_arena_strdup(blz_arena *arena, const char *text)
{
    return blz_arena_strndup(arena, text, strlen(text));
}

/* Prints right into the block where there is room; where there is not, its end is zeroed again. */
char *blz_arena_vprintf(blz_arena *arena, const char *format, va_list args)
{
    struct blz_arena_block *block = arena->blocks;
    size_t room = block ? block->size - block->used : 0;
    char *text = room ? (char *)block->bytes + block->used : NULL;
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(text, room, format, again);
    va_end(again);
    if (n < 0) return NULL;
    bool fits = (size_t)n < room;
    if (!fits && room) memset(text, 0, room);
    text = blz_arena_alloc(arena, (size_t)n + 1);
    if (text && !fits) vsnprintf(text, (size_t)n + 1, format, args);
    return text;
}

char *blz_arena_printf(blz_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = blz_arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void blz_arena_adopt(blz_arena *arena, blz_arena *other)
{
    struct blz_arena_block **last = &arena->blocks;
    while (*last)
        last = &(*last)->next;
    *last = other->blocks;
    other->blocks = NULL;
}

void blz_arena_clear(blz_arena *arena)
{
    while (arena->blocks) {
        struct blz_arena_block *next = arena->blocks->next;
        blz_free(arena->blocks);
        arena->blocks = next;
    }
}
