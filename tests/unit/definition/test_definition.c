#include "fixture.h"

#include <blazon/json.h>

START_TEST(what_a_definition_says_of_itself)
{
    BLZ_AUTO(blz_definition) definition = definition_of(BLZ_DEFINITION_ISSUER, "{\"id\": \"a\"}");
    ck_assert_int_eq(blz_definition_kind_of(definition), BLZ_DEFINITION_ISSUER);
    ck_assert_ptr_null(blz_definition_id(definition));
    ck_assert_ptr_null(blz_definition_name(definition));
    definition->id = "did:web:badges.example.edu";
    definition->name = "District";
    ck_assert_str_eq(blz_definition_id(definition), "did:web:badges.example.edu");
    ck_assert_str_eq(blz_definition_name(definition), "District");
    ck_assert_ptr_eq(blz_definition_json(definition), definition->json);
}
END_TEST

/* Included files are mounted behind it. */
START_TEST(its_source_is_the_file_that_was_read)
{
    BLZ_AUTO(blz_definition) definition = definition_of(BLZ_DEFINITION_MICRO_CREDENTIAL, "{}");
    blz_source *included = source_of("issuer.yaml");
    ck_assert_ok(blz_mount_add(definition, "/issuer", included, "issuer.yaml"));
    blz_source_unref(included);
    ck_assert_str_eq(blz_source_name(blz_definition_source(definition)), "test.yaml");
}
END_TEST

/* The sanitizer sees what is left; a diagnostic may live longer than the definition. */
START_TEST(sources_outlive_it_where_somebody_holds_them)
{
    blz_definition *definition = definition_of(BLZ_DEFINITION_RUBRIC, "{}");
    blz_source *source = blz_source_ref(blz_definition_source(definition));
    definition->root = blz_strdup("/tmp");
    ck_assert_ptr_nonnull(blz_arena_strdup(&definition->arena, "model"));
    blz_definition_free(definition);
    ck_assert_str_eq(blz_source_name(source), "test.yaml");
    blz_source_unref(source);
}
END_TEST

START_TEST(one_that_was_only_begun_is_freed_too)
{
    blz_definition_free(blz_calloc(1, sizeof(blz_definition)));
    blz_definition_free(NULL);
}
END_TEST

UNIT_MAIN("definition/definition", what_a_definition_says_of_itself, its_source_is_the_file_that_was_read,
          sources_outlive_it_where_somebody_holds_them, one_that_was_only_begun_is_freed_too)
