#include "schema/errors.h"
#include "schema/keywords.h"

/* allOf, anyOf, oneOf, not, if/then/else, dependentSchemas. A branch that may fail gets its own memory of
 * what it has seen, which counts only if it holds. */

typedef struct list_data {
    const blz_node **nodes;
    size_t count;
} list_data;

typedef struct if_data {
    const blz_node *condition, *yes, *no; /* the latter may be NULL */
} if_data;

typedef struct dependent {
    const char *name;
    const blz_node *node;
} dependent;

typedef struct dependents_data {
    dependent *items;
    size_t count;
} dependents_data;

static blz_status evaluate_all_of(blz_eval *eval, const void *data, blz_frame *frame)
{
    const list_data *d = data;
    for (size_t i = 0; i < d->count && (frame->ok || eval->errors); i++)
        BLZ_TRY(blz_eval_must(eval, d->nodes[i], frame, frame->at, frame->seen));
    return BLZ_OK;
}

blz_status blz_compile_all_of(blz_compiler *c, blz_node *node, const json_t *value)
{
    list_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_all_of, sizeof *d, &d));
    return blz_compile_list(c, node, value, "allOf", &d->nodes, &d->count);
}

/* One branch: its failures stay on the list for now, what it saw is added to `frame` if it holds. */
static blz_status try_branch(blz_eval *eval, const blz_node *node, blz_frame *frame, bool *ok)
{
    BLZ_SCOPED(blz_seen) seen = {0};
    const char *noun = frame->at->noun, *about = frame->at->about;
    blz_status status = blz_eval_node(eval, node, frame->at, frame->seen ? &seen : NULL, ok);
    frame->at->noun = noun;
    frame->at->about = about;
    BLZ_TRY(status);
    return *ok ? blz_seen_merge(frame->seen, &seen) : BLZ_OK;
}

static blz_status say_several(blz_eval *eval, blz_frame *frame, size_t matched)
{
    return blz_errors_add(eval, frame, &(blz_failure){.keyword = "oneOf"},
                          "%s fits %zu of the forms that it can have, but it must fit exactly one",
                          blz_errors_subject(eval, frame->at), matched);
}

/* Evaluates the branches until `enough` of them hold; ends[i] is where the failures of branch i end. */
static blz_status try_branches(blz_eval *eval, const list_data *d, blz_frame *frame, size_t enough,
                               size_t *ends, size_t *matched)
{
    for (size_t i = 0; i < d->count && *matched < enough; i++) {
        bool ok = false;
        BLZ_TRY(try_branch(eval, d->nodes[i], frame, &ok));
        *matched += ok;
        if (ends) ends[i] = eval->errors->count;
    }
    return BLZ_OK;
}

static blz_status evaluate_branches(blz_eval *eval, const list_data *d, blz_frame *frame, bool one)
{
    size_t start = eval->errors ? eval->errors->count : 0, matched = 0, *ends = NULL;
    if (eval->errors) {
        ends = blz_calloc(d->count, sizeof *ends);
        BLZ_TRY_MEM(ends);
    }
    size_t enough = one ? 2 : frame->seen ? d->count : 1;
    blz_status status = try_branches(eval, d, frame, enough, ends, &matched);
    if (status == BLZ_OK && matched && eval->errors) blz_errors_cut(eval->errors, start);
    if (status == BLZ_OK && (!matched || (one && matched > 1)) && blz_failed(eval, frame))
        status = matched ? say_several(eval, frame, matched)
                         : blz_errors_choose(eval, frame, one ? "oneOf" : "anyOf", start, ends, d->count);
    blz_free(ends);
    return status;
}

static blz_status evaluate_any_of(blz_eval *eval, const void *data, blz_frame *frame)
{
    return evaluate_branches(eval, data, frame, false);
}

static blz_status evaluate_one_of(blz_eval *eval, const void *data, blz_frame *frame)
{
    return evaluate_branches(eval, data, frame, true);
}

