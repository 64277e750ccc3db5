#include <pthread.h>
#include <string.h>

#include "codec/json_read.h"
#include "jsonld/embedded.h"
#include "jsonld/run.h"

/* A badge goes through a few dozen of them; whoever writes contexts into documents cannot make more than
 * these. */
enum { LASTING_MAX = 600, DOCUMENTS_MAX = 128, DEPTH_MAX = 64 };

/* What the process has read and made. Whatever is reachable does not change any more; the lock is for adding.
 */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static blz_arena memory;
static size_t made;
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
    *out = atomic_load_explicit(&documents[id], memory_order_acquire);
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

static blz_status make(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                       const json_t *local, const char *base_url, unsigned how)
{
    blz_arena fresh = {0};
    blz_ld_visit visit = {.url = base_url, .depth = 1};
    blz_ld_run own = {.ctx = run->ctx,
                      .arena = &fresh,
                      .lasting = true,
                      .options = run->options,
                      .fault = run->fault,
                      .at = run->at};
    char *kept_url = blz_arena_strdup(&fresh, base_url ? base_url : "");
    blz_status status = kept_url ? BLZ_OK : BLZ_ERR_NOMEM;
    visit.url = kept_url;
    if (status == BLZ_OK) status = blz_ld_process_anew(&own, active, out, local, kept_url, &visit, how);
    if (status == BLZ_OK) status = blz_ld_remember(&own, active, local, how, *out);
    if (status == BLZ_OK)
        blz_arena_adopt(&memory, &fresh);
    else
        blz_arena_clear(&fresh);
    made += status == BLZ_OK;
    return status;
}

blz_status blz_ld_lasting_make(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                               const json_t *local, const char *base_url, unsigned how)
{
    blz_status status = BLZ_OK;
    pthread_mutex_lock(&lock);
    *out = blz_ld_find_known(active, local, how);
    if (!*out && made < LASTING_MAX) status = make(run, active, out, local, base_url, how);
    pthread_mutex_unlock(&lock);
    return status;
}
