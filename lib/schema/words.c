#include "schema/errors.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "schema/decimal.h"

enum { SHOWN_BYTES = 40, CHOICES_SHOWN = 12, NAMES_MAX = 256 };

static const char *kept(blz_errors *errors, const char *text)
{
    if (!text) errors->failed = true;
    return text ? text : "";
}

const char *blz_errors_text(blz_errors *errors, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = blz_arena_vprintf(&errors->arena, format, args);
    va_end(args);
    return kept(errors, text);
}

/* In double quotes, shortened at a code point. */
static const char *quoted(blz_errors *errors, const char *text)
{
    size_t length = strlen(text);
    if (length <= SHOWN_BYTES) return blz_errors_text(errors, "\"%s\"", text);
    size_t shown = blz_utf8_valid_prefix(text, SHOWN_BYTES);
    return blz_errors_text(errors, "\"%.*s...\"", (int)shown, text);
}

/* What the schemas call it, in small letters unless it is an abbreviation; NULL if they have no short name.
 */
static const char *noun_of(blz_errors *errors, const blz_at *at)
{
    const char *noun = at->noun;
    if (!noun || !*noun || strlen(noun) > SHOWN_BYTES) return NULL;
    bool capital = noun[0] >= 'A' && noun[0] <= 'Z', abbreviation = noun[1] >= 'A' && noun[1] <= 'Z';
    if (!capital || abbreviation) return noun;
    return blz_errors_text(errors, "%c%s", noun[0] - 'A' + 'a', noun + 1);
}

static const char *item(blz_eval *eval, const blz_at *at)
{
    const char *noun = noun_of(eval->errors, at);
    const char *id = json_string_value(json_object_get(at->value, "id"));
    if (id && *id && strlen(id) <= SHOWN_BYTES && noun)
        return blz_errors_text(eval->errors, "%s \"%s\"", noun, id);
    const char *list = blz_errors_subject(eval, at->parent);
    if (id && *id && strlen(id) <= SHOWN_BYTES)
        return blz_errors_text(eval->errors, "item \"%s\" of %s", id, list);
    return blz_errors_text(eval->errors, "%s %zu of %s", noun ? noun : "item", at->index + 1, list);
}

/* The names of the members from just below `top` to `at`, joined by dots. */
static const char *dotted(blz_errors *errors, const blz_at *at, const blz_at *top)
{
    const char *path = at->key;
    for (const blz_at *up = at->parent; up != top; up = up->parent)
        path = blz_errors_text(errors, "%s.%s", up->key, path);
    return path;
}

const char *blz_errors_subject(blz_eval *eval, const blz_at *at)
{
    blz_errors *errors = eval->errors;
    if (!at->parent) {
        const char *noun = noun_of(errors, at);
        return blz_errors_text(errors, "the %s", noun ? noun : "document");
    }
    if (at->is_key) return blz_errors_text(errors, "the name %s", quoted(errors, at->key));
    if (!at->key) return item(eval, at);
    const blz_at *top = at->parent;
    while (top->parent && top->key)
        top = top->parent;
    const char *path = dotted(errors, at, top);
    if (!top->parent) return blz_errors_text(errors, "\"%s\"", path);
    return blz_errors_text(errors, "\"%s\" of %s", path, item(eval, top));
}

const char *blz_errors_value(blz_eval *eval, const json_t *value)
{
    char number[BLZ_DECIMAL_MAX];
    switch (json_typeof(value)) {
    case JSON_STRING:
        return quoted(eval->errors, json_string_value(value));
    case JSON_INTEGER:
    case JSON_REAL:
        blz_decimal_text(number, blz_decimal_of(value));
        return blz_errors_text(eval->errors, "%s", number);
    case JSON_TRUE:
        return "true";
    case JSON_FALSE:
        return "false";
    case JSON_NULL:
        return "empty";
    case JSON_OBJECT:
        return "a mapping";
    case JSON_ARRAY:
        return "a list";
    }
    return "";
}

const char *blz_errors_choices(blz_eval *eval, const json_t *choices, const char *joiner)
{
    if (!json_is_array(choices)) return blz_errors_value(eval, choices);
    blz_errors *errors = eval->errors;
    size_t count = json_array_size(choices);
    size_t shown = count > CHOICES_SHOWN ? CHOICES_SHOWN : count;
    const char *text = "";
    for (size_t i = 0; i < shown; i++) {
        const char *value = blz_errors_value(eval, json_array_get(choices, i));
        const char *between = i == 0 ? "" : i + 1 == count ? joiner : ", ";
        text = blz_errors_text(errors, "%s%s%s", text, between, value);
    }
    if (shown == count) return text;
    return blz_errors_text(errors, "%s and %zu more", text, count - shown);
}

const char *blz_errors_suggest(const json_t *choices, const json_t *value)
{
    const char *names[NAMES_MAX];
    size_t count = 0;
    if (!json_is_string(value)) return NULL;
    if (json_is_string(choices)) names[count++] = json_string_value(choices);
    for (size_t i = 0; i < json_array_size(choices) && count < NAMES_MAX; i++) {
        const char *name = json_string_value(json_array_get(choices, i));
        if (name) names[count++] = name;
    }
    return blz_suggest(json_string_value(value), names, count);
}

unsigned blz_type_of(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return BLZ_TYPE_OBJECT;
    case JSON_ARRAY:
        return BLZ_TYPE_ARRAY;
    case JSON_STRING:
        return BLZ_TYPE_TEXT;
    case JSON_INTEGER:
        return BLZ_TYPE_INTEGER | BLZ_TYPE_NUMBER;
    case JSON_REAL:
        return blz_decimal_is_whole(blz_decimal_of(value)) ? BLZ_TYPE_INTEGER | BLZ_TYPE_NUMBER
                                                           : BLZ_TYPE_NUMBER;
    case JSON_TRUE:
    case JSON_FALSE:
        return BLZ_TYPE_BOOLEAN;
    case JSON_NULL:
        break;
    }
    return BLZ_TYPE_NULL;
}

const char *blz_errors_types(blz_eval *eval, unsigned types)
{
    static const struct {
        unsigned type;
        const char *words;
    } names[] = {
        {BLZ_TYPE_TEXT, "a text"},     {BLZ_TYPE_INTEGER, "a whole number"},
        {BLZ_TYPE_NUMBER, "a number"}, {BLZ_TYPE_BOOLEAN, "true or false"},
        {BLZ_TYPE_ARRAY, "a list"},    {BLZ_TYPE_OBJECT, "a mapping"},
        {BLZ_TYPE_NULL, "empty"},
    };
    if (types & BLZ_TYPE_NUMBER) types &= ~(unsigned)BLZ_TYPE_INTEGER;
    const char *text = "";
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        if (!(types & names[i].type)) continue;
        types &= ~names[i].type;
        text = blz_errors_text(eval->errors, "%s%s%s", text,
                               !*text  ? ""
                               : types ? ", "
                                       : " or ",
                               names[i].words);
    }
    return text;
}
