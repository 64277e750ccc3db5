#include "fixture.h"

/* What reading `text` under this name gives; the tree is dropped. */
static blz_status load(const char *name, const char *text, blz_definition_kind expected,
                       blz_definition_kind *kind, blz_diags *diags)
{
    blz_ctx *ctx = NULL;
    blz_source *source = NULL;
    json_t *tree = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_source_new(&source, name, text, strlen(text)));
    *kind = BLZ_DEFINITION_KIND_COUNT_;
    blz_status status = blz_load_tree(&tree, kind, ctx, source, expected, diags);
    ck_assert((status == BLZ_OK) == (tree != NULL));
    json_decref(tree);
    blz_source_unref(source);
    blz_ctx_free(ctx);
    return status;
}

static const char issuer_yaml[] = "blazon: issuer/1\nid: did:web:badges.example.edu\nname: District\n";
static const char issuer_json[] =
    "{\"blazon\": \"issuer/1\", \"id\": \"did:web:badges.example.edu\", \"name\": \"District\"}";

START_TEST(the_ending_chooses_the_language)
{
    blz_definition_kind kind;
    blz_diags *diags = new_diags();
    const blz_definition_kind any = BLZ_DEFINITION_KIND_COUNT_;
    ck_assert_ok(load("test.yaml", issuer_yaml, any, &kind, diags));
    ck_assert_int_eq(kind, BLZ_DEFINITION_ISSUER);
    ck_assert_ok(load("test.JSON", issuer_json, any, &kind, diags));
    ck_assert_ok(load("test", issuer_json, any, &kind, diags));
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    ck_assert_int_eq(load("test.json", issuer_yaml, any, &kind, diags), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ007");
    ck_assert_int_eq(load("test.yaml", "a: [", any, &kind, diags), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(blz_diags_at(diags, 1)->rule->code, "BLZ002");
    blz_diags_free(diags);
}
END_TEST

START_TEST(shapes_are_checked_with_the_schema_of_the_kind)
{
    blz_definition_kind kind;
    blz_diags *diags = new_diags();
    ck_assert_ok(load("test.yaml", "blazon: issuer/1\nid: did:web:x.example.edu\nnmae: X\n",
                      BLZ_DEFINITION_ISSUER, &kind, diags));
    ck_assert_uint_ge(blz_diags_count(diags), 1);
    for (size_t i = 0; i < blz_diags_count(diags); i++)
        ck_assert_int_eq(strncmp(blz_diags_at(diags, i)->rule->code, "BLZ10", 5), 0);
    blz_diags_free(diags);
}
END_TEST

START_TEST(the_shape_of_another_kind_is_not_checked)
{
    blz_definition_kind kind;
    blz_diags *diags = new_diags();
    ck_assert_ok(load("test.yaml", "blazon: rubric/1\n", BLZ_DEFINITION_ISSUER, &kind, diags));
    ck_assert_int_eq(kind, BLZ_DEFINITION_RUBRIC);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    blz_diags_free(diags);
}
END_TEST

START_TEST(a_wrong_kind_does_not_hide_other_faults)
{
    blz_definition_kind kind;
    blz_diags *diags = new_diags();
    ck_assert_ok(load("test.yaml", "blazon: isuer/1\nid: did:web:x.example.edu\n", BLZ_DEFINITION_KIND_COUNT_,
                      &kind, diags));
    ck_assert_int_eq(kind, BLZ_DEFINITION_ISSUER);
    ck_assert_uint_eq(blz_diags_count(diags), 2);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ104");
    ck_assert_str_eq(blz_diags_at(diags, 1)->rule->code, "BLZ103");
    ck_assert_int_eq(load("test.yaml", "services: {}\n", BLZ_DEFINITION_KIND_COUNT_, &kind, diags),
                     BLZ_ERR_INVALID);
    blz_diags_free(diags);
}
END_TEST

static blz_status load_again(void *user)
{
    (void)user;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    json_auto_t *tree = NULL;
    blz_definition_kind kind;
    BLZ_TRY(blz_ctx_new(&ctx));
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_source_new(&source, "test.yaml", issuer_yaml, sizeof issuer_yaml - 1));
    return blz_load_tree(&tree, &kind, ctx, source, BLZ_DEFINITION_ISSUER, diags);
}

START_TEST(every_allocation_may_fail)
{
    sweep(load_again, NULL);
}
END_TEST

UNIT_MAIN("definition/load", the_ending_chooses_the_language, shapes_are_checked_with_the_schema_of_the_kind,
          the_shape_of_another_kind_is_not_checked, a_wrong_kind_does_not_hide_other_faults,
          every_allocation_may_fail)
