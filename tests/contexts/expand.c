/* Do two documents come to the same? Standard input is one JSON object:
 *   {"contexts": {URL: DOCUMENT}, "jobs": [{"name": TEXT, "first": {}, "second": {}}], "safe": [{"name":
 * TEXT, "document": {}}]} where contexts are those that a loader has beside the ones of the library. Standard
 * output is another:
 *   {"equal": COUNT, "different": [name], "refused": COUNT, "statements": COUNT, "safe": [name], "unsafe":
 * [name]} */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ctx.h"
#include "jsonld/jsonld.h"
#include "rdf/nquads.h"

enum { QUADS_MAX = 100000, TEXT_MAX = 1 << 26 };

/* What a document comes to. */
typedef struct outcome {
    blz_status status;
    blz_ld_fault fault;
    json_t *expanded;
    blz_dataset data;
    blz_buf quads;
} outcome;

static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(EXIT_FAILURE);
}

static blz_status load(void *user, const char *url, blz_document *out)
{
    const json_t *document = json_object_get(user, url);
    if (!document) return BLZ_ERR_NOT_FOUND;
    char *text = json_dumps(document, JSON_COMPACT);
    if (!text) fail("no memory");
    out->length = strlen(text);
    out->bytes = blz_strdup(text);
    free(text);
    return out->bytes ? BLZ_OK : BLZ_ERR_NOMEM;
}

static void clear(outcome *o)
{
    blz_ld_fault_clear(&o->fault);
    json_decref(o->expanded);
    blz_dataset_clear(&o->data);
    blz_buf_clear(&o->quads);
}

static void run(outcome *o, blz_ctx *ctx, const json_t *document)
{
    const blz_ld_options options = {.base = "https://base.example/"};
    *o = (outcome){.data = {.max_quads = QUADS_MAX}, .quads = BLZ_BUF(TEXT_MAX)};
    o->status = blz_ld_expand(&o->expanded, ctx, document, &options, &o->fault);
    if (o->status != BLZ_OK) return;
    o->status = blz_ld_to_rdf(&o->data, ctx, document, &options, &o->fault);
    if (o->status == BLZ_OK && blz_nquads_write(&o->quads, &o->data) != BLZ_OK) fail("no memory");
}

static bool same(const outcome *a, const outcome *b)
{
    if (a->status != b->status) return false;
    if (a->status != BLZ_OK)
        return a->fault.code && b->fault.code && strcmp(a->fault.code, b->fault.code) == 0;
    return json_equal(a->expanded, b->expanded) && a->quads.length == b->quads.length &&
           (a->quads.length == 0 || memcmp(a->quads.data, b->quads.data, a->quads.length) == 0);
}

static void compare(blz_ctx *ctx, const json_t *jobs, json_t *answer)
{
    json_int_t equal = 0, refused = 0, statements = 0;
    json_t *different = json_array(), *job;
    size_t i;
    json_array_foreach (jobs, i, job) {
        outcome first, second;
        run(&first, ctx, json_object_get(job, "first"));
        run(&second, ctx, json_object_get(job, "second"));
        if (same(&first, &second))
            equal++;
        else
            json_array_append(different, json_object_get(job, "name"));
        refused += first.status != BLZ_OK;
        for (size_t c = 0; c < first.quads.length; c++)
            statements += first.quads.data[c] == '\n';
        clear(&first);
        clear(&second);
    }
    json_object_set_new(answer, "equal", json_integer(equal));
    json_object_set_new(answer, "different", different);
    json_object_set_new(answer, "refused", json_integer(refused));
    json_object_set_new(answer, "statements", json_integer(statements));
}

static void try_safe(blz_ctx *ctx, const json_t *jobs, json_t *answer)
{
    json_t *safe = json_array(), *unsafe = json_array(), *job;
    size_t i;
    json_array_foreach (jobs, i, job) {
        json_t *expanded = NULL;
        blz_ld_fault fault = {0};
        blz_status status = blz_ld_expand(&expanded, ctx, json_object_get(job, "document"),
                                          &(blz_ld_options){.safe = true}, &fault);
        bool refused = status == BLZ_ERR_INVALID && fault.code && strcmp(fault.code, "safe mode") == 0;
        if (status != BLZ_OK && !refused) fail("a document is refused for another reason");
        json_array_append(refused ? unsafe : safe, json_object_get(job, "name"));
        json_decref(expanded);
        blz_ld_fault_clear(&fault);
    }
    json_object_set_new(answer, "safe", safe);
    json_object_set_new(answer, "unsafe", unsafe);
}

int main(void)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    json_t *request = json_loadf(stdin, 0, NULL), *answer = json_object();
    if (!request || !answer || blz_ctx_new(&ctx) != BLZ_OK) fail("cannot start");
    blz_ctx_set_loader(ctx, load, json_object_get(request, "contexts"));
    compare(ctx, json_object_get(request, "jobs"), answer);
    try_safe(ctx, json_object_get(request, "safe"), answer);
    json_dumpf(answer, stdout, 0);
    json_decref(request);
    json_decref(answer);
    return EXIT_SUCCESS;
}
