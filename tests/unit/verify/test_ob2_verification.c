#include "ob2_school.h"

START_TEST(hosted)
{
    static const page broken[] = {{S "1", "[1]", BLZ_OK, NULL},
                                  {S "badge", BADGE, BLZ_OK, NULL},
                                  {S "issuer", ISSUER, BLZ_OK, NULL},
                                  {0}};
    OPEN_SPEC(school + 1, ASSERTION, "ob2.verification", "only a copy");
    FAILS_SPEC(broken, ASSERTION, "ob2.verification", "there is no badge at \"" S "1\"");
    FAILS_SPEC(school, ASSERTION_BUT(S "1", HOSTED ", 'narrative': 'better'"), "ob2.verification",
               "\"narrative\" is missing there");
    STRICT_HOSTED(((page){S "1", BADGE, BLZ_OK, NULL}), ASSERTION, "ob2.verification", BLZ_STEP_FAIL,
                  "something else");
    EXPECT_HOSTED(
        ((page){"https://evil.example/1", ASSERTION_BUT("https://evil.example/1", HOSTED), BLZ_OK, NULL}),
        ASSERTION_BUT("https://evil.example/1", HOSTED), BLZ_INVALID, "ob2.verification", BLZ_STEP_FAIL,
        "on another host than its issuer");
    STRICT_HOSTED(((page){S "1", ASSERTION, BLZ_OK, "https://evil.example/1"}), ASSERTION, "ob2.verification",
                  BLZ_STEP_UNKNOWN, "another site");
}
END_TEST

START_TEST(sent_on_within_the_site)
{
    EXPECT_HOSTED(((page){S "1", ASSERTION, BLZ_OK, S "one"}), ASSERTION, BLZ_VALID, "ob2.verification",
                  BLZ_STEP_WARN, "was sent on to \"" S "one\"");
}
END_TEST

START_TEST(neither_hosted_nor_signed)
{
    expect_strict(school + 1, ASSERTION_BUT(S "1", ", 'verification': {'type': 'signed'}"), true,
                  "ob2.verification", BLZ_STEP_FAIL, "without the signature");
    expect_strict(school + 1, ASSERTION_BUT(S "1", ""), true, "ob2.verification", BLZ_STEP_FAIL,
                  "how to verify");
}
END_TEST

START_TEST(a_class_on_another_host)
{
#define ELSEWHERE "https://evil.example/badge"
    static const char badge[] =
        "{" V2 "'id': '" S "1', 'type': 'Assertion', 'recipient': {'type': 'email', "
        "'hashed': false, 'identity': 'jane@example.edu'}, 'badge': '" ELSEWHERE "'" HOSTED "}";
    static const page pages[] = {
        {S "1", badge, BLZ_OK, NULL},
        {ELSEWHERE,
         "{" V2 "'id': '" ELSEWHERE "', 'type': 'BadgeClass', 'name': 'Badge', 'description': 'd', "
         "'image': '" S "i.png', 'criteria': {'narrative': 'n'}, 'issuer': '" S "issuer'}",
         BLZ_OK, NULL},
        {S "issuer", ISSUER, BLZ_OK, NULL},
        {0}};
    FAILS_SPEC(pages, badge, "ob2.verification", "is on another host than its issuer");
}
END_TEST

START_TEST(a_part_without_a_web_address)
{
    static const page pages[] = {{S "issuer", ISSUER, BLZ_OK, NULL}, {0}};
    OPEN_SPEC(pages,
              "{" V2 "'id': 'urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9', 'type': 'BadgeClass', 'name': "
              "'Badge', 'description': 'd', 'image': '" S
              "i.png', 'criteria': {'narrative': 'n'}, 'issuer': '" S "issuer'}",
              "ob2.verification", "nothing tells who wrote it");
}
END_TEST

UNIT_MAIN("verify/ob2_verification", hosted, sent_on_within_the_site, neither_hosted_nor_signed,
          a_class_on_another_host, a_part_without_a_web_address)
