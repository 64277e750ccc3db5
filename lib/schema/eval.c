#include "schema/eval.h"

#include <string.h>

#include "schema/errors.h"

/* Schemas within schemas, by reference or not, at any place of the instance. */
enum { DEPTH_MAX = 500 };

void blz_seen_clear(blz_seen *seen)
{
    blz_free(seen->bits);
    *seen = (blz_seen){0};
}

static blz_status seen_reserve(blz_seen *seen, size_t size)
{
    if (size <= seen->size) return BLZ_OK;
    size_t wanted = size < 8 ? 8 : size * 2;
    unsigned char *bits = blz_realloc(seen->bits, wanted);
    BLZ_TRY_MEM(bits);
    memset(bits + seen->size, 0, wanted - seen->size);
    seen->bits = bits;
    seen->size = wanted;
    return BLZ_OK;
}

blz_status blz_seen_mark(blz_seen *seen, size_t index)
{
    if (!seen || seen->all) return BLZ_OK;
    BLZ_TRY(seen_reserve(seen, index / 8 + 1));
    seen->bits[index / 8] |= (unsigned char)(1U << index % 8);
    return BLZ_OK;
}

void blz_seen_mark_all(blz_seen *seen)
{
    if (seen) seen->all = true;
}

bool blz_seen_has(const blz_seen *seen, size_t index)
{
    return seen->all || (index / 8 < seen->size && seen->bits[index / 8] & 1U << index % 8);
}

blz_status blz_seen_merge(blz_seen *into, const blz_seen *from)
{
    if (!into || into->all) return BLZ_OK;
    into->all = from->all;
    BLZ_TRY(seen_reserve(into, from->size));
    for (size_t i = 0; i < from->size; i++)
        into->bits[i] |= from->bits[i];
    return BLZ_OK;
}

blz_status blz_eval_charge(blz_eval *eval, size_t steps)
{
    if (steps > eval->work) return BLZ_ERR_LIMIT;
    eval->work -= steps;
    return BLZ_OK;
}

static blz_status run_keywords(blz_eval *eval, blz_frame *frame)
{
    bool container = json_is_object(frame->at->value) || json_is_array(frame->at->value);
    for (const blz_keyword *keyword = frame->node->keywords; keyword; keyword = keyword->next) {
        BLZ_TRY(keyword->evaluate(eval, keyword->data, frame));
        if (!frame->ok && (!eval->errors || frame->final || !container)) break;
    }
    return BLZ_OK;
}

/* A node with "unevaluated..." looks only at what was seen below itself; others add to what their parent
 * sees. */
static blz_status run_node(blz_eval *eval, const blz_node *node, blz_at *at, blz_seen *seen, bool *ok)
{
    blz_frame frame = {.node = node, .at = at, .seen = seen, .ok = true};
    BLZ_SCOPED(blz_seen) own = {0};
    if (node->unevaluated) frame.seen = &own;
    BLZ_TRY(run_keywords(eval, &frame));
    if (node->unevaluated && frame.ok) BLZ_TRY(blz_seen_merge(seen, &own));
    *ok = frame.ok;
    return BLZ_OK;
}

static blz_status refuse_everything(blz_eval *eval, const blz_node *node, blz_at *at, bool *ok)
{
    blz_frame frame = {.node = node, .at = at};
    *ok = false;
    if (!eval->errors) return BLZ_OK;
    return blz_errors_add(eval, &frame,
                          &(blz_failure){.class = BLZ_SCHEMA_UNKNOWN, .keyword = "false", .at_key = true},
                          "%s must not be there", blz_errors_subject(eval, at));
}

static void learn_names(blz_at *at, const blz_node *node)
{
    if (!at->noun) at->noun = node->noun;
    if (!at->about) at->about = node->about;
}

blz_status blz_eval_node(blz_eval *eval, const blz_node *node, blz_at *at, blz_seen *seen, bool *ok)
{
    BLZ_TRY(blz_eval_charge(eval, 1));
    *ok = true;
    if (node->verdict == BLZ_VERDICT_TRUE) return BLZ_OK;
    if (node->verdict == BLZ_VERDICT_FALSE) return refuse_everything(eval, node, at, ok);
    if (eval->depth >= DEPTH_MAX) return BLZ_ERR_LIMIT;
    learn_names(at, node);
    const blz_scope *outer = eval->scope;
    blz_scope scope = {.resource = node->resource, .outer = outer};
    if (!outer || outer->resource != node->resource) eval->scope = &scope;
    eval->depth++;
    blz_status status = run_node(eval, node, at, seen, ok);
    eval->depth--;
    eval->scope = outer;
    return status;
}

blz_status blz_eval_must(blz_eval *eval, const blz_node *node, blz_frame *frame, blz_at *at, blz_seen *seen)
{
    bool ok = false;
    BLZ_TRY(blz_eval_node(eval, node, at, seen, &ok));
    if (!ok) frame->ok = false;
    return BLZ_OK;
}

blz_status blz_eval_quietly(blz_eval *eval, const blz_node *node, blz_at *at, blz_seen *seen, bool *ok)
{
    struct blz_errors *errors = eval->errors;
    const char *noun = at->noun, *about = at->about;
    eval->errors = NULL;
    blz_status status = blz_eval_node(eval, node, at, seen, ok);
    eval->errors = errors;
    at->noun = noun;
    at->about = about;
    return status;
}
