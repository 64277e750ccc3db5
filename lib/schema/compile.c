#include "schema/compile.h"

#include <stdio.h>
#include <string.h>

#include "schema/keywords.h"

enum { WORK_MAX = 20000000 };

blz_status blz_compile_problem(blz_compiler *c, const blz_node *node, const char *format, ...)
{
    char *problem = c->options.problem;
    if (!problem || !c->options.problem_size) return BLZ_ERR_INVALID;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(problem, c->options.problem_size, format, args);
    va_end(args);
    if (node && n >= 0 && (size_t)n < c->options.problem_size)
        snprintf(problem + n, c->options.problem_size - (size_t)n, " (%s#...%s)", node->resource->uri,
                 node->token);
    return BLZ_ERR_INVALID;
}

blz_status blz_compile_keyword(blz_compiler *c, blz_node *node, blz_keyword_fn *evaluate, size_t size,
                               void *data)
{
    blz_keyword *keyword = blz_arena_alloc(&c->schema->arena, sizeof *keyword);
    void *memory = blz_arena_alloc(&c->schema->arena, size);
    BLZ_TRY_MEM(keyword && memory);
    *keyword = (blz_keyword){.evaluate = evaluate, .data = memory};
    blz_keyword **end = &node->keywords;
    while (*end)
        end = &(*end)->next;
    *end = keyword;
    memcpy(data, &memory, sizeof memory);
    return BLZ_OK;
}

bool blz_compile_has(const blz_node *node, blz_keyword_fn *evaluate)
{
    const blz_keyword *keyword = node->keywords;
    while (keyword && keyword->evaluate != evaluate)
        keyword = keyword->next;
    return keyword != NULL;
}

static bool in_force(const blz_keyword_rule *rule, const blz_resource *resource)
{
    return rule->drafts & 1U << resource->draft && rule->vocabularies & resource->vocabularies;
}

const json_t *blz_compile_sibling(const blz_node *node, const char *name)
{
    for (const blz_keyword_rule *rule = blz_keyword_rules; rule->name; rule++)
        if (strcmp(rule->name, name) == 0)
            return in_force(rule, node->resource) ? json_object_get(node->json, name) : NULL;
    return NULL;
}

void blz_compile_enqueue(blz_compiler *c, blz_node *node)
{
    if (node->queued || node->verdict != BLZ_VERDICT_ASK) return;
    node->queued = true;
    node->next_pending = c->pending;
    c->pending = node;
}

blz_status blz_compile_child(blz_compiler *c, blz_node *parent, const json_t *json, blz_node **out,
                             const char *token, ...)
{
    *out = json_is_object(json) ? blz_hashmap_get_address(&c->nodes, json) : NULL;
    if (!*out) {
        va_list args;
        va_start(args, token);
        char *place = blz_arena_vprintf(&c->schema->arena, token, args);
        va_end(args);
        BLZ_TRY_MEM(place);
        if (!json_is_object(json) && !json_is_boolean(json))
            return blz_compile_problem(c, parent, "\"%s\" is not a schema", place);
        BLZ_TRY(blz_index_schema(c, json, parent, place, out));
    }
    blz_compile_enqueue(c, *out);
    return BLZ_OK;
}

blz_status blz_compile_named(blz_compiler *c, blz_node *parent, const json_t *json, blz_node **out,
                             const char *keyword, const char *name)
{
    const char *token = blz_index_token(c, keyword, name);
    BLZ_TRY_MEM(token);
    return blz_compile_child(c, parent, json, out, "%s", token);
}

blz_status blz_compile_list(blz_compiler *c, blz_node *parent, const json_t *json, const char *token,
                            const blz_node ***out, size_t *count)
{
    size_t n = json_array_size(json);
    if (!json_is_array(json)) return blz_compile_problem(c, parent, "\"%s\" is not a list of schemas", token);
    if (!n) return blz_compile_problem(c, parent, "\"%s\" is an empty list", token);
    const blz_node **list = blz_arena_alloc(&c->schema->arena, n * sizeof(blz_node *));
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < n; i++) {
        blz_node *child = NULL;
        BLZ_TRY(blz_compile_child(c, parent, json_array_get(json, i), &child, "%s/%zu", token, i));
        list[i] = child;
    }
    *out = list;
    *count = n;
    return BLZ_OK;
}

