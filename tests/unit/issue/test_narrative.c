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

UNIT_MAIN("issue/narrative", tells_everything, every_allocation_may_fail)
