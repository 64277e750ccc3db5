#include "unit/jsonld/ld.h"

#include <locale.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

static const blz_ld_options i18n = {.direction = BLZ_LD_I18N_DATATYPE},
                            compound = {.direction = BLZ_LD_COMPOUND_LITERAL};

static void number_is(const char *number, const char *type, const char *literal)
{
    char document[200], quads[200];
    snprintf(document, sizeof document, "{'@id': 'x:s', 'x:p': {'@value': %s%s%s%s}}", number,
             type ? ", '@type': '" : "", type ? type : "", type ? "'" : "");
    snprintf(quads, sizeof quads, "<x:s> <x:p> %s .\n", literal);
    ld_becomes(NULL, document, quads);
}

#define INTEGER(text) "'" text "'^^<" XSD "integer>"
#define DOUBLE(text) "'" text "'^^<" XSD "double>"

START_TEST(numbers_are_doubles)
{
    static const char *const cases[][2] = {
        {"0", INTEGER("0")},
        {"-0.0", INTEGER("0")},
        {"1.0", INTEGER("1")},
        {"1.0E+2", INTEGER("100")},
        {"-7", INTEGER("-7")},
        {"9007199254740991", INTEGER("9007199254740991")},
        {"9007199254740993", INTEGER("9007199254740992")},
        {"-9223372036854775808", INTEGER("-9223372036854775808")},
        {"9223372036854775807", INTEGER("9223372036854775808")},
        {"1e20", INTEGER("100000000000000000000")},
        {"999999999999999900000.0", INTEGER("999999999999999868928")},
        {"1e21", DOUBLE("1.0E21")},
        {"-1e21", DOUBLE("-1.0E21")},
        {"0.1", DOUBLE("1.0E-1")},
        {"2.5", DOUBLE("2.5E0")},
        {"-2.5", DOUBLE("-2.5E0")},
        {"1e-7", DOUBLE("1.0E-7")},
        {"5e-324", DOUBLE("4.940656458412465E-324")},
        {"1.7976931348623157e308", DOUBLE("1.797693134862316E308")},
        {"3.0000000000000004", DOUBLE("3.0E0")},
        {"123456.789e100", DOUBLE("1.23456789E105")},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        number_is(cases[i][0], NULL, cases[i][1]);
}
END_TEST

START_TEST(numbers_keep_the_type_that_is_given)
{
    number_is("10", XSD "double", DOUBLE("1.0E1"));
    number_is("10", XSD "float", "'10'^^<" XSD "float>");
    number_is("0.1", XSD "float", "'1.0E-1'^^<" XSD "float>");
    number_is("2.5", XSD "integer", "'2.5E0'^^<" XSD "integer>");
    number_is("true", XSD "integer", "'true'^^<" XSD "integer>");
    number_is("true", NULL, "'true'^^<" XSD "boolean>");
    number_is("false", NULL, "'false'^^<" XSD "boolean>");
}
END_TEST

/* Whoever uses the library may have set one with a comma. */
START_TEST(the_locale_does_not_matter)
{
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ps_AF.UTF-8"};
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        setlocale(LC_NUMERIC, names[i]);
        ld_becomes(NULL, "{'@id': 'x:s', 'x:p': 1.25}", "<x:s> <x:p> " DOUBLE("1.25E0") " .\n");
    }
    setlocale(LC_NUMERIC, "C");
}
END_TEST

START_TEST(texts_have_types_and_languages)
{
    ld_becomes(
        NULL,
        "{'@id': 'x:s', 'x:p': ['a', {'@value': 'b', '@language': 'de-AT'}, {'@value': 'c', '@type': 'x:t'}, "
        "{'@value': 'd', '@type': '" XSD "string'}, {'@value': '\\u0001\\n\\u00e9'}]}",
        "<x:s> <x:p> '\\u0001\\n\xc3\xa9' .\n<x:s> <x:p> 'a' .\n<x:s> <x:p> 'b'@de-at .\n<x:s> <x:p> "
        "'c'^^<x:t> .\n<x:s> <x:p> 'd' .\n");
    ld_becomes(
        NULL,
        "{'@id': 'x:s', 'x:p': [{'@value': 'a', '@language': 'a b'}, {'@value': 'b', '@language': ''}]}", "");
}
END_TEST

