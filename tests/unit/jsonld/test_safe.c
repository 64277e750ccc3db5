#include "unit/jsonld/ld.h"

#include "unit/failing.h"

#define VC2 "https://www.w3.org/ns/credentials/v2"
#define OB(version) "https://purl.imsglobal.org/spec/ob/v3p0/context-" version ".json"

static const blz_ld_options safely = {.safe = true}, generally = {.safe = true, .generalized = true},
                            directed = {.safe = true, .direction = BLZ_LD_I18N_DATATYPE};

START_TEST(what_falls_away_is_refused)
{
    static const ld_refusal cases[] = {
        /* Terms. */
        {"{'x:p': [1, {'a/b': 1}]}", "safe mode", "/x:p/1/a~1b", "a/b",
         "no context defines \"a/b\" here; is it misspelt"},
        {"{'@context': {'a': null}, 'a': 1}", "safe mode", "/a", "a", "says that \"a\" has no meaning"},
        {"{'@context': {'a': {'@id': null}}, 'a': 1}", "safe mode", "/a", "a",
         "says that \"a\" has no meaning"},
        {"{'x:p': {'@foo': 1}}", "safe mode", "/x:p/@foo", "@foo", "\"@foo\" looks like a keyword"},
        {"{'@context': {'a': '@foo'}, 'a': 1}", "safe mode", "/a", "a", NULL},
        {"{'@prefix': 1, 'x:p': 1}", "safe mode", "/@prefix", "@prefix", "keyword that means nothing here"},
        {"{'@context': {'@vocab': 'rel/'}, 'a:b': 1, 'c': 1}", "safe mode", "/c", "c", NULL},
        {"{'_:p': 1}", "safe mode", "/_:p", "_:p", "is a blank node"},
        {"{'x:a b': 1}", "safe mode", "/x:a b", "x:a b", "a character that no IRI may have"},
        {"{'x:p': {'@reverse': {'q': {}}}}", "safe mode", "/x:p/@reverse/q", "q", NULL},
        {"{'@nest': {'q': 1}}", "safe mode", "/@nest/q", "q", NULL},
        /* Types. */
        {"{'@type': ['x:a', 'T']}", "safe mode", "/@type/1", "T", "no context defines \"T\" here"},
        {"{'@type': '@foo', 'x:p': 1}", "safe mode", "/@type", "@foo", "looks like a keyword"},
        {"{'@context': {'@base': 'x:b', 'T': null}, '@type': 'T'}", "safe mode", "/@type", "T",
         "has no meaning"},
        {"{'@context': {'p': {'@id': 'x:p', '@type': 'x:a b'}}, 'p': 1}", "safe mode", "/p", "p",
         "\"x:a b\""},
        /* Ids and references. */
        {"{'@id': 'rel', 'x:p': 1}", "safe mode", "/@id", "rel", "the id \"rel\" is relative"},
        {"{'@id': '@foo', 'x:p': 1}", "safe mode", "/@id", "@foo", NULL},
        {"{'@id': 'x:a b', 'x:p': 1}", "safe mode", "/@id", "x:a b", "a character"},
        {"{'@context': {'p': {'@id': 'x:p', '@type': '@id'}}, 'p': ['x:a', 'rel']}", "safe mode", "/p/1",
         "rel", "the reference \"rel\" is relative"},
        {"{'@context': {'p': {'@id': 'x:p', '@type': '@vocab'}}, 'p': 'rel'}", "safe mode", "/p", "rel",
         NULL},
        {"{'@context': {'p': {'@id': 'x:p', '@container': '@id'}}, 'p': {'x:a': {}, 'rel': {}}}", "safe mode",
         "/p/rel", "rel", "the id"},
        {"{'@context': {'p': {'@id': 'x:p', '@container': '@type'}}, 'p': {'T': {}}}", "safe mode", "/p/T",
         "T", NULL},
        {"{'@context': {'p': {'@id': 'x:p', '@container': '@id'}}, 'p': {'x:a': {'@value': 1}}}", "safe mode",
         "/p/x:a", NULL, "only nodes have one"},
        /* Values. */
        {"'a'", "safe mode", "", NULL, "belongs to no property"},
        {"[{'x:p': 1}, 'a']", "safe mode", "/1", NULL, "belongs to no property"},
        {"{'@graph': ['a']}", "safe mode", "/@graph/0", NULL, NULL},
        {"{'@id': 'x:a'}", "safe mode", "", NULL, "says nothing"},
        {"{'@graph': [{'@id': 'x:a', '@index': 'i'}]}", "safe mode", "/@graph/0", NULL, "says nothing"},
        {"[{'@value': 1}]", "safe mode", "/0", NULL, NULL},
        {"[{'@list': [1]}]", "safe mode", "/0/@list", NULL, "a list that belongs to no property"},
        {"{}", "safe mode", "", NULL, NULL},
        {"{'x:p': {'@value': null}}", "safe mode", "/x:p", NULL, NULL},
        {"{'x:p': {'@language': 'en'}}", "safe mode", "/x:p", NULL, NULL},
        {"{'x:p': {'@value': 'a', '@language': 'e n'}}", "safe mode", "/x:p", NULL, "\"e n\" is not the tag"},
        {"{'@context': {'@language': 'e n'}, 'x:p': ['a']}", "safe mode", "/x:p/0", NULL, NULL},
        {"{'@context': {'p': {'@id': 'x:p', '@container': '@language'}}, 'p': {'en': 'a', 'e n': ['b']}}",
         "safe mode", "/p/e n/0", NULL, NULL},
        {"{'@context': {'p': {'@id': 'x:p', '@container': '@graph'}}, 'p': 'a'}", "safe mode", "/p", NULL,
         "in a graph"},
        {"{'@context': {'p': {'@id': 'x:p', '@container': ['@graph', '@id']}}, 'p': {'x:g': {'@id': 'x:a'}}}",
         "safe mode", "/p/x:g", NULL, "in a graph"},
    };
    ld_refuses(&safely, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(a_type_that_nodes_lose)
{
    static const ld_refusal cases[] = {
        {"{'@type': '@json', 'x:p': 1}", "safe mode", "/@type", "@json", "only a @value can be"},
        {"{'@context': {'T': '@json'}, 'x:p': {'@type': ['x:T', 'T'], 'x:q': 1}}", "safe mode",
         "/x:p/@type/1", "T", "means @json"},
    };
    ld_refuses(&safely, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(what_stays_passes)
{
    static const char *const documents[] = {
        "{'@id': 'x:a', '@type': ['x:T', '_:t'], 'x:p': [{'@id': '_:b'}, null, 'a', 1, true, [], {}, "
        "{'@value': 'b', "
        "'@language': 'de-AT'}]}",
        "{'x:p': null, 'x:q': 1}",
        "{'@context': {'@vocab': 'x:'}, '@type': 'T', 'p': {'@list': []}}",
        "{'@context': {'p': {'@id': 'x:p', '@container': '@graph'}}, 'p': {'x:q': 1}}",
        "{'@context': {'p': {'@id': 'x:p', '@type': '@json'}}, 'p': {'any': 'thing'}}",
    };
    blz_ctx *ctx = ld_context();
    for (size_t i = 0; i < BLZ_COUNT_OF(documents); i++) {
        json_t *json = ld_parse(documents[i]), *out = NULL;
        ck_assert_msg(blz_ld_expand(&out, ctx, json, &safely, NULL) == BLZ_OK, "%s", documents[i]);
        json_decref(out);
        json_decref(json);
    }
    json_t *json = ld_parse("{'_:p': 1}"), *out = NULL;
    ck_assert_ok(blz_ld_expand(&out, ctx, json, &generally, NULL));
    json_decref(out);
    json_decref(json);
    blz_ctx_free(ctx);
}
END_TEST

/* A direction is there as long as the document is not RDF. */
START_TEST(directions_fall_away_in_rdf_unless_a_form_is_chosen)
{
    static const ld_refusal cases[] = {
        {"{'x:p': [{'@value': 'a', '@direction': 'rtl'}]}", "safe mode", "/x:p/0", NULL,
         "the direction \"rtl\""},
        {"{'@context': {'@direction': 'ltr'}, 'x:p': ['a']}", "safe mode", "/x:p/0", NULL, NULL},
        {"{'@context': {'p': {'@id': 'x:p', '@container': '@language', '@direction': 'ltr'}}, 'p': {'en': "
         "'a'}}",
         "safe mode", "/p/en", NULL, NULL},
    };
    blz_ctx *ctx = ld_context();
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *json = ld_parse(cases[i].document);
        BLZ_SCOPED(blz_dataset) data = {0};
        ld_refuses_json(&safely, json, &cases[i], true);
        ck_assert_ok(blz_ld_to_rdf(&data, ctx, json, &directed, NULL));
        ck_assert_uint_eq(data.count, 1);
        json_decref(json);
    }
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(who_defines_a_term_is_said)
{
    static const ld_refusal cases[] = {
        {"{'@context': ['https://www.w3.org/2018/credentials/v1', '" OB(
             "3.0.1") "'], 'type': 'VerifiableCredential', 'endorsementJwt': 'a'}",
         "safe mode", "/endorsementJwt", "endorsementJwt",
         "no context defines \"endorsementJwt\" here; it is defined by context-3.0.3, which \"@context\" "
         "does not name"},
        {"{'@context': ['" VC2
         "', '" OB("3.0.3") "'], 'type': 'VerifiableCredential', 'achievementType': 'Badge'}",
         "safe mode", "/achievementType", "achievementType",
         "it is defined by context-3.0.3, but not in this place"},
        {"{'@context': '" VC2 "', 'type': 'AchievementCredential'}", "safe mode", "/type",
         "AchievementCredential", "it is defined by "},
        {"{'@context': ['" VC2
         "', {'ex': 'http://ex/'}], 'type': 'VerifiableCredential', 'credentialSubjct': {}}",
         "safe mode", "/credentialSubjct", "credentialSubjct", "here; did you mean \"credentialSubject\"?"},
        {"{'@context': '" VC2 "', 'type': 'VerifiableCredentail'}", "safe mode", "/type",
         "VerifiableCredentail", "here; did you mean \"VerifiableCredential\"?"},
        {"{'@context': [{'@vocab': null, 'abcd': 'x:a', 'abce': 'x:b', 'abcf': null}, {'abce': null}], "
         "'abcf2': 1}",
         "safe mode", "/abcf2", "abcf2", "here; did you mean \"abcd\"?"},
        {"{'@context': ['" VC2 "', {'ex': 'http://ex/'}], 'issuerr': 'did:x:a'}", "safe mode", "/issuerr",
         "issuerr", "here; is it misspelt, or is its context missing from \"@context\"?"},
    };
    ld_refuses(&safely, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(memory_may_run_out)
{
    static const char *const documents[] = {
        "{'@context': '" VC2 "', 'type': 'VerifiableCredential', 'credentialSubjct': 1}",
        "{'@context': '" VC2 "', 'achievementType': 1}",
        "{'@id': 'rel', 'x:p': 1}",
    };
    blz_ctx *ctx = ld_context();
    for (size_t i = 0; i < BLZ_COUNT_OF(documents); i++) {
        json_t *json = ld_parse(documents[i]), *out = NULL;
        for (EACH_ALLOCATION_FAILS(f)) {
            blz_ld_fault fault = {0};
            blz_mem_set_failing(fails_at, &f);
            blz_status status = blz_ld_expand(&out, ctx, json, &safely, &fault);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_ERR_INVALID);
            blz_ld_fault_clear(&fault);
        }
        json_decref(json);
    }
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/safe", what_falls_away_is_refused, a_type_that_nodes_lose, what_stays_passes,
          directions_fall_away_in_rdf_unless_a_form_is_chosen, who_defines_a_term_is_said, memory_may_run_out)
