#include "unit/schema/room.h"

#define V2020 "https://json-schema.org/draft/2020-12/vocab/"
#define V2019 "https://json-schema.org/draft/2019-09/vocab/"
#define D2020 "https://json-schema.org/draft/2020-12/schema"
#define D2019 "https://json-schema.org/draft/2019-09/schema"

enum {
    ALL = BLZ_VOCABULARY_CORE | BLZ_VOCABULARY_APPLICATOR | BLZ_VOCABULARY_UNEVALUATED |
          BLZ_VOCABULARY_VALIDATION | BLZ_VOCABULARY_METADATA | BLZ_VOCABULARY_FORMAT |
          BLZ_VOCABULARY_CONTENT,
};

static void finds(const char *metaschema, bool assert_formats, blz_schema_draft draft, unsigned vocabularies)
{
    served documents[] = {{.uri = "http://ex/meta", .text = metaschema}, {0}};
    room r;
    room_open(&r);
    r.c.options.resolve = serve;
    r.c.options.resolve_user = documents;
    r.c.options.assert_formats = assert_formats;
    blz_schema_draft got = BLZ_DRAFT_2020_12;
    unsigned found = 0;
    ck_assert_ok(blz_vocabulary_find(&r.c, "http://ex/meta", &got, &found));
    ck_assert_msg(got == draft && found == vocabularies, "%s: %d, %x", metaschema, (int)got, found);
    room_close(&r);
}

START_TEST(published_metaschemas_have_everything)
{
    static const struct {
        const char *uri;
        blz_schema_draft draft;
    } cases[] = {{D2020, BLZ_DRAFT_2020_12},
                 {D2020 "#", BLZ_DRAFT_2020_12},
                 {D2019, BLZ_DRAFT_2019_09},
                 {D2019 "#", BLZ_DRAFT_2019_09}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        room r;
        room_open(&r);
        blz_schema_draft draft = cases[i].draft == BLZ_DRAFT_2019_09 ? BLZ_DRAFT_2020_12 : BLZ_DRAFT_2019_09;
        unsigned vocabularies = 0;
        ck_assert_ok(blz_vocabulary_find(&r.c, cases[i].uri, &draft, &vocabularies));
        ck_assert_int_eq(draft, cases[i].draft);
        ck_assert_uint_eq(vocabularies, ALL);
        room_close(&r);
    }
    ck_assert_uint_eq(blz_vocabulary_default(BLZ_DRAFT_2019_09, false), ALL);
    ck_assert_uint_eq(blz_vocabulary_default(BLZ_DRAFT_2020_12, true), ALL | BLZ_VOCABULARY_ASSERT_FORMAT);
}
END_TEST

START_TEST(a_metaschema_says_which_keywords_it_has)
{
    finds("{'$vocabulary': {'" V2020 "core': true, '" V2020 "validation': false}}", false, BLZ_DRAFT_2020_12,
          BLZ_VOCABULARY_CORE | BLZ_VOCABULARY_VALIDATION);
    finds("{'$vocabulary': {'" V2019 "core': true, '" V2019 "applicator': true}}", false, BLZ_DRAFT_2019_09,
          BLZ_VOCABULARY_CORE | BLZ_VOCABULARY_APPLICATOR | BLZ_VOCABULARY_UNEVALUATED);
    finds("{'$vocabulary': {'" V2020 "format-assertion': true}}", false, BLZ_DRAFT_2020_12,
          BLZ_VOCABULARY_FORMAT | BLZ_VOCABULARY_ASSERT_FORMAT);
    finds("{'$vocabulary': {'" V2020 "format-annotation': true}}", false, BLZ_DRAFT_2020_12,
          BLZ_VOCABULARY_FORMAT);
    finds("{'$vocabulary': {'" V2020 "core': true}}", true, BLZ_DRAFT_2020_12,
          BLZ_VOCABULARY_CORE | BLZ_VOCABULARY_ASSERT_FORMAT);
    finds("{'$vocabulary': {'http://ex/own': false, '" V2020 "unevaluated': true}}", false, BLZ_DRAFT_2020_12,
          BLZ_VOCABULARY_UNEVALUATED);
    finds("{'$vocabulary': {}, '$schema': '" D2019 "'}", false, BLZ_DRAFT_2019_09, 0);
}
END_TEST

START_TEST(one_that_says_nothing_is_like_its_own)
{
    finds("{'$schema': '" D2019 "'}", false, BLZ_DRAFT_2019_09, ALL);
    finds("{'$schema': '" D2020 "'}", true, BLZ_DRAFT_2020_12, ALL | BLZ_VOCABULARY_ASSERT_FORMAT);
    finds("{'$schema': 'http://ex/more', '$vocabulary': []}", false, BLZ_DRAFT_2020_12, ALL);
    finds("true", false, BLZ_DRAFT_2020_12, ALL);
}
END_TEST

START_TEST(what_is_not_known_is_not_supported)
{
    served documents[] = {{.uri = "http://ex/meta", .text = "{'$vocabulary': {'http://ex/own': true}}"},
                          {.uri = "http://ex/large", .status = BLZ_ERR_LIMIT},
                          {0}};
    const blz_schema_options options = {.resolve = serve, .resolve_user = documents};
    sc_refuses_with(&options, "{'$schema': 'http://ex/meta'}", BLZ_ERR_UNSUPPORTED,
                    "it needs the vocabulary http://ex/own, which is not known here");
    sc_refuses_with(&options, "{'$schema': 'http://json-schema.org/draft-07/schema#'}", BLZ_ERR_UNSUPPORTED,
                    "it is written for http://json-schema.org/draft-07/schema#, which is not known here");
    sc_refuses_with(&options, "{'$schema': 'http://ex/large'}", BLZ_ERR_LIMIT, "");
}
END_TEST

START_TEST(keywords_beyond_the_vocabularies_mean_nothing)
{
    served documents[] = {{.uri = "http://ex/meta",
                           .text = "{'$vocabulary': {'" V2020 "core': true, '" V2020 "applicator': true}}"},
                          {0}};
    const blz_schema_options options = {.resolve = serve, .resolve_user = documents};
    static const sc_case cases[] = {{"{'a': 1}", ""}, {"{'b': 1}", "@/b false: 'b' must not be there"}};
    sc_checks_with(&options,
                   "{'$schema': 'http://ex/meta', 'type': 7, 'unevaluatedProperties': 1, 'properties': {'b': "
                   "false, 'a': {'minimum': 5}}}",
                   cases, 2);
}
END_TEST

UNIT_MAIN("schema/vocabulary", published_metaschemas_have_everything, a_metaschema_says_which_keywords_it_has,
          one_that_says_nothing_is_like_its_own, what_is_not_known_is_not_supported,
          keywords_beyond_the_vocabularies_mean_nothing)
