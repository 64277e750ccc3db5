#include "unit/unit.h"

#include <stdint.h>

#include "base/arena.h"

START_TEST(memory_is_zeroed_and_aligned)
{
    blz_arena arena = {0};
    for (size_t size = 1; size < 9000; size = size * 3 + 1) {
        unsigned char *memory = blz_arena_alloc(&arena, size);
        ck_assert_ptr_nonnull(memory);
        ck_assert_uint_eq((uintptr_t)memory % sizeof(void *), 0);
        for (size_t i = 0; i < size; i++)
            ck_assert_uint_eq(memory[i], 0);
        memory[size - 1] = 1;
    }
    blz_arena_clear(&arena);
    ck_assert_ptr_null(arena.blocks);
}
END_TEST

START_TEST(texts_are_copies)
{
    blz_arena arena = {0};
    ck_assert_str_eq(blz_arena_strndup(&arena, "evidence", 4), "evid");
    ck_assert_str_eq(blz_arena_printf(&arena, "%s/%d", "levels", 2), "levels/2");
    ck_assert_ptr_null(blz_arena_alloc(&arena, SIZE_MAX));
    blz_arena_clear(&arena);
}
END_TEST

UNIT_MAIN("base/arena", memory_is_zeroed_and_aligned, texts_are_copies)
