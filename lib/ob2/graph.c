#include "ob2/graph.h"

#include <string.h>

#include "ob2/value.h"

struct blz_ob2_graph {
    blz_ctx *ctx;
    blz_ob2_names *names;
    blz_ob2_document **documents;
    size_t count, bytes;
    blz_ob2_document too_many; /* in the place of all that are beyond the caps */
    bool refetch;
};

blz_status blz_ob2_graph_new(blz_ob2_graph **out, blz_ctx *ctx, bool refetch)
{
    BLZ_AUTO(blz_ob2_graph) graph = blz_calloc(1, sizeof *graph);
    BLZ_TRY_MEM(graph);
    graph->ctx = ctx;
    graph->refetch = refetch;
    BLZ_TRY(blz_ob2_names_new(&graph->names, ctx, NULL));
    *out = BLZ_STEAL(graph);
    return BLZ_OK;
}

static void document_free(blz_ob2_document *document)
{
    blz_ob2_document_clear(document);
    blz_free(document);
}

void blz_ob2_graph_free(blz_ob2_graph *graph)
{
    if (!graph) return;
    for (size_t i = 0; i < graph->count; i++)
        document_free(graph->documents[i]);
    blz_free(graph->documents);
    blz_ob2_document_clear(&graph->too_many);
    blz_ob2_names_free(graph->names);
    blz_free(graph);
}

/* Makes room for one more, which is empty. */
static blz_status append(blz_ob2_document **out, blz_ob2_graph *graph)
{
    blz_ob2_document **documents = blz_realloc(graph->documents, (graph->count + 1) * sizeof(void *));
    BLZ_TRY_MEM(documents);
    graph->documents = documents;
    *out = blz_calloc(1, sizeof **out);
    BLZ_TRY_MEM(*out);
    documents[graph->count++] = *out;
    return BLZ_OK;
}

blz_status blz_ob2_graph_add(const blz_ob2_document **out, blz_ob2_graph *graph, json_t *raw)
{
    blz_ob2_document *document = NULL;
    BLZ_TRY(append(&document, graph));
    *out = document;
    return blz_ob2_document_read(document, graph->ctx, graph->names, raw);
}

static const blz_ob2_document *find(const blz_ob2_graph *graph, const char *url)
{
    for (size_t i = 0; i < graph->count; i++) {
        const char *known = graph->documents[i]->url;
        if (known && strcmp(known, url) == 0) return graph->documents[i];
    }
    return NULL;
}

static blz_status give_up(blz_ob2_document *document)
{
    if (document->why) return BLZ_OK;
    document->why = blz_strdup("the badge leads to more documents than blazon reads for one");
    document->status = BLZ_ERR_LIMIT;
    BLZ_TRY_MEM(document->why);
    return BLZ_OK;
}

blz_status blz_ob2_graph_get(const blz_ob2_document **out, blz_ob2_graph *graph, const char *url)
{
    blz_ob2_document *document = NULL;
    size_t bytes = 0;
    *out = find(graph, url);
    if (*out) return BLZ_OK;
    bool full =
        graph->count >= BLZ_OB2_DOCUMENTS_MAX || graph->bytes > blz_ctx_limit(graph->ctx, BLZ_LIMIT_BYTES);
    if (full) {
        *out = &graph->too_many;
        return give_up(&graph->too_many);
    }
    BLZ_TRY(append(&document, graph));
    *out = document;
    blz_status status = blz_ob2_document_load(document, &bytes, graph->ctx, graph->names, url);
    graph->bytes += bytes;
    return status;
}

/* An object of the same document, or one that was handed in, with this id. */
static json_t *find_embedded(const blz_ob2_graph *graph, const char *id)
{
    for (size_t i = 0; i < graph->count; i++) {
        const char *known = json_string_value(json_object_get(graph->documents[i]->node, "id"));
        if (!graph->documents[i]->url && known && strcmp(known, id) == 0) return graph->documents[i]->node;
    }
    return NULL;
}

static const char *id_of(const json_t *node)
{
    return json_string_value(json_object_get(node, "id"));
}

/* What is served at a web address. */
static blz_status follow_url(blz_ob2_target *out, blz_ob2_graph *graph)
{
    BLZ_TRY(blz_ob2_graph_get(&out->document, graph, out->id));
    out->node = out->document->node;
    const char *declared = id_of(out->node);
    if (!declared || strcmp(declared, out->id) == 0) return BLZ_OK;
    out->moved = out->document;
    if (!graph->refetch || !blz_ob2_value_is(BLZ_OB2_URL, json_object_get(out->node, "id"))) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_get(&out->document, graph, declared));
    const char *confirmed = id_of(out->document->node);
    out->node = confirmed && strcmp(confirmed, declared) == 0 ? out->document->node : NULL;
    return BLZ_OK;
}

blz_status blz_ob2_graph_follow(blz_ob2_target *out, blz_ob2_graph *graph, json_t *value)
{
    json_t *id = json_is_object(value) ? json_object_get(value, "id") : value;
    *out = (blz_ob2_target){.id = json_string_value(id)};
    if (blz_ob2_value_is(BLZ_OB2_URL, id)) return follow_url(out, graph);
    if (json_is_object(value))
        out->node = value;
    else if (out->id)
        out->node = find_embedded(graph, out->id);
    return BLZ_OK;
}

size_t blz_ob2_graph_count(const blz_ob2_graph *graph)
{
    return graph->count;
}

const blz_ob2_document *blz_ob2_graph_at(const blz_ob2_graph *graph, size_t index)
{
    return graph->documents[index];
}

const blz_ob2_names *blz_ob2_graph_names(const blz_ob2_graph *graph)
{
    return graph->names;
}

blz_ctx *blz_ob2_graph_ctx(const blz_ob2_graph *graph)
{
    return graph->ctx;
}
