#include <pthread.h>
#include <string.h>

#include "codec/json_read.h"
#include "jsonld/embedded.h"
#include "jsonld/run.h"

/* What all of them may cost together, in the units of BLZ_LD_WORK_MAX. The contexts of a badge take about one
 * in thirty; whoever writes other combinations into documents cannot make the process grow beyond it. */
enum { LASTING_WORK_MAX = 400000, DOCUMENTS_MAX = 128, DEPTH_MAX = 64 };

/* What the process has read and made. Whatever is reachable does not change any more; the lock is for adding.
 */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static blz_arena memory;
static _Atomic(size_t) spent;
static _Atomic(const json_t *) documents[DOCUMENTS_MAX];
static blz_ld_active initial = {.lasting = true};

const blz_ld_active *blz_ld_lasting_initial(void)
{
    return &initial;
}

blz_status blz_ld_lasting_read(const json_t **out, size_t id)
{
    const blz_embedded *file = blz_ld_embedded_at(id);
    json_auto_t *json = NULL;
    *out = atomic_load_explicit(&documents[id], memory_order_relaxed);
    if (*out) return BLZ_OK;
    BLZ_TRY(blz_json_parse(&json, file->data, file->length, DEPTH_MAX, NULL, NULL));
    *out = json_incref(json_object_get(json, "@context"));
    atomic_store_explicit(&documents[id], *out, memory_order_release);
    return BLZ_OK;
}

blz_status blz_ld_lasting_document(const json_t **out, size_t id)
{
    *out = atomic_load_explicit(&documents[id], memory_order_acquire);
    if (*out) return BLZ_OK;
    pthread_mutex_lock(&lock);
    blz_status status = blz_ld_lasting_read(out, id);
    pthread_mutex_unlock(&lock);
    return status;
}

/* Only who has the lock changes what lasts, and only what nobody reads yet, or reads atomically. */
static blz_ld_active *writable(const blz_ld_active *active)
{
    union {
        const blz_ld_active *in;
        blz_ld_active *out;
    } same = {active};
    return same.out;
}

/* Who reads `transitions` sees all that was written before. */
static blz_status publish(const blz_ld_active *active, blz_arena *arena, const json_t *local, unsigned how,
                          const blz_ld_active *to)
{
    blz_ld_transition *next = blz_arena_alloc(arena, sizeof *next);
    BLZ_TRY_MEM(next);
    *next =
        (blz_ld_transition){atomic_load_explicit(&active->transitions, memory_order_relaxed), local, how, to};
    atomic_store_explicit(&writable(active)->transitions, next, memory_order_release);
    return BLZ_OK;
}

static blz_status make(blz_ld_run *own, const blz_ld_active *active, const blz_ld_active **out,
                       blz_ld_local local, unsigned how)
{
    const blz_ld_active *made_now = NULL;
    local.base_url = blz_arena_strdup(own->arena, local.base_url);
    BLZ_TRY_MEM(local.base_url);
    blz_ld_visit visit = {.url = local.base_url, .depth = 1};
    BLZ_TRY(blz_ld_process_anew(own, active, &made_now, local, &visit, how));
    BLZ_TRY(blz_ld_charge(own, blz_ld_active_places(made_now)));
    BLZ_TRY(blz_ld_active_flatten(writable(made_now), own->arena));
    BLZ_TRY(publish(active, own->arena, local.json, how, made_now));
    *out = made_now;
    return BLZ_OK;
}

static blz_status make_and_keep(const blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                                blz_ld_local local, unsigned how)
{
    blz_arena fresh = {0};
    blz_ld_run own = {.ctx = run->ctx,
                      .arena = &fresh,
                      .lasting = true,
                      .options = run->options,
                      .fault = run->fault,
                      .at = run->at};
    blz_status status = make(&own, active, out, local, how);
    if (status != BLZ_OK) {
        blz_arena_clear(&fresh);
        return status;
    }
    blz_arena_adopt(&memory, &fresh);
    atomic_fetch_add_explicit(&spent, own.work, memory_order_relaxed);
    return BLZ_OK;
}

blz_status blz_ld_lasting_process(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                                  blz_ld_local local, unsigned how)
{
    blz_status status = BLZ_OK;
    if (atomic_load_explicit(&spent, memory_order_relaxed) >= LASTING_WORK_MAX) return BLZ_OK;
    pthread_mutex_lock(&lock);
    *out = blz_ld_known(run, active, local.json, how); /* another thread may have been faster */
    if (!*out) status = make_and_keep(run, active, out, local, how);
    pthread_mutex_unlock(&lock);
    return status;
}

blz_status blz_ld_context_kind(const char *url, bool *known, bool *open)
{
    size_t id = 0;
    const json_t *context = NULL;
    *known = blz_ld_embedded(url, &id) != NULL;
    *open = false;
    if (!*known) return BLZ_OK;
    BLZ_TRY(blz_ld_lasting_document(&context, id));
    const json_t *vocab = json_object_get(context, "@vocab");
    for (size_t i = 0; i < json_array_size(context); i++)
        if (!vocab) vocab = json_object_get(json_array_get(context, i), "@vocab");
    *open = json_is_string(vocab);
    return BLZ_OK;
}
