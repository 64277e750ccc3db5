#include "issue/narrative.h"
#include "unit/issue/sample.h"

static const char expected[] =
    "## Competency\n"
    "\n"
    "Teaches a lesson in which students \\*use\\* data.\n"
    "\n"
    "## Method: Data \\[inquiry\\]\n"
    "\n"
    "Ask first.\n"
    "\n"
    "* **Ask**: Students ask.\n"
    "* **Collect**: They collect.  \n"
    "  Then they sort.\n"
    "\n"
    "## Research\n"
    "\n"
    "* Doe, J. (2020). \\*On data\\*. <https://doi.org/10.1000/1>\n"
    "\n"
    "  It works.\n"
    "* Roe, R. (2021).\n"
    "\n"
    "## What to submit\n"
    "\n"
    "### Overview questions\n"
    "\n"
    "1. Who are your students? (100 to 300 words)\n"
    "2. Why? (at most 1 word)\n"
    "3. What next? (at least 50 words)\n"
    "4. Anything else?\n"
    "\n"
    "### Artifact\n"
    "\n"
    "A plan.\n"
    "\n"
    "Without names.\n"
    "\n"
    "Hand in 1 to 3 files or links: PDF, MP4 video or link.\n"
    "\n"
    "### Photo\n"
    "\n"
    "Hand in application/x-strange_type.\n"
    "\n"
    "### Reflection\n"
    "\n"
    "Hand in 1 file or link.\n"
    "\n"
    "## How it is scored\n"
    "\n"
    "### Driving question\n"
    "\n"
    "What the lesson asks.\n"
    "\n"
    "Looks at: Overview questions, Artifact.\n"
    "\n"
    "* **Not yet** (0 points): There is no question.\n"
    "* **Basic** (1 point): The teacher asks.\n"
    "* **proficient** (2.5 points): Students ask their own question.\n"
    "\n"
    "### Lesson\n"
    "\n"
    "Its points count 0.5 times.\n"
    "\n"
    "* **Not yet** (0 points): No lesson\n"
    "* **Basic** (1 point): A lesson\n"
    "* **proficient** (2.5 points): A \\*good\\* lesson\n"
    "\n"
    "## To earn it\n"
    "\n"
    "These levels must be reached, or better ones:\n"
    "\n"
    "* Driving question: **Basic**\n"
    "* Lesson: **proficient**\n"
    "\n"
    "The points of all criteria must also add up to at least 2.25 of 3.75 points.\n"
    "\n"
    "## How it is assessed\n"
    "\n"
    "* 2 assessors score each submission; neither they nor the educator learn who the other is.\n"
    "* The result comes within 14 days.\n"
    "* Assessors say what was strong and what is missing.\n"
    "* Work that did not pass may be handed in again 3 times.\n";

START_TEST(tells_everything)
{
    BLZ_AUTO(blz_text) text = NULL;
    ck_assert_ok(blz_narrative(&text, &sample));
    ck_assert_str_eq(text, expected);
}
END_TEST

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

START_TEST(evidence_without_a_title_is_called_by_its_part)
{
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.part = BLZ_PART_OVERVIEW}), "Overview");
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.part = BLZ_PART_ARTIFACT}), "Artifact");
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.part = BLZ_PART_REFLECTION}), "Reflection");
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.title = "Plan"}), "Plan");
}
END_TEST

static blz_status call(void *user)
{
    (void)user;
    BLZ_AUTO(blz_text) text = NULL;
    return blz_narrative(&text, &sample);
}

START_TEST(every_allocation_may_fail)
{
    sweep_run(call, NULL);
}
END_TEST

UNIT_MAIN("issue/narrative", tells_everything, one_level_for_all, points_alone_and_no_rule_at_all,
          levels_without_points_and_descriptors, other_ways_to_assess,
          evidence_without_a_title_is_called_by_its_part, every_allocation_may_fail)
