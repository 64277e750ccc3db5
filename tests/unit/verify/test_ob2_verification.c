#include "ob2_school.h"

START_TEST(hosted)
{
    EXPECT(school + 1, ASSERTION, BLZ_UNDECIDED, "ob2.verification", BLZ_STEP_UNKNOWN, "only a copy");
    EXPECT(school, ASSERTION_BUT(S "1", HOSTED ", 'narrative': 'better'"), BLZ_INVALID, "ob2.verification",
           BLZ_STEP_FAIL, "\"narrative\" is missing there");
    EXPECT_HOSTED(((page){S "1", BADGE, BLZ_OK, NULL}), ASSERTION, BLZ_INVALID, "ob2.verification",
                  BLZ_STEP_FAIL, "something else");
    EXPECT_HOSTED(
        ((page){"https://evil.example/1", ASSERTION_BUT("https://evil.example/1", HOSTED), BLZ_OK, NULL}),
        ASSERTION_BUT("https://evil.example/1", HOSTED), BLZ_INVALID, "ob2.verification", BLZ_STEP_FAIL,
        "on another host than its issuer");
    EXPECT_HOSTED(((page){S "1", ASSERTION, BLZ_OK, "https://evil.example/1"}), ASSERTION, BLZ_UNDECIDED,
                  "ob2.verification", BLZ_STEP_UNKNOWN, "another site");
}
END_TEST

START_TEST(neither_hosted_nor_signed)
{
    EXPECT(school + 1, ASSERTION_BUT(S "1", ", 'verification': {'type': 'signed'}"), BLZ_INVALID,
           "ob2.verification", BLZ_STEP_FAIL, "without the signature");
    EXPECT(school + 1, ASSERTION_BUT(S "1", ""), BLZ_INVALID, "ob2.verification", BLZ_STEP_FAIL,
           "how to verify");
}
END_TEST

UNIT_MAIN("verify/ob2_verification", hosted, neither_hosted_nor_signed)
