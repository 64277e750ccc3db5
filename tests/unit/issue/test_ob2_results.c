#include "unit/issue/older.h"

static const blz_credential_result good[] = {{"lesson", "proficient"}, {"question", "basic"}};
static const blz_credential_result low[] = {{"lesson", "proficient"}, {"question", "not-yet"}};

static blz_status put(json_t *assertion, struct older_file *older, const blz_credential_result *results,
                      size_t count, blz_diags *diags)
{
    blz_credential_options options = {.results = results, .result_count = count};
    return blz_ob2_results_put(assertion, &older->file.definition, &options, diags);
}

START_TEST(levels_by_their_names_in_the_order_of_the_rubric)
{
    struct older_file older;
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *assertion = json_object();
    older_open(&older);
    ck_assert_ok(put(assertion, &older, good, 0, diags));
    ck_assert_uint_eq(json_object_size(assertion), 0);
    ck_assert_ok(put(assertion, &older, good, 2, diags));
    ck_assert_str_eq(text_at(assertion, "narrative"),
                     "## Results\n\n* **Driving question**: Basic\n* **Lesson**: proficient\n\n"
                     "2.25 points in total.\n");
    ck_assert_uint_eq(json_object_size(assertion), 1);
    older_close(&older);
}
END_TEST

START_TEST(no_total_without_points)
{
    struct older_file older;
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *assertion = json_object();
    blz_definition *definition = older_open(&older);
    blz_rubric rubric = sample_rubric;
    rubric.has_passing_points = false;
    definition->rubric = &rubric;
    ck_assert_ok(put(assertion, &older, good, 2, diags));
    ck_assert_str_eq(text_at(assertion, "narrative"),
                     "## Results\n\n* **Driving question**: Basic\n* **Lesson**: proficient\n");
    older_close(&older);
}
END_TEST

START_TEST(the_passing_rule_holds)
{
    struct older_file older;
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *assertion = json_object();
    older_open(&older);
    ck_assert_int_eq(put(assertion, &older, low, 2, diags), BLZ_ERR_INVALID);
    ck_assert_str_eq(finding(diags, 0), "BLZ722 /rubric/criteria/0 criterion \"Driving question\" is at "
                                        "\"Not yet\"; it needs \"Basic\"");
    ck_assert_uint_eq(json_object_size(assertion), 0);
    older_close(&older);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    json_auto_t *assertion = json_object();
    BLZ_TRY_MEM(assertion);
    BLZ_TRY(blz_diags_new(&diags));
    return put(assertion, user, good, 2, diags);
}

START_TEST(every_allocation_may_fail)
{
    struct older_file older;
    older_open(&older);
    sweep_run(call, &older);
    older_close(&older);
}
END_TEST

UNIT_MAIN("issue/ob2_results", levels_by_their_names_in_the_order_of_the_rubric, no_total_without_points,
          the_passing_rule_holds, every_allocation_may_fail)
