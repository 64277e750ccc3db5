#include "unit/ob2/convert_run.h"

static convert_bench b;

static void expect_badge(const char *badge, const char *id, const char *expected)
{
    json_t *json = upgraded_json(badge), *out = NULL;
    convert_open(&b);
    ck_assert_ok(blz_convert_badge_class(&out, &b.run, json, id));
    expect_json(out, expected);
    json_decref(out);
    json_decref(json);
    convert_close(&b);
}

START_TEST(everything)
{
    expect_badge(
        "{'id': 'https://a.example/b', 'name': 'Data', 'description': 'Works.', '@language': 'en', "
        "'version': 2, "
        "'criteria': {'id': 'https://a.example/c', 'narrative': 'Show.'}, 'image': 'https://a.example/p', "
        "'tags': "
        "['a', 'b', 5], 'alignment': {'targetName': 'x', 'targetUrl': 'https://a.example/x'}, 'related': "
        "[{'id': "
        "'https://a.example/es', '@language': 'es'}, 'https://a.example/2', {}]}",
        "urn:uuid:1",
        "{'id': 'urn:uuid:1', 'type': ['Achievement'], 'name': 'Data', 'description': 'Works.', "
        "'inLanguage': 'en', "
        "'version': '2', 'criteria': {'id': 'https://a.example/c', 'narrative': 'Show.'}, 'image': {'id': "
        "'https://a.example/p', 'type': 'Image'}, 'tag': ['a', 'b'], 'alignment': [{'type': ['Alignment'], "
        "'targetName': 'x', 'targetUrl': 'https://a.example/x'}], 'related': [{'id': 'https://a.example/b', "
        "'type': "
        "['Related', 'https://w3id.org/openbadges#BadgeClass'], 'version': 'Open Badges v2p0'}, {'id': "
        "'https://a.example/es', 'type': ['Related'], 'inLanguage': 'es'}, {'id': 'https://a.example/2', "
        "'type': "
        "['Related']}]}");
}
END_TEST

/* Without an address it is known by its name. */
START_TEST(little)
{
    expect_badge("{'name': 'Data', 'criteria': 'https://a.example/c', 'version': '1.0'}", NULL,
                 "{'id': 'urn:uuid:cec3a9b8-9b2e-8913-93d0-f68e4bc12a9f', 'type': ['Achievement'], 'name': "
                 "'Data', 'version': '1.0', 'criteria': {'id': "
                 "'https://a.example/c'}}");
}
END_TEST

START_TEST(what_is_refused)
{
    json_t *none = upgraded_json("{}"), *name = upgraded_json("{'name': 'a', 'criteria': {'id': '_:b0'}}"),
           *out = NULL;
    convert_open(&b);
    expect_why(&b, blz_convert_badge_class(&out, &b.run, none, NULL), BLZ_ERR_INVALID, "has no name");
    expect_why(&b, blz_convert_badge_class(&out, &b.run, name, NULL), BLZ_ERR_INVALID,
               "\"criteria\" is missing");
    json_decref(none);
    json_decref(name);
    convert_close(&b);
}
END_TEST

UNIT_MAIN("ob2/convert_achievement", everything, little, what_is_refused)
