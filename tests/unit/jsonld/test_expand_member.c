#include "unit/jsonld/ld.h"

static const blz_ld_options ordered = {.ordered = true};

START_TEST(members_without_a_meaning_fall_away)
{
    ld_expands(
        "{'@context': {'a': 'x:a', 'b': null}, 'a': 1, 'b': 2, 'c': 3, '@foo': 4, 'x:n': null, 'x:e': []}",
        "[{'x:a': [{'@value': 1}], 'x:e': []}]");
}
END_TEST

START_TEST(names_of_one_property_add_up)
{
    static const char document[] = "{'@context': {'b': 'x:p', 'a': 'x:p'}, 'b': [1, 2], 'a': 3, 'x:p': 4}";
    ld_expands(document, "[{'x:p': [{'@value': 1}, {'@value': 2}, {'@value': 3}, {'@value': 4}]}]");
    ld_expands_with(&ordered, document,
                    "[{'x:p': [{'@value': 3}, {'@value': 1}, {'@value': 2}, {'@value': 4}]}]");
}
END_TEST

START_TEST(values_become_lists_graphs_and_json)
{
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'l': {'@container': '@list'}, 'g': {'@container': '@graph'}, 'j': "
        "{'@type': '@json'}}, 'l': ['a', 'b'], 'g': {'p': 1}, 'j': {'b': [null, {'@id': 1}]}}",
        "[{'x:l': [{'@list': [{'@value': 'a'}, {'@value': 'b'}]}], 'x:g': [{'@graph': [{'x:p': [{'@value': "
        "1}]}]}], 'x:j': [{'@value': {'b': [null, {'@id': 1}]}, '@type': '@json'}]}]");
    ld_expands("{'@context': {'@vocab': 'x:', 'l': {'@container': '@list'}}, 'l': [], 'p': {'l': 'a'}}",
               "[{'x:l': [{'@list': []}], 'x:p': [{'x:l': [{'@list': [{'@value': 'a'}]}]}]}]");
}
END_TEST

START_TEST(nested_members_belong_to_the_node)
{
    static const ld_refusal cases[] = {
        {"{'@nest': 'a'}", "invalid @nest value", "/@nest", NULL, NULL},
        {"{'@nest': [{}, 1]}", "invalid @nest value", "/@nest/1", NULL, NULL},
        {"{'@context': {'v': '@value'}, '@nest': {'v': 1}}", "invalid @nest value", "/@nest", NULL, NULL},
        {"{'@id': 'x:a', '@nest': {'@id': 'x:b'}}", "colliding keywords", "/@nest/@id", "@id", NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands(
        "{'@context': {'@vocab': 'x:', 'n': '@nest', 'm': {'@id': '@nest', '@context': {'p': 'y:p'}}}, 'p': "
        "1, "
        "'n': [{'p': 2, '@nest': {'q': 3}}, {'@id': 'x:a'}], 'm': {'p': 4}}",
        "[{'@id': 'x:a', 'x:p': [{'@value': 1}, {'@value': 2}], 'x:q': [{'@value': 3}], 'y:p': [{'@value': "
        "4}]}]");
    ld_expands_with(&ordered,
                    "{'@context': {'@vocab': 'x:', 'n': '@nest'}, 'p': 3, 'n': {'p': 1}, '@nest': {'p': 2}}",
                    "[{'x:p': [{'@value': 3}, {'@value': 2}, {'@value': 1}]}]");
}
END_TEST

START_TEST(a_reverse_term_points_here)
{
    static const ld_refusal cases[] = {
        {"{'@context': {'r': {'@reverse': 'x:r'}}, 'r': 'a'}", "invalid reverse property value", "/r", NULL,
         NULL},
        {"{'@context': {'r': {'@reverse': 'x:r'}}, 'r': {'@list': []}}", "invalid reverse property value",
         "/r", NULL, NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
    ld_expands(
        "{'@context': {'r': {'@reverse': 'x:r', '@type': '@id', '@container': '@index'}}, '@id': 'x:a', 'r': "
        "{'i': 'x:b'}}",
        "[{'@id': 'x:a', '@reverse': {'x:r': [{'@id': 'x:b', '@index': 'i'}]}}]");
}
END_TEST

UNIT_MAIN("jsonld/expand_member", members_without_a_meaning_fall_away, names_of_one_property_add_up,
          values_become_lists_graphs_and_json, nested_members_belong_to_the_node, a_reverse_term_points_here)
