#include "ob2_school.h"

#define ENDORSED(url)                                                                                        \
    "{" V2 "'id': '" S "badge', 'type': 'BadgeClass', 'name': 'Badge', 'description': 'd', 'image': '" S     \
    "i.png', 'criteria': {'narrative': 'n'}, 'issuer': '" S "issuer', 'endorsement': '" url "'}"
#define ENDORSEMENT(id, date) ABOUT(S "badge", id, date)
#define ABOUT(about, id, date) MADE(about, id, date, "issuer", "hosted")
#define MADE(about, id, date, issuer, how)                                                                   \
    "{" V2 "'id': '" id "', 'type': 'Endorsement', 'claim': {'id': '" about "', 'endorsementComment': "      \
    "'good'}, 'issuer': '" S issuer "', 'issuedOn': '" date "', 'verification': {'type': '" how "'}}"

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

/* One that was made for something else, and is linked to from here. */
START_TEST(about_something_else)
{
    check(ENDORSED(S "e"), S "e", ABOUT(S "other", S "e", "2026-01-01T00:00:00Z"), BLZ_INVALID, BLZ_STEP_FAIL,
          "\"" S "e\" is about \"" S "other\", but it stands at \"" S "badge\"");
    check(ENDORSED(S "e"), S "e", ABOUT(S "issuer", S "e", "2026-01-01T00:00:00Z"), BLZ_VALID, BLZ_STEP_PASS,
          "issued on");
}
END_TEST

/* The class has it rightly, the issuer has no claim to it. */
START_TEST(each_place_is_asked)
{
    static const page pages[] = {{S "badge", ENDORSED(S "e"), BLZ_OK, NULL},
                                 {S "issuer",
                                  "{" V2 "'id': '" S "issuer', 'type': 'Issuer', 'name': 'School', 'url': '" S
                                  "', 'email': 'a@school.example', 'endorsement': ['" S "e']}",
                                  BLZ_OK, NULL},
                                 {S "e", ENDORSEMENT(S "e", "2026-01-01T00:00:00Z"), BLZ_OK, NULL},
                                 {0}};
    FAILS_SPEC(pages, ENDORSED(S "e"), "endorsement", "it stands at \"" S "issuer\"");
}
END_TEST

/* An endorsement by what is not at hand, and one that is only what was signed. */
START_TEST(that_nothing_proves)
{
    static const page signed_one[] = {
        {S "badge", ENDORSED(S "e"), BLZ_OK, NULL},
        {S "issuer", ISSUER, BLZ_OK, NULL},
        {S "e", MADE(S "badge", S "e", "2026-01-01T00:00:00Z", "issuer", "signed"), BLZ_OK, NULL},
        {0}};
    static const page nobody[] = {
        {S "badge", ENDORSED(S "e"), BLZ_OK, NULL},
        {S "issuer", ISSUER, BLZ_OK, NULL},
        {S "e", MADE(S "badge", S "e", "2026-01-01T00:00:00Z", "nobody", "hosted"), BLZ_OK, NULL},
        {0}};
    OPEN_SPEC(signed_one, ENDORSED(S "e"), "endorsement", "the signature is not with it");
    EXPECT(nobody, ENDORSED(S "e"), BLZ_UNDECIDED, "endorsement", BLZ_STEP_UNKNOWN,
           "who endorses is not at hand");
    expect_options(nobody, ENDORSED(S "e"), &(blz_verify_options){.policy = BLZ_POLICY_1EDTECH},
                   BLZ_UNDECIDED, "endorsement", BLZ_STEP_WARN,
                   "policy spec cannot decide this: the profile of who endorses");
}
END_TEST

START_TEST(embedded)
{
    static const page pages[] = {{S "issuer", ISSUER, BLZ_OK, NULL}, {0}};
    static const char badge[] =
        "{" V2 "'id': 'urn:x:1', 'type': 'BadgeClass', 'name': 'Badge', 'description': 'd', 'image': '" S
        "i.png', 'criteria': {'narrative': 'n'}, 'issuer': '" S "issuer', 'endorsement': {'id': 'urn:x:2', "
        "'type': 'Endorsement', 'claim': {'id': 'urn:x:3'}, 'issuer': '" S
        "issuer', 'issuedOn': '2026-01-01T00:00:00Z', 'verification': {'type': 'hosted'}}}";
    expect_strict(pages, badge, true, "endorsement", BLZ_STEP_FAIL, "is about \"urn:x:3\"");
    expect_strict(pages, badge, true, "endorsement", BLZ_STEP_UNKNOWN, "nothing tells who wrote it");
}
END_TEST

UNIT_MAIN("verify/ob2_endorsement", endorsements, about_something_else, each_place_is_asked,
          that_nothing_proves, embedded)
