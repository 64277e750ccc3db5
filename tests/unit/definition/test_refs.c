#include "fixture.h"

static blz_diags *check(blz_definition_kind kind, const char *json)
{
    blz_diags *diags = new_diags();
    blz_definition *definition = definition_of(kind, json);
    ck_assert_ok(blz_refs_check(definition, diags));
    blz_definition_free(definition);
    return diags;
}

static const char good[] =
    "{\"evidence\": [{\"id\": \"overview\"}, {\"id\": \"lesson\"}],"
    " \"rubric\": {\"levels\": [{\"id\": \"basic\"}, {\"id\": \"good\"}], \"passing\": {\"level\": \"good\"},"
    "  \"criteria\": [{\"id\": \"a\", \"evidence\": [\"overview\", \"lesson\"], \"passing\": \"basic\","
    "                  \"levels\": {\"basic\": \"x\", \"good\": null}}]}}";

START_TEST(references_that_find_their_target)
{
    blz_diags *diags = check(BLZ_DEFINITION_MICRO_CREDENTIAL, good);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    blz_diags_free(diags);
}
END_TEST

START_TEST(unknown_evidence_and_levels)
{
    blz_diags *diags =
        check(BLZ_DEFINITION_MICRO_CREDENTIAL,
              "{\"evidence\": [{\"id\": \"overview\"}, {\"id\": \"lesson\"}],"
              " \"rubric\": {\"levels\": [{\"id\": \"basic\"}, {\"id\": \"good\"}], \"passing\": {\"level\": "
              "\"god\"},"
              "  \"criteria\": [{\"evidence\": [\"lesson\", \"lessn\"], \"passing\": \"superb\","
              "                  \"levels\": {\"basik\": \"x\", \"a/b~c\": \"y\"}}]}}");
    ck_assert_finding(diags, 0,
                      "BLZ502 /rubric/passing/level the passing rule asks for the level \"god\", which the "
                      "rubric does not have");
    ck_assert_hint(diags, 0, "did you mean \"good\"?");
    ck_assert_str_eq(blz_diags_at(diags, 0)->fix, "good");
    ck_assert_finding(diags, 1,
                      "BLZ501 /rubric/criteria/0/evidence/1 criterion 1 looks at the evidence \"lessn\", "
                      "which is not there");
    ck_assert_hint(diags, 1, "did you mean \"lesson\"?");
    ck_assert_finding(diags, 2,
                      "BLZ502 /rubric/criteria/0/passing criterion 1 asks for the level \"superb\", which "
                      "the rubric does not have");
    ck_assert_hint(diags, 2, "there is \"basic\" and \"good\"");
    ck_assert_ptr_null(blz_diags_at(diags, 2)->fix);
    ck_assert_finding(diags, 3,
                      "BLZ502 /rubric/criteria/0/levels/basik key criterion 1 describes the level \"basik\", "
                      "which the rubric does not have");
    ck_assert_finding(diags, 4,
                      "BLZ502 /rubric/criteria/0/levels/a~1b~0c key criterion 1 describes the level "
                      "\"a/b~c\", which the rubric does not have");
    ck_assert_uint_eq(blz_diags_count(diags), 5);
    blz_diags_free(diags);
}
END_TEST

START_TEST(ids_that_come_twice)
{
    blz_diags *diags = check(BLZ_DEFINITION_MICRO_CREDENTIAL,
                             "{\"evidence\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"a\"}],"
                             " \"rubric\": {\"levels\": [{\"id\": \"l\"}, {\"id\": \"l\"}],"
                             "  \"criteria\": [{\"id\": \"c\"}, {}, {\"id\": \"c\"}, {\"id\": \"c\"}]}}");
    ck_assert_finding(diags, 0, "BLZ105 /evidence/2/id two pieces of evidence are called \"a\"");
    ck_assert_finding(diags, 1, "BLZ105 /rubric/levels/1/id two levels are called \"l\"");
    ck_assert_finding(diags, 2, "BLZ105 /rubric/criteria/2/id two criteria are called \"c\"");
    ck_assert_finding(diags, 3, "BLZ105 /rubric/criteria/3/id two criteria are called \"c\"");
    ck_assert_uint_eq(blz_diags_count(diags), 4);
    blz_diags_free(diags);
}
END_TEST

START_TEST(a_rubric_alone_knows_no_evidence)
{
    blz_diags *diags =
        check(BLZ_DEFINITION_RUBRIC,
              "{\"levels\": [{\"id\": \"l\"}], \"criteria\": [{\"id\": \"c\", \"evidence\": [\"any\"],"
              " \"levels\": {\"m\": \"x\"}}]}");
    ck_assert_finding(diags, 0,
                      "BLZ502 /criteria/0/levels/m key criterion \"c\" describes the level \"m\", which the "
                      "rubric does not have");
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    blz_diags_free(diags);
}
END_TEST

