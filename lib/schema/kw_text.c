#include <string.h>

#include <stdint.h>

#include "base/text.h"
#include "schema/errors.h"
#include "schema/format.h"
#include "schema/keywords.h"

/* minLength and maxLength (in code points), pattern, format. */

typedef struct length_data {
    size_t min, max;
} length_data;

typedef struct pattern_data {
    const blz_pattern *pattern;
    const char *says; /* "x-blazon-pattern-says": completes "should be ..."; may be NULL */
} pattern_data;

typedef struct format_data {
    const blz_format *format;
} format_data;

static blz_status say_length(blz_eval *eval, blz_frame *frame, const length_data *d, size_t length)
{
    const char *subject = blz_errors_subject(eval, frame->at);
    if (!length)
        return blz_errors_add(eval, frame, &(blz_failure){.keyword = "minLength", .hint = "fill it in"},
                              "%s is empty", subject);
    if (length < d->min)
        return blz_errors_add(eval, frame, &(blz_failure){.keyword = "minLength"},
                              "%s needs at least %zu characters, it has %zu", subject, d->min, length);
    return blz_errors_add(eval, frame, &(blz_failure){.keyword = "maxLength"},
                          "%s may have at most %zu characters, it has %zu", subject, d->max, length);
}

static blz_status evaluate_length(blz_eval *eval, const void *data, blz_frame *frame)
{
    const length_data *d = data;
    const json_t *value = frame->at->value;
    if (!json_is_string(value)) return BLZ_OK;
    size_t length = blz_utf8_count(json_string_value(value), json_string_length(value));
    if (length >= d->min && length <= d->max) return BLZ_OK;
    return blz_failed(eval, frame) ? say_length(eval, frame, d, length) : BLZ_OK;
}

blz_status blz_compile_length(blz_compiler *c, blz_node *node, const json_t *value)
{
    (void)value;
    if (blz_compile_has(node, evaluate_length)) return BLZ_OK;
    length_data *d;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_length, sizeof *d, &d));
    d->max = SIZE_MAX;
    const json_t *min = blz_compile_sibling(node, "minLength"), *max = blz_compile_sibling(node, "maxLength");
    if (min) BLZ_TRY(blz_compile_count(c, node, min, "minLength", &d->min));
    return max ? blz_compile_count(c, node, max, "maxLength", &d->max) : BLZ_OK;
}

static blz_status say_pattern(blz_eval *eval, blz_frame *frame, const char *says)
{
    const blz_failure failure = {.class = BLZ_SCHEMA_FORMAT, .keyword = "pattern"};
    const char *subject = blz_errors_subject(eval, frame->at);
    if (says && frame->at->is_key)
        return blz_errors_add(eval, frame, &failure, "%s should be %s", subject, says);
    const char *value = blz_errors_value(eval, frame->at->value);
    if (says)
        return blz_errors_add(eval, frame, &failure, "%s should be %s, but it is %s", subject, says, value);
    if (frame->at->is_key)
        return blz_errors_add(eval, frame, &failure, "%s does not have the form of such names", subject);
    return blz_errors_add(eval, frame, &failure, "%s is %s, which does not have the right form", subject,
                          value);
}

static blz_status evaluate_pattern(blz_eval *eval, const void *data, blz_frame *frame)
{
    const pattern_data *d = data;
    const json_t *value = frame->at->value;
    bool matches = false;
    if (!json_is_string(value)) return BLZ_OK;
    size_t length = json_string_length(value);
    BLZ_TRY(blz_eval_charge(eval, 1 + length / 64));
    BLZ_TRY(blz_pattern_match(&matches, d->pattern, &eval->matcher, json_string_value(value), length));
    if (matches) return BLZ_OK;
    return blz_failed(eval, frame) ? say_pattern(eval, frame, d->says) : BLZ_OK;
}

blz_status blz_compile_text_pattern(blz_compiler *c, blz_node *node, const json_t *value)
{
    pattern_data *d;
    if (!json_is_string(value)) return blz_compile_problem(c, node, "\"pattern\" is not a text");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_pattern, sizeof *d, &d));
    d->says = json_string_value(json_object_get(node->json, "x-blazon-pattern-says"));
    return blz_compile_pattern(c, node, json_string_value(value), json_string_length(value), &d->pattern);
}

static const char *uri_hint(const char *text)
{
    if (strchr(text, ' ') && strchr(text, '/'))
        return "a web address has no spaces; write a hyphen, or %20 if the space is part of it";
    if (!strchr(text, ' ') && !strchr(text, ':') && strchr(text, '.')) return "put https:// before it";
    return NULL;
}

static blz_status evaluate_format(blz_eval *eval, const void *data, blz_frame *frame)
{
    const blz_format *format = ((const format_data *)data)->format;
    const json_t *value = frame->at->value;
    bool ok = false;
    if (!json_is_string(value)) return BLZ_OK;
    BLZ_TRY(blz_eval_charge(eval, 1 + json_string_length(value) / 64));
    BLZ_TRY(format->check(&ok, json_string_value(value), json_string_length(value)));
    if (ok || !blz_failed(eval, frame)) return BLZ_OK;
    const char *hint = strcmp(format->name, "uri") == 0 ? uri_hint(json_string_value(value)) : NULL;
    return blz_errors_add(eval, frame,
                          &(blz_failure){.class = BLZ_SCHEMA_FORMAT, .keyword = "format", .hint = hint},
                          "%s should be %s, but it is %s", blz_errors_subject(eval, frame->at), format->words,
                          blz_errors_value(eval, value));
}

/* A format that is not known fails nothing. */
blz_status blz_compile_format(blz_compiler *c, blz_node *node, const json_t *value)
{
    const char *name = json_string_value(value);
    const blz_format *format = name ? blz_format_find(name) : NULL;
    format_data *d;
    if (!name) return blz_compile_problem(c, node, "\"format\" is not a text");
    if (!format) return BLZ_OK;
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_format, sizeof *d, &d));
    d->format = format;
    return BLZ_OK;
}
