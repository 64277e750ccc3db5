#include "unit/lint/patch.h"

#define LEVELS                                                                                               \
    "rubric:\n  levels: [{id: a, name: A, points: 0}, {id: b, name: B, points: 1}, {id: c, name: C, "        \
    "points: 2}]\n"
#define DESCRIPTORS "levels: {a: Nobody asks., b: The teacher asks., c: Students ask.}}\n"
#define CRITERION(id, more)                                                                                  \
    "    - {id: " id ", name: N, evidence: [overview, lesson, reflection], " more DESCRIPTORS

START_TEST(rules_that_can_be_met_pass)
{
    assert_codes(LEVELS "  passing: {level: b}\n  criteria:\n" CRITERION("x", ""), "");
    assert_codes(LEVELS "  passing: {points: 2}\n  criteria:\n" CRITERION("x", ""), "");
    assert_codes(LEVELS "  passing: {level: a, points: 1}\n  criteria:\n" CRITERION("x", ""), "");
    assert_codes(LEVELS "  criteria:\n" CRITERION("x", "passing: b, ") CRITERION("y", "passing: a, "), "");
    assert_codes(
        LEVELS "  passing: {points: 8}\n  criteria:\n" CRITERION("x", "weight: 3, ") CRITERION("y", ""), "");
}
END_TEST

START_TEST(no_rule_is_told)
{
    assert_message(LEVELS "  criteria:\n" CRITERION("x", ""), "BLZ507",
                   "the rubric does not say what passes");
    assert_message(LEVELS "  criteria:\n" CRITERION("x", "passing: b, ") CRITERION("y", ""), "BLZ507",
                   "the rubric does not say what passes for 1 of its criteria");
}
END_TEST

START_TEST(unreachable_points_are_told)
{
    assert_message(LEVELS "  passing: {points: 2.5}\n  criteria:\n" CRITERION("x", ""), "BLZ508",
                   "2.5 points are needed, but the best work gets 2");
    assert_message(
        "rubric:\n  levels: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n  passing: {points: 1}\n"
        "  criteria:\n" CRITERION("x", ""),
        "BLZ508", "points are needed to pass, but no level is worth any");
}
END_TEST

START_TEST(a_rule_that_asks_for_nothing_is_told)
{
    assert_codes(LEVELS "  passing: {level: a}\n  criteria:\n" CRITERION("x", ""), "509");
    assert_codes(LEVELS "  passing: {points: 0}\n  criteria:\n" CRITERION("x", ""), "509");
    assert_codes(LEVELS "  criteria:\n" CRITERION("x", "passing: a, "), "509");
}
END_TEST

UNIT_MAIN("lint/rule_passing", rules_that_can_be_met_pass, no_rule_is_told, unreachable_points_are_told,
          a_rule_that_asks_for_nothing_is_told)
