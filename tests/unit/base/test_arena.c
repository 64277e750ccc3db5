#include "unit/unit.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "unit/failing.h"

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

/* Texts that fit into the block, that fill it to its last byte, and that do not fit. */
START_TEST(printing_at_the_end_of_a_block)
{
    static char filler[9000];
    memset(filler, 'x', sizeof filler);
    for (int left = 0; left < 200; left += 7) {
        for (int size = 0; size < 220; size++) {
            blz_arena arena = {0};
            ck_assert_ptr_nonnull(blz_arena_alloc(&arena, 4000 - (size_t)left));
            const char *text = blz_arena_printf(&arena, "%.*s", size, filler);
            ck_assert_uint_eq(strlen(text), (size_t)size);
            ck_assert_mem_eq(text, filler, (size_t)size);
            const unsigned char *next = blz_arena_alloc(&arena, 48);
            for (size_t i = 0; i < 48; i++)
                ck_assert_uint_eq(next[i], 0);
            blz_arena_clear(&arena);
        }
    }
}
END_TEST

START_TEST(memory_stays_zeroed_when_printing_fails)
{
    static char filler[5000];
    memset(filler, 'x', sizeof filler - 1);
    blz_arena arena = {0};
    ck_assert_ptr_nonnull(blz_arena_alloc(&arena, 3000));
    struct failing f = {0};
    blz_mem_set_failing(fails_at, &f);
    const char *text = blz_arena_printf(&arena, "%s", filler);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_ptr_null(text);
    const unsigned char *next = blz_arena_alloc(&arena, 900);
    for (size_t i = 0; i < 900; i++)
        ck_assert_uint_eq(next[i], 0);
    blz_arena_clear(&arena);
}
END_TEST

UNIT_MAIN("base/arena", memory_is_zeroed_and_aligned, texts_are_copies, printing_at_the_end_of_a_block,
          memory_stays_zeroed_when_printing_fails)