START_TEST(stacks_can_be_completed)
{
    blz_diags *diags = check(BLZ_DEFINITION_STACK,
                             "{\"requires\": [{\"credential\": \"urn:a\"}, {\"credential\": \"urn:a\"}],"
                             " \"earn\": 3}");
    ck_assert_finding(diags, 0,
                      "BLZ105 /requires/1/credential two entries of the stack are called \"urn:a\"");
    ck_assert_finding(diags, 1, "BLZ508 /earn 3 are to be earned, but the stack has only 2");
    blz_diags_free(diags);
    diags = check(BLZ_DEFINITION_STACK, "{\"requires\": [{\"credential\": \"urn:a\"}], \"earn\": \"all\"}");
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    blz_diags_free(diags);
    diags = check(BLZ_DEFINITION_TRUST,
                  "{\"issuers\": [{\"id\": \"u:a\"}, {\"id\": \"u:b\"}, {\"id\": \"u:a\"}]}");
    ck_assert_finding(diags, 0, "BLZ105 /issuers/2/id two issuers are called \"u:a\"");
    blz_diags_free(diags);
    diags = check(BLZ_DEFINITION_ISSUER, "{}");
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    blz_diags_free(diags);
}
END_TEST

START_TEST(trees_of_any_shape_are_taken)
{
    static const char *const odd[] = {
        "{}",
        "{\"evidence\": 1, \"rubric\": 2}",
        "{\"rubric\": {\"levels\": {}, \"criteria\": \"x\", \"passing\": []}}",
        "{\"evidence\": [[]], \"rubric\": {\"levels\": [null, 1], \"criteria\": [1, null, {\"levels\": []}, "
        "{\"evidence\": {}}]}}",
        "{\"requires\": {}, \"earn\": -1, \"levels\": 3, \"criteria\": [[]]}",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(odd); i++)
        for (int kind = 0; kind < BLZ_DEFINITION_KIND_COUNT_; kind++) {
            blz_diags *diags = check((blz_definition_kind)kind, odd[i]);
            ck_assert_uint_eq(blz_diags_count(diags), 0);
            blz_diags_free(diags);
        }
}
END_TEST

START_TEST(ten_thousand_criteria_with_nothing_right)
{
    json_t *tree = tree_of("{\"evidence\": [], \"rubric\": {\"levels\": [], \"criteria\": []}}");
    json_t *rubric = json_object_get(tree, "rubric");
    for (int i = 0; i < 10000; i++) {
        char text[128];
        snprintf(text, sizeof text, "{\"id\": \"c%d\", \"evidence\": [\"e%d\"], \"levels\": {\"l%d\": \"\"}}",
                 i, i, i);
        json_array_append_new(json_object_get(rubric, "criteria"), tree_of(text));
        snprintf(text, sizeof text, "{\"id\": \"level-%d\"}", i);
        json_array_append_new(json_object_get(rubric, "levels"), tree_of(text));
    }
    blz_definition *definition = definition_of(BLZ_DEFINITION_MICRO_CREDENTIAL, "{}");
    json_decref(definition->json);
    definition->json = tree;
    blz_diags *diags = new_diags();
    ck_assert_ok(blz_refs_check(definition, diags));
    ck_assert_uint_eq(blz_diags_count(diags) + blz_diags_dropped(diags), 1000);
    blz_diags_free(diags);
    blz_definition_free(definition);
}
END_TEST

/* A megabyte in each of a thousand messages would be a gigabyte. */
START_TEST(long_ids_are_not_repeated)
{
    char *id = malloc(1 << 20);
    ck_assert_ptr_nonnull(id);
    memset(id, 'x', (1 << 20) - 1);
    id[(1 << 20) - 1] = '\0';
    blz_definition *definition =
        definition_of(BLZ_DEFINITION_RUBRIC, "{\"levels\": [{}], \"criteria\": [{\"levels\": {}}]}");
    json_t *criterion = json_array_get(json_object_get(definition->json, "criteria"), 0);
    json_object_set_new(criterion, "id", json_string(id));
    json_object_set_new(json_array_get(json_object_get(definition->json, "levels"), 0), "id",
                        json_string(id));
    json_object_set_new(json_object_get(criterion, "levels"), "y", json_null());
    blz_diags *diags = new_diags();
    ck_assert_ok(blz_refs_check(definition, diags));
    ck_assert_finding(diags, 0,
                      "BLZ502 /criteria/0/levels/y key criterion 1 describes the level \"y\", which the "
                      "rubric does not have");
    ck_assert_hint(diags, 0, "add an entry with this id to the list");
    blz_diags_free(diags);
    blz_definition_free(definition);
    free(id);
}
END_TEST

static blz_status check_again(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    return blz_refs_check(user, diags);
}

START_TEST(every_allocation_may_fail)
{
    json_set_alloc_funcs(blz_malloc, blz_free);
    blz_definition *definition = definition_of(
        BLZ_DEFINITION_MICRO_CREDENTIAL,
        "{\"evidence\": [{\"id\": \"lesson\"}, {\"id\": \"lesson\"}], \"rubric\": {\"levels\": [{\"id\": "
        "\"good\"}],"
        " \"criteria\": [{\"evidence\": [\"lessn\"], \"passing\": \"x\", \"levels\": {\"god\": \"\"}}]}}");
    sweep(check_again, definition);
    blz_definition_free(definition);
    definition =
        definition_of(BLZ_DEFINITION_STACK, "{\"requires\": [{\"credential\": \"urn:a\"}], \"earn\": 2}");
    sweep(check_again, definition);
    blz_definition_free(definition);
}
END_TEST

UNIT_MAIN("definition/refs", references_that_find_their_target, unknown_evidence_and_levels,
          ids_that_come_twice, a_rubric_alone_knows_no_evidence, stacks_can_be_completed,
          trees_of_any_shape_are_taken, ten_thousand_criteria_with_nothing_right, long_ids_are_not_repeated,
          every_allocation_may_fail)
