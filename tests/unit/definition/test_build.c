#include "fixture.h"

static blz_definition *build(blz_definition_kind kind, const char *json)
{
    blz_definition *definition = definition_of(kind, json);
    ck_assert_ok(blz_model_build(definition));
    return definition;
}

START_TEST(an_issuer)
{
    blz_definition *definition =
        build(BLZ_DEFINITION_ISSUER,
              "{\"id\": \"did:web:badges.example.edu\", \"name\": \"District\", \"url\": \"u\","
              " \"email\": \"e\", \"phone\": \"p\", \"description\": \"d\", \"image\": \"i\","
              " \"keys\": [{\"id\": \"k1\"}, {\"id\": \"k2\"}]}");
    const blz_issuer *issuer = definition->issuer;
    ck_assert_str_eq(issuer->pointer, "");
    ck_assert_str_eq(issuer->id, "did:web:badges.example.edu");
    ck_assert_str_eq(issuer->url, "u");
    ck_assert_str_eq(issuer->email, "e");
    ck_assert_str_eq(issuer->phone, "p");
    ck_assert_str_eq(issuer->description, "d");
    ck_assert_str_eq(issuer->image, "i");
    ck_assert_uint_eq(issuer->key_count, 2);
    ck_assert_str_eq(issuer->keys[1], "k2");
    ck_assert_str_eq(blz_definition_id(definition), "did:web:badges.example.edu");
    ck_assert_str_eq(blz_definition_name(definition), "District");
    ck_assert_int_eq(blz_definition_kind_of(definition), BLZ_DEFINITION_ISSUER);
    ck_assert_str_eq(blz_source_name(blz_definition_source(definition)), "test.yaml");
    ck_assert_ptr_null(definition->rubric);
    ck_assert_ptr_null(definition->micro_credential);
    blz_definition_free(definition);
}
END_TEST

START_TEST(a_trust_file)
{
    blz_definition *definition =
        build(BLZ_DEFINITION_TRUST,
              "{\"name\": \"Ours\", \"others\": \"refuse\", \"issuers\": [{\"id\": \"did:web:a\"},"
              " {\"id\": \"did:web:b\", \"name\": \"B\", \"keys\": [\"k1\", \"k2\"]}]}");
    const blz_trust_list *trust = definition->trust;
    ck_assert(trust->refuses_others);
    ck_assert_uint_eq(trust->issuer_count, 2);
    ck_assert_uint_eq(trust->issuers[0].key_count, 0);
    ck_assert_str_eq(trust->issuers[1].pointer, "/issuers/1");
    ck_assert_str_eq(trust->issuers[1].name, "B");
    ck_assert_str_eq(trust->issuers[1].keys[1], "k2");
    ck_assert_str_eq(blz_definition_name(definition), "Ours");
    ck_assert_ptr_null(blz_definition_id(definition));
    ck_assert_ptr_null(definition->issuer);
    blz_definition_free(definition);
}
END_TEST

START_TEST(a_stack)
{
    blz_definition *definition =
        build(BLZ_DEFINITION_STACK,
              "{\"id\": \"urn:s\", \"name\": \"S\", \"version\": \"1.0.0\", \"language\": \"en\","
              " \"description\": \"d\", \"image\": \"i\", \"tags\": [\"t\"],"
              " \"issuer\": {\"id\": \"did:web:x\", \"name\": \"X\"}, \"earn\": 1,"
              " \"requires\": [{\"credential\": \"urn:a\", \"name\": \"A\", \"text\": \"T\"},"
              "                {\"credential\": \"urn:b\"}],"
              " \"capstone\": {\"credential\": \"urn:c\"}}");
    const blz_stack *stack = definition->stack;
    ck_assert_str_eq(stack->id, "urn:s");
    ck_assert_str_eq(stack->version, "1.0.0");
    ck_assert_str_eq(stack->language, "en");
    ck_assert_str_eq(stack->tags[0], "t");
    ck_assert_uint_eq(stack->earn, 1);
    ck_assert_uint_eq(stack->require_count, 2);
    ck_assert_str_eq(stack->requires[0].text, "T");
    ck_assert_str_eq(stack->requires[1].pointer, "/requires/1");
    ck_assert_str_eq(stack->capstone->credential, "urn:c");
    ck_assert_str_eq(definition->issuer->name, "X");
    blz_definition_free(definition);
}
END_TEST

START_TEST(a_stack_of_everything_without_capstone)
{
    blz_definition *definition = build(
        BLZ_DEFINITION_STACK, "{\"id\": \"urn:s\", \"name\": \"S\", \"issuer\": {}, \"earn\": \"all\","
                              " \"requires\": [{\"credential\": \"urn:a\"}, {\"credential\": \"urn:b\"}]}");
    ck_assert_uint_eq(definition->stack->earn, 2);
    ck_assert_ptr_null(definition->stack->capstone);
    ck_assert(json_is_object(json_object_get(definition->json, "issuer")));
    blz_definition_free(definition);
}
END_TEST

static blz_status build_again(void *user)
{
    BLZ_AUTO(blz_definition) definition = blz_calloc(1, sizeof *definition);
    BLZ_TRY_MEM(definition);
    definition->kind = BLZ_DEFINITION_STACK;
    definition->json = json_incref(user);
    return blz_model_build(definition);
}

START_TEST(every_allocation_may_fail)
{
    json_t *tree =
        tree_of("{\"issuer\": {\"keys\": [{\"id\": \"k\"}]}, \"tags\": [\"t\"],"
                " \"requires\": [{\"credential\": \"urn:a\"}], \"capstone\": {\"credential\": \"urn:c\"}}");
    sweep(build_again, tree);
    json_decref(tree);
}
END_TEST

UNIT_MAIN("definition/build", an_issuer, a_trust_file, a_stack, a_stack_of_everything_without_capstone,
          every_allocation_may_fail)
