#include "fixture.h"

#include <blazon/json.h>

static char folder[PATH_MAX];
static blz_ctx *ctx;
static blz_diags *diags;

static const char issuer[] = "blazon: issuer/1\nid: did:web:badges.example.edu\nname: District\n";

static void begin(void)
{
    make_folder(folder);
    ck_assert_ok(blz_ctx_new(&ctx));
    diags = new_diags();
    write_file(folder, "issuer.yaml", issuer);
}

static void end(void)
{
    blz_diags_free(diags);
    blz_ctx_free(ctx);
    remove_folder(folder);
}

/* A micro-credential that stands in FOLDER/a.yaml and is called "test.yaml", with these members. */
static blz_definition *include(blz_definition_kind kind, const char *json)
{
    blz_definition *definition = definition_of(kind, json);
    definition->root = blz_strdup(folder);
    definition->mounts[0].path = blz_arena_strdup(&definition->arena, in(folder, "a.yaml"));
    ck_assert_ok(blz_include_all(definition, ctx, diags));
    return definition;
}

/* The one finding of including an issuer by this path. */
static void assert_refused(const char *path, const char *expected)
{
    char json[PATH_MAX + 64];
    snprintf(json, sizeof json, "{\"issuer\": \"%s\"}", path);
    size_t before = blz_diags_count(diags);
    blz_definition *definition = include(BLZ_DEFINITION_MICRO_CREDENTIAL, json);
    ck_assert_finding(diags, before, expected);
    ck_assert_uint_eq(blz_diags_count(diags), before + 1);
    ck_assert_uint_eq(definition->mount_count, 1);
    ck_assert(json_is_string(json_object_get(definition->json, "issuer")));
    blz_definition_free(definition);
}

START_TEST(issuer_and_rubric_take_the_place_of_their_paths)
{
    begin();
    write_file(folder, "rubric.yaml",
               "blazon: rubric/1\nlevels: [{id: a, name: A}, {id: b, name: B}]\n"
               "criteria: [{id: c, name: C, levels: {a: x, b: y}}]\n");
    blz_definition *definition =
        include(BLZ_DEFINITION_MICRO_CREDENTIAL,
                "{\"rubric\": \"rubric.yaml\", \"issuer\": \"./issuer.yaml\", \"name\": \"N\"}");
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    ck_assert_uint_eq(definition->mount_count, 3);
    const json_t *tree = blz_definition_json(definition);
    ck_assert_str_eq(json_string_value(json_object_get(json_object_get(tree, "issuer"), "name")), "District");
    ck_assert_ptr_null(json_object_get(json_object_get(tree, "issuer"), "blazon"));
    ck_assert_uint_eq(json_array_size(json_object_get(json_object_get(tree, "rubric"), "levels")), 2);
    ck_assert_str_eq(json_object_iter_key(json_object_iter(definition->json)), "rubric");
    blz_source *source = NULL;
    const char *inner = NULL;
    blz_definition_origin(definition, "/issuer/name", &source, &inner);
    ck_assert_str_eq(blz_source_name(source), "issuer.yaml");
    ck_assert_str_eq(inner, "/name");
    blz_definition_free(definition);
    end();
}
END_TEST

START_TEST(paths_that_are_refused)
{
    begin();
    ck_assert_int_eq(mkdir(in(folder, "sub"), 0700), 0);
    ck_assert_int_eq(mkfifo(in(folder, "pipe.yaml"), 0600), 0);
    ck_assert_int_eq(symlink("/etc/hostname", in(folder, "link.yaml")), 0);
    ck_assert_int_eq(symlink("loop.yaml", in(folder, "loop.yaml")), 0);
    assert_refused("/etc/hostname", "BLZ008 /issuer \"/etc/hostname\" is an absolute path");
    assert_refused("https://badges.example.edu/issuer.yaml",
                   "BLZ008 /issuer \"https://badges.example.edu/issuer.yaml\" is a web address");
    assert_refused("../issuer.yaml", "BLZ008 /issuer \"../issuer.yaml\" leads out of the project's folder");
    assert_refused("link.yaml", "BLZ008 /issuer \"link.yaml\" leads out of the project's folder");
    assert_refused("isuer.yaml", "BLZ009 /issuer there is no file \"isuer.yaml\"");
    ck_assert_hint(diags, 4, "did you mean \"issuer.yaml\"?");
    ck_assert_str_eq(blz_diags_at(diags, 4)->fix, "issuer.yaml");
    assert_refused("nothing-like-it.yaml", "BLZ009 /issuer there is no file \"nothing-like-it.yaml\"");
    ck_assert_hint(diags, 5, "check the spelling; the path starts from the folder of this file");
    assert_refused("sub", "BLZ009 /issuer \"sub\" is not a file but a folder or a device");
    assert_refused("pipe.yaml", "BLZ009 /issuer \"pipe.yaml\" is not a file but a folder or a device");
    assert_refused("loop.yaml", "BLZ001 /issuer the file \"loop.yaml\" cannot be read");
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 10);
    assert_refused("issuer.yaml", "BLZ005 /issuer the file \"issuer.yaml\" is too large");
    end();
}
END_TEST

