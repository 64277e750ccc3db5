#include "unit/ob2/convert_run.h"

static convert_bench b;

static blz_status convert(json_t **out, const char *assertion)
{
    json_t *json = upgraded_json(assertion);
    blz_status status = blz_convert_assertion(out, &b.run, json);
    json_decref(json);
    return status;
}

START_TEST(an_assertion)
{
    json_t *out = NULL;
    convert_open(&b);
    ck_assert_ok(convert(
        &out,
        "{'id': 'https://a.example/1', 'type': 'Assertion', 'badge': 'https://a.example/b', 'issuedOn': "
        "'2020-01-01T00:00:00Z', 'expires': '2030-01-01T00:00:00Z', 'narrative': 'Worked.', 'image': "
        "'https://a.example/p.png', 'recipient': {'type': 'email', 'identity': 'a@b', 'hashed': false},"
        " 'verification': {'type': 'HostedBadge'}, 'endorsement': 'https://a.example/e', "
        "'extensions:geo': {}}"));
    expect_json(
        out,
        "{'@context': ['https://www.w3.org/ns/credentials/v2', "
        "'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],"
        " 'id': 'urn:uuid:d817b80f-9a5b-8fb9-963e-b63dc83dccd5', 'type': ['VerifiableCredential', "
        "'OpenBadgeCredential'], 'name': 'Data', 'issuer': {'id': 'https://a.example/i', 'type': "
        "['Profile'], 'name': 'Data',"
        " 'otherIdentifier': [{'type': 'IdentifierEntry', 'identifier': 'https://a.example/i', "
        "'identifierType': "
        "'identifier'}]}, 'validFrom': '2020-01-01T00:00:00Z', 'awardedDate': '2020-01-01T00:00:00Z', "
        "'validUntil': "
        "'2030-01-01T00:00:00Z', 'image': {'id': 'https://a.example/p.png', 'type': 'Image'}, "
        "'credentialSubject': "
        "{'type': ['AchievementSubject'], 'identifier': [{'type': 'IdentityObject', 'hashed': false, "
        "'identityHash': "
        "'a@b', 'identityType': 'emailAddress'}], 'narrative': 'Worked.', 'achievement': {'id': "
        "'urn:uuid:daa19446-44c3-87b3-8f48-07d9426a106d', 'type': ['Achievement'], 'name': 'Data', "
        "'criteria': {'narrative': 'Show.'}, 'related': "
        "[{'id': 'https://a.example/b', 'type': ['Related', 'https://w3id.org/openbadges#BadgeClass'], "
        "'version': "
        "'Open Badges v2p0'}]}}, 'evidence': [{'id': 'https://a.example/1', 'type': ['Evidence', "
        "'https://w3id.org/openbadges#Assertion'], 'name': 'The badge as it was issued before Open Badges "
        "3.0'}]}");
    ck_assert_ptr_nonnull(strstr(b.notes, "endorsements of the badge were made for what it was"));
    ck_assert_ptr_nonnull(strstr(b.notes, "how it was verified is left out"));
    ck_assert_ptr_nonnull(strstr(b.notes, "\"extensions:geo\" of the badge, an extension, is left out"));
    json_decref(out);
    convert_close(&b);
}
END_TEST

START_TEST(ids)
{
    json_t *out = NULL;
    static const char plain[] =
        "{'badge': 'https://a.example/b', 'recipient': {'identity': 'did:example:1'}}";
    convert_open(&b);
    expect_why(&b, convert(&out, plain), BLZ_ERR_INVALID, "no id of its own");
    b.options.id = "urn:uuid:1";
    ck_assert_ok(convert(&out, plain));
    ck_assert_str_eq(json_string_value(json_object_get(out, "id")), "urn:uuid:1");
    ck_assert_ptr_nonnull(strstr(b.notes, "the old badge has no address"));
    json_decref(out);
    convert_close(&b);
}
END_TEST

START_TEST(what_is_refused)
{
    json_t *out = NULL;
    convert_open(&b);
    expect_why(&b, convert(&out, "{'id': 'https://a.example/1', 'revoked': true}"), BLZ_ERR_INVALID,
               "has revoked it");
    expect_why(&b, convert(&out, "{'id': 'https://a.example/1'}"), BLZ_ERR_INVALID, "\"badge\" is missing");
    expect_why(&b, convert(&out, "{'id': 'https://a.example/1', 'badge': 'https://a.example/lost'}"),
               BLZ_ERR_NOT_FOUND, "not at hand");
    expect_why(&b, convert(&out, "{'id': 'https://a.example/1', 'badge': 'https://a.example/gone'}"),
               BLZ_ERR_INVALID, "taken back");
    expect_why(&b, convert(&out, "{'id': 'https://a.example/1', 'badge': 'https://a.example/b'}"),
               BLZ_ERR_INVALID, "who has earned it");
    convert_close(&b);
}
END_TEST

START_TEST(no_memory)
{
    json_t *json =
        upgraded_json("{'id': 'https://a.example/1', 'badge': 'https://a.example/b', 'issuedOn': '2020', "
                      "'recipient': {'identity': 'did:example:1'}, 'evidence': ['https://a.example/e']}");
    for (EACH_ALLOCATION_FAILS(f)) {
        json_t *out = NULL;
        convert_open(&b);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_convert_assertion(&out, &b.run, json);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || (failed(&f) && status == BLZ_ERR_NOMEM));
        json_decref(out);
        convert_close(&b);
    }
    json_decref(json);
}
END_TEST

UNIT_MAIN("ob2/convert", an_assertion, ids, what_is_refused, no_memory)
