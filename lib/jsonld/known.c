#include "jsonld/run.h"

#include "rdf/term.h"

/* What contexts led to before. A lasting one is read by all threads and knows only what lasts, too; the rest
 * is known to one run. */

enum { FIRST_SIZE = 16 };

static size_t place_of(const blz_ld_memo *memos, size_t size, const blz_ld_active *from, const json_t *local,
                       unsigned how)
{
    const uintptr_t key[] = {(uintptr_t)from, (uintptr_t)local, how};
    for (size_t i = (size_t)blz_term_hash((const char *)key, sizeof key);; i++) {
        const blz_ld_memo *is = &memos[i & (size - 1)];
        if (!is->from || (is->from == from && is->local == local && is->how == how)) return i & (size - 1);
    }
}

const blz_ld_active *blz_ld_known(const blz_ld_run *run, const blz_ld_active *active, const json_t *local,
                                  unsigned how)
{
    if (active->lasting) {
        const blz_ld_transition *known = atomic_load_explicit(&active->transitions, memory_order_acquire);
        for (; known; known = known->next)
            if (known->local == local && known->how == how) return known->to;
    }
    if (run->memo_count == 0) return NULL;
    return run->memos[place_of(run->memos, run->memo_size, active, local, how)].to;
}

static blz_status reserve(blz_ld_run *run)
{
    if (run->memos && (run->memo_count + 1) * 2 <= run->memo_size) return BLZ_OK;
    size_t size = run->memo_size ? run->memo_size * 2 : FIRST_SIZE;
    blz_ld_memo *memos = blz_arena_alloc(run->arena, size * sizeof *memos);
    BLZ_TRY_MEM(memos);
    for (size_t i = 0; run->memos && i < run->memo_size; i++) {
        const blz_ld_memo *is = &run->memos[i];
        if (is->from) memos[place_of(memos, size, is->from, is->local, is->how)] = *is;
    }
    run->memos = memos;
    run->memo_size = size;
    return BLZ_OK;
}

blz_status blz_ld_remember(blz_ld_run *run, const blz_ld_active *active, const json_t *local, unsigned how,
                           const blz_ld_active *to)
{
    BLZ_TRY(reserve(run));
    run->memos[place_of(run->memos, run->memo_size, active, local, how)] =
        (blz_ld_memo){.from = active, .to = to, .local = local, .how = how};
    run->memo_count++;
    return BLZ_OK;
}
