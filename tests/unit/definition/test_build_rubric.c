#include "fixture.h"

static const char rubric_json[] =
    "{\"name\": \"Guide\", \"description\": \"D\","
    " \"levels\": [{\"id\": \"low\", \"name\": \"Low\", \"points\": 0, \"description\": \"l\"},"
    "              {\"id\": \"mid\", \"name\": \"Mid\", \"points\": 1.5}, {\"id\": \"top\", \"name\": "
    "\"Top\"}],"
    " \"passing\": {\"level\": \"mid\", \"points\": 4},"
    " \"criteria\": [{\"id\": \"a\", \"name\": \"A\", \"description\": \"x\", \"evidence\": [\"e\", \"f\"],"
    "                 \"levels\": {\"top\": \"best\", \"low\": \"worst\", \"mid\": null}},"
    "                {\"id\": \"b\", \"name\": \"B\", \"weight\": 2, \"passing\": \"top\", \"levels\": {}}]}";

START_TEST(a_rubric_alone)
{
    blz_definition *definition = definition_of(BLZ_DEFINITION_RUBRIC, rubric_json);
    ck_assert_ok(blz_model_build(definition));
    const blz_rubric *rubric = definition->rubric;
    ck_assert_str_eq(rubric->name, "Guide");
    ck_assert_str_eq(rubric->description, "D");
    ck_assert_uint_eq(rubric->level_count, 3);
    ck_assert_str_eq(rubric->levels[0].description, "l");
    ck_assert(rubric->levels[0].has_points);
    ck_assert_double_eq(rubric->levels[1].points, 1.5);
    ck_assert(!rubric->levels[2].has_points);
    ck_assert_str_eq(rubric->levels[2].pointer, "/levels/2");
    ck_assert(rubric->has_passing && rubric->has_passing_level && rubric->has_passing_points);
    ck_assert_uint_eq(rubric->passing_level, 1);
    ck_assert_double_eq(rubric->passing_points, 4);
    ck_assert_uint_eq(rubric->criterion_count, 2);
    ck_assert_ptr_null(definition->id);
    blz_definition_free(definition);
}
END_TEST

START_TEST(what_criteria_ask)
{
    blz_definition *definition = definition_of(BLZ_DEFINITION_RUBRIC, rubric_json);
    ck_assert_ok(blz_model_build(definition));
    const blz_criterion *a = &definition->rubric->criteria[0], *b = &definition->rubric->criteria[1];
    ck_assert_str_eq(a->description, "x");
    ck_assert_double_eq(a->weight, 1);
    ck_assert_double_eq(b->weight, 2);
    ck_assert(!a->has_passing && a->needs_level);
    ck_assert_uint_eq(a->passing, 1);
    ck_assert(b->has_passing && b->needs_level);
    ck_assert_uint_eq(b->passing, 2);
    ck_assert_uint_eq(a->evidence_id_count, 2);
    ck_assert_uint_eq(a->evidence_count, 0);
    ck_assert_uint_eq(a->descriptor_count, 3);
    ck_assert_str_eq(blz_criterion_text(a, 0), "worst");
    ck_assert_ptr_null(blz_criterion_text(a, 1));
    ck_assert_str_eq(blz_criterion_text(a, 2), "best");
    ck_assert_ptr_null(blz_criterion_text(b, 0));
    ck_assert_str_eq(a->descriptors[0].pointer, "/criteria/0/levels/top");
    blz_definition_free(definition);
}
END_TEST

START_TEST(evidence_of_a_micro_credential)
{
    blz_definition *definition = definition_of(
        BLZ_DEFINITION_MICRO_CREDENTIAL,
        "{\"evidence\": [{\"id\": \"e\", \"part\": \"artifact\"}, {\"id\": \"f\", \"part\": \"overview\"}],"
        " \"rubric\": {\"levels\": [{\"id\": \"l\"}, {\"id\": \"m\"}],"
        "  \"criteria\": [{\"id\": \"c\", \"evidence\": [\"f\", \"e\"], \"levels\": {}}, {\"levels\": "
        "{}}]}}");
    ck_assert_ok(blz_model_build(definition));
    const blz_criterion *criteria = definition->rubric->criteria;
    ck_assert_uint_eq(criteria[0].evidence_count, 2);
    ck_assert_uint_eq(criteria[0].evidence[0], 1);
    ck_assert_uint_eq(criteria[0].evidence[1], 0);
    ck_assert_str_eq(criteria[0].evidence_ids[0], "f");
    ck_assert_str_eq(criteria[1].pointer, "/rubric/criteria/1");
    ck_assert_ptr_null(criteria[1].evidence);
    ck_assert(!criteria[1].needs_level);
    ck_assert(!definition->rubric->has_passing);
    blz_definition_free(definition);
}
END_TEST

START_TEST(a_descriptor_of_no_level_is_refused)
{
    blz_definition *definition =
        definition_of(BLZ_DEFINITION_RUBRIC,
                      "{\"levels\": [], \"criteria\": [{\"id\": \"c\", \"levels\": {\"gone\": \"x\"}}]}");
    ck_assert_int_eq(blz_model_build(definition), BLZ_ERR_INVALID);
    blz_definition_free(definition);
}
END_TEST

static blz_status build_again(void *user)
{
    BLZ_AUTO(blz_definition) definition = blz_calloc(1, sizeof *definition);
    BLZ_TRY_MEM(definition);
    definition->kind = BLZ_DEFINITION_RUBRIC;
    definition->json = json_incref(user);
    return blz_model_build(definition);
}

START_TEST(every_allocation_may_fail)
{
    json_t *tree = tree_of(rubric_json);
    sweep(build_again, tree);
    json_decref(tree);
}
END_TEST

UNIT_MAIN("definition/build_rubric", a_rubric_alone, what_criteria_ask, evidence_of_a_micro_credential,
          a_descriptor_of_no_level_is_refused, every_allocation_may_fail)
