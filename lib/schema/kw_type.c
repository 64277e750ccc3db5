#include <string.h>
#include <strings.h>

#include "schema/errors.h"
#include "schema/keywords.h"

/* type, const, enum: what a value is. After them nothing more needs to be said about it. */

enum { NAMES_SHOWN = 8 };

typedef struct type_data {
    unsigned types;
} type_data;

typedef struct choice_data {
    const json_t *choices; /* an array for "enum" */
} choice_data;

static unsigned type_named(const char *name)
{
    static const struct {
        const char *name;
        unsigned type;
    } types[] = {
        {"object", BLZ_TYPE_OBJECT},   {"array", BLZ_TYPE_ARRAY},   {"string", BLZ_TYPE_TEXT},
        {"integer", BLZ_TYPE_INTEGER}, {"number", BLZ_TYPE_NUMBER}, {"boolean", BLZ_TYPE_BOOLEAN},
        {"null", BLZ_TYPE_NULL},
    };
    for (size_t i = 0; name && i < BLZ_COUNT_OF(types); i++)
        if (strcmp(types[i].name, name) == 0) return types[i].type;
    return 0;
}

/* What to write in place of a text that stands for a list, a mapping, a number or a choice of two. */
static const char *hint_for_text(unsigned wanted, const char *text)
{
    if (wanted & BLZ_TYPE_BOOLEAN) {
        if (strcasecmp(text, "yes") == 0 || strcasecmp(text, "on") == 0) return "write true, without quotes";
        if (strcasecmp(text, "no") == 0 || strcasecmp(text, "off") == 0) return "write false, without quotes";
        return "write true or false, without quotes";
    }
    if (wanted & (BLZ_TYPE_NUMBER | BLZ_TYPE_INTEGER))
        return *text && !text[strspn(text, "0123456789,")] && strchr(text, ',')
                   ? "write it with a point in place of the comma, and without quotes"
                   : "write it in digits, without quotes";
    if (wanted & BLZ_TYPE_ARRAY)
        return "write one item per line below it, each behind \"- \", or all of them in [ ] with commas "
               "between";
    return NULL;
}

/* A mapping is written as the names that it can have. */
static const char *hint_for_mapping(blz_eval *eval, const blz_node *node)
{
    const json_t *properties = json_object_get(node->json, "properties");
    blz_errors *errors = eval->errors;
    const char *text = NULL, *name;
    json_t *ignored;
    if (json_object_size(properties) > NAMES_SHOWN) properties = NULL;
    json_object_foreach (blz_json_unconst(properties), name, ignored) {
        (void)ignored;
        text = text ? blz_errors_text(errors, "%s, \"%s\"", text, name)
                    : blz_errors_text(errors, " \"%s\"", name);
    }
    return blz_errors_text(errors, "write a line \"name: value\" below it, indented, for each part%s%s",
                           text ? ":" : "", text ? text : "");
}

static const char *type_hint(blz_eval *eval, unsigned wanted, const blz_frame *frame)
{
    const json_t *value = frame->at->value;
    unsigned given = blz_type_of(value);
    if (given & BLZ_TYPE_NULL)
        return "fill it in, or leave the whole line out; a text that starts with # goes in quotes";
    if (wanted & BLZ_TYPE_TEXT) {
        if (given & (BLZ_TYPE_NUMBER | BLZ_TYPE_BOOLEAN)) return "put it in double quotes to make it a text";
        return given & BLZ_TYPE_ARRAY
                   ? "write one text, without a dash before it; one that starts with [ goes in quotes"
                   : "write one text; if it has a colon, or starts with {, it goes in quotes";
    }
    if (wanted & BLZ_TYPE_OBJECT && given & BLZ_TYPE_ARRAY)
        return "write \"name: value\" on each line, without a dash before it";
    if (wanted & BLZ_TYPE_OBJECT && !(wanted & BLZ_TYPE_ARRAY)) return hint_for_mapping(eval, frame->node);
    if (given & BLZ_TYPE_TEXT) return hint_for_text(wanted, json_string_value(value));
    return wanted & BLZ_TYPE_ARRAY ? hint_for_text(wanted, "") : NULL;
}

