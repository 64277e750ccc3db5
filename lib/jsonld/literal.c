#include <math.h>
#include <stdio.h>
#include <string.h>

#include "codec/json_write.h"
#include "jsonld/to_rdf.h"

/* Literals (8.2.2 and 8.6). */

#define XSD "http://www.w3.org/2001/XMLSchema#"

enum { NUMBER_MAX = 64 };

/* The canonical form of xsd:double: one digit, a point, at least one digit, E, the exponent. */
static size_t format_double(char out[NUMBER_MAX], double value)
{
    char text[NUMBER_MAX];
    snprintf(text, sizeof text, "%.15E", value);
    char *exponent = strchr(text, 'E'), *digits = text + (text[0] == '-');
    digits[1] = '.'; /* whatever the locale has there */
    char *end = exponent;
    while (end[-1] == '0' && end[-2] != '.')
        end--;
    int power = 0;
    for (const char *p = exponent + 2; *p; p++)
        power = power * 10 + (*p - '0');
    return (size_t)snprintf(out, NUMBER_MAX, "%.*sE%s%d", (int)(end - text), text,
                            exponent[1] == '-' && power ? "-" : "", power);
}

/* From 2^53 on every double is whole. */
static bool is_whole(double number)
{
    return fabs(number) >= 9007199254740992.0 || number == (double)(int64_t)number;
}

/* Numbers mean doubles, as in JSON that ECMAScript reads; whole ones below 10^21 are xsd:integer. */
static size_t format_number(char out[NUMBER_MAX], const json_t *value, const char **datatype)
{
    static const char integer[] = XSD "integer", real[] = XSD "double";
    double number = json_number_value(value);
    bool is_real = fabs(number) >= 1e21 || !is_whole(number);
    if (is_real || (*datatype && strcmp(*datatype, real) == 0)) {
        if (!*datatype) *datatype = real;
        return format_double(out, number);
    }
    if (!*datatype) *datatype = integer;
    return (size_t)snprintf(out, NUMBER_MAX, "%.0f", number == 0 ? 0.0 : number);
}

static blz_status put(blz_ld_rdf *rdf, const char *text, size_t length, const char *datatype,
                      const char *language, const blz_term **out)
{
    blz_term *term = NULL;
    BLZ_TRY(blz_dataset_literal(
        rdf->data, &term,
        &(blz_literal){.text = text, .length = length, .datatype = datatype, .language = language}));
    *out = term;
    return BLZ_OK;
}

static blz_status put_json(blz_ld_rdf *rdf, const blz_ld_object *value, const blz_term **out)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_jcs_write(&text, value->value));
    return put(rdf, text.data, text.length, "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON", NULL, out);
}

/* A language tag in small letters: RDF compares it so, and the processors in use write it so. */
static blz_status small(blz_ld_rdf *rdf, const char **out, const char *language)
{
    char *copy = blz_arena_strdup(&rdf->data->arena, language ? language : "");
    BLZ_TRY_MEM(copy);
    for (char *p = copy; *p; p++)
        if (*p >= 'A' && *p <= 'Z') *p = (char)(*p + ('a' - 'A'));
    *out = copy;
    return BLZ_OK;
}

static blz_status put_i18n(blz_ld_rdf *rdf, const blz_ld_object *value, const char *language,
                           const blz_term **out)
{
    const char *datatype =
        blz_arena_printf(&rdf->data->arena, "https://www.w3.org/ns/i18n#%s_%s", language, value->direction);
    BLZ_TRY_MEM(datatype);
    return put(rdf, json_string_value(value->value), json_string_length(value->value), datatype, NULL, out);
}

static blz_status say(blz_ld_rdf *rdf, const blz_term *graph, const blz_term *subject, blz_ld_word word,
                      const char *text, size_t length)
{
    blz_term *predicate = NULL;
    const blz_term *object = NULL;
    BLZ_TRY(blz_ld_word_term(rdf, &predicate, word));
    BLZ_TRY(put(rdf, text, length, NULL, NULL, &object));
    return blz_dataset_add(rdf->data, &(blz_quad){subject, predicate, object, graph});
}

static blz_status put_compound(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *value,
                               const char *language, const blz_term **out)
{
    blz_term *node = NULL;
    const char *text = json_string_value(value->value);
    BLZ_TRY(blz_dataset_fresh_blank(rdf->data, &node));
    *out = node;
    BLZ_TRY(say(rdf, graph, node, BLZ_LD_RDF_VALUE, text, json_string_length(value->value)));
    if (*language) BLZ_TRY(say(rdf, graph, node, BLZ_LD_RDF_LANGUAGE, language, strlen(language)));
    return say(rdf, graph, node, BLZ_LD_RDF_DIRECTION, value->direction, strlen(value->direction));
}

static blz_status put_text(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *value,
                           const blz_term **out)
{
    const char *language = NULL, *text = json_string_value(value->value);
    if (!value->language && !value->direction)
        return put(rdf, text, json_string_length(value->value), value->type, NULL, out);
    BLZ_TRY(small(rdf, &language, value->language));
    if (value->direction && rdf->options->direction == BLZ_LD_I18N_DATATYPE)
        return put_i18n(rdf, value, language, out);
    if (value->direction && rdf->options->direction == BLZ_LD_COMPOUND_LITERAL)
        return put_compound(rdf, graph, value, language, out);
    return put(rdf, text, json_string_length(value->value), value->type, *language ? language : NULL, out);
}

blz_status blz_ld_literal(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *value,
                          const blz_term **out)
{
    char number[NUMBER_MAX];
    const char *datatype = value->type;
    *out = NULL;
    if (value->type_is_json) return put_json(rdf, value, out);
    if (datatype && !blz_ld_is_iri(datatype)) return BLZ_OK;
    if (value->language && !blz_ld_is_language(value->language)) return BLZ_OK;
    if (json_is_boolean(value->value)) {
        const char *text = json_is_true(value->value) ? "true" : "false";
        return put(rdf, text, strlen(text), datatype ? datatype : XSD "boolean", NULL, out);
    }
    if (json_is_number(value->value)) {
        size_t length = format_number(number, value->value, &datatype);
        return put(rdf, number, length, datatype, NULL, out);
    }
    return put_text(rdf, graph, value, out);
}
