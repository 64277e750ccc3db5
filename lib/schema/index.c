#include "schema/compile.h"

#include <string.h>

/* Schemas nested deeper than this are nobody's honest work. */
enum { DEPTH_MAX = 200 };

typedef enum holds { ONE, LIST, EITHER, NAMED } holds;

/* Where schemas are within a schema. Keywords of both drafts: an unused "$id" in an unknown keyword does no
 * harm. */
static const struct {
    const char *keyword;
    holds holds;
} places[] = {
    {"$defs", NAMED},
    {"additionalItems", ONE},
    {"additionalProperties", ONE},
    {"allOf", LIST},
    {"anyOf", LIST},
    {"contains", ONE},
    {"contentSchema", ONE},
    {"definitions", NAMED},
    {"dependentSchemas", NAMED},
    {"else", ONE},
    {"if", ONE},
    {"items", EITHER},
    {"not", ONE},
    {"oneOf", LIST},
    {"patternProperties", NAMED},
    {"prefixItems", LIST},
    {"properties", NAMED},
    {"propertyNames", ONE},
    {"then", ONE},
    {"unevaluatedItems", ONE},
    {"unevaluatedProperties", ONE},
};

static blz_status index_at(blz_compiler *c, const json_t *json, const blz_node *parent, const char *token,
                           unsigned depth, blz_node **out);

const char *blz_index_token(blz_compiler *c, const char *keyword, const char *name)
{
    size_t length = strlen(keyword) + 1;
    for (const char *p = name; *p; p++)
        length += *p == '~' || *p == '/' ? 2 : 1;
    char *token = blz_arena_alloc(&c->schema->arena, length + 1), *to = token;
    if (!token) return NULL;
    memcpy(to, keyword, strlen(keyword));
    to += strlen(keyword);
    *to++ = '/';
    for (const char *p = name; *p; p++) {
        bool special = *p == '~' || *p == '/';
        if (special) *to++ = '~';
        *to++ = special ? (*p == '~' ? '0' : '1') : *p;
    }
    return token;
}

static blz_status index_named(blz_compiler *c, const blz_node *node, const char *keyword, const json_t *value,
                              unsigned depth)
{
    const char *name;
    json_t *schema;
    json_object_foreach (blz_json_unconst(value), name, schema) {
        if (!json_is_object(schema)) continue;
        const char *token = blz_index_token(c, keyword, name);
        BLZ_TRY_MEM(token);
        BLZ_TRY(index_at(c, schema, node, token, depth, NULL));
    }
    return BLZ_OK;
}

static blz_status index_list(blz_compiler *c, const blz_node *node, const char *keyword, const json_t *value,
                             unsigned depth)
{
    for (size_t i = 0; i < json_array_size(value); i++) {
        const json_t *schema = json_array_get(value, i);
        if (!json_is_object(schema)) continue;
        const char *token = blz_arena_printf(&c->schema->arena, "%s/%zu", keyword, i);
        BLZ_TRY_MEM(token);
        BLZ_TRY(index_at(c, schema, node, token, depth, NULL));
    }
    return BLZ_OK;
}

static blz_status index_members(blz_compiler *c, const blz_node *node, unsigned depth)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(places); i++) {
        const json_t *value = json_object_get(node->json, places[i].keyword);
        if (json_is_object(value) && places[i].holds == NAMED)
            BLZ_TRY(index_named(c, node, places[i].keyword, value, depth));
        else if (json_is_array(value) && (places[i].holds == LIST || places[i].holds == EITHER))
            BLZ_TRY(index_list(c, node, places[i].keyword, value, depth));
        else if (json_is_object(value) && (places[i].holds == ONE || places[i].holds == EITHER))
            BLZ_TRY(index_at(c, value, node, places[i].keyword, depth, NULL));
    }
    return BLZ_OK;
}

static blz_status add_anchor(blz_compiler *c, blz_node *node, const char *keyword, bool dynamic)
{
    const char *name = json_string_value(json_object_get(node->json, keyword));
    if (!name) return BLZ_OK;
    blz_anchor *anchor = blz_arena_alloc(&c->schema->arena, sizeof *anchor);
    char *key = blz_arena_printf(&c->schema->arena, "%s#%s", node->resource->uri, name);
    BLZ_TRY_MEM(anchor && key);
    *anchor = (blz_anchor){.next = node->resource->anchors, .name = name, .node = node, .dynamic = dynamic};
    node->resource->anchors = anchor;
    const blz_anchor *other = blz_hashmap_get(&c->anchors, key);
    if (other && other->node != node) return blz_compile_problem(c, node, "a second anchor \"%s\"", name);
    return other && other->dynamic ? BLZ_OK : blz_hashmap_put(&c->anchors, key, anchor);
}

