#include "ob2_school.h"

#define DATES(more) ", 'verification': {'type': 'hosted'}, 'issuedOn': " more
#define EXPECT_DATES(more, verdict, id, outcome, words)                                                      \
    EXPECT_HOSTED(((page){S "1", ASSERTION_BUT(S "1", DATES(more)), BLZ_OK, NULL}),                          \
                  ASSERTION_BUT(S "1", DATES(more)), verdict, id, outcome, words)

START_TEST(dates)
{
    EXPECT_DATES("'2026-01-01T00:00Z'", BLZ_VALID, "validity.from", BLZ_STEP_PASS, "issued on 2026-01-01");
    EXPECT_DATES("'2027-01-01T00:00:00Z'", BLZ_INVALID, "validity.from", BLZ_STEP_FAIL,
                 "issued on 2027-01-01 only");
    EXPECT_DATES("'yesterday'", BLZ_INVALID, "validity.from", BLZ_STEP_SKIPPED, "no date");
    EXPECT_DATES("'2026-01-01T00:00:00Z', 'expires': '2026-05-31T23:59:59Z'", BLZ_INVALID, "validity.until",
                 BLZ_STEP_FAIL, "has expired");
    EXPECT_DATES("'2026-01-01T00:00:00Z', 'expires': '2026-06-01T00:00:01Z'", BLZ_VALID, "validity.until",
                 BLZ_STEP_PASS, "valid until");
    EXPECT_DATES("'2026-01-01T00:00:00Z', 'expires': '2025-01-01T00:00:00Z'", BLZ_INVALID, "validity.until",
                 BLZ_STEP_FAIL, "before it was issued");
}
END_TEST

UNIT_MAIN("verify/ob2_dates", dates)
