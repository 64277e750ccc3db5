#include <stdint.h>
#include <string.h>

#include "schema/errors.h"
#include "schema/keywords.h"

/* required, minProperties, maxProperties, dependentRequired, propertyNames: which members there are. */

typedef struct required_data {
    const json_t *names;
    const json_t *properties; /* to tell what the missing one is for; may be NULL */
} required_data;

typedef struct count_data {
    size_t min, max;
} count_data;

static const char *about(const json_t *properties, const char *name)
{
    const json_t *text = json_object_get(json_object_get(properties, name), "description");
    return json_string_value(text);
}

static blz_status say_missing(blz_eval *eval, blz_frame *frame, const required_data *d, const char *name)
{
    const char *purpose = about(d->properties, name);
    const char *hint = purpose ? blz_errors_text(eval->errors, "add \"%s\": %s", name, purpose)
                               : blz_errors_text(eval->errors, "add \"%s\"", name);
    const blz_failure failure = {
        .class = BLZ_SCHEMA_MISSING, .keyword = "required", .name = name, .hint = hint};
    return blz_errors_add(eval, frame, &failure, "%s has no \"%s\"", blz_errors_subject(eval, frame->at),
                          name);
}

static blz_status evaluate_required(blz_eval *eval, const void *data, blz_frame *frame)
{
    const required_data *d = data;
    size_t count = json_array_size(d->names);
    if (!json_is_object(frame->at->value)) return BLZ_OK;
    BLZ_TRY(blz_eval_charge(eval, count));
    for (size_t i = 0; i < count; i++) {
        const char *name = json_string_value(json_array_get(d->names, i));
        if (json_object_get(frame->at->value, name)) continue;
        if (!blz_failed(eval, frame)) return BLZ_OK;
        BLZ_TRY(say_missing(eval, frame, d, name));
    }
    return BLZ_OK;
}

static blz_status check_names(blz_compiler *c, const blz_node *node, const json_t *names, const char *keyword)
{
    if (!json_is_array(names)) return blz_compile_problem(c, node, "\"%s\" is not a list of names", keyword);
    for (size_t i = 0; i < json_array_size(names); i++)
        if (!json_is_string(json_array_get(names, i)))
            return blz_compile_problem(c, node, "\"%s\" is not a list of names", keyword);
    return BLZ_OK;
}

blz_status blz_compile_required(blz_compiler *c, blz_node *node, const json_t *value)
{
    required_data *d;
    BLZ_TRY(check_names(c, node, value, "required"));
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_required, sizeof *d, &d));
    d->names = value;
    d->properties = blz_compile_sibling(node, "properties");
    return BLZ_OK;
}

static blz_status say_count(blz_eval *eval, blz_frame *frame, const count_data *d, size_t count)
{
    const char *subject = blz_errors_subject(eval, frame->at);
    if (!count)
        return blz_errors_add(eval, frame, &(blz_failure){.keyword = "minProperties"}, "%s is empty",
                              subject);
    bool few = count < d->min;
    return blz_errors_add(eval, frame, &(blz_failure){.keyword = few ? "minProperties" : "maxProperties"},
                          few ? "%s needs at least %zu entries, it has %zu"
                              : "%s may have at most %zu entries, it has %zu",
                          subject, few ? d->min : d->max, count);
}

static blz_status evaluate_count(blz_eval *eval, const void *data, blz_frame *frame)
{
    const count_data *d = data;
    if (!json_is_object(frame->at->value)) return BLZ_OK;
    size_t count = json_object_size(frame->at->value);
    if (count >= d->min && count <= d->max) return BLZ_OK;
    return blz_failed(eval, frame) ? say_count(eval, frame, d, count) : BLZ_OK;
}

blz_status blz_compile_property_count(blz_compiler *c, blz_node *node, const json_t *value)
{
    (void)value;
    if (blz_compile_has(node, evaluate_count)) return BLZ_OK;
    count_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_count, sizeof *d, &d));
    d->max = SIZE_MAX;
    const json_t *min = blz_compile_sibling(node, "minProperties"),
                 *max = blz_compile_sibling(node, "maxProperties");
    if (min) BLZ_TRY(blz_compile_count(c, node, min, "minProperties", &d->min));
    return max ? blz_compile_count(c, node, max, "maxProperties", &d->max) : BLZ_OK;
}

static blz_status check_dependents(blz_eval *eval, blz_frame *frame, const char *name, const json_t *others)
{
    BLZ_TRY(blz_eval_charge(eval, json_array_size(others)));
    for (size_t i = 0; i < json_array_size(others); i++) {
        const char *other = json_string_value(json_array_get(others, i));
        if (json_object_get(frame->at->value, other)) continue;
        if (!blz_failed(eval, frame)) return BLZ_OK;
        BLZ_TRY(blz_errors_add(
            eval, frame,
            &(blz_failure){.class = BLZ_SCHEMA_MISSING, .keyword = "dependentRequired", .name = other},
            "%s has \"%s\" and so needs \"%s\"", blz_errors_subject(eval, frame->at), name, other));
    }
    return BLZ_OK;
}

static blz_status evaluate_dependent_required(blz_eval *eval, const void *data, blz_frame *frame)
{
    json_t *const *dependents = data;
    const char *name;
    json_t *others;
    if (!json_is_object(frame->at->value)) return BLZ_OK;
    json_object_foreach (*dependents, name, others) {
        BLZ_TRY(blz_eval_charge(eval, 1));
        if (json_object_get(frame->at->value, name)) BLZ_TRY(check_dependents(eval, frame, name, others));
    }
    return BLZ_OK;
}

blz_status blz_compile_dependent_required(blz_compiler *c, blz_node *node, const json_t *value)
{
    json_t **d, *names;
    const char *name;
    if (!json_is_object(value)) return blz_compile_problem(c, node, "\"dependentRequired\" is not an object");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_dependent_required, sizeof *d, &d));
    *d = blz_json_unconst(value);
    json_object_foreach (*d, name, names)
        BLZ_TRY(check_names(c, node, names, "dependentRequired"));
    return BLZ_OK;
}

static blz_status evaluate_property_names(blz_eval *eval, const void *data, blz_frame *frame)
{
    const blz_node *const *node = data;
    json_t *object = blz_json_unconst(frame->at->value), *value;
    const char *name;
    if (!json_is_object(object)) return BLZ_OK;
    json_object_foreach (object, name, value) {
        json_auto_t *text = json_string(name);
        BLZ_TRY_MEM(text);
        blz_at at = {.parent = frame->at, .value = text, .key = name, .is_key = true};
        BLZ_TRY(blz_eval_must(eval, *node, frame, &at, NULL));
        if (!frame->ok && !eval->errors) break;
    }
    return BLZ_OK;
}

blz_status blz_compile_property_names(blz_compiler *c, blz_node *node, const json_t *value)
{
    const blz_node **d;
    blz_node *child = NULL;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_property_names, sizeof *d, &d));
    BLZ_TRY(blz_compile_child(c, node, value, &child, "propertyNames"));
    *d = child;
    return BLZ_OK;
}
