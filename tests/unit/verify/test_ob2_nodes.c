#include "ob2_school.h"

START_TEST(nodes)
{
    EXPECT(school, "{" V2 "'type': 'Issuer', 'id': '" S "issuer'}", BLZ_VALID, "schema", BLZ_STEP_PASS,
           "every property");
    EXPECT(school, "{" V2 "'type': 'Issuer', 'id': 'urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9'}",
           BLZ_INVALID, "issuer", BLZ_STEP_WARN, "no web address");
    EXPECT(school, "{" V2 "'type': 'BadgeClass', 'id': '" S "other'}", BLZ_INVALID, "evidence", BLZ_STEP_FAIL,
           "no picture");
    EXPECT(school, ASSERTION, BLZ_VALID, "schema.inline", BLZ_STEP_SKIPPED, "no extensions");
}
END_TEST

UNIT_MAIN("verify/ob2_nodes", nodes)
