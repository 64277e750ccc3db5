#include "jsonld/jsonld.h"
#include "ob2/compact.h"
#include "site.h"

/* What a document becomes. */
static void expect(const char *document, const char *compacted)
{
    site s;
    BLZ_AUTO(blz_ob2_names) names = NULL;
    json_t *in = json_of(document), *want = json_of(compacted), *expanded = NULL, *out = NULL;
    site_open(&s, NULL);
    ck_assert_ok(blz_ob2_names_new(&names, s.ctx, NULL));
    ck_assert_ok(blz_ld_expand(&expanded, s.ctx, in, NULL, NULL));
    ck_assert_ok(blz_ob2_compact(&out, names, json_array_get(expanded, 0)));
    char *text = json_dumps(out, JSON_COMPACT);
    ck_assert_msg(json_equal(out, want), "%s", text);
    free(text);
    json_decref(in);
    json_decref(want);
    json_decref(expanded);
    json_decref(out);
    site_close(&s);
}

START_TEST(names_and_shapes)
{
    expect("{" V2 "'id': 'https://a.example/1', 'type': 'Assertion', 'verification': {'type': 'hosted'}, "
           "'recipient': {'type': 'email', 'hashed': true, 'identity': 'x'}, 'issuedOn': "
           "'2020-01-01T00:00:00Z'}",
           "{'id': 'https://a.example/1', 'type': 'Assertion', 'verification': {'type': 'HostedBadge'}, "
           "'recipient': {'type': 'email', 'hashed': true, 'identity': 'x'}, 'issuedOn': "
           "'2020-01-01T00:00:00Z'}");
    expect("{" V2
           "'type': ['BadgeClass'], 'tags': ['a', 'b'], 'name': ['one'], 'alignment': [], '@language': 'es'}",
           "{'type': 'BadgeClass', 'tags': ['a', 'b'], 'name': 'one', '@language': 'es', 'alignment': []}");
    expect("{" V2 "'recipient': {'type': 'id', 'identity': 'x'}, 'extensions:thing': {'name': 'y'}}",
           "{'recipient': {'type': 'id', 'identity': 'x'}, 'extensions:thing': {'name': 'y'}}");
    expect("{" V2 "'type': ['https://a.example/T', 'Issuer'], 'image': {'id': 'https://a.example/i', "
           "'caption': 'c'}}",
           "{'type': ['https://a.example/T', 'Issuer'], 'image': {'id': 'https://a.example/i', 'caption': "
           "'c'}}");
}
END_TEST

START_TEST(own_words)
{
    expect("{'@context': {'wird': 'https://w3id.org/openbadges#badge', 'heisst': 'http://schema.org/name'}, "
           "'@id': 'https://a.example/1', 'wird': {'@id': 'https://a.example/2'}, 'heisst': {'@value': 'x', "
           "'@language': 'de'}}",
           "{'id': 'https://a.example/1', 'badge': 'https://a.example/2', 'name': 'x'}");
    expect("{" V2 "'sec:expiration': '2020-01-01T00:00:00Z', 'expires': '2030-01-01T00:00:00Z'}",
           "{'expires': ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z']}");
    expect("{" V2 "'name': {'@value': 'x', '@type': 'xsd:date'}}",
           "{'name': {'type': 'http://www.w3.org/2001/XMLSchema#date', '@value': 'x'}}");
    expect("{" V2 "'name': {'@list': ['a', 'b']}}", "{'name': ['a', 'b']}");
}
END_TEST

START_TEST(revocations)
{
    expect("{" V2 "'revoked': true}", "{'revoked': true}");
    expect(
        "{" V2 "'revokedAssertions': [{'id': 'https://a.example/1', 'revocationReason': 'r'}, "
        "{'id': 'urn:x:2'}, 'urn:x:3']}",
        "{'revokedAssertions': [{'id': 'https://a.example/1', 'revocationReason': 'r'}, {'id': 'urn:x:2'}, "
        "'urn:x:3']}");
    expect("{" V2 "'revokedAssertions': []}", "{'revokedAssertions': []}");
}
END_TEST

START_TEST(memory)
{
    site s;
    BLZ_AUTO(blz_ob2_names) names = NULL;
    json_t *expanded = NULL,
           *in = json_of("{" V2 "'id': 'https://a.example/1', 'type': ['A:b', 'Issuer'], 'tags': "
                         "['a', 'b'], 'verification': {'type': 'hosted'}, 'a:b': 'c'}");
    site_open(&s, NULL);
    ck_assert_ok(blz_ob2_names_new(&names, s.ctx, NULL));
    ck_assert_ok(blz_ld_expand(&expanded, s.ctx, in, NULL, NULL));
    for (EACH_ALLOCATION_FAILS(f)) {
        json_t *out = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ob2_compact(&out, names, json_array_get(expanded, 0));
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        json_decref(out);
    }
    json_decref(in);
    json_decref(expanded);
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/compact", names_and_shapes, own_words, revocations, memory)
