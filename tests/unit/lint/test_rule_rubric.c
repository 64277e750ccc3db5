#include "unit/lint/patch.h"

#define RUBRIC(levels, criteria)                                                                             \
    "rubric:\n  levels: [" levels "]\n  passing: {level: b}\n  criteria:\n" criteria
#define PLAIN "{id: a, name: A}, {id: b, name: B}"
#define CRITERION(id, more, descriptors)                                                                     \
    "    - {id: " id ", name: N, evidence: [overview, lesson, reflection]" more ", levels: {" descriptors    \
    "}}\n"
#define TWO "a: Nobody asks., b: Students ask."

START_TEST(each_level_has_a_descriptor)
{
    assert_codes(RUBRIC(PLAIN, CRITERION("x", "", TWO)), "");
    assert_message(RUBRIC(PLAIN, CRITERION("x", "", "a: Nobody asks., b: \" \"")), "BLZ503",
                   "level \"b\" of criterion \"x\" has no descriptor");
    assert_codes(RUBRIC(PLAIN, CRITERION("x", "", "a: Nobody asks.")), "503");
    assert_codes(RUBRIC(PLAIN, CRITERION("x", "", "")), "503 503");
    assert_codes(RUBRIC(PLAIN, CRITERION("x", "", "a: null, b: null")), "503 503");
}
END_TEST

START_TEST(points_rise)
{
    assert_codes(
        RUBRIC("{id: a, name: A, points: 0}, {id: b, name: B, points: 0.5}", CRITERION("x", "", TWO)), "");
    assert_message(
        RUBRIC("{id: a, name: A, points: 1}, {id: b, name: B, points: 1}", CRITERION("x", "", TWO)), "BLZ510",
        "level \"b\" has 1 points, not more than \"a\" with 1");
    assert_message(RUBRIC("{id: a, name: A}, {id: b, name: B, points: 1}", CRITERION("x", "", TWO)), "BLZ510",
                   "level \"a\" has no points, others have");
    assert_codes(RUBRIC("{id: a, name: A, points: 3}, {id: m, name: M}, {id: b, name: B, points: 2}",
                        CRITERION("x", "", TWO ", m: The teacher asks.")),
                 "510 510");
}
END_TEST

START_TEST(weights_are_balanced)
{
    assert_codes(
        RUBRIC(PLAIN, CRITERION("x", ", weight: 2", TWO) CRITERION("y", "", TWO) CRITERION("z", "", TWO)),
        "");
    assert_message(
        RUBRIC(PLAIN, CRITERION("x", ", weight: 2.5", TWO) CRITERION("y", "", TWO) CRITERION("z", "", TWO)),
        "BLZ511", "criterion \"x\" weighs more than all 2 others together");
    assert_codes(RUBRIC(PLAIN, CRITERION("x", ", weight: 3", TWO) CRITERION("y", "", TWO)), "");
}
END_TEST

START_TEST(criteria_are_tied_to_evidence)
{
    assert_codes(RUBRIC(PLAIN, CRITERION("x", "", TWO) "    - {id: y, name: Y, levels: {" TWO "}}\n"), "504");
    assert_text_codes("blazon: rubric/1\nlevels: [" PLAIN "]\npassing: {level: b}\ncriteria:\n"
                      "  - {id: y, name: Y, levels: {" TWO "}}\n",
                      "");
}
END_TEST

UNIT_MAIN("lint/rule_rubric", each_level_has_a_descriptor, points_rise, weights_are_balanced,
          criteria_are_tied_to_evidence)
