#include <string.h>

#include "codec/json_const.h"
#include "codec/json_copy.h"
#include "codec/json_read.h"
#include "jsonld/embedded.h"
#include "jsonld/run.h"

/* Remote contexts. Those of the library come first; a loader is asked for the others, and what it gave is
 * kept on the context of the caller, so that the next document has it, too. */

typedef blz_ld_kept kept;

typedef struct shelf {
    kept *first;
    size_t count;
} shelf;

enum { KEPT_MAX = 64 };

static void free_kept(kept *list)
{
    while (list) {
        kept *next = list->next;
        blz_free(list->url);
        json_decref(list->json);
        blz_free(list);
        list = next;
    }
}

static void free_shelf(void *value)
{
    shelf *s = value;
    free_kept(s->first);
    blz_free(s);
}

static shelf *shelf_of(blz_ctx *ctx)
{
    shelf *s = blz_ctx_kept(ctx, BLZ_SLOT_CONTEXTS);
    if (s) return s;
    s = blz_calloc(1, sizeof *s);
    if (s) blz_ctx_keep(ctx, BLZ_SLOT_CONTEXTS, s, free_shelf);
    return s;
}

static const json_t *find(const kept *list, const char *url)
{
    for (; list; list = list->next)
        if (list->url && strcmp(list->url, url) == 0) return list->json;
    return NULL;
}

/* Takes `json` over, also when it fails. */
static blz_status add(kept **list, const char *url, json_t *json)
{
    kept *entry = blz_calloc(1, sizeof *entry);
    char *copy = url ? blz_strdup(url) : NULL;
    if (!entry || (url && !copy)) {
        blz_free(entry);
        blz_free(copy);
        json_decref(json);
        return BLZ_ERR_NOMEM;
    }
    *entry = (kept){*list, copy, json};
    *list = entry;
    return BLZ_OK;
}

static blz_status not_to_be_had(blz_ld_run *run, const char *url, const char *why)
{
    blz_status status =
        why ? blz_ld_refuse(run, run->at, "loading remote context failed", NULL,
                            "the context \"%s\" is not to be had: %s", url, why)
            : blz_ld_refuse(run, run->at, "loading remote context failed", NULL,
                            "the context \"%s\" is not to be had; give it with --map, or use --online", url);
    return status == BLZ_ERR_INVALID ? BLZ_ERR_NOT_FOUND : status;
}

static blz_status parse(blz_ld_run *run, json_t **out, const blz_document *document, const char *url)
{
    const char *reason = NULL;
    blz_status status = blz_json_parse(out, document->bytes, document->length,
                                       blz_ctx_limit(run->ctx, BLZ_LIMIT_DEPTH), NULL, &reason);
    if (status == BLZ_OK || status == BLZ_ERR_NOMEM) return status;
    return blz_ld_refuse(run, run->at, "loading remote context failed", NULL,
                         "the context \"%s\" is not JSON that can be read: %s", url, reason ? reason : "");
}

static blz_status fetch(blz_ld_run *run, const json_t **out, const char *url)
{
    BLZ_SCOPED(blz_document) document = {0};
    json_t *json = NULL;
    shelf *s = shelf_of(run->ctx);
    BLZ_TRY_MEM(s);
    *out = find(s->first, url);
    if (!*out) *out = find(run->remote, url);
    if (*out) return BLZ_OK;
    if (++run->remotes > BLZ_LD_REMOTE_MAX)
        return blz_ld_refuse(run, run->at, "context overflow", NULL,
                             "the document asks for more than %d remote contexts", BLZ_LD_REMOTE_MAX);
    blz_status status = blz_ctx_load(run->ctx, url, &document);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK) return not_to_be_had(run, url, blz_document_trouble(&document, status));
    BLZ_TRY(parse(run, &json, &document, url));
    *out = json;
    bool room = s->count < KEPT_MAX;
    BLZ_TRY(add(room ? &s->first : &run->remote, url, json));
    s->count += room;
    return BLZ_OK;
}

blz_status blz_ld_load(blz_ld_run *run, const json_t **out, bool *lasting, const char *url)
{
    size_t id = 0;
    const json_t *document = NULL;
    *lasting = blz_ld_embedded(url, &id) != NULL;
    if (*lasting) {
        BLZ_TRY(run->lasting ? blz_ld_lasting_read(out, id) : blz_ld_lasting_document(out, id));
        return BLZ_OK;
    }
    BLZ_TRY(fetch(run, &document, url));
    *out = json_is_object(document) ? json_object_get(document, "@context") : NULL;
    if (*out) return BLZ_OK;
    return blz_ld_refuse(run, run->at, "invalid remote context", NULL,
                         "the document \"%s\" is no context: it is not an object with @context", url);
}

void blz_ld_forget_remote(blz_ld_run *run)
{
    free_kept(run->remote);
    run->remote = NULL;
}

blz_status blz_ld_keep(blz_ld_run *run, const json_t **out, json_t *value)
{
    BLZ_TRY_MEM(value);
    *out = value;
    return add(&run->remote, NULL, value);
}

blz_status blz_ld_keep_merged(blz_ld_run *run, const json_t **out, const json_t *under, const json_t *over)
{
    json_t *merged = NULL;
    BLZ_TRY(blz_json_copy(&merged, under));
    if (json_object_update(merged, blz_json_unconst(over)) != 0) {
        json_decref(merged);
        return BLZ_ERR_NOMEM;
    }
    return blz_ld_keep(run, out, merged);
}
