#include <stdint.h>

#include "schema/errors.h"
#include "schema/keywords.h"

/* contains, with minContains and maxContains. */

typedef struct contains_data {
    const blz_node *node;
    size_t min, max;
    const json_t
        *wanted; /* the one value, or the list of values, that is looked for; NULL if it is more than that */
    bool marks;  /* 2020-12: what matched counts as looked at */
} contains_data;

static blz_status say(blz_eval *eval, blz_frame *frame, const contains_data *d, size_t found)
{
    const char *subject = blz_errors_subject(eval, frame->at);
    const char *wanted = d->wanted ? blz_errors_choices(eval, d->wanted, " or ") : "such an item";
    if (found > d->max)
        return blz_errors_add(eval, frame, &(blz_failure){.keyword = "maxContains"},
                              "%s may have %s at most %zu times, it has it %zu times", subject, wanted,
                              d->max, found);
    if (d->min > 1)
        return blz_errors_add(eval, frame, &(blz_failure){.keyword = "minContains"},
                              "%s needs %s at least %zu times, it has it %zu times", subject, wanted, d->min,
                              found);
    return blz_errors_add(eval, frame, &(blz_failure){.keyword = "contains"},
                          d->wanted ? "%s needs %s in its list"
                                    : "%s has no item of the kind that it needs%s",
                          subject, d->wanted ? wanted : "");
}

static blz_status evaluate_contains(blz_eval *eval, const void *data, blz_frame *frame)
{
    const contains_data *d = data;
    const json_t *array = frame->at->value;
    size_t found = 0;
    if (!json_is_array(array)) return BLZ_OK;
    for (size_t i = 0; i < json_array_size(array); i++) {
        bool ok = false;
        blz_at at = {.parent = frame->at, .value = json_array_get(array, i), .index = i};
        BLZ_TRY(blz_eval_quietly(eval, d->node, &at, NULL, &ok));
        found += ok;
        if (ok && d->marks) BLZ_TRY(blz_seen_mark(frame->seen, i));
    }
    if (found >= d->min && found <= d->max) return BLZ_OK;
    return blz_failed(eval, frame) ? say(eval, frame, d, found) : BLZ_OK;
}

blz_status blz_compile_contains(blz_compiler *c, blz_node *node, const json_t *value)
{
    contains_data *d;
    blz_node *child = NULL;
    const json_t *min = blz_compile_sibling(node, "minContains"),
                 *max = blz_compile_sibling(node, "maxContains");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_contains, sizeof *d, &d));
    BLZ_TRY(blz_compile_child(c, node, value, &child, "contains"));
    *d = (contains_data){.node = child, .min = 1, .max = SIZE_MAX};
    d->marks = node->resource->draft == BLZ_DRAFT_2020_12;
    d->wanted =
        json_object_get(value, "const") ? json_object_get(value, "const") : json_object_get(value, "enum");
    if (min) BLZ_TRY(blz_compile_count(c, node, min, "minContains", &d->min));
    return max ? blz_compile_count(c, node, max, "maxContains", &d->max) : BLZ_OK;
}
