#include "schema/errors.h"
#include "schema/keywords.h"

/* unevaluatedProperties, unevaluatedItems: what no other keyword of the schema has looked at. Where another
 * keyword failed nobody knows that, so nothing is said. */

static blz_status say_unknown(blz_eval *eval, const blz_frame *frame, blz_at *at, const char *keyword)
{
    blz_frame here = {.node = frame->node, .at = at};
    const char *owner = blz_errors_subject(eval, frame->at);
    const blz_failure failure = {.class = BLZ_SCHEMA_UNKNOWN, .keyword = keyword, .at_key = at->key != NULL};
    if (at->key)
        return blz_errors_add(eval, &here, &failure, "\"%s\" is not a key that %s can have", at->key, owner);
    return blz_errors_add(eval, &here, &failure, "%s has no place for item %zu", owner, at->index + 1);
}

static blz_status evaluate_one(blz_eval *eval, const blz_node *node, blz_frame *frame, blz_at *at,
                               const char *keyword)
{
    if (node->verdict != BLZ_VERDICT_FALSE) return blz_eval_must(eval, node, frame, at, NULL);
    return blz_failed(eval, frame) ? say_unknown(eval, frame, at, keyword) : BLZ_OK;
}

static blz_status evaluate_properties(blz_eval *eval, const void *data, blz_frame *frame)
{
    const blz_node *const *node = data;
    json_t *object = blz_json_unconst(frame->at->value), *value;
    const char *name;
    size_t index = 0;
    if (!json_is_object(object) || !frame->ok) return BLZ_OK;
    json_object_foreach (object, name, value) {
        if (blz_seen_has(frame->seen, index++)) continue;
        blz_at at = {.parent = frame->at, .value = value, .key = name};
        BLZ_TRY(evaluate_one(eval, *node, frame, &at, "unevaluatedProperties"));
        if (!frame->ok && !eval->errors) break;
    }
    blz_seen_mark_all(frame->seen);
    return BLZ_OK;
}

static blz_status evaluate_items(blz_eval *eval, const void *data, blz_frame *frame)
{
    const blz_node *const *node = data;
    const json_t *array = frame->at->value;
    if (!json_is_array(array) || !frame->ok) return BLZ_OK;
    for (size_t i = 0; i < json_array_size(array); i++) {
        if (blz_seen_has(frame->seen, i)) continue;
        blz_at at = {.parent = frame->at, .value = json_array_get(array, i), .index = i};
        BLZ_TRY(evaluate_one(eval, *node, frame, &at, "unevaluatedItems"));
        if (!frame->ok && !eval->errors) break;
    }
    blz_seen_mark_all(frame->seen);
    return BLZ_OK;
}

static blz_status compile(blz_compiler *c, blz_node *node, const json_t *value, blz_keyword_fn *evaluate,
                          const char *keyword)
{
    const blz_node **d;
    blz_node *child = NULL;
    node->unevaluated = true;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate, sizeof *d, &d));
    BLZ_TRY(blz_compile_child(c, node, value, &child, "%s", keyword));
    *d = child;
    return BLZ_OK;
}

blz_status blz_compile_unevaluated_properties(blz_compiler *c, blz_node *node, const json_t *value)
{
    return compile(c, node, value, evaluate_properties, "unevaluatedProperties");
}

blz_status blz_compile_unevaluated_items(blz_compiler *c, blz_node *node, const json_t *value)
{
    return compile(c, node, value, evaluate_items, "unevaluatedItems");
}
