#include "unit/lint/patch.h"

#define STATEMENT(text)                                                                                      \
    "competency:\n  statement: \"" text                                                                      \
    "\"\n  alignments: [{name: A, url: \"https://standards.example.org/a\"}]\n"

START_TEST(one_competency_passes)
{
    assert_codes(
        STATEMENT(
            "Designs and teaches a science lesson in which students collect, analyse and visualise data."),
        "");
    assert_codes(STATEMENT("Designs, teaches and assesses one inquiry lesson."), "");
    assert_codes(STATEMENT("Plans a unit on fractions and ratios with students and families."), "");
    assert_codes(STATEMENT("Applies a protocol and reflects on its effect with colleagues."), "");
    assert_codes(STATEMENT("Uses student work that shows errors, and plans and adapts and writes from it."),
                 "");
}
END_TEST

START_TEST(several_competencies_are_told)
{
    assert_message(STATEMENT("Designs lessons in biology. Leads a team of teachers."), "BLZ201",
                   "the competency takes 2 sentences, which reads as several competencies");
    assert_message(STATEMENT("Designs lessons in biology; leads a team of teachers"), "BLZ201",
                   "the competency takes 2 sentences, which reads as several competencies");
    assert_message(STATEMENT("Designs lessons in biology as well as leading a team."), "BLZ201",
                   "the competency adds another one with \"as well as\"");
    assert_message(STATEMENT("Designs lessons, assesses students and communicates with families."), "BLZ201",
                   "the competency joins more than two activities");
    assert_message(STATEMENT("Identifies needs and applies a plan plus modifies the schedule of a school."),
                   "BLZ201", "the competency joins more than two activities");
}
END_TEST

START_TEST(verbs_of_the_mind_are_told)
{
    assert_message(STATEMENT("Understands how students learn with data."), "BLZ202",
                   "\"Understands\" happens in the head, where no assessor can see it");
    assert_codes(STATEMENT("Teachers know the laws of assessment in schools."), "202");
    assert_codes(STATEMENT("Designs and appreciates lessons about data in class."), "202");
    assert_codes(STATEMENT("The teacher is aware of bias in assessments."), "202");
    assert_codes(STATEMENT("Demonstrates an understanding of formative assessment in class."), "202");
    assert_codes(STATEMENT("Explores ways to teach with data in class."), "202");
}
END_TEST

START_TEST(verbs_that_can_be_seen_pass)
{
    assert_codes(STATEMENT("The teacher can explain how students understand data."), "");
    assert_codes(STATEMENT("Demonstrates a routine that builds understanding of data."), "");
}
END_TEST

START_TEST(length_is_in_words)
{
    assert_message(STATEMENT("Designs"), "BLZ203",
                   "the competency has 1 word, which is a title rather than a statement");
    assert_codes(STATEMENT("Designs a data lesson"), "203");
    assert_codes(STATEMENT("Designs a whole data lesson"), "");
    assert_message(
        STATEMENT(
            "Designs a lesson in which one two three four five six seven eight nine ten eleven twelve "
            "thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen twenty one two three four five six seven "
            "eight nine ten eleven twelve thirteen fourteen fifteen sixteen"),
        "BLZ203", "the competency has 41 words, more than the 40 that a reader keeps in mind");
}
END_TEST

START_TEST(preambles_are_noted)
{
    assert_message(STATEMENT("Participants will be able to teach with data in class."), "BLZ204",
                   "the competency starts with \"be able to\"");
    assert_codes(STATEMENT("This micro-credential shows how a lesson with data is taught."), "204");
    assert_codes(STATEMENT("Designs a lesson in which all students come to be able to read and draw charts."),
                 "");
}
END_TEST

UNIT_MAIN("lint/rule_competency", one_competency_passes, several_competencies_are_told,
          verbs_of_the_mind_are_told, verbs_that_can_be_seen_pass, length_is_in_words, preambles_are_noted)
