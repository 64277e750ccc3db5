#include "unit/jsonld/ld.h"

#define OF(definition, value)                                                                                \
    "{'@context': {'@vocab': 'x:', '@base': 'http://b/', '@language': 'de', '@direction': 'rtl', 'T': "      \
    "'y:T', "                                                                                                \
    "'p': {" definition "}}, 'p': " value "}"
#define IS(value) "[{'x:p': [" value "]}]"

START_TEST(a_value_is_what_its_term_says)
{
    static const char *const cases[][2] = {
        {OF("'@id': 'x:p'", "'a'"), IS("{'@value': 'a', '@language': 'de', '@direction': 'rtl'}")},
        {OF("'@id': 'x:p'", "[1, 2.5, true]"), IS("{'@value': 1}, {'@value': 2.5}, {'@value': true}")},
        {OF("'@language': 'en'", "'a'"), IS("{'@value': 'a', '@language': 'en', '@direction': 'rtl'}")},
        {OF("'@language': null, '@direction': null", "'a'"), IS("{'@value': 'a'}")},
        {OF("'@direction': 'ltr'", "'a'"), IS("{'@value': 'a', '@language': 'de', '@direction': 'ltr'}")},
        {OF("'@type': '@id'", "'T'"), IS("{'@id': 'http://b/T'}")},
        {OF("'@type': '@id'", "'y:T'"), IS("{'@id': 'y:T'}")},
        {OF("'@type': '@id'", "5"), IS("{'@value': 5}")},
        {OF("'@type': '@vocab'", "['T', 'U']"), IS("{'@id': 'y:T'}, {'@id': 'x:U'}")},
        {OF("'@type': '@vocab'", "false"), IS("{'@value': false}")},
        {OF("'@type': 'x:t'", "['a', 1, true]"), IS("{'@value': 'a', '@type': 'x:t'}, {'@value': 1, '@type': "
                                                    "'x:t'}, {'@value': true, '@type': 'x:t'}")},
        {OF("'@type': '@none'", "'a'"), IS("{'@value': 'a', '@language': 'de', '@direction': 'rtl'}")},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        ld_expands(cases[i][0], cases[i][1]);
}
END_TEST

UNIT_MAIN("jsonld/expand_value", a_value_is_what_its_term_says)
