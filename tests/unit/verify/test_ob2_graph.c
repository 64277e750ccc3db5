#include "ob2_school.h"

START_TEST(documents)
{
    EXPECT(school, ASSERTION, BLZ_VALID, "ob2.graph", BLZ_STEP_PASS, "at hand");
    static const page alone[] = {{S "1", ASSERTION, BLZ_OK, NULL}, {0}};
    EXPECT(alone, ASSERTION, BLZ_UNDECIDED, "ob2.graph", BLZ_STEP_UNKNOWN, "\"" S "badge\" cannot be read");
}
END_TEST

UNIT_MAIN("verify/ob2_graph", documents)
