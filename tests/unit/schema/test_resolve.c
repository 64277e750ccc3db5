#include "unit/schema/room.h"

static served documents[] = {
    {.uri = "http://ex/other", .text = "{'const': 'other', '$defs': {'x': {'const': 'x', '$anchor': 'x'}}}"},
    {.uri = "http://ex/moved",
     .text = "{'$id': 'http://ex/dir/new', 'const': 'moved', 'then': {'$ref': 'near'}}"},
    {.uri = "http://ex/dir/near", .text = "{'const': 'near'}"},
    {.uri = "http://ex/large", .status = BLZ_ERR_LIMIT},
    {.uri = "http://ex/number", .text = "1"},
    {0},
};

static const blz_schema_options options = {.resolve = serve, .resolve_user = documents};

#define PLACES                                                                                               \
    "'$defs': {'a': {'const': 'a'}, 'b/~': {'const': 'b'}, 'c d': {'$anchor': 'c', 'const': 'c'}, 'e': "     \
    "{'$id': "                                                                                               \
    "'dir/e', 'const': 'e', '$defs': {'f': {'$anchor': 'f', 'const': 'f'}}}, 'no': false}, 'odd': "          \
    "[{'const': "                                                                                            \
    "'g'}, {}, 1], 'odder': {'own': {'const': 'h'}}"

static void leads(const char *reference, const char *instance)
{
    char text[600];
    snprintf(text, sizeof text, "{'$ref': '%s', " PLACES "}", reference);
    blz_schema *schema = sc_compile(text, &options);
    json_t *right = sc_json(instance), *wrong = sc_json("'another'");
    bool valid = false;
    ck_assert_ok(blz_schema_validate(&valid, schema, right, NULL, NULL));
    ck_assert_msg(valid, "%s", reference);
    ck_assert_ok(blz_schema_validate(&valid, schema, wrong, NULL, NULL));
    ck_assert_msg(!valid, "%s", reference);
    json_decref(right);
    json_decref(wrong);
    blz_schema_free(schema);
}