START_TEST(json_is_written_canonically)
{
    ld_becomes(
        NULL, "{'@id': 'x:s', 'x:p': {'@type': '@json', '@value': {'b': 1.0, 'a': [null, 1e21]}}}",
        "<x:s> <x:p> '{\\'a\\':[null,1e+21],\\'b\\':1}'^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> "
        ".\n");
}
END_TEST

#define DIRECTED "{'@id': 'x:s', 'x:p': {'@value': 'a', '@language': 'AR', '@direction': 'rtl'}}"

START_TEST(directions_have_three_forms)
{
    ld_becomes(NULL, DIRECTED, "<x:s> <x:p> 'a'@ar .\n");
    ld_becomes(&i18n, DIRECTED, "<x:s> <x:p> 'a'^^<https://www.w3.org/ns/i18n#ar_rtl> .\n");
    ld_becomes(&compound, DIRECTED,
               "<x:s> <x:p> _:c14n0 .\n"
               "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#direction> 'rtl' .\n"
               "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#language> 'ar' .\n"
               "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> 'a' .\n");
    ld_becomes(&i18n, "{'@id': 'x:s', 'x:p': {'@value': 5, '@direction': 'ltr'}}",
               "<x:s> <x:p> '5'^^<https://www.w3.org/ns/i18n#_ltr> .\n");
    ld_becomes(&compound, "{'@id': 'x:s', 'x:p': {'@value': 'a', '@direction': 'ltr'}}",
               "<x:s> <x:p> _:c14n0 .\n"
               "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#direction> 'ltr' .\n"
               "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> 'a' .\n");
}
END_TEST

/* How many different ones. */
static size_t quads_of(const blz_ld_options *options, const char *document)
{
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse(document);
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    size_t lines = 0;
    ck_assert_ok(blz_ld_to_rdf(&data, ctx, json, options, NULL));
    ck_assert_ok(blz_canon_write(&text, NULL, &data, NULL));
    for (size_t i = 0; i < text.length; i++)
        lines += text.data[i] == '\n';
    json_decref(json);
    blz_ctx_free(ctx);
    return lines;
}

/* A node has equal values once, wherever they stand; lists have them as often as they do. */
START_TEST(equal_compound_literals_are_one)
{
#define A "{'@value': 'a', '@direction': 'rtl'}"
    ck_assert_uint_eq(quads_of(&compound, "{'@id': 'x:s', 'x:p': " A "}"), 3);
    ck_assert_uint_eq(quads_of(&compound, "{'@id': 'x:s', 'x:p': [" A ", " A "]}"), 3);
    ck_assert_uint_eq(quads_of(&compound, "[{'@id': 'x:s', 'x:p': " A "}, {'@id': 'x:s', 'x:p': " A "}]"), 3);
    ck_assert_uint_eq(quads_of(&compound, "{'@id': 'x:s', 'x:p': " A ", 'x:q': " A "}"), 6);
    ck_assert_uint_eq(quads_of(&compound, "[{'@id': 'x:s', 'x:p': " A "}, {'@id': 'x:t', 'x:p': " A "}]"), 6);
    ck_assert_uint_eq(quads_of(&compound,
                               "[{'@id': 'x:s', 'x:p': " A "}, {'@id': 'x:g', '@graph': {'@id': 'x:s', "
                               "'x:p': " A "}}]"),
                      6);
    ck_assert_uint_eq(quads_of(&compound,
                               "{'@id': 'x:s', 'x:p': [" A ", {'@value': 'a', '@direction': 'ltr'}, "
                               "{'@value': 'b', '@direction': 'rtl'}]}"),
                      9);
    ck_assert_uint_eq(quads_of(&compound,
                               "{'@id': 'x:s', 'x:p': [" A ", {'@value': 'a', '@direction': 'rtl', "
                               "'@index': 'i'}, {'@value': 'a', '@direction': 'rtl', '@language': 'en'}]}"),
                      10);
    ck_assert_uint_eq(quads_of(&compound, "{'@id': 'x:s', 'x:p': {'@list': [" A ", " A "]}}"), 9);
}
END_TEST

UNIT_MAIN("jsonld/literal", numbers_are_doubles, numbers_keep_the_type_that_is_given,
          the_locale_does_not_matter, texts_have_types_and_languages, json_is_written_canonically,
          directions_have_three_forms, equal_compound_literals_are_one)