static blz_status add_anchors(blz_compiler *c, blz_node *node)
{
    BLZ_TRY(add_anchor(c, node, "$anchor", false));
    if (node->resource->draft == BLZ_DRAFT_2020_12) return add_anchor(c, node, "$dynamicAnchor", true);
    if (json_is_true(json_object_get(node->json, "$recursiveAnchor")) && node->resource->root == node)
        node->resource->recursive = true;
    return BLZ_OK;
}

/* The draft and the vocabularies: what "$schema" says, else those of the resource around it, else the
 * default. */
static blz_status choose_dialect(blz_compiler *c, blz_resource *resource, const blz_resource *around)
{
    const char *dialect = json_string_value(json_object_get(resource->root->json, "$schema"));
    if (dialect) return blz_vocabulary_find(c, dialect, &resource->draft, &resource->vocabularies);
    resource->draft = around ? around->draft : c->options.draft;
    resource->vocabularies =
        around ? around->vocabularies : blz_vocabulary_default(resource->draft, c->options.assert_formats);
    return BLZ_OK;
}

static blz_status open_resource(blz_compiler *c, blz_node *node, const char *base, const blz_resource *around)
{
    blz_resource *resource = blz_arena_alloc(&c->schema->arena, sizeof *resource);
    BLZ_TRY_MEM(resource);
    const char *id = json_string_value(json_object_get(node->json, "$id"));
    BLZ_TRY(blz_resolve_uri(c, base, id ? id : "", &resource->uri));
    resource->root = node;
    node->resource = resource;
    BLZ_TRY(choose_dialect(c, resource, around));
    if (blz_hashmap_get(&c->resources, resource->uri))
        return blz_compile_problem(c, node, "a second schema with the \"$id\" %s", resource->uri);
    BLZ_TRY(blz_hashmap_put(&c->resources, resource->uri, resource));
    resource->next = c->schema->resources;
    c->schema->resources = resource;
    return BLZ_OK;
}

static bool has_id(const json_t *json)
{
    const char *id = json_string_value(json_object_get(json, "$id"));
    return id && *id != '#' && *id;
}

static const char *text_member(const json_t *json, const char *first, const char *second)
{
    const char *text = json_string_value(json_object_get(json, first));
    return text ? text : json_string_value(json_object_get(json, second));
}

static blz_node *new_node(blz_compiler *c, const json_t *json, const blz_node *parent, const char *token)
{
    blz_node *node = blz_arena_alloc(&c->schema->arena, sizeof *node);
    if (!node) return NULL;
    *node = (blz_node){.json = json, .parent = parent, .token = token};
    node->noun = text_member(json, "x-blazon-noun", "title");
    node->about = text_member(json, "x-blazon-about", "description");
    if (json_is_boolean(json)) node->verdict = json_is_true(json) ? BLZ_VERDICT_TRUE : BLZ_VERDICT_FALSE;
    return node;
}

static blz_status index_at(blz_compiler *c, const json_t *json, const blz_node *parent, const char *token,
                           unsigned depth, blz_node **out)
{
    if (depth > DEPTH_MAX) return BLZ_ERR_LIMIT;
    blz_node *node = new_node(c, json, parent, token);
    BLZ_TRY_MEM(node);
    node->resource = parent->resource;
    if (json_is_object(json)) {
        BLZ_TRY(blz_hashmap_put_address(&c->nodes, json, node));
        if (has_id(json)) {
            node->parent = NULL;
            BLZ_TRY(open_resource(c, node, parent->resource->uri, parent->resource));
        }
        BLZ_TRY(add_anchors(c, node));
        BLZ_TRY(index_members(c, node, depth + 1));
    }
    if (out) *out = node;
    return BLZ_OK;
}

blz_status blz_index_schema(blz_compiler *c, const json_t *json, const blz_node *parent, const char *token,
                            blz_node **out)
{
    return index_at(c, json, parent, token, 0, out);
}

blz_status blz_index_document(blz_compiler *c, const json_t *json, const char *uri, blz_resource **out)
{
    blz_node *node = new_node(c, json, NULL, "");
    BLZ_TRY_MEM(node);
    if (!json_is_object(json) && !json_is_boolean(json))
        return blz_compile_problem(c, NULL, "a schema is an object, or true or false");
    if (json_is_object(json)) BLZ_TRY(blz_hashmap_put_address(&c->nodes, json, node));
    BLZ_TRY(open_resource(c, node, uri, NULL));
    BLZ_TRY(add_anchors(c, node));
    BLZ_TRY(index_members(c, node, 1));
    *out = node->resource;
    return BLZ_OK;
}
