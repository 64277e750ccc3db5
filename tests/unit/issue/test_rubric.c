#include "issue/rubric.h"
#include "unit/issue/sample.h"

START_TEST(counts_weighted_points)
{
    ck_assert_int_eq(blz_level_points(&sample_rubric, 2), 2500000);
    ck_assert_int_eq(blz_criterion_points(&sample_rubric, &sample_criteria[1], 2), 1250000);
    ck_assert_int_eq(blz_rubric_points(&sample_rubric, 0), 0);
    ck_assert_int_eq(blz_rubric_points(&sample_rubric, 2), 3750000);
}
END_TEST

START_TEST(a_level_without_points_counts_by_its_place)
{
    blz_level levels[3] = {{.id = "a"}, {.id = "b"}, {.id = "c"}};
    blz_criterion criterion = {.id = "x", .name = "X", .weight = 2};
    blz_rubric rubric = {.levels = levels, .level_count = 3, .criteria = &criterion, .criterion_count = 1};
    ck_assert_int_eq(blz_level_points(&rubric, 2), 2000000);
    ck_assert_int_eq(blz_rubric_points(&rubric, 2), 4000000);
}
END_TEST

static void expect_uri(const char *id, const char *criterion, const char *level, const char *expected)
{
    BLZ_AUTO(blz_text) uri = NULL;
    ck_assert_ok(criterion ? blz_criterion_uri(&uri, id, criterion, level) : blz_score_uri(&uri, id));
    ck_assert_str_eq(uri, expected);
}

START_TEST(ids_have_one_fragment)
{
    expect_uri("https://e.org/a", "x", NULL, "https://e.org/a#criterion/x");
    expect_uri("https://e.org/a", "x", "low", "https://e.org/a#criterion/x/low");
    expect_uri("https://e.org/a#b", "x", "low", "https://e.org/a#b/criterion/x/low");
    expect_uri("https://e.org/a", NULL, NULL, "https://e.org/a#score");
    expect_uri("https://e.org/a#b", NULL, NULL, "https://e.org/a#b/score");
}
END_TEST

START_TEST(describes_every_criterion_and_the_score)
{
    json_auto_t *list = NULL;
    ck_assert_ok(blz_result_descriptions(&list, SAMPLE_ID, &sample_rubric));
    ck_assert_uint_eq(json_array_size(list), 3);
    const json_t *question = json_array_get(list, 0), *score = json_array_get(list, 2);
    ck_assert_str_eq(text_at(question, "id"), SAMPLE_ID "#criterion/question");
    ck_assert_str_eq(text_at(question, "name"), "Driving question");
    ck_assert_str_eq(text_at(question, "resultType"), "RubricCriterionLevel");
    ck_assert_str_eq(text_at(question, "requiredLevel"), SAMPLE_ID "#criterion/question/basic");
    const json_t *levels = json_object_get(question, "rubricCriterionLevel");
    ck_assert_uint_eq(json_array_size(levels), 3);
    const json_t *top = json_array_get(levels, 2);
    ck_assert_str_eq(text_at(top, "id"), SAMPLE_ID "#criterion/question/proficient");
    ck_assert_str_eq(text_at(top, "name"), "proficient");
    ck_assert_str_eq(text_at(top, "description"), "Students ask their own question.");
    ck_assert_str_eq(text_at(top, "level"), "3");
    ck_assert_str_eq(text_at(top, "points"), "2.5");
    ck_assert_str_eq(text_at(score, "resultType"), "RubricScore");
    ck_assert_str_eq(text_at(score, "valueMin"), "0");
    ck_assert_str_eq(text_at(score, "valueMax"), "3.75");
    ck_assert_str_eq(text_at(score, "requiredValue"), "2.25");
}
END_TEST

START_TEST(without_a_rule_nothing_is_required)
{
    blz_criterion criterion = sample_criteria[0];
    blz_rubric rubric = sample_rubric;
    json_auto_t *list = NULL;
    criterion.needs_level = false;
    rubric.criteria = &criterion;
    rubric.criterion_count = 1;
    rubric.has_passing_points = false;
    ck_assert_ok(blz_result_descriptions(&list, SAMPLE_ID, &rubric));
    ck_assert_uint_eq(json_array_size(list), 1);
    ck_assert_ptr_null(json_object_get(json_array_get(list, 0), "requiredLevel"));
}
END_TEST

static blz_status call(void *user)
{
    (void)user;
    json_auto_t *list = NULL;
    return blz_result_descriptions(&list, SAMPLE_ID, &sample_rubric);
}

START_TEST(every_allocation_may_fail)
{
    sweep_run(call, NULL);
}
END_TEST

UNIT_MAIN("issue/rubric", counts_weighted_points, a_level_without_points_counts_by_its_place,
          ids_have_one_fragment, describes_every_criterion_and_the_score, without_a_rule_nothing_is_required,
          every_allocation_may_fail)
