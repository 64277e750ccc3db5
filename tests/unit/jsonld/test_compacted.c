#include "unit/jsonld/ld.h"

#define CRED "https://www.w3.org/2018/credentials#"
#define OB "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
#define V1                                                                                                   \
    "'https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'"
#define V2                                                                                                   \
    "'https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'"

static const blz_ld_options options = {.safe = true, .compacted = true};

START_TEST(words_under_another_name)
{
    static const ld_refusal cases[] = {
        {"{'" CRED "validUntil': 1}", "safe mode",
         "/"
         "https:~1~1www.w3.org~12018~1credentials#validUntil",
         NULL, "means \"validUntil\" of a known vocabulary"},
        {"{'@context': {'c': '" CRED "'}, 'c:validUntil': 1}", "safe mode", "/c:validUntil", "c:validUntil",
         NULL},
        {"{'@context': {'ends': '" CRED "validUntil'}, 'ends': 1}", "safe mode", "/ends", "ends", NULL},
        {"{'@context': {'@vocab': '" CRED "valid'}, 'Until': 1}", "safe mode", "/Until", "Until", NULL},
        {"{'@context': {'issuer': {'@reverse': '" CRED "issuer'}}, 'issuer': {'x:p': 1}}", "safe mode",
         "/issuer", "issuer", NULL},
        {"{'@context': 'https://w3id.org/security/v1', 'expiration': '2026-05-01T00:00:00Z'}", "safe mode",
         "/expiration", "expiration", "has to stand as"},
        {"{'@context': [" V2
         ", {'c': {'@id': 'x:c'}}], 'type': ['VerifiableCredential', 'AchievementCredential'], "
         "'credentialSubject': {'type': 'AchievementSubject', 'achievement': {'type': 'Achievement', "
         "'Criteria': {'narrative': 'a'}}}}",
         "safe mode", "/credentialSubject/achievement/Criteria", "Criteria", "has to stand as"},
        {"{'@context': {'level': {'@id': '" OB "level', '@container': '@index'}}, 'level': {'a': 1}}",
         "safe mode", "/level", "level", "has to stand as"},
        {"{'@context': {'own': {'@id': 'x:p', '@container': '@id'}}, 'own': {'x:a': {'x:q': 1}}}",
         "safe mode", "/own", "own", "before them as a name"},
        {"{'@context': {'own': {'@id': 'x:p', '@container': '@type'}}, 'own': {'x:a': {'x:q': 1}}}",
         "safe mode", "/own", "own", "before them as a name"},
        {"{'@context': {'own': {'@id': 'x:p', '@container': '@index', '@index': '" CRED
         "validUntil'}}, 'own': "
         "{'2026-05-01': {'x:q': 1}}}",
         "safe mode", "/own", "own", "before them as a name"},
        {"{'@context': 'https://w3id.org/security/v1', 'dc:created': '2026-05-01T00:00:00Z'}", "safe mode",
         "/dc:created", NULL, "means \"created\""},
        {"{'@context': {'type': '@type'}, 'type': '" OB "Achievement'}", "safe mode", "/type", NULL,
         "means \"Achievement\""},
        {"{'@context': {'type': '@type', 'T': '" OB "Achievement'}, 'type': ['T']}", "safe mode", "/type/0",
         "T", "means \"Achievement\""},
        {"{'@context': {'expiration': 'https://w3id.org/security#expiration'}, 'expiration': 1}", "safe mode",
         "/expiration", "expiration", "has to stand as"},
        {"{'@context': {'Profile': '" OB "Profile'}, 'Profile': 1}", "safe mode", "/Profile", "Profile",
         "has to stand as"},
    };
    ld_refuses(&options, cases, BLZ_COUNT_OF(cases));
}
END_TEST

