#include "lists.h"

static bench b;
static served place[2];

#define BADGE_ID "urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0"
static const char status[] =
    "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", "
    "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"], "
    "\"credentialStatus\": {\"id\": \"" LIST_URL "\", \"type\": \"1EdTechRevocationList\"}}";

/* The list has this issuer and these entries. */
static void expect_line(const char *issuer, const char *entries, blz_verdict verdict, blz_outcome outcome,
                        const char *words)
{
    char text[1000];
    snprintf(text, sizeof text, "{\"id\": \"" LIST_URL "\", \"issuer\": \"%s\", \"revokedCredential\": %s}",
             issuer, entries);
    publish(&b, place, text);
    expect_badge(&b, NULL, status, verdict, "status", outcome, words);
}

START_TEST(lines)
{
    bench_open(&b, BLZ_KEY_P256);
    expect_line(b.did, "[]", BLZ_VALID, BLZ_STEP_PASS, "not revoked (1EdTech revocation list");
    expect_line(b.did, "[{\"id\": \"" BADGE_ID "\"}]", BLZ_INVALID, BLZ_STEP_FAIL,
                "the badge was revoked by its issuer");
    expect_line(b.did, "[{\"id\": \"" BADGE_ID "\", \"revoked\": true, \"revocationReason\": \"a slip\"}]",
                BLZ_INVALID, BLZ_STEP_FAIL, "was revoked by its issuer: a slip");
    expect_line(b.did, "[{\"id\": \"" BADGE_ID "\", \"revoked\": false}]", BLZ_VALID, BLZ_STEP_PASS,
                "not revoked");
    expect_line("did:example:other", "[]", BLZ_UNDECIDED, BLZ_STEP_UNKNOWN,
                "is by \"did:example:other\", who did not issue the badge");
    expect_line("did:example:other", "[{\"id\": \"" BADGE_ID "\"}]", BLZ_INVALID, BLZ_STEP_FAIL,
                "was revoked");
    expect_line(b.did, "[7]", BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "no revocation list: an entry");
    bench_close(&b);
}
END_TEST

START_TEST(lists_that_are_none)
{
    bench_open(&b, BLZ_KEY_P256);
    publish(&b, place, NULL);
    OPEN(&b, NULL, status, "status", "its revocation list is not to be had here");
    expect_1edtech(&b, NULL, status, BLZ_VALID, "status", BLZ_STEP_WARN,
                   "policy spec cannot decide this: whether the badge was revoked is not known");
    publish(&b, place, "<html>");
    OPEN(&b, NULL, status, "status", "is no revocation list");
    FAILS(&b, NULL, "{\"credentialStatus\": {\"id\": \"list.json\", \"type\": \"1EdTechRevocationList\"}}",
          "status", "the address of the list is missing");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/status_line", lines, lists_that_are_none)
