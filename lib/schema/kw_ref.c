#include <string.h>

#include "schema/eval.h"
#include "schema/keywords.h"

/* $ref, $dynamicRef (2020-12), $recursiveRef (2019-09). A dynamic one leads to where the outermost resource
 * in the dynamic scope says, if what it finds at first says so. */

typedef struct ref_data {
    const blz_node *target;
    const char *anchor; /* $dynamicRef: the name that is looked for in the scope; NULL: a plain reference */
    bool recursive;
} ref_data;

static const blz_node *dynamic_anchor(const blz_resource *resource, const char *name)
{
    for (const blz_anchor *anchor = resource->anchors; anchor; anchor = anchor->next)
        if (anchor->dynamic && strcmp(anchor->name, name) == 0) return anchor->node;
    return NULL;
}

static const blz_node *target_of(const ref_data *d, const blz_scope *scope)
{
    const blz_node *target = d->target;
    for (; scope && (d->anchor || d->recursive); scope = scope->outer) {
        const blz_node *found = NULL;
        if (d->anchor) found = dynamic_anchor(scope->resource, d->anchor);
        if (d->recursive && scope->resource->recursive) found = scope->resource->root;
        if (found) target = found;
    }
    return target;
}

static blz_status evaluate_ref(blz_eval *eval, const void *data, blz_frame *frame)
{
    const blz_node *target = target_of(data, eval->scope);
    return blz_eval_must(eval, target, frame, frame->at, frame->seen);
}

static blz_status compile_any(blz_compiler *c, blz_node *node, const json_t *value, const char *keyword,
                              ref_data **d, const blz_anchor **anchor)
{
    blz_node *target = NULL;
    if (!json_is_string(value)) return blz_compile_problem(c, node, "\"%s\" is not a text", keyword);
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_ref, sizeof **d, d));
    BLZ_TRY(blz_resolve_reference(c, node, json_string_value(value), &target, anchor));
    (*d)->target = target;
    return BLZ_OK;
}

blz_status blz_compile_ref(blz_compiler *c, blz_node *node, const json_t *value)
{
    ref_data *d;
    return compile_any(c, node, value, "$ref", &d, NULL);
}

blz_status blz_compile_dynamic_ref(blz_compiler *c, blz_node *node, const json_t *value)
{
    ref_data *d;
    const blz_anchor *anchor = NULL;
    BLZ_TRY(compile_any(c, node, value, "$dynamicRef", &d, &anchor));
    if (anchor && anchor->dynamic) d->anchor = anchor->name;
    return BLZ_OK;
}

blz_status blz_compile_recursive_ref(blz_compiler *c, blz_node *node, const json_t *value)
{
    ref_data *d = NULL;
    BLZ_TRY(compile_any(c, node, value, "$recursiveRef", &d, NULL));
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): it is set where all went well */
    d->recursive = d->target->resource->recursive;
    return BLZ_OK;
}