/* Older contexts do not protect what they define. */
START_TEST(published_terms_with_another_meaning)
{
    static const ld_refusal cases[] = {
        {"{'@context': [" V1 ", {'name': 'https://schema.org/description'}], 'name': 'a'}", "safe mode",
         "/name", "name", "gives another meaning"},
        {"{'@context': [" V1 ", {'name': 'x:a'}, {'name': 'x:a'}], 'name': 'a'}", "safe mode", "/name",
         "name", NULL},
        {"{'@context': [" V1 ", {'Achievement': {'@id': '" OB
         "Achievement', '@context': {'own': 'x:own'}}}], 'type': 'Achievement', 'own': 1}",
         "safe mode", "/type", "Achievement", "gives another meaning"},
        {"{'@context': [" V1 ", {'endorsement': {'@id': '" OB
         "endorsement', '@context': {'name': 'x:a'}}}], 'endorsement': {'name': 1}}",
         "safe mode", "/endorsement", "endorsement", "gives another meaning"},
    };
    ld_refuses(&options, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(members_in_another_place)
{
    static const ld_refusal cases[] = {
        {"{'@id': 'x:a', 'x:p': 1}", "safe mode", "/@id", "@id", "has to be written as \"id\""},
        {"{'@type': 'x:T', 'x:p': 1}", "safe mode", "/@type", "@type", "has to be written as \"type\""},
        {"{'@graph': [{'x:p': 1}]}", "safe mode", "/@graph", "@graph", "in another place"},
        {"{'x:p': 1, '@included': {'x:q': 1}}", "safe mode", "/@included", "@included", NULL},
        {"{'@nest': {'" CRED "validUntil': 1}}", "safe mode", NULL, NULL, "is nested"},
        {"{'@context': ['https://www.w3.org/ns/credentials/v2', {'n': '@nest'}], 'n': {'name': 'a'}}",
         "safe mode", "/n/name", "name", "is nested"},
        {"{'@context': {'n': '@nest', 'id': '@id'}, 'n': {'id': 'x:a'}, 'x:p': 1}", "safe mode", "/n/id",
         "id", NULL},
        {"{'@context': {'n': '@nest', 'type': '@type'}, 'n': [{'type': 'x:T'}], 'x:p': 1}", "safe mode",
         "/n/0/type", "type", NULL},
        {"{'@context': {'back': '@reverse'}, 'x:p': 1, 'back': {'x:q': {'x:r': 1}}}", "safe mode", "/back",
         "back", NULL},
        {"{'@context': {'n': '@included'}, 'x:p': 1, 'n': {'x:q': 1}}", "safe mode", "/n", "n", NULL},
        {"{'x:p': 1, '@reverse': {'x:q': {'x:r': 1}}}", "safe mode", "/@reverse", "@reverse", NULL},
        {"{'x:p': {'@set': [1]}}", "safe mode", "/x:p/@set", "@set", NULL},
        {"{'@context': {'v': '@value'}, 'x:p': {'v': 1}}", "safe mode", "/x:p/v", "v", NULL},
    };
    ld_refuses(&options, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(ids_in_short_form)
{
    static const ld_refusal cases[] = {
        {"{'@context': {'id': '@id', 'mailto': 'x:a/'}, 'id': 'mailto:b', 'x:p': 1}", "safe mode", "/id",
         "mailto:b", "\"mailto:b\" is short for \"x:a/b\""},
        {"{'@context': {'p': {'@id': 'x:p', '@type': '@id'}, 's': 'x:a/'}, 'p': 's:'}", "safe mode", "/p",
         "s:", "is short for \"x:a/\""},
        {"{'@context': {'id': '@id', '@base': 'https://a.example/'}, 'id': 'b', 'x:p': 1}", "safe mode",
         "/id", "b", NULL},
        {"{'@context': {'id': '@id', 'p': '_:b'}, 'id': 'p:1', 'x:p': 1}", "safe mode", "/id", "p:1",
         "is short for \"_:b1\""},
    };
    ld_refuses(&options, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(what_is_compacted_passes)
{
    static const char *const documents[] = {
        "{'x:p': [{'@value': 'a', '@language': 'en'}, {'@value': 'b', '@type': 'x:t'}, {'@list': [1]}]}",
        "{'@context': {'validUntil': '" CRED "validUntil', 'id': '@id'}, 'id': 'x:a', 'validUntil': 1}",
        "{'@context': {'own': 'https://a.example/own'}, 'own': 1}",
        "{'@context': {'id': '@id'}, 'id': '_:b', 'x:p': 1}",
        "{'@context': [" V1
        ", {'name': {'@id': 'https://schema.org/name', '@type': 'xsd:string'}}], 'name': 'a'}",
        "{'@context': [" V1 ", {'name': 'x:a'}], 'description': 'a'}",
        "{'@context': [" V1 ", {'own': {'@id': 'x:own', '@context': {'name': 'x:a'}}}], 'own': {'name': 1}}",
        "{'@context': {'own': 'https://a.example/own', 'more': '@nest'}, 'more': {'own': 1}}",
        "{'@context': {'by': {'@reverse': 'https://a.example/does'}}, 'by': {'x:p': 1}}",
        "{'@context': {'own': {'@id': 'x:own', '@container': '@index'}}, 'own': {'a': {'x:p': 1}}}",
        "{'@context': {'own': {'@id': 'x:own', '@container': '@language'}}, 'own': {'en': 'a'}}",
        "{'@context': {'level': {'@id': '" OB "level', '@container': '@set'}}, 'level': [1]}",
        "{'@context': [" V2
        "], 'type': ['VerifiableCredential', 'AchievementCredential'], 'credentialSubject': "
        "{'type': 'AchievementSubject', 'achievement': {'id': 'x:a', 'type': 'Achievement', 'criteria': "
        "{'narrative': "
        "'a'}}}}",
    };
    blz_ctx *ctx = ld_context();
    for (size_t i = 0; i < BLZ_COUNT_OF(documents); i++) {
        json_t *json = ld_parse(documents[i]), *out = NULL;
        blz_ld_fault fault = {0};
        ck_assert_msg(blz_ld_expand(&out, ctx, json, &options, &fault) == BLZ_OK, "%s: %s", documents[i],
                      fault.message);
        json_decref(out);
        json_decref(json);
    }
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/compacted", words_under_another_name, published_terms_with_another_meaning,
          members_in_another_place, ids_in_short_form, what_is_compacted_passes)
