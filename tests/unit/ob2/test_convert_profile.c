#include "unit/ob2/convert_run.h"

static convert_bench b;

static void expect_profile(const char *profile, const char *issuer, const char *expected)
{
    json_t *json = upgraded_json(profile), *out = NULL;
    convert_open(&b);
    b.options.issuer = issuer;
    ck_assert_ok(blz_convert_profile(&out, &b.run, json));
    expect_json(out, expected);
    json_decref(out);
    json_decref(json);
    convert_close(&b);
}

#define OTHER                                                                                                \
    "'otherIdentifier': [{'type': 'IdentifierEntry', 'identifier': 'https://a.example/i', "                  \
    "'identifierType': 'identifier'}]"

START_TEST(profiles)
{
    static const char all[] =
        "{'id': 'https://a.example/i', 'name': 'District', 'url': 'https://a.example', 'email': 'a@b', "
        "'telephone': '+15', 'description': 'Schools.', 'image': {'id': 'https://a.example/l', 'caption': "
        "'logo'}}";
    expect_profile(
        all, NULL,
        "{'id': 'https://a.example/i', 'type': ['Profile'], 'name': 'District', 'url': 'https://a.example', "
        "'email': 'a@b', 'phone': '+15', 'description': 'Schools.', 'image': {'id': 'https://a.example/l', "
        "'type': "
        "'Image', 'caption': 'logo'}, " OTHER "}");
    expect_profile("{'id': 'https://a.example/i'}", "did:web:a.example",
                   "{'id': 'did:web:a.example', 'type': ['Profile'], " OTHER "}");
    expect_profile("{'id': '_:b0', 'url': 'https://a.example'}", NULL,
                   "{'id': 'https://a.example', 'type': ['Profile'], 'url': 'https://a.example'}");
}
END_TEST

START_TEST(nobody)
{
    json_t *json = upgraded_json("{'name': 'District'}"), *out = NULL;
    convert_open(&b);
    expect_why(&b, blz_convert_profile(&out, &b.run, json), BLZ_ERR_INVALID, "neither an id nor a url");
    json_decref(json);
    convert_close(&b);
}
END_TEST

UNIT_MAIN("ob2/convert_profile", profiles, nobody)
