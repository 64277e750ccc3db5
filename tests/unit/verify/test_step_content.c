#include "badge.h"

/* context, type, schema, subject, evidence, issuer: what the credential itself has to be. */

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

#define V2 "\"https://www.w3.org/ns/credentials/v2\""
#define OB "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""
#define CONTEXT(list) "{\"@context\": " list "}"

START_TEST(contexts)
{
    open_bench();
    FAILS(&b, NULL, CONTEXT("null"), "context", "no @context");
    FAILS(&b, NULL, CONTEXT("[" OB "," V2 "]"), "context", "the first entry");
    FAILS(&b, NULL, CONTEXT("[" OB "," V2 "]"), "context", "the second entry");
    FAILS(&b, NULL, CONTEXT("[" V2 "]"), "context", "the second entry of @context is missing");
    FAILS(&b, NULL, CONTEXT("[" V2 ", \"https://purl.imsglobal.org/spec/ob/v3p0/context-9.json\"]"),
          "context", "another published revision");
    FAILS(&b, NULL, CONTEXT("[" V2 "," OB ", 5]"), "context", "neither a URL nor an object");
    FAILS(&b, NULL, CONTEXT("[{}," OB "]"), "context", "the first entry of @context is missing");
    PASSES(&b, NULL, CONTEXT("[" V2 "," OB ", \"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"]"),
           "context", "2.0");
    WARNS(&b, NULL,
          CONTEXT("[" V2 "," OB
                  ", {\"districtCode\": \"https://example.edu/v#d\", \"b\": \"https://e.example/\"}]"),
          "context", "defines \"districtCode\", \"b\"; what they mean");
    WARNS(&b, NULL,
          CONTEXT("[" V2 "," OB
                  ", {\"a\":\"u:a\",\"b\":\"u:b\",\"c\":\"u:c\",\"d\":\"u:d\",\"e\":\"u:e\",\"f\":\"u:f\","
                  "\"g\":\"u:g\",\"h\":\"u:h\",\"i\":\"u:i\"}]"),
          "context", "and 1 more");
    FAILS(&b, NULL,
          CONTEXT("[" V2 ", \"https://imsglobal.github.io/openbadges-specification/context.json\"]"),
          "context", "another published revision");
    bench_close(&b);
}
END_TEST

START_TEST(types)
{
    open_bench();
    PASSES(&b, NULL, "{\"type\": [\"VerifiableCredential\", \"OpenBadgeCredential\"]}", "type",
           "AchievementCredential");
    FAILS(&b, NULL, "{\"type\": [\"AchievementCredential\"]}", "type", "no \"VerifiableCredential\"");
    FAILS(&b, NULL, "{\"type\": [\"VerifiableCredential\"]}", "type", "no Open Badge");
    FAILS(&b, NULL, "{\"type\": [\"VerifiableCredential\", \"EndorsementCredential\"]}", "type",
          "an endorsement");
    FAILS(&b, NULL, "{\"type\": [\"VerifiableCredential\", \"ClrCredential\"]}", "type", "Learner Record");
    FAILS(&b, NULL, "{\"type\": null}", "type", "no Open Badge");
    bench_close(&b);
}
END_TEST

START_TEST(the_schema)
{
    open_bench();
    FAILS(&b, NULL, "{\"credentialSubject\": {\"achievement\": {\"name\": null}}}", "schema", "name");
    FAILS(&b, NULL, "{\"credentialSubject\": {\"achievement\": {\"name\": 5}}}", "schema", "name");
    BLZ_SCOPED(blz_buf) many = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_puts(&many, "{\"evidence\": ["));
    for (int i = 0; i < 25; i++)
        ck_assert_ok(blz_buf_printf(&many, "%s{\"type\": [\"Evidence\"], \"id\": 5}", i ? ", " : ""));
    ck_assert_ok(blz_buf_puts(&many, "]}"));
    FAILS(&b, NULL, many.data, "schema", "5 more of that kind");
    blz_report *report = verify_badge(&b, NULL, "{\"image\": \"https://a.example/i.png\"}", NULL);
    const blz_step *step = find_step(report, "schema", BLZ_STEP_FAIL, "");
    ck_assert_ptr_nonnull(step);
    ck_assert_str_eq(step->pointer, "/image");
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