blz_status blz_compile_any_of(blz_compiler *c, blz_node *node, const json_t *value)
{
    list_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_any_of, sizeof *d, &d));
    return blz_compile_list(c, node, value, "anyOf", &d->nodes, &d->count);
}

blz_status blz_compile_one_of(blz_compiler *c, blz_node *node, const json_t *value)
{
    list_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_one_of, sizeof *d, &d));
    return blz_compile_list(c, node, value, "oneOf", &d->nodes, &d->count);
}

static blz_status evaluate_not(blz_eval *eval, const void *data, blz_frame *frame)
{
    const blz_node *const *node = data;
    bool ok = false;
    BLZ_TRY(blz_eval_quietly(eval, *node, frame->at, NULL, &ok));
    if (!ok || !blz_failed(eval, frame)) return BLZ_OK;
    return blz_errors_add(eval, frame, &(blz_failure){.keyword = "not"},
                          "%s is something that it must not be", blz_errors_subject(eval, frame->at));
}

blz_status blz_compile_not(blz_compiler *c, blz_node *node, const json_t *value)
{
    const blz_node **d;
    blz_node *child = NULL;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_not, sizeof *d, &d));
    BLZ_TRY(blz_compile_child(c, node, value, &child, "not"));
    *d = child;
    return BLZ_OK;
}

static blz_status evaluate_if(blz_eval *eval, const void *data, blz_frame *frame)
{
    const if_data *d = data;
    BLZ_SCOPED(blz_seen) seen = {0};
    bool holds = false;
    BLZ_TRY(blz_eval_quietly(eval, d->condition, frame->at, frame->seen ? &seen : NULL, &holds));
    if (holds) BLZ_TRY(blz_seen_merge(frame->seen, &seen));
    const blz_node *next = holds ? d->yes : d->no;
    return next ? blz_eval_must(eval, next, frame, frame->at, frame->seen) : BLZ_OK;
}

blz_status blz_compile_if(blz_compiler *c, blz_node *node, const json_t *value)
{
    if_data *d;
    blz_node *condition = NULL, *yes = NULL, *no = NULL;
    const json_t *then = blz_compile_sibling(node, "then");
    const json_t *otherwise = blz_compile_sibling(node, "else");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_if, sizeof *d, &d));
    BLZ_TRY(blz_compile_child(c, node, value, &condition, "if"));
    if (then) BLZ_TRY(blz_compile_child(c, node, then, &yes, "then"));
    if (otherwise) BLZ_TRY(blz_compile_child(c, node, otherwise, &no, "else"));
    *d = (if_data){condition, yes, no};
    return BLZ_OK;
}

static blz_status evaluate_dependent_schemas(blz_eval *eval, const void *data, blz_frame *frame)
{
    const dependents_data *d = data;
    if (!json_is_object(frame->at->value)) return BLZ_OK;
    BLZ_TRY(blz_eval_charge(eval, d->count));
    for (size_t i = 0; i < d->count && (frame->ok || eval->errors); i++)
        if (json_object_get(frame->at->value, d->items[i].name))
            BLZ_TRY(blz_eval_must(eval, d->items[i].node, frame, frame->at, frame->seen));
    return BLZ_OK;
}

blz_status blz_compile_dependent_schemas(blz_compiler *c, blz_node *node, const json_t *value)
{
    dependents_data *d;
    const char *name;
    json_t *schema;
    if (!json_is_object(value)) return blz_compile_problem(c, node, "\"dependentSchemas\" is not an object");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_dependent_schemas, sizeof *d, &d));
    d->items = blz_arena_alloc(&c->schema->arena, (json_object_size(value) + 1) * sizeof *d->items);
    BLZ_TRY_MEM(d->items);
    json_object_foreach (blz_json_unconst(value), name, schema) {
        blz_node *child = NULL;
        BLZ_TRY(blz_compile_named(c, node, schema, &child, "dependentSchemas", name));
        d->items[d->count++] = (dependent){name, child};
    }
    return BLZ_OK;
}
