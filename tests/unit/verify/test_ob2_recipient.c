#include "ob2_school.h"

static void ask(const char *who, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    const blz_verify_options options = {.recipient = who};
    expect_options(school, ASSERTION, &options, verdict, "recipient", outcome, words);
}

START_TEST(recipients)
{
    ask(NULL, BLZ_VALID, BLZ_STEP_SKIPPED, "nobody asked");
    ask("jane@example.edu", BLZ_VALID, BLZ_STEP_PASS, "(identity)");
    ask("mailto:Jane@Example.edu", BLZ_VALID, BLZ_STEP_PASS, "(identity)");
    ask("joe@example.edu", BLZ_INVALID, BLZ_STEP_FAIL, "not the badge of joe@example.edu");
}
END_TEST

UNIT_MAIN("verify/ob2_recipient", recipients)
