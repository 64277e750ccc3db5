#include "ob2_school.h"

START_TEST(addresses)
{
    EXPECT(school, S "1", BLZ_VALID, "parse", BLZ_STEP_PASS, "a web address with a badge at it");
    EXPECT(school, S "none", BLZ_UNDECIDED, "parse", BLZ_STEP_UNKNOWN, "--map");
    EXPECT_HOSTED(((page){S "1", NULL, BLZ_ERR_GONE, NULL}), S "1", BLZ_INVALID, "parse", BLZ_STEP_FAIL,
                  "taken back");
    EXPECT_HOSTED(((page){S "1", "{'a': 'b'}", BLZ_OK, NULL}), S "1", BLZ_INVALID, "parse", BLZ_STEP_FAIL,
                  "no badge");
    EXPECT_HOSTED(((page){"https://evil.example/1", ASSERTION, BLZ_OK, NULL}), "https://evil.example/1",
                  BLZ_UNDECIDED, "ob2.verification", BLZ_STEP_UNKNOWN, S "1");
}
END_TEST

START_TEST(contexts_and_types)
{
    EXPECT(school, "{'@context': 'https://w3id.org/openbadges/other', 'type': 'Assertion'}", BLZ_INVALID,
           "context", BLZ_STEP_FAIL, "@context has to be");
    EXPECT(school,
           "{'@context': ['https://w3id.org/openbadges/v2', 'https://a.example/c'], 'type': 'Assertion'}",
           BLZ_UNDECIDED, "context", BLZ_STEP_UNKNOWN, "https://a.example/c");
    EXPECT(school, "{" V2 "'type': 'Unknown', 'name': 'n'}", BLZ_INVALID, "type", BLZ_STEP_FAIL,
           "nothing that Open Badges has");
    FAILS_SPEC(school, "{" V2 "'type': 'ceterms:Badge', 'name': 'n'}", "type",
               "nothing that Open Badges has");
    EXPECT(school, "{" V2 "'name': 'n'}", BLZ_INVALID, "type", BLZ_STEP_FAIL, "there is no type");
    EXPECT(school, ISSUER, BLZ_VALID, "type", BLZ_STEP_PASS, "of type Profile");
    EXPECT(school, BADGE, BLZ_VALID, "ob2.verification", BLZ_STEP_PASS, "what is hosted");
}
END_TEST

UNIT_MAIN("verify/ob2_open", addresses, contexts_and_types)
