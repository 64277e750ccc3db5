#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "schema/errors.h"
#include "schema/keywords.h"

/* minItems, maxItems, uniqueItems, and what the items are: prefixItems and items (2020-12), items and
 * additionalItems (2019-09). */

typedef struct count_data {
    size_t min, max;
} count_data;

typedef struct items_data {
    const blz_node **first;
    size_t count;
    const blz_node *rest; /* may be NULL */
    const char *keyword;  /* that `rest` comes from */
} items_data;

/* "levels" for a list of that name; "items" where the name is no plural. */
static const char *plural(const blz_at *at)
{
    size_t length = at->key ? strlen(at->key) : 0;
    bool fits = length > 1 && length < 24 && at->key[length - 1] == 's' && at->key[length - 2] != 's';
    return fits && !strpbrk(at->key, "@:/ ")            ? at->key
           : length && strcmp(at->key, "criteria") == 0 ? at->key
                                                        : "items";
}

static blz_status say_count(blz_eval *eval, blz_frame *frame, const count_data *d, size_t count)
{
    const char *subject = blz_errors_subject(eval, frame->at);
    bool few = count < d->min;
    const blz_failure failure = {.keyword = few ? "minItems" : "maxItems"};
    if (few && d->min == 1)
        return blz_errors_add(eval, frame, &failure, "%s is empty, it needs at least one item", subject);
    return blz_errors_add(eval, frame, &failure,
                          few ? "%s needs at least %zu %s, it has %zu"
                              : "%s may have at most %zu %s, it has %zu",
                          subject, few ? d->min : d->max, plural(frame->at), count);
}

static blz_status evaluate_count(blz_eval *eval, const void *data, blz_frame *frame)
{
    const count_data *d = data;
    if (!json_is_array(frame->at->value)) return BLZ_OK;
    size_t count = json_array_size(frame->at->value);
    if (count >= d->min && count <= d->max) return BLZ_OK;
    return blz_failed(eval, frame) ? say_count(eval, frame, d, count) : BLZ_OK;
}

blz_status blz_compile_item_count(blz_compiler *c, blz_node *node, const json_t *value)
{
    (void)value;
    if (blz_compile_has(node, evaluate_count)) return BLZ_OK;
    count_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_count, sizeof *d, &d));
    d->max = SIZE_MAX;
    const json_t *min = blz_compile_sibling(node, "minItems"), *max = blz_compile_sibling(node, "maxItems");
    if (min) BLZ_TRY(blz_compile_count(c, node, min, "minItems", &d->min));
    return max ? blz_compile_count(c, node, max, "maxItems", &d->max) : BLZ_OK;
}

static blz_status evaluate_items(blz_eval *eval, const void *data, blz_frame *frame)
{
    const items_data *d = data;
    const json_t *array = frame->at->value;
    for (size_t i = 0; i < json_array_size(array); i++) {
        const blz_node *node = i < d->count ? d->first[i] : d->rest;
        if (!node) break;
        blz_at at = {.parent = frame->at, .value = json_array_get(array, i), .index = i};
        BLZ_TRY(blz_eval_must(eval, node, frame, &at, NULL));
        BLZ_TRY(blz_seen_mark(frame->seen, i));
        if (!frame->ok && !eval->errors) break;
    }
    return BLZ_OK;
}

blz_status blz_compile_items(blz_compiler *c, blz_node *node, const json_t *value)
{
    (void)value;
    if (blz_compile_has(node, evaluate_items)) return BLZ_OK;
    bool is_2020 = node->resource->draft == BLZ_DRAFT_2020_12;
    const json_t *items = blz_compile_sibling(node, "items"),
                 *prefix = blz_compile_sibling(node, "prefixItems");
    const json_t *rest = items;
    if (!is_2020) {
        prefix = json_is_array(items) ? items : NULL;
        rest = prefix ? blz_compile_sibling(node, "additionalItems") : items;
    }
    items_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_items, sizeof *d, &d));
    d->keyword = is_2020 || !prefix ? "items" : "additionalItems";
    if (prefix)
        BLZ_TRY(blz_compile_list(c, node, prefix, is_2020 ? "prefixItems" : "items", &d->first, &d->count));
    if (!rest) return BLZ_OK;
    blz_node *child = NULL;
    BLZ_TRY(blz_compile_child(c, node, rest, &child, "%s", d->keyword));
    d->rest = child;
    return BLZ_OK;
}

typedef struct hashed {
    uint64_t hash;
    size_t index;
} hashed;

static int by_hash(const void *a, const void *b)
{
    const hashed *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* The first two equal items, if there are any. */
static blz_status find_twins(blz_eval *eval, const json_t *array, hashed *items, size_t count, size_t *first,
                             size_t *second)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        items[i] = (hashed){blz_json_hash(json_array_get(array, i), &size), i};
    BLZ_TRY(blz_eval_charge(eval, size));
    qsort(items, count, sizeof *items, by_hash);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count && items[j].hash == items[i].hash; j++) {
            BLZ_TRY(blz_eval_charge(eval, 1));
            const json_t *a = json_array_get(array, items[i].index),
                         *b = json_array_get(array, items[j].index);
            if (!blz_json_equal(a, b)) continue;
            *first = items[i].index;
            *second = items[j].index;
            return BLZ_OK;
        }
    }
    return BLZ_OK;
}

static blz_status say_twins(blz_eval *eval, blz_frame *frame, size_t first, size_t second)
{
    const json_t *value = json_array_get(frame->at->value, second);
    const char *subject = blz_errors_subject(eval, frame->at);
    const blz_failure failure = {.keyword = "uniqueItems", .hint = "leave one of them out"};
    blz_at at = {.parent = frame->at, .value = value, .index = second};
    blz_frame here = {.node = frame->node, .at = &at};
    if (json_is_object(value) || json_is_array(value))
        return blz_errors_add(eval, &here, &failure, "items %zu and %zu of %s are the same", first + 1,
                              second + 1, subject);
    return blz_errors_add(eval, &here, &failure, "%s has %s twice", subject, blz_errors_value(eval, value));
}

static blz_status evaluate_unique(blz_eval *eval, const void *data, blz_frame *frame)
{
    (void)data;
    size_t count = json_array_size(frame->at->value), first = 0, second = 0;
    if (count < 2) return BLZ_OK;
    hashed *items = blz_calloc(count, sizeof *items);
    BLZ_TRY_MEM(items);
    blz_status status = find_twins(eval, frame->at->value, items, count, &first, &second);
    blz_free(items);
    BLZ_TRY(status);
    if (first == second || !blz_failed(eval, frame)) return BLZ_OK;
    return say_twins(eval, frame, first, second);
}

blz_status blz_compile_unique_items(blz_compiler *c, blz_node *node, const json_t *value)
{
    void *d;
    return json_is_true(value) ? blz_compile_keyword(c, node, evaluate_unique, 1, &d) : BLZ_OK;
}