START_TEST(references_lead_to_their_schemas)
{
    static const char *const cases[][2] = {
        {"#/$defs/a", "'a'"},
        {"#/%24defs/a", "'a'"},
        {"#/$defs/b~1~0", "'b'"},
        {"#/$defs/c%20d", "'c'"},
        {"#c", "'c'"},
        {"schema#c", "'c'"},
        {"http://ex/schema#/$defs/a", "'a'"},
        {"dir/e", "'e'"},
        {"/dir/e#f", "'f'"},
        {"http://ex/dir/e#/$defs/f", "'f'"},
        {"#/$defs/e/$defs/f", "'f'"},
        {"#/odd/0", "'g'"},
        {"#/odder/own", "'h'"},
        {"other", "'other'"},
        {"other#", "'other'"},
        {"other#x", "'x'"},
        {"other#/$defs/x", "'x'"},
        {"moved", "'moved'"},
        {"moved#/then", "'near'"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        leads(cases[i][0], cases[i][1]);
}
END_TEST

START_TEST(some_lead_nowhere)
{
    static const char *const cases[] = {
        "#/$defs/z",
        "#/$defs/a/",
        "#z",
        "#f",
        "dir/e#c",
        "#/odd/3",
        "#/odd/00",
        "#/odd/-",
        "#/odd/",
        "#/odd/0/const",
        "#/odd/2",
        "#/odd",
        "#/a~2",
        "#%zz",
        "none",
        "other#z",
        "https://json-schema.org/draft/2020-12/none",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char text[600], problem[100];
        snprintf(text, sizeof text, "{'$ref': '%s', " PLACES "}", cases[i]);
        snprintf(problem, sizeof problem, "'%s' leads nowhere (http://ex/schema#...)", cases[i]);
        sc_refuses_with(&options, text, BLZ_ERR_NOT_FOUND, problem);
    }
}
END_TEST

START_TEST(other_errors_are_passed_on)
{
    sc_refuses_with(&options, "{'$ref': 'large'}", BLZ_ERR_LIMIT, "");
    sc_refuses_with(&options, "{'$ref': 'number'}", BLZ_ERR_INVALID,
                    "a schema is an object, or true or false");
}
END_TEST

START_TEST(a_document_is_asked_for_once)
{
    documents[0].asked = documents[1].asked = 0;
    static const sc_case cases[] = {{"1", ""}};
    sc_checks_with(
        &options,
        "{'anyOf': [{'$ref': 'other'}, {'$ref': 'other#x'}, {'$ref': 'moved'}, {'$ref': 'dir/near'}, true]}",
        cases, 1);
    ck_assert_uint_eq(documents[0].asked, 1);
    ck_assert_uint_eq(documents[1].asked, 1);
}
END_TEST

START_TEST(published_metaschemas_are_always_there)
{
    static const sc_case cases[] = {
        {"{'type': 'string', 'minLength': 1}", ""},
        {"{'minLength': -1}", "#/minLength minimum: 'minLength' should be at least 0, but it is -1"},
    };
    sc_checks_with(&options, "{'$ref': 'https://json-schema.org/draft/2020-12/schema'}", cases, 2);
    sc_checks_with(&options, "{'$ref': 'https://json-schema.org/draft/2020-12/meta/validation'}", cases, 2);
    sc_checks_with(&options, "{'$ref': 'https://json-schema.org/draft/2019-09/schema'}", cases, 2);
}
END_TEST

static blz_status load(void *user, const char *url, blz_document *out)
{
    (void)user;
    const char *text = strcmp(url, "http://ex/good") == 0  ? "{\"const\": 1}"
                       : strcmp(url, "http://ex/bad") == 0 ? "{"
                                                           : NULL;
    if (!text) return BLZ_ERR_NOT_FOUND;
    char *copy = blz_strdup(text);
    if (!copy) return BLZ_ERR_NOMEM;
    *out = (blz_document){.bytes = copy, .length = strlen(copy)};
    return BLZ_OK;
}

static blz_status compile_with_loader(const char *text)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_loader(ctx, load, NULL);
    blz_schema *schema = NULL;
    json_t *json = sc_json(text);
    blz_status status = blz_schema_compile(&schema, ctx, json, "http://ex/schema", NULL);
    json_decref(json);
    blz_schema_free(schema);
    blz_ctx_free(ctx);
    return status;
}

START_TEST(without_a_resolver_the_loader_is_asked)
{
    ck_assert_ok(compile_with_loader("{'$ref': 'good'}"));
    ck_assert_int_eq(compile_with_loader("{'$ref': 'bad'}"), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(compile_with_loader("{'$ref': 'none'}"), BLZ_ERR_NOT_FOUND);
}
END_TEST

START_TEST(uris_lose_their_fragment)
{
    static const char *const cases[][2] = {
        {"", "http://ex/a/b"},       {"#x", "http://ex/a/b"},  {"c#", "http://ex/a/c"},
        {"/c?q#x", "http://ex/c?q"}, {"urn:x:y#z", "urn:x:y"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        room r;
        room_open(&r);
        const char *uri = NULL;
        ck_assert_ok(blz_resolve_uri(&r.c, "http://ex/a/b", cases[i][0], &uri));
        ck_assert_str_eq(uri, cases[i][1]);
        room_close(&r);
    }
    room r;
    room_open(&r);
    const char *uri = NULL;
    ck_assert_int_eq(blz_resolve_uri(&r.c, "no-scheme", "c", &uri), BLZ_ERR_INVALID);
    ck_assert_str_eq(r.problem, "\"c\" is not a URI");
    room_close(&r);
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(
        &options,
        "{'allOf': [{'$ref': 'other#x'}, {'$ref': 'moved#/then'}, {'$ref': '#/odd/0'}], 'odd': [{}]}", "1");
}
END_TEST

UNIT_MAIN("schema/resolve", references_lead_to_their_schemas, some_lead_nowhere, other_errors_are_passed_on,
          a_document_is_asked_for_once, published_metaschemas_are_always_there,
          without_a_resolver_the_loader_is_asked, uris_lose_their_fragment, memory_may_run_out)
