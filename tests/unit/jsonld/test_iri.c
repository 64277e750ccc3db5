#include "unit/jsonld/ld.h"

#include "unit/failing.h"

START_TEST(iris_are_told_from_other_texts)
{
    static const char *const iris[] = {"http://example.org/",
                                       "urn:uuid:1",
                                       "did:key:z6Mk",
                                       "a:",
                                       "x+y-z.1:b",
                                       "http://ex.org/stra\xc3\x9f"
                                       "e#f"};
    static const char *const others[] = {
        "",    "a",   ":a",  "1a:b", "_:b",  "a b:c",  "a:b c", "a:<",    "a:>",     "a:\"", "a:{",
        "a:}", "a:|", "a:^", "a:`",  "a:\\", "a:\x7f", "a:\t",  "/a:b/c", "a:b#c#d", "#a:b", "\xc3\xa9:a"};
    for (size_t i = 0; i < BLZ_COUNT_OF(iris); i++)
        ck_assert_msg(blz_ld_is_iri(iris[i]) && blz_ld_is_absolute(iris[i]), "%s", iris[i]);
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        ck_assert_msg(!blz_ld_is_iri(others[i]), "%s", others[i]);
    ck_assert(blz_ld_is_absolute("a:b c"));
    ck_assert(!blz_ld_is_absolute("a/b:c"));
    ck_assert(blz_ld_is_blank("_:"));
    ck_assert(!blz_ld_is_blank("_"));
}
END_TEST

START_TEST(language_tags_have_short_parts)
{
    static const char *const tags[] = {"en", "de-AT", "zh-Hant-TW", "x", "abcdefgh-12345678", "en-1"};
    static const char *const others[] = {"", "-", "en-", "-en", "en--us", "e n", "en_US", "abcdefghi", "1en"};
    for (size_t i = 0; i < BLZ_COUNT_OF(tags); i++)
        ck_assert_msg(blz_ld_is_language(tags[i]), "%s", tags[i]);
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        ck_assert_msg(!blz_ld_is_language(others[i]), "%s", others[i]);
}
END_TEST

#define CONTEXT                                                                                              \
    "{'@base': 'http://base/x/y', '@vocab': 'http://vocab/', 'ex': 'http://ex/', 'term': 'http://term/',"    \
    " 'id': '@id', 'nothing': null, 'flat': {'@id': 'http://flat/'}, 'ex:own': 'http://ex/own'}"

typedef struct expansion {
    const char *value, *vocabulary, *document; /* what it becomes, relative to either */
} expansion;

/* Whatever happens to the memory, it is the right IRI or none. */
static void check_expansion(blz_ld_run *run, const blz_ld_active *active, const char *value, unsigned how,
                            const char *wanted)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_ld_iri iri;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ld_expand_iri(run, active, &iri, value, how, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (failed(&f)) continue;
        ck_assert_msg(wanted ? iri.text && strcmp(iri.text, wanted) == 0 : !iri.text, "%s became %s, not %s",
                      value, iri.text ? iri.text : "null", wanted ? wanted : "null");
    }
}

START_TEST(values_expand)
{
    static const expansion cases[] = {
        {"@id", "@id", "@id"},
        {"@foo", NULL, NULL},
        {"id", "@id", "@id"},
        {"term", "http://term/", "http://base/x/term"},
        {"nothing", NULL, "http://base/x/nothing"},
        {"other", "http://vocab/other", "http://base/x/other"},
        {"ex:a", "http://ex/a", "http://ex/a"},
        {"ex:own", "http://ex/own", "http://ex/own"},
        {"flat:a", "flat:a", "flat:a"},
        {"ex://a", "ex://a", "ex://a"},
        {"_:a", "_:a", "_:a"},
        {"_:ex:a", "_:ex:a", "_:ex:a"},
        {"nothing:a", "nothing:a", "nothing:a"},
        {":a", "http://vocab/:a", "http://base/x/:a"},
        {"../a", "http://vocab/../a", "http://base/a"},
        {"stra\xc3\x9f"
         "e 1",
         "http://vocab/stra\xc3\x9f"
         "e 1",
         "http://base/x/stra\xc3\x9f"
         "e 1"},
        {"", "http://vocab/", "http://base/x/y"},
    };
    blz_ctx *ctx = ld_context();
    json_t *context = ld_parse(CONTEXT);
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_run run;
    const blz_ld_active *active = NULL;
    ld_open(&run, ctx, &arena, NULL);
    ck_assert_ok(blz_ld_initial(&run, &active));
    ck_assert_ok(blz_ld_process(&run, active, &active, (blz_ld_local){.json = context}, NULL, 0));
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        check_expansion(&run, active, cases[i].value, BLZ_LD_VOCABULARY, cases[i].vocabulary);
        check_expansion(&run, active, cases[i].value, BLZ_LD_DOCUMENT, cases[i].document);
    }
    json_decref(context);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(without_a_base_they_stay_relative)
{
    ld_expands("{'@context': {'@vocab': 'rel/'}, '@id': 'a', 'p': {'@id': '../b', 'x:y': 1}}", "[]");
    ld_expands("{'@id': '../a', 'x:y': 1}", "[{'@id': '../a', 'x:y': [{'@value': 1}]}]");
    ld_expands("{'@context': {'@base': null}, '@id': 'a', 'x:y': 1}",
               "[{'@id': 'a', 'x:y': [{'@value': 1}]}]");
}
END_TEST

UNIT_MAIN("jsonld/iri", iris_are_told_from_other_texts, language_tags_have_short_parts, values_expand,
          without_a_base_they_stay_relative)
