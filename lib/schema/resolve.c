#include "schema/compile.h"

#include <stdlib.h>
#include <string.h>

#include "base/uri.h"
#include "codec/json_ptr.h"
#include "codec/json_read.h"

enum { DEPTH_MAX = 128 };

blz_status blz_resolve_uri(blz_compiler *c, const char *base, const char *reference, const char **out)
{
    BLZ_AUTO(blz_text) full = NULL;
    blz_status status = blz_uri_resolve(&full, base, reference);
    if (status == BLZ_ERR_SYNTAX) return blz_compile_problem(c, NULL, "\"%.100s\" is not a URI", reference);
    BLZ_TRY(status);
    *out = blz_arena_strndup(&c->schema->arena, full, strcspn(full, "#"));
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

/* Takes over the reference to `document`. */
static blz_status keep(blz_compiler *c, const char *uri, json_t *document)
{
    blz_kept_document *kept = blz_arena_alloc(&c->schema->arena, sizeof *kept);
    char *key = blz_arena_strdup(&c->schema->arena, uri);
    if (!kept || !key) {
        json_decref(document);
        return BLZ_ERR_NOMEM;
    }
    *kept = (blz_kept_document){.next = c->schema->documents, .document = document};
    c->schema->documents = kept;
    return blz_hashmap_put(&c->documents, key, document);
}

static blz_status load(blz_compiler *c, const char *uri, json_t **out)
{
    if (c->options.resolve) return c->options.resolve(c->options.resolve_user, uri, out);
    BLZ_SCOPED(blz_document) loaded = {0};
    BLZ_TRY(blz_ctx_load(c->ctx, uri, &loaded));
    return blz_json_parse(out, loaded.bytes, loaded.length, DEPTH_MAX, NULL, NULL);
}

blz_status blz_resolve_document(blz_compiler *c, const char *uri, const json_t **out)
{
    *out = blz_hashmap_get(&c->documents, uri);
    if (*out) return BLZ_OK;
    size_t length = 0;
    const char *text = blz_metaschema_text(uri, &length);
    json_t *document = NULL;
    BLZ_TRY(text ? blz_json_parse(&document, text, length, DEPTH_MAX, NULL, NULL) : load(c, uri, &document));
    *out = document;
    return keep(c, uri, document);
}

/* The resource with this URI; its document is fetched and indexed if need be. */
static blz_status find_resource(blz_compiler *c, const char *uri, blz_resource **out)
{
    *out = blz_hashmap_get(&c->resources, uri);
    if (*out) return BLZ_OK;
    const json_t *document = NULL;
    BLZ_TRY(blz_resolve_document(c, uri, &document));
    blz_resource *root = NULL;
    BLZ_TRY(blz_index_document(c, document, uri, &root));
    *out = blz_hashmap_get(&c->resources, uri);
    if (*out) return BLZ_OK;
    size_t length = 0;
    if (blz_metaschema_text(uri, &length)) return BLZ_ERR_NOT_FOUND;
    *out = root; /* it is known under its own "$id", and now under this name too */
    return blz_hashmap_put(&c->resources, uri, root);
}

/* One step of a JSON pointer. */
static const json_t *step(const json_t *from, const char *token)
{
    if (json_is_object(from)) return json_object_get(from, token);
    if (!json_is_array(from) || !*token || token[strspn(token, "0123456789")]) return NULL;
    if (*token == '0' && token[1]) return NULL;
    return json_array_get(from, (size_t)strtoull(token, NULL, 10));
}

/* The schema that `pointer` leads to from the root of the resource; one that stands where no keyword has
 * schemas is indexed now. On the way the pointer may enter other resources. */
static blz_status walk(blz_compiler *c, const blz_resource *resource, const char *pointer, blz_node **out)
{
    BLZ_SCOPED(blz_buf) token = BLZ_BUF(BLZ_BUF_MAX);
    blz_node *parent = resource->root;
    const json_t *json = parent->json;
    const char *at = pointer, *rest = pointer;
    while (blz_json_ptr_next(&token, &at)) {
        json = step(json, token.data);
        if (!json) return BLZ_ERR_NOT_FOUND;
        blz_node *node = json_is_object(json) ? blz_hashmap_get_address(&c->nodes, json) : NULL;
        if (!node) continue;
        parent = node;
        rest = at;
    }
    BLZ_TRY(token.status);
    if (*at) return BLZ_ERR_NOT_FOUND;
    *out = parent;
    if (!*rest) return BLZ_OK;
    if (!json_is_object(json) && !json_is_boolean(json)) return BLZ_ERR_NOT_FOUND;
    char *place = blz_arena_strdup(&c->schema->arena, rest + 1);
    BLZ_TRY_MEM(place);
    return blz_index_schema(c, json, parent, place, out);
}

static blz_status find_anchor(blz_compiler *c, const blz_resource *resource, const char *name, blz_node **out,
                              const blz_anchor **anchor)
{
    BLZ_SCOPED(blz_buf) key = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&key, "%s#%s", resource->uri, name));
    const blz_anchor *found = blz_hashmap_get(&c->anchors, key.data);
    if (!found) return BLZ_ERR_NOT_FOUND;
    *out = found->node;
    if (anchor) *anchor = found;
    return BLZ_OK;
}

static blz_status follow(blz_compiler *c, const blz_node *node, const char *reference, blz_node **out,
                         const blz_anchor **anchor)
{
    size_t length = strcspn(reference, "#");
    blz_resource *resource = node->resource;
    if (length) {
        const char *uri = NULL;
        BLZ_TRY(blz_resolve_uri(c, node->resource->uri, reference, &uri));
        BLZ_TRY(find_resource(c, uri, &resource));
    }
    BLZ_AUTO(blz_text) fragment = NULL;
    const char *raw = reference[length] ? reference + length + 1 : "";
    BLZ_TRY(blz_uri_decode(&fragment, NULL, raw, strlen(raw)));
    if (*fragment && *fragment != '/') return find_anchor(c, resource, fragment, out, anchor);
    return walk(c, resource, fragment, out);
}

blz_status blz_resolve_reference(blz_compiler *c, blz_node *node, const char *reference, blz_node **out,
                                 const blz_anchor **anchor)
{
    if (anchor) *anchor = NULL;
    blz_status status = follow(c, node, reference, out, anchor);
    if (status == BLZ_OK) blz_compile_enqueue(c, *out);
    if (status == BLZ_ERR_NOT_FOUND || status == BLZ_ERR_SYNTAX)
        (void)blz_compile_problem(c, node, "\"%.100s\" leads nowhere", reference);
    return status == BLZ_ERR_SYNTAX ? BLZ_ERR_NOT_FOUND : status;
}
