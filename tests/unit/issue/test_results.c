#include "issue/options.h"
#include "unit/issue/sample.h"

static blz_status put(json_t *subject, blz_diags *diags, const blz_credential_result *results, size_t count)
{
    struct sample_file file;
    const blz_definition *definition = sample_open(&file);
    blz_credential_options options = {.results = results, .result_count = count};
    blz_status status = blz_results_put(subject, definition, &options, diags);
    sample_close(&file);
    return status;
}

static const blz_credential_result earned[] = {{"lesson", "proficient"}, {"question", "basic"}};

START_TEST(none_are_none)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = json_object();
    ck_assert_ok(put(subject, diags, NULL, 0));
    ck_assert_uint_eq(json_object_size(subject), 0);
}
END_TEST

START_TEST(levels_and_score_are_written_in_the_rubrics_order)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = json_object();
    ck_assert_ok(put(subject, diags, earned, 2));
    const json_t *list = json_object_get(subject, "result");
    ck_assert_uint_eq(json_array_size(list), 3);
    const json_t *question = json_array_get(list, 0), *score = json_array_get(list, 2);
    ck_assert_str_eq(text_at(question, "resultDescription"), SAMPLE_ID "#criterion/question");
    ck_assert_str_eq(text_at(question, "achievedLevel"), SAMPLE_ID "#criterion/question/basic");
    ck_assert_ptr_null(json_object_get(question, "value"));
    ck_assert_str_eq(text_at(json_array_get(list, 1), "achievedLevel"),
                     SAMPLE_ID "#criterion/lesson/proficient");
    ck_assert_str_eq(text_at(score, "resultDescription"), SAMPLE_ID "#score");
    ck_assert_str_eq(text_at(score, "value"), "2.25");
}
END_TEST

static void refuses(const blz_credential_result *results, size_t count, blz_status status, const char *first,
                    const char *second, const char *hint)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = json_object();
    ck_assert_int_eq(put(subject, diags, results, count), status);
    ck_assert_uint_eq(json_object_size(subject), 0);
    ck_assert_str_eq(finding(diags, 0), first);
    if (hint) ck_assert_str_eq(blz_diags_at(diags, 0)->hint, hint);
    ck_assert_str_eq(finding(diags, 1), second);
}

START_TEST(unknown_ids_get_a_suggestion)
{
    const blz_credential_result criterion[] = {{"queston", "basic"}};
    const blz_credential_result level[] = {{"question", "proficent"}};
    const blz_credential_result far[] = {{"question", "x"}};
    refuses(criterion, 1, BLZ_ERR_ARGUMENT, "BLZ903 - the rubric has no criterion \"queston\"", "none",
            "did you mean \"question\"?");
    refuses(level, 1, BLZ_ERR_ARGUMENT, "BLZ903 - the rubric has no level \"proficent\"", "none",
            "did you mean \"proficient\"?");
    refuses(far, 1, BLZ_ERR_ARGUMENT, "BLZ903 - the rubric has no level \"x\"", "none", NULL);
}
END_TEST

START_TEST(a_criterion_has_one_result)
{
    const blz_credential_result twice[] = {{"question", "basic"}, {"question", "basic"}};
    refuses(twice, 2, BLZ_ERR_ARGUMENT, "BLZ903 - criterion \"question\" has two results", "none", NULL);
}
END_TEST

START_TEST(all_criteria_or_none)
{
    const blz_credential_result one[] = {{"question", "basic"}};
    refuses(one, 1, BLZ_ERR_INVALID, "BLZ721 /rubric/criteria/1 criterion \"lesson\" has no result", "none",
            "add the result lesson=LEVEL");
}
END_TEST

START_TEST(what_is_not_earned_is_refused)
{
    const blz_credential_result low[] = {{"question", "not-yet"}, {"lesson", "basic"}};
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = json_object();
    ck_assert_int_eq(put(subject, diags, low, 2), BLZ_ERR_INVALID);
    ck_assert_uint_eq(blz_diags_count(diags), 3);
    ck_assert_str_eq(
        finding(diags, 0),
        "BLZ722 /rubric/criteria/0 criterion \"Driving question\" is at \"Not yet\"; it needs \"Basic\"");
    ck_assert_str_eq(
        finding(diags, 1),
        "BLZ722 /rubric/criteria/1 criterion \"Lesson\" is at \"Basic\"; it needs \"proficient\"");
    ck_assert_str_eq(finding(diags, 2),
                     "BLZ722 /rubric/passing/points the results come to 0.5 points; 2.25 are needed");
}
END_TEST

START_TEST(a_rubric_without_points_has_no_score)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *subject = json_object();
    blz_rubric rubric = sample_rubric;
    blz_definition *definition = sample_open(&file);
    rubric.has_passing_points = false;
    definition->rubric = &rubric;
    ck_assert_ok(blz_results_put(subject, definition,
                                 &(blz_credential_options){.results = earned, .result_count = 2}, diags));
    ck_assert_uint_eq(json_array_size(json_object_get(subject, "result")), 2);
    sample_close(&file);
}
END_TEST

struct attempt {
    const blz_definition *definition;
    const blz_credential_result *results;
    size_t count;
    blz_status expected;
};

static blz_status call(void *user)
{
    const struct attempt *attempt = user;
    json_auto_t *subject = json_object();
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_TRY_MEM(subject);
    BLZ_TRY(blz_diags_new(&diags));
    blz_credential_options options = {.results = attempt->results, .result_count = attempt->count};
    blz_status status = blz_results_put(subject, attempt->definition, &options, diags);
    return status == attempt->expected ? BLZ_OK : status;
}

START_TEST(every_allocation_may_fail)
{
    static const blz_credential_result unknown[] = {{"queston", "basic"}}, level[] = {{"question", "bsic"}};
    struct sample_file file;
    struct attempt attempt = {.definition = sample_open(&file), .results = earned, .count = 2};
    sweep_run(call, &attempt);
    attempt.expected = BLZ_ERR_ARGUMENT;
    attempt.count = 1;
    attempt.results = unknown;
    sweep_run(call, &attempt);
    attempt.results = level;
    sweep_run(call, &attempt);
    sample_close(&file);
}
END_TEST

UNIT_MAIN("issue/results", none_are_none, levels_and_score_are_written_in_the_rubrics_order,
          unknown_ids_get_a_suggestion, a_criterion_has_one_result, all_criteria_or_none,
          what_is_not_earned_is_refused, a_rubric_without_points_has_no_score, every_allocation_may_fail)