blz_status blz_compile_count(blz_compiler *c, const blz_node *node, const json_t *json, const char *name,
                             size_t *out)
{
    double real = json_number_value(json);
    if (!json_is_number(json) || real < 0 || real > 9e15 || real > (double)(json_int_t)real)
        return blz_compile_problem(c, node, "\"%s\" is not a count", name);
    *out = (size_t)real;
    return BLZ_OK;
}

blz_status blz_compile_pattern(blz_compiler *c, const blz_node *node, const char *source, size_t length,
                               const blz_pattern **out)
{
    char problem[128] = "too long";
    blz_kept_pattern *kept = blz_arena_alloc(&c->schema->arena, sizeof *kept);
    BLZ_TRY_MEM(kept);
    blz_status status = blz_pattern_compile(&kept->pattern, source, length, problem, sizeof problem);
    if (status == BLZ_ERR_INVALID)
        return blz_compile_problem(c, node, "\"%.100s\" is not a pattern: %s", source, problem);
    BLZ_TRY(status);
    kept->next = c->schema->patterns;
    c->schema->patterns = kept;
    *out = kept->pattern;
    return BLZ_OK;
}

static blz_status compile_node(blz_compiler *c, blz_node *node)
{
    for (const blz_keyword_rule *rule = blz_keyword_rules; rule->name; rule++) {
        if (!in_force(rule, node->resource)) continue;
        const json_t *value = json_object_get(node->json, rule->name);
        if (value) BLZ_TRY(rule->compile(c, node, value));
    }
    return BLZ_OK;
}

/* What a dynamic reference may lead to is not known before a validation. */
static void enqueue_dynamic(blz_compiler *c)
{
    for (blz_resource *resource = c->schema->resources; resource; resource = resource->next) {
        if (resource->recursive) blz_compile_enqueue(c, resource->root);
        for (blz_anchor *anchor = resource->anchors; anchor; anchor = anchor->next)
            if (anchor->dynamic) blz_compile_enqueue(c, anchor->node);
    }
}

static blz_status compile_all(blz_compiler *c, const json_t *document, const char *base_uri)
{
    blz_resource *root = NULL;
    BLZ_TRY(blz_index_document(c, document, base_uri ? base_uri : "blazon:schema", &root));
    c->schema->root = root->root;
    blz_compile_enqueue(c, root->root);
    for (enqueue_dynamic(c); c->pending; enqueue_dynamic(c)) {
        blz_node *node = c->pending;
        c->pending = node->next_pending;
        BLZ_TRY(compile_node(c, node));
    }
    return BLZ_OK;
}

static blz_status start(blz_compiler *c, blz_schema *schema, const json_t *document)
{
    blz_kept_document *kept = blz_arena_alloc(&schema->arena, sizeof *kept);
    BLZ_TRY_MEM(kept);
    kept->document = json_incref(blz_json_unconst(document));
    schema->documents = kept;
    schema->work_max = c->options.work_max ? c->options.work_max : WORK_MAX;
    c->schema = schema;
    return BLZ_OK;
}

blz_status blz_schema_compile(blz_schema **out, blz_ctx *ctx, const json_t *document, const char *base_uri,
                              const blz_schema_options *options)
{
    BLZ_AUTO(blz_schema) schema = blz_calloc(1, sizeof *schema);
    BLZ_TRY_MEM(schema);
    blz_compiler c = {.ctx = ctx, .options = options ? *options : (blz_schema_options){0}};
    blz_status status = start(&c, schema, document);
    if (status == BLZ_OK) status = compile_all(&c, document, base_uri);
    blz_hashmap_clear(&c.nodes);
    blz_hashmap_clear(&c.resources);
    blz_hashmap_clear(&c.anchors);
    blz_hashmap_clear(&c.documents);
    BLZ_TRY(status);
    *out = BLZ_STEAL(schema);
    return BLZ_OK;
}

void blz_schema_free(blz_schema *schema)
{
    if (!schema) return;
    for (blz_kept_pattern *kept = schema->patterns; kept; kept = kept->next)
        blz_pattern_free(kept->pattern);
    for (blz_kept_document *kept = schema->documents; kept; kept = kept->next)
        json_decref(kept->document);
    blz_arena_clear(&schema->arena);
    blz_free(schema);
}
