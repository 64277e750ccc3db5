#include "unit/lint/patch.h"

START_TEST(a_missing_section_is_one_finding)
{
    assert_codes("# assessment is left out\n", "601");
    assert_codes("assessment: {}\n", "602 603 604 605");
}
END_TEST

START_TEST(each_statement_counts)
{
    assert_message("assessment: {turnaround: P14D, resubmissions: 3, feedback: true}\n", "BLZ602",
                   "whether the assessment is blind is not stated");
    assert_message("assessment: {blind: none, turnaround: P14D, resubmissions: 3, feedback: true}\n",
                   "BLZ602", "the assessment is not blind");
    assert_message("assessment: {blind: single, turnaround: P14D, resubmissions: 3, feedback: true}\n",
                   "BLZ602",
                   "the assessment is blind on one side only: educators learn who scores their work");
    assert_message("assessment: {blind: double, turnaround: P14D, resubmissions: 0, feedback: true}\n",
                   "BLZ603", "work that did not pass may not be handed in again");
    assert_message("assessment: {blind: double, turnaround: P14D, resubmissions: 1}\n", "BLZ604",
                   "whether educators get feedback is not stated");
    assert_message("assessment: {blind: double, turnaround: P14D, resubmissions: 1, feedback: false}\n",
                   "BLZ604", "educators get no feedback");
}
END_TEST

START_TEST(recognition_is_so_much_of_something)
{
    assert_codes("recognition: [{authority: A, kind: clock-hours, amount: 15, unit: hours}]\n", "");
    assert_codes("recognition: [{authority: A, kind: endorsement}, {authority: B, kind: leadership}]\n", "");
    assert_message("recognition: [{authority: A, kind: stipend}]\n", "BLZ606",
                   "the recognition by \"A\" has no amount and no unit");
    assert_message("recognition: [{authority: A, kind: bonus, unit: USD}]\n", "BLZ606",
                   "the recognition by \"A\" has no amount");
    assert_message("recognition: [{authority: A, kind: release-time, amount: 2}]\n", "BLZ606",
                   "the recognition by \"A\" has no unit");
}
END_TEST

UNIT_MAIN("lint/rule_assessment", a_missing_section_is_one_finding, each_statement_counts,
          recognition_is_so_much_of_something)
