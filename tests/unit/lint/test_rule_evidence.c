#include "unit/lint/patch.h"

#define OVERVIEW "  - {id: overview, part: overview, prompts: [{text: Who?, words: {max: 9}}]}\n"
#define LESSON "  - {id: lesson, part: artifact, instructions: The plan., accepts: [application/pdf]}\n"
#define REFLECTION "  - {id: reflection, part: reflection, prompts: [{text: Why?, words: {max: 9}}]}\n"
#define RUBRIC(ids)                                                                                          \
    "rubric:\n  levels: [{id: no, name: No}, {id: yes, name: Yes}]\n  passing: {level: \"yes\"}\n  "         \
    "criteria:\n"                                                                                            \
    "    - {id: a, name: A, evidence: [" ids "], levels: {\"no\": Nobody asks., \"yes\": Students ask.}}\n"

START_TEST(three_parts_belong_together)
{
    assert_codes("evidence:\n" OVERVIEW LESSON REFLECTION, "");
    assert_codes("evidence:\n" OVERVIEW RUBRIC("overview"), "401 401");
    assert_message("evidence:\n" OVERVIEW LESSON RUBRIC("overview, lesson"), "BLZ401",
                   "the evidence has no reflection");
    assert_message("evidence:\n" OVERVIEW REFLECTION RUBRIC("overview, reflection"), "BLZ401",
                   "the evidence has no artifact");
    assert_message("evidence:\n" LESSON REFLECTION RUBRIC("lesson, reflection"), "BLZ401",
                   "the evidence has no overview");
}
END_TEST

START_TEST(prompts_have_limits)
{
    assert_codes("evidence:\n  - {id: overview, part: overview, prompts: [{text: Who?}, {text: Where?, "
                 "words: {min: 5}}]}\n" LESSON REFLECTION,
                 "402 402");
    assert_message(
        "evidence:\n  - {id: overview, part: overview, title: The class, prompts: [{text: Who?}]}\n" LESSON
            REFLECTION,
        "BLZ402", "prompt 1 of \"The class\" has no word limit");
}
END_TEST

START_TEST(tasks_are_said)
{
    assert_codes("evidence:\n" OVERVIEW "  - {id: lesson, part: artifact}\n" REFLECTION, "403 406");
    assert_codes("evidence:\n" OVERVIEW
                 "  - {id: lesson, part: artifact, accepts: [application/pdf], prompts: [{text: Link?, "
                 "words: {max: 9}}]}\n" REFLECTION,
                 "");
    assert_codes("evidence:\n  - {id: overview, part: overview}\n" LESSON REFLECTION, "406");
    assert_codes("evidence:\n  - {id: overview, part: overview, instructions: \" \"}\n" LESSON REFLECTION,
                 "406");
}
END_TEST

START_TEST(each_piece_is_scored)
{
    assert_message("evidence:\n" OVERVIEW LESSON REFLECTION RUBRIC("overview, lesson"), "BLZ404",
                   "no criterion of the rubric scores \"reflection\"");
    assert_codes("evidence:\n" OVERVIEW LESSON REFLECTION RUBRIC(""), "404 404 404 504");
}
END_TEST

START_TEST(ranges_are_possible)
{
    assert_codes("evidence:\n  - {id: overview, part: overview, prompts: [{text: Who?, words: {min: 9, max: "
                 "9}}]}\n" LESSON REFLECTION,
                 "");
    assert_message("evidence:\n  - {id: overview, part: overview, prompts: [{text: Who?, words: {min: 10, "
                   "max: 9}}]}\n" LESSON REFLECTION,
                   "BLZ405", "the minimum, 10, is above the maximum, 9");
    assert_codes("evidence:\n" OVERVIEW "  - {id: lesson, part: artifact, instructions: The plan., accepts: "
                 "[application/pdf], count: {min: 2, max: 1}}\n" REFLECTION,
                 "405");
}
END_TEST

UNIT_MAIN("lint/rule_evidence", three_parts_belong_together, prompts_have_limits, tasks_are_said,
          each_piece_is_scored, ranges_are_possible)