static blz_status evaluate_type(blz_eval *eval, const void *data, blz_frame *frame)
{
    const type_data *d = data;
    unsigned given = blz_type_of(frame->at->value);
    if (given & d->types) return BLZ_OK;
    frame->final = true;
    if (!blz_failed(eval, frame)) return BLZ_OK;
    return blz_errors_add(
        eval, frame,
        &(blz_failure){.keyword = "type", .types = d->types, .hint = type_hint(eval, d->types, frame)},
        "%s should be %s, but it is %s", blz_errors_subject(eval, frame->at),
        blz_errors_types(eval, d->types), blz_errors_types(eval, given));
}

blz_status blz_compile_type(blz_compiler *c, blz_node *node, const json_t *value)
{
    type_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_type, sizeof *d, &d));
    size_t count = json_is_array(value) ? json_array_size(value) : 1;
    for (size_t i = 0; i < count; i++) {
        const json_t *name = json_is_array(value) ? json_array_get(value, i) : value;
        unsigned type = type_named(json_string_value(name));
        if (!type) return blz_compile_problem(c, node, "\"type\" is not a known type");
        d->types |= type;
    }
    return BLZ_OK;
}

static blz_status say_const(blz_eval *eval, blz_frame *frame, const json_t *wanted)
{
    const json_t *value = frame->at->value;
    const char *fix = json_is_string(wanted) ? json_string_value(wanted) : NULL;
    return blz_errors_add(
        eval, frame,
        &(blz_failure){.class = BLZ_SCHEMA_CHOICE, .keyword = "const", .choices = wanted, .fix = fix},
        "%s should be %s, but it is %s", blz_errors_subject(eval, frame->at), blz_errors_value(eval, wanted),
        blz_errors_value(eval, value));
}

static blz_status evaluate_const(blz_eval *eval, const void *data, blz_frame *frame)
{
    const choice_data *d = data;
    BLZ_TRY(blz_eval_charge(eval, 1));
    if (blz_json_equal(frame->at->value, d->choices)) return BLZ_OK;
    frame->final = true;
    return blz_failed(eval, frame) ? say_const(eval, frame, d->choices) : BLZ_OK;
}

blz_status blz_compile_const(blz_compiler *c, blz_node *node, const json_t *value)
{
    choice_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_const, sizeof *d, &d));
    d->choices = value;
    return BLZ_OK;
}

static blz_status say_enum(blz_eval *eval, blz_frame *frame, const json_t *choices)
{
    const json_t *value = frame->at->value;
    if (json_array_size(choices) == 1) return say_const(eval, frame, json_array_get(choices, 0));
    const char *suggestion = blz_errors_suggest(choices, value);
    const char *hint =
        blz_errors_text(eval->errors, "the choices are %s", blz_errors_choices(eval, choices, " and "));
    if (suggestion) hint = blz_errors_text(eval->errors, "did you mean \"%s\"? %s", suggestion, hint);
    return blz_errors_add(eval, frame,
                          &(blz_failure){.class = BLZ_SCHEMA_CHOICE,
                                         .keyword = "enum",
                                         .choices = choices,
                                         .hint = hint,
                                         .fix = suggestion},
                          "%s is %s, which is not one of the choices", blz_errors_subject(eval, frame->at),
                          blz_errors_value(eval, value));
}

static blz_status evaluate_enum(blz_eval *eval, const void *data, blz_frame *frame)
{
    const choice_data *d = data;
    size_t count = json_array_size(d->choices);
    BLZ_TRY(blz_eval_charge(eval, count));
    for (size_t i = 0; i < count; i++)
        if (blz_json_equal(frame->at->value, json_array_get(d->choices, i))) return BLZ_OK;
    frame->final = true;
    return blz_failed(eval, frame) ? say_enum(eval, frame, d->choices) : BLZ_OK;
}

blz_status blz_compile_enum(blz_compiler *c, blz_node *node, const json_t *value)
{
    choice_data *d;
    if (!json_is_array(value)) return blz_compile_problem(c, node, "\"enum\" is not a list");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_enum, sizeof *d, &d));
    d->choices = value;
    return BLZ_OK;
}
