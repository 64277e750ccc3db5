#include "schema/decimal.h"
#include "schema/errors.h"
#include "schema/keywords.h"

/* minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf. */

typedef struct bound {
    const char *keyword, *words;
    int wanted[2]; /* what comparing with the limit may answer */
} bound;

static const bound minimum = {"minimum", "at least", {0, 1}};
static const bound maximum = {"maximum", "at most", {0, -1}};
static const bound above = {"exclusiveMinimum", "more than", {1, 1}};
static const bound below = {"exclusiveMaximum", "less than", {-1, -1}};

typedef struct bound_data {
    const bound *bound;
    blz_decimal limit;
} bound_data;

static blz_status say(blz_eval *eval, blz_frame *frame, const char *keyword, const char *words,
                      blz_decimal number)
{
    char limit[BLZ_DECIMAL_MAX];
    blz_decimal_text(limit, number);
    return blz_errors_add(eval, frame, &(blz_failure){.keyword = keyword}, "%s should be %s %s, but it is %s",
                          blz_errors_subject(eval, frame->at), words, limit,
                          blz_errors_value(eval, frame->at->value));
}

static blz_status evaluate_bound(blz_eval *eval, const void *data, blz_frame *frame)
{
    const bound_data *d = data;
    if (!json_is_number(frame->at->value)) return BLZ_OK;
    int order = blz_decimal_compare(blz_decimal_of(frame->at->value), d->limit);
    int sign = order < 0 ? -1 : order > 0;
    if (sign == d->bound->wanted[0] || sign == d->bound->wanted[1]) return BLZ_OK;
    return blz_failed(eval, frame) ? say(eval, frame, d->bound->keyword, d->bound->words, d->limit) : BLZ_OK;
}

static blz_status compile_bound(blz_compiler *c, blz_node *node, const json_t *value, const bound *kind)
{
    bound_data *d;
    if (!json_is_number(value)) return blz_compile_problem(c, node, "\"%s\" is not a number", kind->keyword);
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_bound, sizeof *d, &d));
    *d = (bound_data){.bound = kind, .limit = blz_decimal_of(value)};
    return BLZ_OK;
}

blz_status blz_compile_minimum(blz_compiler *c, blz_node *node, const json_t *value)
{
    return compile_bound(c, node, value, &minimum);
}

blz_status blz_compile_maximum(blz_compiler *c, blz_node *node, const json_t *value)
{
    return compile_bound(c, node, value, &maximum);
}

blz_status blz_compile_exclusive_minimum(blz_compiler *c, blz_node *node, const json_t *value)
{
    return compile_bound(c, node, value, &above);
}

blz_status blz_compile_exclusive_maximum(blz_compiler *c, blz_node *node, const json_t *value)
{
    return compile_bound(c, node, value, &below);
}

static blz_status evaluate_multiple_of(blz_eval *eval, const void *data, blz_frame *frame)
{
    const blz_decimal *divisor = data;
    if (!json_is_number(frame->at->value)) return BLZ_OK;
    if (blz_decimal_is_multiple(blz_decimal_of(frame->at->value), *divisor)) return BLZ_OK;
    return blz_failed(eval, frame) ? say(eval, frame, "multipleOf", "a multiple of", *divisor) : BLZ_OK;
}

blz_status blz_compile_multiple_of(blz_compiler *c, blz_node *node, const json_t *value)
{
    blz_decimal *d;
    if (!json_is_number(value) || json_number_value(value) <= 0)
        return blz_compile_problem(c, node, "\"multipleOf\" is not a number above 0");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_multiple_of, sizeof *d, &d));
    *d = blz_decimal_of(value);
    return BLZ_OK;
}
