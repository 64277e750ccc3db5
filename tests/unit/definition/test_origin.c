#include "fixture.h"

static blz_definition *with_issuer(void)
{
    blz_definition *definition = definition_of(BLZ_DEFINITION_MICRO_CREDENTIAL, "{}");
    blz_source *source = source_of("issuer.yaml");
    ck_assert_ok(blz_mount_add(definition, "/issuer", source, "issuer.yaml"));
    blz_source_unref(source);
    return definition;
}

static void assert_origin(const blz_definition *definition, const char *pointer, const char *name,
                          const char *expected)
{
    blz_source *source = NULL;
    const char *inner = NULL;
    blz_definition_origin(definition, pointer, &source, &inner);
    ck_assert_str_eq(blz_source_name(source), name);
    ck_assert_str_eq(inner, expected);
}

START_TEST(pointers_lead_into_included_files)
{
    blz_definition *definition = with_issuer();
    assert_origin(definition, "", "test.yaml", "");
    assert_origin(definition, "/name", "test.yaml", "/name");
    assert_origin(definition, "/issuer", "issuer.yaml", "");
    assert_origin(definition, "/issuer/url", "issuer.yaml", "/url");
    assert_origin(definition, "/issuers", "test.yaml", "/issuers");
    blz_definition_free(definition);
}
END_TEST

START_TEST(reports_do_the_same)
{
    blz_definition *definition = with_issuer();
    blz_diags *diags = new_diags();
    ck_assert_ok(blz_definition_report(definition, diags, "BLZ101", "/issuer/url",
                                       &(blz_diag){.message = "here", .at_key = true}));
    ck_assert_finding(diags, 0, "issuer.yaml: BLZ101 /url key here");
    blz_definition_free(definition);
    ck_assert_str_eq(blz_source_name(blz_diags_at(diags, 0)->source), "issuer.yaml");
    blz_diags_free(diags);
}
END_TEST

START_TEST(files_are_named_from_the_file_that_says_so)
{
    char folder[PATH_MAX], *path = NULL;
    make_folder(folder);
    ck_assert_int_eq(mkdir(in(folder, "shared"), 0700), 0);
    write_file(folder, "shared/logo.svg", "<svg/>");
    blz_definition *definition = definition_of(BLZ_DEFINITION_ISSUER, "{}");
    blz_source *source = source_of("issuer.yaml");
    ck_assert_ok(blz_mount_add(definition, "/issuer", source, in(folder, "shared/issuer.yaml")));
    blz_source_unref(source);
    definition->root = blz_strdup(folder);
    ck_assert_ok(blz_definition_file(&path, definition, "/issuer/image", "logo.svg"));
    ck_assert_str_eq(path, in(folder, "shared/logo.svg"));
    blz_free(path);
    ck_assert_int_eq(blz_definition_file(&path, definition, "/issuer/image", "../../x.svg"),
                     BLZ_ERR_PERMISSION);
    ck_assert_int_eq(blz_definition_file(&path, definition, "/issuer/image", "none.svg"), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(
        blz_definition_file(&path, definition, "/issuer/image", "https://badges.example.edu/x.svg"),
        BLZ_ERR_INVALID);
    blz_definition_free(definition);
    remove_folder(folder);
}
END_TEST

static blz_status mount_again(void *user)
{
    BLZ_AUTO(blz_definition) definition = blz_calloc(1, sizeof *definition);
    BLZ_TRY_MEM(definition);
    BLZ_TRY(blz_mount_add(definition, "", user, "a.yaml"));
    return blz_mount_add(definition, "/issuer", user, "b.yaml");
}

START_TEST(every_allocation_may_fail)
{
    blz_source *source = source_of("a.yaml");
    sweep(mount_again, source);
    blz_source_unref(source);
    blz_definition_free(NULL);
}
END_TEST

UNIT_MAIN("definition/origin", pointers_lead_into_included_files, reports_do_the_same,
          files_are_named_from_the_file_that_says_so, every_allocation_may_fail)
