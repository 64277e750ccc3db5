#include <math.h>
#include <stdio.h>
#include <string.h>

#include "codec/json_write.h"
#include "jsonld/to_rdf.h"

/* Literals (8.2.2 and 8.6). */

#define XSD "http://www.w3.org/2001/XMLSchema#"

enum { NUMBER_MAX = 64 };

/* The canonical form of xsd:double: one digit, a point, at least one digit, E, the exponent. What the locale
 * puts for the point may be several bytes. */
static size_t format_double(char out[NUMBER_MAX], double value)
{
    char text[NUMBER_MAX], digits[NUMBER_MAX] = "";
    size_t count = 0;
    snprintf(text, sizeof text, "%.15E", value);
    const char *exponent = strchr(text, 'E');
    for (const char *p = text; p < exponent; p++)
        if (*p >= '0' && *p <= '9') digits[count++] = *p;
    while (count > 2 && digits[count - 1] == '0')
        count--;
    int power = 0;
    for (const char *p = exponent + 2; *p; p++)
        power = power * 10 + (*p - '0');
    return (size_t)snprintf(out, NUMBER_MAX, "%s%c.%.*sE%s%d", text[0] == '-' ? "-" : "", digits[0],
                            (int)count - 1, digits + 1, exponent[1] == '-' && power ? "-" : "", power);
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

/* A value object on its way: its text, datatype, language in small letters ("" if it has none). */
typedef struct writing {
    blz_ld_rdf *rdf;
    const blz_ld_object *value;
    const blz_quad *place;
    blz_literal literal;
    const char *language;
} writing;

static blz_status put(blz_ld_rdf *rdf, const blz_literal *literal, const blz_term **out)
{
    blz_term *term = NULL;
    BLZ_TRY(blz_dataset_literal(rdf->data, &term, literal));
    *out = term;
    return BLZ_OK;
}

static blz_status put_json(blz_ld_rdf *rdf, const blz_ld_object *value, const blz_term **out)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_jcs_write(&text, value->value));
    return put(rdf,
               &(blz_literal){.text = text.data,
                              .length = text.length,
                              .datatype = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON"},
               out);
}

/* A language tag in small letters: RDF compares it so, and the processors in use write it so. */
static blz_status small(blz_ld_rdf *rdf, const char **out, const char *language)
{
    *out = "";
    if (!language) return BLZ_OK;
    char *copy = blz_arena_strdup(rdf->run->arena, language);
    BLZ_TRY_MEM(copy);
    for (char *p = copy; *p; p++)
        if (*p >= 'A' && *p <= 'Z') *p = (char)(*p + ('a' - 'A'));
    *out = copy;
    return BLZ_OK;
}

static blz_status put_i18n(const writing *w, const blz_term **out)
{
    blz_literal literal = w->literal;
    literal.datatype = blz_arena_printf(w->rdf->run->arena, "https://www.w3.org/ns/i18n#%s_%s", w->language,
                                        w->value->direction);
    BLZ_TRY_MEM(literal.datatype);
    return put(w->rdf, &literal, out);
}

static blz_status say(const writing *w, const blz_term *subject, blz_ld_word word, const char *text,
                      size_t length)
{
    blz_term *predicate = NULL;
    const blz_term *object = NULL;
    BLZ_TRY(blz_ld_word_term(w->rdf, &predicate, word));
    BLZ_TRY(put(w->rdf, &(blz_literal){.text = text, .length = length}, &object));
    return blz_dataset_add(w->rdf->data, &(blz_quad){subject, predicate, object, w->place->graph});
}

static blz_status put_compound(const writing *w, const blz_term **out)
{
    blz_term *node = NULL;
    BLZ_TRY(blz_dataset_fresh_blank(w->rdf->data, &node));
    *out = node;
    BLZ_TRY(say(w, node, BLZ_LD_RDF_VALUE, w->literal.text, w->literal.length));
    if (*w->language) BLZ_TRY(say(w, node, BLZ_LD_RDF_LANGUAGE, w->language, strlen(w->language)));
    return say(w, node, BLZ_LD_RDF_DIRECTION, w->value->direction, strlen(w->value->direction));
}

/* What makes two value objects of a property the same one: all their members, and the place. */
static blz_status put_compound_key(const writing *w, blz_buf *key)
{
    const blz_quad *place = w->place;
    const char *parts[] = {place->subject->form,
                           place->predicate->form,
                           place->graph ? place->graph->form : "",
                           w->value->language ? w->value->language : "",
                           w->value->direction,
                           w->value->index ? w->value->index : "\1",
                           w->literal.datatype ? w->literal.datatype : ""};
    for (size_t i = 0; i < BLZ_COUNT_OF(parts); i++)
        BLZ_TRY(blz_buf_append(key, parts[i], strlen(parts[i]) + 1));
    return blz_buf_append(key, w->literal.text, w->literal.length);
}

static blz_status put_compound_once(const writing *w, const blz_term **out)
{
    const void **known = NULL;
    BLZ_SCOPED(blz_buf) key = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(put_compound_key(w, &key));
    BLZ_TRY(blz_ld_see(&w->rdf->compounds, w->rdf->run->arena, key.data, key.length, &known));
    if (!*known) {
        BLZ_TRY(put_compound(w, out));
        *known = *out;
    }
    *out = *known;
    return BLZ_OK;
}

static blz_status put_with_language(writing *w, const blz_term **out)
{
    BLZ_TRY(small(w->rdf, &w->language, w->value->language));
    if (w->value->direction && w->rdf->run->options->direction == BLZ_LD_I18N_DATATYPE)
        return put_i18n(w, out);
    if (w->value->direction && w->rdf->run->options->direction == BLZ_LD_COMPOUND_LITERAL)
        return put_compound_once(w, out);
    w->literal.language = *w->language ? w->language : NULL;
    return put(w->rdf, &w->literal, out);
}

blz_status blz_ld_literal(blz_ld_rdf *rdf, const blz_quad *place, const blz_ld_object *value,
                          const blz_term **out)
{
    char number[NUMBER_MAX];
    const json_t *json = value->value;
    writing w = {.rdf = rdf, .value = value, .place = place, .literal = {.datatype = value->type}};
    blz_literal *l = &w.literal;
    *out = NULL;
    if (value->type_is_odd) return BLZ_OK;
    if (value->type_is_json) return put_json(rdf, value, out);
    if (l->datatype && !blz_ld_is_iri(l->datatype)) return BLZ_OK;
    if (value->language && !blz_ld_is_language(value->language)) return BLZ_OK;
    if (json_is_string(json)) {
        l->text = json_string_value(json);
        l->length = json_string_length(json);
    } else if (json_is_number(json)) {
        l->text = number;
        l->length = format_number(number, json, &l->datatype);
    } else {
        l->text = json_is_true(json) ? "true" : "false";
        l->length = strlen(l->text);
        if (!l->datatype) l->datatype = XSD "boolean";
    }
    return value->language || value->direction ? put_with_language(&w, out) : put(rdf, l, out);
}
