#include "ob2_signed.h"

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

#define WITH_LIST ISSUER_WITH(", 'revocationList': '" S "list'")
#define LIST(more) "{" V2 "'id': '" S "list', 'type': 'RevocationList'" more "}"

/* A hosted badge whose issuer has this list; NULL: it is not to be had. */
static void with_list(const char *list, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    const page pages[] = {{S "1", ASSERTION, BLZ_OK, NULL},
                          {S "badge", BADGE, BLZ_OK, NULL},
                          {S "issuer", WITH_LIST, BLZ_OK, NULL},
                          {S "list", list, BLZ_ERR_NETWORK, NULL},
                          {0}};
    EXPECT(pages, ASSERTION, verdict, "ob2.revocation", outcome, words);
}

START_TEST(lists)
{
    with_list(LIST(", 'revokedAssertions': ['" S "1']"), BLZ_INVALID, BLZ_STEP_FAIL,
              "in the revocation list");
    with_list(LIST(", 'revokedAssertions': [{'id': '" S "1', 'revocationReason': 'by mistake'}]"),
              BLZ_INVALID, BLZ_STEP_FAIL, "because \"by mistake\"");
    with_list(LIST(", 'revokedAssertions': ['" S "10', {'id': '" S "1', 'revoked': false}]"), BLZ_VALID,
              BLZ_STEP_PASS, "nothing says");
}
END_TEST

START_TEST(the_list_of_somebody_else)
{
    static const page pages[] = {
        {S "1", ASSERTION, BLZ_OK, NULL},
        {S "badge", BADGE, BLZ_OK, NULL},
        {S "issuer", WITH_LIST, BLZ_OK, NULL},
        {S "list", LIST(", 'issuer': 'https://evil.example/', 'revokedAssertions': []"), BLZ_OK, NULL},
        {0}};
    OPEN_SPEC(pages, ASSERTION, "ob2.revocation", "says that it is the one of \"https://evil.example/\"");
    with_list(LIST(", 'issuer': '" S "issuer', 'revokedAssertions': []"), BLZ_VALID, BLZ_STEP_PASS,
              "nothing says");
}
END_TEST

static void expect_signed(const char *list, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    signed_badge badge;
    signed_open(&badge, S "key", false);
    const page pages[] = {
        {S "badge", BADGE, BLZ_OK, NULL},
        {S "issuer", ISSUER_WITH(", 'publicKey': '" S "key', 'revocationList': '" S "list'"), BLZ_OK, NULL},
        {S "key", badge.key, BLZ_OK, NULL},
        {S "list", list, BLZ_ERR_NETWORK, NULL},
        {0}};
    EXPECT(pages, badge.token, verdict, "ob2.revocation", outcome, words);
    signed_close(&badge);
}

/* A hosted badge is taken back where it is hosted, a signed one by the list alone. */
START_TEST(a_list_that_is_not_to_be_had)
{
    with_list(NULL, BLZ_UNDECIDED, BLZ_STEP_WARN, "cannot be read");
    expect_signed(NULL, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "whether the badge was taken back is not known");
    expect_signed(LIST(", 'revokedAssertions': []"), BLZ_VALID, BLZ_STEP_PASS, "nothing says");
    expect_signed(LIST(", 'revokedAssertions': ['" SIGNED_ID "']"), BLZ_INVALID, BLZ_STEP_FAIL,
                  "in the revocation list");
}
END_TEST

/* What is only said where the badge is hosted is nothing that the public validator asks for. */
START_TEST(policies)
{
    static const page gone[] = {{S "1", NULL, BLZ_ERR_GONE, NULL},
                                {S "badge", BADGE, BLZ_OK, NULL},
                                {S "issuer", ISSUER, BLZ_OK, NULL},
                                {0}};
    FAILS_SPEC(gone, ASSERTION, "ob2.revocation", "410");
}
END_TEST

UNIT_MAIN("verify/ob2_revocation", taken_back, lists, the_list_of_somebody_else, a_list_that_is_not_to_be_had,
          policies)
