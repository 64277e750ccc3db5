#include "ob2/extension.h"
#include "school.h"

static const page pages[] = {
    {"https://a.example/c",
     "{'@context': {'obi': 'https://w3id.org/openbadges#', 'mine': 'https://a.example/#mine'}, "
     "'obi:validation': {'obi:validatesType': 'extensions:Mine', 'obi:validationSchema': "
     "'https://a.example/s'}}",
     BLZ_OK, NULL},
    {"https://a.example/s",
     "{'$schema': 'http://json-schema.org/draft-04/schema#', 'id': 'https://a.example/s', "
     "'properties': {'mine': {'type': 'string'}}, 'required': ['mine']}",
     BLZ_OK, NULL},
    {0}};

static blz_status check_all(size_t *count, const blz_ob2_listener *to, blz_ob2_graph *graph,
                            const blz_ob2_document *document)
{
    BLZ_SCOPED(blz_ob2_extensions) all = {.to = to, .graph = graph};
    return blz_ob2_check_extensions(count, &all, document);
}

static void check_on(const page *there, const char *extension, const char *words)
{
    site s;
    size_t count = 0;
    char badge[1000];
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    snprintf(badge, sizeof badge, "{" V2 "'type': 'BadgeClass', 'extensions:x': %s}", extension);
    const blz_ob2_document *document = open_badge(&s, there, badge, &graph);
    blz_ob2_listener to = listener_of(&s);
    ck_assert_ok(check_all(&count, &to, graph, document));
    ck_assert_uint_eq(count, 1);
    if (words) expect_said(&s, words);
    if (!words) expect_silence(&s);
    site_close(&s);
}

static void check(const char *extension, const char *words)
{
    check_on(pages, extension, words);
}

#define EXAMPLE "'@context': 'https://w3id.org/openbadges/extensions/exampleExtension/context.json', "
#define MINE "'@context': 'https://a.example/c', 'type': ['Extension', 'extensions:Mine'], "

START_TEST(extensions)
{
    check("{" EXAMPLE "'type': ['Extension', 'extensions:ExampleExtension'], 'exampleProperty': 'x'}", NULL);
    check("{" EXAMPLE
          "'type': ['Extension', 'obi:extensions/#ExampleExtension'], 'http://schema.org/text': 5}",
          "wrong /extensions:x the extension");
    check("{" MINE "'mine': 'x'}", NULL);
    check("{" MINE "'https://a.example/#mine': 5}", "wrong /extensions:x");
    check("{'type': ['Extension', 'extensions:Mine']}", "note /extensions:x nothing says how");
}
END_TEST

/* Words of draft 4 that mean something else today are not read as if they did not. */
START_TEST(schemas_of_an_older_kind)
{
    static const char *const old[] = {"'dependencies': {'mine': ['yours']}",
                                      "'properties': {'mine': {'exclusiveMinimum': true}}",
                                      "'allOf': [{'properties': {'mine': {'exclusiveMaximum': false}}}]"};
    for (size_t i = 0; i < BLZ_COUNT_OF(old); i++) {
        char schema[300];
        snprintf(schema, sizeof schema, "{'$schema': 'http://json-schema.org/draft-04/schema#', %s}", old[i]);
        const page there[] = {pages[0], {"https://a.example/s", schema, BLZ_OK, NULL}, {0}};
        check_on(there, "{" MINE "'mine': 'x'}", "open /extensions:x whether the extension");
        snprintf(schema, sizeof schema, "{%s}",
                 i ? "'properties': {'mine': {'exclusiveMinimum': 1}}" : old[i]);
        check_on(there, "{" MINE "'mine': 'x'}", NULL);
    }
}
END_TEST

/* What is beyond a cap was not looked at, and nothing is good because of that. */
static void check_many_of(const page *there, size_t count, const char *each, const char *words)
{
    site s;
    size_t seen = 0;
    static char badge[40000];
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    int used = snprintf(badge, sizeof badge, "{" V2 "'type': 'BadgeClass'");
    for (size_t i = 0; i < count; i++) {
        used += snprintf(badge + used, sizeof badge - (size_t)used,
                         ", 'extensions:x%zu': {'@context': 'https://a.example/%s', 'type': ", i, each);
        used += snprintf(badge + used, sizeof badge - (size_t)used,
                         "['Extension', 'extensions:Mine'], 'mine': 'x'}");
    }
    snprintf(badge + used, sizeof badge - (size_t)used, "}");
    const blz_ob2_document *document = open_badge(&s, there, badge, &graph);
    blz_ob2_listener to = listener_of(&s);
    ck_assert_ok(check_all(&seen, &to, graph, document));
    if (words) expect_said(&s, words);
    if (!words) expect_silence(&s);
    site_close(&s);
}

static void check_many(size_t count, const char *each, const char *words)
{
    check_many_of(pages, count, each, words);
}

START_TEST(too_many)
{
    check_many(100, "c", NULL);
    check_many(101, "c", "open /extensions:x100 there are more than 100 extensions");
}
END_TEST

/* A rule that is there a hundred times is a hundred times work. */
START_TEST(too_many_rules)
{
    static char context[30000];
    for (size_t rules = 50; rules <= 101; rules += 51) {
        const page many[] = {
            {"https://a.example/c", context, BLZ_OK, NULL},
            {"https://a.example/s", "{'properties': {'mine': {'type': 'string'}}}", BLZ_OK, NULL},
            {0}};
        int used = snprintf(
            context, sizeof context,
            "{'@context': {'obi': 'https://w3id.org/openbadges#', 'mine': 'https://a.example/#mine'}, "
            "'obi:validation': [{'obi:validatesType': 'extensions:Other'}");
        for (size_t i = 1; i < rules; i++)
            used += snprintf(
                context + used, sizeof context - (size_t)used,
                ", {'obi:validatesType': 'extensions:Mine', 'obi:validationSchema': 'https://a.example/s'}");
        snprintf(context + used, sizeof context - (size_t)used, "]}");
        check_many_of(many, 21, "c",
                      rules == 50 ? "open /extensions:x20 whether the extensions are as they have to be is "
                                    "not known: they have more rules"
                                  : "open /extensions:x0 whether the extensions are as they have to be is "
                                    "not known: one of their contexts");
    }
}
END_TEST

START_TEST(no_schema)
{
    static const page odd[] = {
        {"https://a.example/c",
         "{'@context': {'obi': 'https://w3id.org/openbadges#'}, 'obi:validation': "
         "{'obi:validatesType': 'extensions:Mine', 'obi:validationSchema': 'https://a.example/s'}}",
         BLZ_OK, NULL},
        {"https://a.example/s", "[]", BLZ_OK, NULL},
        {0}};
    site s;
    size_t count = 0;
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    const blz_ob2_document *document =
        open_badge(&s, odd, "{" V2 "'type': 'BadgeClass', 'extensions:x': {" MINE "'name': 'x'}}", &graph);
    blz_ob2_listener to = listener_of(&s);
    ck_assert_ok(check_all(&count, &to, graph, document));
    expect_said(&s, "it is JSON, but not an object");
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/extension", extensions, schemas_of_an_older_kind, too_many, too_many_rules, no_schema)
