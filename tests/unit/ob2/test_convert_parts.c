#include "unit/ob2/convert_run.h"

static convert_bench b;

static json_t *parts_of(const char *node)
{
    json_t *json = upgraded_json(node), *out = json_object();
    convert_open(&b);
    ck_assert_ok(blz_convert_image(out, json));
    ck_assert_ok(blz_convert_alignment(out, json));
    ck_assert_ok(blz_convert_evidence(out, &b.run, json));
    json_decref(json);
    convert_close(&b);
    return out;
}

static void expect_parts(const char *node, const char *expected)
{
    json_t *out = parts_of(node);
    expect_json(out, expected);
    json_decref(out);
}

START_TEST(parts)
{
    expect_parts("{}", "{}");
    expect_parts("{'image': '_:b0', 'alignment': [5], 'evidence': []}", "{}");
    expect_parts("{'image': {'id': 'data:image/png;base64,AA', 'caption': 'c'}}",
                 "{'image': {'id': 'data:image/png;base64,AA', 'type': 'Image', 'caption': 'c'}}");
    expect_parts("{'alignment': [{'targetName': 'a', 'targetUrl': 'b', 'targetDescription': 'c', "
                 "'targetFramework': 'd', "
                 "'targetCode': 'e', 'other': 'f'}]}",
                 "{'alignment': [{'type': ['Alignment'], 'targetName': 'a', 'targetUrl': 'b', "
                 "'targetDescription': 'c', "
                 "'targetFramework': 'd', 'targetCode': 'e'}]}");
}
END_TEST

START_TEST(evidence)
{
    expect_parts("{'id': 'https://a.example/1', 'evidence': ['https://a.example/e', {'id': '_:b1', "
                 "'narrative': 'n', 'name': "
                 "'a', 'description': 'd', 'genre': 'g', 'audience': 'u'}]}",
                 "{'evidence': [{'id': 'https://a.example/e', 'type': ['Evidence']}, {'type': ['Evidence'], "
                 "'narrative': 'n', "
                 "'name': 'a', 'description': 'd', 'genre': 'g', 'audience': 'u'}, {'id': "
                 "'https://a.example/1', 'type': "
                 "['Evidence', 'https://w3id.org/openbadges#Assertion'], 'name': 'The badge as it was issued "
                 "before Open "
                 "Badges 3.0'}]}");
}
END_TEST

UNIT_MAIN("ob2/convert_parts", parts, evidence)