/* A badge on Verifiable Credentials 1.1, with this in it. */
static void expect_vc11(const char *patch, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    char in_vc[2048];
    ck_assert_int_lt(snprintf(in_vc, sizeof in_vc, "{\"vc\": %s}", patch), (int)sizeof in_vc);
    char *token = badge_in_vc(&b, in_vc);
    blz_report *report = verify_text(&b, token, NULL);
    expect_step(report, "schema", outcome, words);
    ck_assert_int_eq(blz_report_verdict(report), verdict);
    blz_report_free(report);
    free(token);
}

#define OLD_ENDORSEMENT(date)                                                                                \
    "{\"@context\": [\"https://www.w3.org/2018/credentials/v1\", " OB "], \"id\": \"urn:e\", \"name\": "     \
    "\"Endorsed\", \"type\": [\"VerifiableCredential\", \"EndorsementCredential\"], \"issuer\": "            \
    "\"did:example:e\", \"credentialSubject\": {\"id\": \"urn:a\", \"type\": \"EndorsementSubject\"}" date   \
    "}"

/* The endorsements inside are of the same version, and have no proof here. */
START_TEST(the_schema_for_vc_1_1)
{
    open_bench();
    expect_vc11("{}", BLZ_VALID, BLZ_STEP_PASS, "shaped");
    expect_vc11("{\"credentialSubject\": {\"achievement\": {\"name\": null}}}", BLZ_INVALID, BLZ_STEP_FAIL,
                "name");
    expect_vc11("{\"endorsement\": [" OLD_ENDORSEMENT(",\"issuanceDate\": \"2026-05-01T00:00:00Z\"") "]}",
                BLZ_INVALID, BLZ_STEP_PASS, "shaped");
    expect_vc11("{\"issuer\": {\"endorsement\": [" OLD_ENDORSEMENT("") "]}}", BLZ_INVALID, BLZ_STEP_FAIL,
                "(here: \"issuanceDate\")");
    expect_vc11("{\"issuanceDate\": null}", BLZ_INVALID, BLZ_STEP_FAIL, "(here: \"issuanceDate\")");
    bench_close(&b);
}
END_TEST

#define CONTEXTS                                                                                             \
    "\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "                                              \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", "                                       \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"], "
#define SCHEMA(url)                                                                                          \
    "{" CONTEXTS "\"credentialSchema\": [{\"type\": \"1EdTechJsonSchemaValidator2019\", \"id\": \"" url      \
    "\"}]}"

