#include "alone.h"
#include "lists.h"
#include "verify/steps.h"

static bench b;
static served place[2];

#define BADGE_ID "urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0"
#define OF_LIST(more)                                                                                        \
    "{" more "\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "                                     \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", "                                       \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"], "                                         \
    "\"credentialStatus\": {\"id\": \"" LIST_URL "\", \"type\": \"1EdTechRevocationList\"}}"
static const char status[] = OF_LIST("");

/* The list has this issuer and these entries. */
static void publish_line(const char *issuer, const char *entries)
{
    static char text[1000];
    snprintf(text, sizeof text, "{\"id\": \"" LIST_URL "\", \"issuer\": \"%s\", \"revokedCredential\": %s}",
             issuer, entries);
    publish(&b, place, text);
}

static void expect_line(const char *issuer, const char *entries, blz_verdict verdict, blz_outcome outcome,
                        const char *words)
{
    publish_line(issuer, entries);
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
    expect_line("did:example:other", "[{\"id\": \"" BADGE_ID "\"}]", BLZ_INVALID, BLZ_STEP_FAIL,
                "was revoked");
    bench_close(&b);
}
END_TEST

/* The public validator asks for no more than that the list can be had. */
START_TEST(lists_that_say_nothing_of_the_badge)
{
    bench_open(&b, BLZ_KEY_P256);
    publish_line("did:example:other", "[]");
    OPEN_SPEC(&b, NULL, status, "status", "is by \"did:example:other\", who did not issue the badge");
    publish_line(b.did, "[7]");
    OPEN_SPEC(&b, NULL, status, "status", "no revocation list: an entry");
    publish_line(b.did, "[]");
    expect_strict(&b, NULL, OF_LIST("\"id\": null, \"jti\": null, "), true, "status", BLZ_STEP_UNKNOWN,
                  "the badge has no id");
    bench_close(&b);
}
END_TEST

START_TEST(lists_that_are_none)
{
    bench_open(&b, BLZ_KEY_P256);
    publish(&b, place, NULL);
    OPEN_SPEC(&b, NULL, status, "status", "its revocation list is not to be had here");
    publish(&b, place, "<html>");
    OPEN_SPEC(&b, NULL, status, "status", "is no revocation list");
    bench_close(&b);
    expect_alone_strict(blz_step_status,
                        "{'credentialStatus': {'id': 'list.json', 'type': '1EdTechRevocationList'}}",
                        BLZ_STEP_FAIL, "/credentialStatus", "the address of the list is missing");
}
END_TEST

UNIT_MAIN("verify/status_line", lines, lists_that_say_nothing_of_the_badge, lists_that_are_none)
