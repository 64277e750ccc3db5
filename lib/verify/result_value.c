#include <math.h>
#include <string.h>

#include "codec/json_write.h"
#include "jsonld/jsonld.h"
#include "verify/proofs.h"
#include "verify/result.h"

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* [-]digits[.digits] and nothing else. */
static bool is_decimal(const char *text)
{
    text += *text == '-';
    if (!digits(text) || strlen(text) > 30) return false;
    text += digits(text);
    if (*text == '.') {
        text++;
        if (!digits(text)) return false;
        text += digits(text);
    }
    return *text == '\0';
}

bool blz_result_number(double *out, json_t *value)
{
    const char *text = json_string_value(value);
    if (!text || !is_decimal(text)) return false;
    *out = blz_number_parse(text);
    return isfinite(*out);
}

static bool find_allowed(size_t *index, json_t *allowed, const char *value)
{
    for (*index = 0; *index < blz_many(allowed); (*index)++) {
        const char *one = json_string_value(blz_many_at(allowed, *index));
        if (one && strcmp(one, value) == 0) return true;
    }
    return false;
}

/* Whether the contexts of the badge make a list of the values that are allowed, as they do since Open Badges
 * 3.0.2: then RDF has their order. */
static blz_status are_list(bool *out, blz_check *check)
{
    json_auto_t *part = json_object(), *expanded = NULL;
    json_t *context = json_object_get(check->credential, "@context"), *values;
    const char *name;
    *out = false;
    BLZ_TRY_MEM(part && json_object_set_new(part, "type", json_string("ResultDescription")) == 0 &&
                json_object_set_new(part, "allowedValue", json_string("a")) == 0);
    if (context) BLZ_TRY_MEM(json_object_set(part, "@context", context) == 0);
    blz_status status = blz_ld_expand(&expanded, check->ctx, part, &(blz_ld_options){0}, NULL);
    if (status == BLZ_ERR_NOMEM) return status;
    json_object_foreach (json_array_get(expanded, 0), name, values)
        *out = *out || json_object_get(json_array_get(values, 0), "@list");
    return BLZ_OK;
}

/* Whether some proof that holds covers the order, or none holds, and then it does not matter. */
static blz_status is_order_signed(blz_check *check)
{
    if (check->order != BLZ_ORDER_NOT_ASKED) return BLZ_OK;
    bool is_signed = !blz_proofs_leave_order(check);
    if (!is_signed) BLZ_TRY(are_list(&is_signed, check));
    check->order = is_signed ? BLZ_ORDER_SIGNED : BLZ_ORDER_FREE;
    return BLZ_OK;
}

/* Above what is required, as the values are written. */
static blz_status check_order(blz_check *check, blz_result *r, const char *required)
{
    BLZ_TRY(is_order_signed(check));
    if (check->order == BLZ_ORDER_SIGNED) return BLZ_OK;
    return blz_say_strict(
        check, BLZ_STEP_UNKNOWN, r->at,
        "whether the result for \"%s\" is at least \"%s\" is not known: by the contexts of the badge the "
        "proof does not cover the order in which the values allowed are written",
        r->name, required);
}

/* The value is one of a list that is written low to high. */
static blz_status check_allowed(blz_check *check, blz_result *r, json_t *allowed, const char *value)
{
    const char *required = blz_member(r->description, "requiredValue");
    size_t own = 0, least = 0;
    if (!find_allowed(&own, allowed, value))
        return blz_say_strict(check, BLZ_STEP_FAIL, r->at,
                              "the result for \"%s\" is \"%s\", which is not one of the values allowed",
                              r->name, value);
    if (!required) return BLZ_OK;
    if (!find_allowed(&least, allowed, required))
        return blz_say_strict(
            check, BLZ_STEP_FAIL, r->at,
            "\"%s\" requires the value \"%s\", which is not one of those allowed: the achievement "
            "contradicts itself",
            r->name, required);
    if (own > least) return check_order(check, r, required);
    if (own == least) return BLZ_OK;
    return blz_say_strict(check, BLZ_STEP_FAIL, r->at,
                          "the result for \"%s\" is \"%s\", but \"%s\" is required", r->name, value,
                          required);
}

/* One bound of a number; `name` is the member that has it, `lower` whether it is the least. */
static blz_status check_bound(blz_check *check, blz_result *r, double value, const char *name, bool lower)
{
    json_t *bound = json_object_get(r->description, name);
    double limit;
    if (!bound) return BLZ_OK;
    if (!blz_result_number(&limit, bound))
        return blz_say_strict(check, BLZ_STEP_FAIL, r->at, "the %s of \"%s\" is not a number", name, r->name);
    if (lower ? value >= limit : value <= limit) return BLZ_OK;
    return blz_say_strict(check, BLZ_STEP_FAIL, r->at, "the result for \"%s\" is %s, %s %s, its %s", r->name,
                          blz_member(r->result, "value"), lower ? "below" : "above", json_string_value(bound),
                          name);
}

static blz_status check_number(blz_check *check, blz_result *r, double value)
{
    BLZ_TRY(check_bound(check, r, value, "valueMin", true));
    BLZ_TRY(check_bound(check, r, value, "valueMax", false));
    return check_bound(check, r, value, "requiredValue", true);
}

/* Words without a list: equal is reached, and of anything else nobody knows. */
static blz_status check_words(blz_check *check, blz_result *r, const char *value)
{
    const char *required = blz_member(r->description, "requiredValue");
    if (json_object_get(r->description, "valueMin") || json_object_get(r->description, "valueMax"))
        return blz_say_strict(check, BLZ_STEP_FAIL, r->at,
                              "the result for \"%s\" is \"%s\", but it has to be a number", r->name, value);
    if (!required || strcmp(required, value) == 0) return BLZ_OK;
    return blz_say(check, BLZ_STEP_WARN, r->at,
                   "the result for \"%s\" is \"%s\" and \"%s\" is required; the achievement does not say "
                   "which of them is "
                   "more",
                   r->name, value, required);
}

blz_status blz_result_check_value(blz_check *check, blz_result *r)
{
    json_t *allowed = json_object_get(r->description, "allowedValue");
    const char *value = blz_member(r->result, "value");
    bool required = json_object_get(r->description, "requiredValue") != NULL;
    double number;
    r->required = r->required || required;
    if (!value && required)
        return blz_say_strict(check, BLZ_STEP_FAIL, r->at,
                              "the result for \"%s\" has no value, and a certain value is required", r->name);
    if (!value) return BLZ_OK;
    if (blz_many(allowed) > 0) return check_allowed(check, r, allowed, value);
    if (blz_result_number(&number, json_object_get(r->result, "value")))
        return check_number(check, r, number);
    return check_words(check, r, value);
}