START_TEST(files_that_do_not_belong_there)
{
    begin();
    write_file(folder, "rubric.yaml", "blazon: rubric/1\n");
    write_file(folder, "a.yaml", "blazon: micro-credential/1\nissuer: a.yaml\n");
    write_file(folder, "other.yaml", "services: {}\n");
    assert_refused("rubric.yaml", "BLZ108 /issuer \"rubric.yaml\" is a rubric, but an issuer belongs here");
    ck_assert_hint(diags, 0, "name a file that starts with \"blazon: issuer/1\"");
    assert_refused("a.yaml", "BLZ108 /issuer \"a.yaml\" is a micro-credential, but an issuer belongs here");
    assert_refused("other.yaml", "other.yaml: BLZ104  the file does not start with the key \"blazon\"");
    write_file(folder, "broken.yaml", "blazon: issuer/1\nid: [");
    size_t before = blz_diags_count(diags);
    blz_definition_free(include(BLZ_DEFINITION_MICRO_CREDENTIAL, "{\"issuer\": \"broken.yaml\"}"));
    ck_assert_uint_eq(blz_diags_count(diags), before + 1);
    ck_assert_str_eq(blz_source_name(blz_diags_at(diags, before)->source), "broken.yaml");
    ck_assert_str_eq(blz_diags_at(diags, before)->rule->code, "BLZ002");
    end();
}
END_TEST

START_TEST(stacks_name_micro_credentials_by_path)
{
    begin();
    write_file(folder, "one.yaml",
               "blazon: micro-credential/1\nid: urn:one\nname: One\nissuer: issuer.yaml\n");
    write_file(folder, "two.yaml", "blazon: micro-credential/1\nname: [no, id]\n");
    blz_definition *definition = include(
        BLZ_DEFINITION_STACK, "{\"requires\": [{\"credential\": \"one.yaml\", \"text\": \"T\"},"
                              " {\"credential\": \"urn:other\"}, {\"credential\": \"two.yaml\"}, 5],"
                              " \"capstone\": {\"credential\": \"one.yaml\"}, \"issuer\": {\"id\": \"x\"}}");
    const json_t *first = json_array_get(json_object_get(definition->json, "requires"), 0);
    ck_assert_str_eq(json_string_value(json_object_get(first, "credential")), "urn:one");
    ck_assert_str_eq(json_string_value(json_object_get(first, "name")), "One");
    const json_t *capstone = json_object_get(definition->json, "capstone");
    ck_assert_str_eq(json_string_value(json_object_get(capstone, "credential")), "urn:one");
    const json_t *third = json_array_get(json_object_get(definition->json, "requires"), 2);
    ck_assert_str_eq(json_string_value(json_object_get(third, "credential")), "two.yaml");
    for (size_t i = 0; i < blz_diags_count(diags); i++)
        ck_assert_str_ne(blz_source_name(blz_diags_at(diags, i)->source), "test.yaml");
    blz_definition_free(definition);
    definition = include(BLZ_DEFINITION_STACK, "{\"requires\": [{\"credential\": \"none.yaml\"}]}");
    ck_assert_finding(diags, blz_diags_count(diags) - 1,
                      "BLZ009 /requires/0/credential there is no file \"none.yaml\"");
    blz_definition_free(definition);
    end();
}
END_TEST

START_TEST(files_are_limited_together)
{
    begin();
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 2 * (sizeof issuer - 1));
    blz_definition *definition =
        include(BLZ_DEFINITION_STACK, "{\"issuer\": \"issuer.yaml\", \"requires\": [{\"credential\": "
                                      "\"issuer.yaml\"}, {\"credential\": \"./issuer.yaml\"}]}");
    ck_assert_uint_eq(blz_diags_count(diags), 2);
    ck_assert_finding(diags, 0,
                      "BLZ108 /requires/0/credential \"issuer.yaml\" is an issuer, but a "
                      "micro-credential belongs here");
    ck_assert_finding(diags, 1,
                      "BLZ005 /requires/1/credential the file \"./issuer.yaml\" is too large, "
                      "together with the others that this one names");
    blz_definition_free(definition);
    end();
}
END_TEST

START_TEST(rubrics_and_issuers_include_nothing)
{
    begin();
    blz_definition_free(include(BLZ_DEFINITION_RUBRIC, "{\"issuer\": \"gone.yaml\"}"));
    blz_definition_free(include(BLZ_DEFINITION_ISSUER, "{\"rubric\": \"gone.yaml\"}"));
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    end();
}
END_TEST

UNIT_MAIN("definition/include", issuer_and_rubric_take_the_place_of_their_paths, paths_that_are_refused,
          files_that_do_not_belong_there, stacks_name_micro_credentials_by_path, files_are_limited_together,
          rubrics_and_issuers_include_nothing)
