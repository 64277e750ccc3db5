#include "issue/narrative.h"
#include "unit/issue/sample.h"

/* What follows after the heading "To earn it". */
static void expect_end(const blz_micro_credential *definition, const char *end)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_narrative_scoring(&out, definition);
    ck_assert_ok(out.status);
    ck_assert_uint_ge(out.length, strlen(end));
    ck_assert_str_eq(out.data + out.length - strlen(end), end);
}

START_TEST(one_level_for_all)
{
    blz_criterion criteria[2] = {sample_criteria[0], sample_criteria[1]};
    blz_rubric rubric = sample_rubric;
    blz_micro_credential definition = sample;
    criteria[0].passing = 2;
    rubric.criteria = criteria;
    rubric.has_passing_points = false;
    definition.rubric = &rubric;
    definition.assessment = (blz_assessment){0};
    expect_end(&definition, "## To earn it\n\nEvery criterion must reach **proficient** or better.\n");
}
END_TEST

START_TEST(points_alone_and_no_rule_at_all)
{
    blz_criterion criteria[2] = {sample_criteria[0], sample_criteria[1]};
    blz_rubric rubric = sample_rubric;
    blz_micro_credential definition = sample;
    criteria[0].needs_level = criteria[1].needs_level = false;
    rubric.criteria = criteria;
    definition.rubric = &rubric;
    definition.assessment = (blz_assessment){0};
    expect_end(&definition,
               "## To earn it\n\nThe points of all criteria must add up to at least 2.25 of 3.75 points.\n");
    rubric.has_passing_points = false;
    expect_end(&definition, "* **proficient** (2.5 points): A \\*good\\* lesson\n");
}
END_TEST

START_TEST(levels_without_points_and_descriptors)
{
    blz_level levels[2] = {{.id = "no"}, {.id = "yes", .name = "Yes", .description = "It is there."}};
    blz_criterion criterion = {.id = "a", .name = "A", .weight = 1};
    blz_rubric rubric = {.description = "Look twice.",
                         .levels = levels,
                         .level_count = 2,
                         .criteria = &criterion,
                         .criterion_count = 1};
    blz_micro_credential definition = {.rubric = &rubric};
    expect_end(&definition,
               "## How it is scored\n\nLook twice.\n\n### A\n\n* **no**\n* **Yes**: It is there.\n");
}
END_TEST

START_TEST(other_ways_to_assess)
{
    blz_micro_credential definition = sample;
    definition.assessment = (blz_assessment){.pointer = "/assessment",
                                             .blind = BLZ_BLIND_SINGLE,
                                             .turnaround = "P1W",
                                             .has_resubmissions = true,
                                             .has_feedback = true};
    expect_end(&definition, "\n* Assessors score each submission and do not learn whose it is.\n"
                            "* The result comes within 1 week.\n* There is no written feedback.\n"
                            "* Work that did not pass cannot be handed in again.\n");
    definition.assessment = (blz_assessment){.pointer = "/assessment",
                                             .blind = BLZ_BLIND_NONE,
                                             .assessors = 1,
                                             .turnaround = "P1M2D",
                                             .has_resubmissions = true,
                                             .resubmissions = 1};
    expect_end(&definition, "\n* 1 assessor scores each submission.\n* The result comes within P1M2D.\n"
                            "* Work that did not pass may be handed in again 1 time.\n");
}
END_TEST

START_TEST(some_levels_and_points)
{
    blz_criterion criteria[2] = {sample_criteria[0], sample_criteria[1]};
    blz_rubric rubric = sample_rubric;
    blz_micro_credential definition = sample;
    criteria[1].needs_level = false;
    rubric.criteria = criteria;
    rubric.passing_points = 1;
    definition.rubric = &rubric;
    definition.assessment = (blz_assessment){0};
    expect_end(&definition,
               "These levels must be reached, or better ones:\n\n* Driving question: **Basic**\n\n"
               "The points of all criteria must also add up to at least 1 of 3.75 points.\n");
}
END_TEST

/* The weight is told where it is not one. */
static void expect_weight(double weight, const char *line)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_level level = {.id = "a"};
    blz_criterion criterion = {.id = "c", .name = "C", .weight = weight};
    blz_rubric rubric = {.levels = &level, .level_count = 1, .criteria = &criterion, .criterion_count = 1};
    char expected[200];
    snprintf(expected, sizeof expected, "## How it is scored\n\n### C\n%s\n* **a**\n", line);
    blz_narrative_scoring(&out, &(blz_micro_credential){.rubric = &rubric});
    ck_assert_ok(out.status);
    ck_assert_str_eq(out.data, expected);
}

START_TEST(weights)
{
    expect_weight(1, "");
    expect_weight(2, "\nIts points count 2 times.\n");
    expect_weight(0.25, "\nIts points count 0.25 times.\n");
    expect_weight(1.0000001, "");
}
END_TEST

START_TEST(durations)
{
    static const struct {
        const char *duration, *text;
    } cases[] = {
        {"P1D", "1 day"},   {"P14D", "14 days"},   {"P1W", "1 week"},
        {"P2W", "2 weeks"}, {"P1M", "1 month"},    {"P3M", "3 months"},
        {"P1Y", "1 year"},  {"P010Y", "10 years"}, {"PT12H", "PT12H"},
        {"P0D", "P0D"},     {"P1Y2M", "P1Y2M"},    {"P1", "P1"},
        {"P", "P"},         {"14D", "14D"},        {"P-1D", "P-1D"},
        {"P+1D", "P+1D"},   {"P 1D", "P 1D"},      {"P\\1D", "P\\\\1D"},
        {"P1.5D", "P1.5D"}, {"PD", "PD"},          {"P99999999999999999999D", "P99999999999999999999D"}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char end[100];
        blz_micro_credential definition = sample;
        definition.assessment = (blz_assessment){.pointer = "/assessment", .turnaround = cases[i].duration};
        snprintf(end, sizeof end, "\n* The result comes within %s.\n", cases[i].text);
        expect_end(&definition, end);
    }
}
END_TEST

static blz_status call(void *user)
{
    (void)user;
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_narrative_scoring(&out, &sample);
    return out.status;
}

START_TEST(every_allocation_may_fail)
{
    sweep_run(call, NULL);
}
END_TEST

UNIT_MAIN("issue/narrative_scoring", one_level_for_all, points_alone_and_no_rule_at_all,
          levels_without_points_and_descriptors, other_ways_to_assess, some_levels_and_points, weights,
          durations, every_allocation_may_fail)
