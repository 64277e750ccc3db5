#include "unit/lint/patch.h"

#define DESCRIPTORS(a, b, c)                                                                                 \
    "rubric:\n  levels: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n  passing: {level: c}\n  "   \
    "criteria:\n"                                                                                            \
    "    - {id: x, name: X, evidence: [overview, lesson, reflection], levels: {a: \"" a "\", b: \"" b        \
    "\", c: \"" c "\"}}\n"

START_TEST(distinct_ones_pass)
{
    assert_codes(DESCRIPTORS("No chart.", "One chart.", "Two charts."), "");
    assert_codes(DESCRIPTORS("The question is not stated.", "The question is stated.",
                             "The question is stated and tested."),
                 "");
    assert_codes(DESCRIPTORS("No student speaks.", "Some students speak.", "All students speak."), "");
    assert_codes(
        DESCRIPTORS("Charts without labels.", "Charts with labels.", "Charts with labels and units."), "");
}
END_TEST

START_TEST(the_same_in_other_dress_is_told)
{
    assert_message(DESCRIPTORS("One chart.", "One chart.", "Two charts."), "BLZ505",
                   "levels \"a\" and \"b\" of criterion \"x\" say the same");
    assert_codes(DESCRIPTORS("No chart.", "Students ask; teachers answer.", "Teachers answer, students ask!"),
                 "505");
    assert_codes(DESCRIPTORS("A chart of the data.", "One line.", "The chart of data."), "505");
    assert_codes(DESCRIPTORS("One chart.", "One chart.", "One chart."), "505 505");
}
END_TEST

START_TEST(vague_words_are_noted)
{
    assert_message(DESCRIPTORS("No chart.", "Some students explain.", "Most students explain clearly."),
                   "BLZ506", "levels \"b\" and \"c\" of criterion \"x\" differ only in vague words");
    assert_codes(DESCRIPTORS("Limited reflection.", "Adequate reflection.", "Thorough reflection."),
                 "506 506");
}
END_TEST

START_TEST(empty_ones_are_not_compared)
{
    assert_codes(DESCRIPTORS("", "", "Two charts."), "503 503");
}
END_TEST

UNIT_MAIN("lint/rule_descriptor", distinct_ones_pass, the_same_in_other_dress_is_told, vague_words_are_noted,
          empty_ones_are_not_compared)
