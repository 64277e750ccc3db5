#include "ob2_school.h"

START_TEST(taken_back)
{
    EXPECT_HOSTED(((page){S "1", NULL, BLZ_ERR_GONE, NULL}), ASSERTION, BLZ_INVALID, "ob2.revocation",
                  BLZ_STEP_FAIL, "410");
    EXPECT_HOSTED(
        ((page){S "1", "{" V2 "'id': '" S "1', 'revoked': true, 'revocationReason': 'r'}", BLZ_OK, NULL}),
        ASSERTION, BLZ_INVALID, "ob2.revocation", BLZ_STEP_FAIL, "because \"r\"");
    EXPECT(school, ASSERTION, BLZ_VALID, "ob2.revocation", BLZ_STEP_PASS, "nothing says");
}
END_TEST

#define WITH_LIST                                                                                            \
    "{" V2 "'id': '" S "issuer', 'type': 'Issuer', 'name': 'School', 'url': '" S                             \
    "', 'email': 'a@school.example', 'revocationList': '" S "list'}"

START_TEST(lists)
{
    static const page listed[] = {
        {S "1", ASSERTION, BLZ_OK, NULL},
        {S "badge", BADGE, BLZ_OK, NULL},
        {S "issuer", WITH_LIST, BLZ_OK, NULL},
        {S "list", "{" V2 "'id': '" S "list', 'type': 'RevocationList', 'revokedAssertions': ['" S "1']}",
         BLZ_OK, NULL},
        {0}};
    EXPECT(listed, ASSERTION, BLZ_INVALID, "ob2.revocation", BLZ_STEP_FAIL, "in the revocation list");
}
END_TEST

UNIT_MAIN("verify/ob2_revocation", taken_back, lists)
