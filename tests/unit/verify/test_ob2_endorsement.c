#include "ob2_school.h"

#define ENDORSED(url)                                                                                        \
    "{" V2 "'id': '" S "badge', 'type': 'BadgeClass', 'name': 'Badge', 'description': 'd', 'image': '" S     \
    "i.png', 'criteria': {'narrative': 'n'}, 'issuer': '" S "issuer', 'endorsement': '" url "'}"
#define ENDORSEMENT(id, date)                                                                                \
    "{" V2 "'id': '" id "', 'type': 'Endorsement', 'claim': {'id': '" S "badge', 'endorsementComment': "     \
    "'good'}, 'issuer': '" S "issuer', 'issuedOn': '" date "', 'verification': {'type': 'hosted'}}"

static void check(const char *badge, const char *url, const char *endorsement, blz_verdict verdict,
                  blz_outcome outcome, const char *words)
{
    const page pages[] = {{S "badge", badge, BLZ_OK, NULL},
                          {S "issuer", ISSUER, BLZ_OK, NULL},
                          {url, endorsement, BLZ_OK, NULL},
                          {0}};
    EXPECT(pages, badge, verdict, "endorsement", outcome, words);
}

START_TEST(endorsements)
{
    check(ENDORSED(S "e"), S "e", ENDORSEMENT(S "e", "2026-01-01T00:00:00Z"), BLZ_VALID, BLZ_STEP_PASS,
          "issued on");
    check(ENDORSED(S "e"), S "e", ENDORSEMENT(S "e", "2027-01-01T00:00:00Z"), BLZ_INVALID, BLZ_STEP_FAIL,
          "only");
    check(ENDORSED("https://evil.example/e"), "https://evil.example/e",
          ENDORSEMENT("https://evil.example/e", "2026-01-01T00:00:00Z"), BLZ_INVALID, BLZ_STEP_FAIL,
          "another host");
}
END_TEST

UNIT_MAIN("verify/ob2_endorsement", endorsements)