START_TEST(the_badges_own_schema)
{
    open_bench();
    static const served documents[] = {
        {"https://badges.example.edu/strict.json", "{\"required\": [\"licence\"]}"},
        {"https://badges.example.edu/loose.json",
         "{\"$schema\": \"https://json-schema.org/draft/2019-09/schema\"}"},
        {"https://badges.example.edu/broken.json", "{\"type\": 7}"},
        {"https://badges.example.edu/no.json", "{"},
        {0}};
    PASSES(
        &b, NULL,
        SCHEMA(
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"),
        "schema.inline", "published");
    OPEN(&b, NULL, SCHEMA("https://badges.example.edu/loose.json"), "schema.inline", "--map");
    b.documents = documents;
    PASSES(&b, NULL, SCHEMA("https://badges.example.edu/loose.json"), "schema.inline", "loose.json");
    FAILS(&b, NULL, SCHEMA("https://badges.example.edu/strict.json"), "schema.inline", "licence");
    OPEN(&b, NULL, SCHEMA("https://badges.example.edu/broken.json"), "schema.inline", "cannot be used");
    OPEN(&b, NULL, SCHEMA("https://badges.example.edu/no.json"), "schema.inline", "cannot be used");
    FAILS(&b, NULL, "{" CONTEXTS "\"credentialSchema\": [{\"type\": \"1EdTechJsonSchemaValidator2019\"}]}",
          "schema.inline", "without its URL");
    expect_badge(&b, NULL,
                 "{\"credentialSchema\": [{\"type\": \"JsonSchema\", \"id\": \"https://a.example/s\"}]}",
                 BLZ_VALID, "schema.inline", BLZ_STEP_SKIPPED, "does not have");
    bench_close(&b);
}
END_TEST

#define IDENTITY                                                                                             \
    "{\"type\": \"IdentityObject\", \"hashed\": true, \"identityType\": \"emailAddress\", "                  \
    "\"identityHash\": "

START_TEST(subjects)
{
    open_bench();
    FAILS(&b, NULL, "{\"credentialSubject\": null}", "subject", "exactly one credentialSubject");
    FAILS(&b, NULL, "{\"credentialSubject\": {\"type\": \"Person\"}}", "subject", "AchievementSubject");
    FAILS(&b, NULL, "{\"credentialSubject\": {\"id\": null}, \"sub\": null}", "subject", "who earned it");
    FAILS(&b, NULL, "{\"credentialSubject\": {\"achievement\": null}}", "subject", "what was achieved");
    FAILS(&b, NULL, "{\"credentialSubject\": {\"identifier\": [{\"type\": \"IdentifierEntry\"}]}}", "subject",
          "IdentityObject");
    FAILS(&b, NULL, "{\"credentialSubject\": {\"identifier\": [" IDENTITY "\"jane@example.edu\"}]}}",
          "subject", "nobody can ever match");
    FAILS(&b, NULL,
          "{\"credentialSubject\": {\"identifier\": [" IDENTITY
          "\"md5$0123456789abcdef0123456789abcdeX\"}]}}",
          "subject", "nobody can ever match");
    PASSES(&b, NULL,
           "{\"credentialSubject\": {\"identifier\": [" IDENTITY
           "\"md5$0123456789abcdef0123456789ABCDEF\"}]}}",
           "subject", "one subject");
    FAILS(&b, NULL, "{\"credentialSubject\": {\"result\": [{\"type\": \"Grade\"}]}}", "subject",
          "\"Result\"");
    FAILS(&b, NULL,
          "{\"credentialSubject\": {\"source\": {\"id\": \"https://a.example/\", \"type\": \"Person\"}}}",
          "subject", "\"Profile\"");
    FAILS(&b, NULL,
          "{\"credentialSubject\": {\"achievement\": {\"resultDescription\": [{\"type\": \"Row\"}]}}}",
          "subject", "\"ResultDescription\"");
    WARNS(&b, NULL, "{\"credentialSubject\": {\"achievement\": {\"criteria\": {\"narrative\": null}}}}",
          "subject", "how it is earned");
    expect_1edtech(&b, NULL,
                   "{\"credentialSubject\": {\"achievement\": {\"criteria\": {\"narrative\": null}}}}",
                   BLZ_INVALID, "subject", BLZ_STEP_FAIL, "how it is earned");
    bench_close(&b);
}
END_TEST

START_TEST(evidence)
{
    open_bench();
    expect_badge(&b, NULL, NULL, BLZ_VALID, "evidence", BLZ_STEP_SKIPPED, "no evidence");
    PASSES(&b, NULL, "{\"evidence\": [{\"type\": [\"Evidence\"], \"id\": \"https://a.example/1\"}]}",
           "evidence", "1 piece");
    WARNS(&b, NULL, "{\"evidence\": [{\"type\": [\"Evidence\"]}]}", "evidence", "nothing to look at");
    FAILS(&b, NULL, "{\"evidence\": [{\"type\": [\"Proof\"], \"id\": \"https://a.example/1\"}]}", "evidence",
          "\"Evidence\"");
    bench_close(&b);
}
END_TEST

START_TEST(issuers)
{
    open_bench();
    char patch[1000];
    snprintf(patch, sizeof patch, "{\"issuer\": \"%s\"}", b.did);
    PASSES(&b, NULL, patch, "issuer", "by its id alone");
    FAILS(&b, NULL, "{\"issuer\": {\"id\": null}}", "issuer", "who issued it");
    FAILS(&b, NULL, "{\"issuer\": {\"id\": \"Example\"}, \"iss\": \"Example\"}", "issuer",
          "not a URL or a DID");
    FAILS(&b, NULL, "{\"issuer\": {\"type\": \"Person\"}}", "issuer", "\"Profile\"");
    WARNS(&b, NULL, "{\"issuer\": {\"name\": null}}", "issuer", "no name");
    FAILS(&b, NULL, "{\"issuer\": {\"parentOrg\": {\"id\": \"https://a.example/\", \"type\": \"Org\"}}}",
          "issuer", "organization above");
    FAILS(&b, NULL, "{\"issuer\": {\"otherIdentifier\": [{\"type\": \"Id\"}]}}", "issuer", "IdentifierEntry");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_content", contexts, types, the_schema, the_schema_for_vc_1_1, the_badges_own_schema,
          subjects, evidence, issuers)
