#include "alone.h"
#include "badge.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

#define OB "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""

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
    bench_close(&b);
}
END_TEST

/* Each of its rules asks the next one twice. */
START_TEST(a_schema_that_takes_too_much)
{
    BLZ_SCOPED(blz_buf) schema = BLZ_BUF(BLZ_BUF_MAX);
    open_bench();
    ck_assert_ok(blz_buf_puts(&schema, "{\"$ref\": \"#/$defs/0\", \"$defs\": {\"26\": true"));
    for (int i = 0; i < 26; i++)
        ck_assert_ok(blz_buf_printf(
            &schema, ", \"%d\": {\"allOf\": [{\"$ref\": \"#/$defs/%d\"}, {\"$ref\": \"#/$defs/%d\"}]}", i,
            i + 1, i + 1));
    ck_assert_ok(blz_buf_puts(&schema, "}}"));
    const served documents[] = {{"https://badges.example.edu/much.json", schema.data}, {0}};
    b.documents = documents;
    FAILS(&b, NULL, SCHEMA("https://badges.example.edu/much.json"), "schema.inline", "too large or too deep");
    bench_close(&b);
}
END_TEST

#define STANDARD(url) "{\"credentialSchema\": [{\"type\": \"JsonSchema\", \"id\": \"" url "\"}]}"

/* The schemas of the W3C, which the public validator does not look at. */
START_TEST(the_json_schemas_of_the_w3c)
{
    open_bench();
    static const served documents[] = {
        {"https://a.example/good.json", "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", "
                                        "\"required\": [\"name\"]}"},
        {"https://a.example/strict.json", "{\"$schema\": \"https://json-schema.org/draft/2019-09/schema\", "
                                          "\"required\": [\"licence\"]}"},
        {"https://a.example/none.json",
         "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", "
         "\"required\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", "
         "\"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", "
         "\"18\", \"19\", \"20\", \"21\"]}"},
        {"https://a.example/nameless.json", "{\"required\": [\"licence\"]}"},
        {"https://a.example/old.json", "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}"},
        {0}};
    OPEN_SPEC(&b, NULL, STANDARD("https://a.example/good.json"), "schema.inline", "--map");
    b.documents = documents;
    PASSES(&b, NULL, STANDARD("https://a.example/good.json"), "schema.inline", "good.json");
    FAILS_SPEC(&b, NULL, STANDARD("https://a.example/strict.json"), "schema.inline", "licence");
    FAILS_SPEC(&b, NULL, STANDARD("https://a.example/none.json"), "schema.inline", "1 more of that kind");
    OPEN_SPEC(&b, NULL, STANDARD("https://a.example/nameless.json"), "schema.inline",
              "has to say in \"$schema\" in which version");
    OPEN_SPEC(&b, NULL, STANDARD("https://a.example/old.json"), "schema.inline",
              "written for \"http://json-schema.org/draft-07/schema#\"");
    OPEN_SPEC(
        &b, NULL,
        "{\"credentialSchema\": [{\"type\": \"JsonSchemaCredential\", \"id\": \"https://a.example/c\"}]}",
        "schema.inline", "a credential of its own");
    bench_close(&b);
}
END_TEST

/* What was read and is of no use is an error to the public validator; what is not at hand is a question. */
START_TEST(unreadable_is_an_error_under_1edtech)
{
    open_bench();
    static const served documents[] = {{"https://badges.example.edu/no.json", "<html>404</html>"}, {0}};
    b.documents = documents;
    OPEN(&b, NULL, SCHEMA("https://badges.example.edu/no.json"), "schema.inline", "cannot be used");
    expect_1edtech(&b, NULL, SCHEMA("https://badges.example.edu/no.json"), BLZ_INVALID, "schema.inline",
                   BLZ_STEP_FAIL, "cannot be used");
    expect_1edtech(&b, NULL, SCHEMA("https://badges.example.edu/none.json"), BLZ_UNDECIDED, "schema.inline",
                   BLZ_STEP_UNKNOWN, "--map");
    bench_close(&b);
}
END_TEST

#define OWN(schemas) "{'credentialSchema': " schemas "}"
#define KIND "'type': '1EdTechJsonSchemaValidator2019'"
#define PUBLISHED "https://purl.imsglobal.org/spec/ob/v3p0/schema/json"

START_TEST(a_badge_without_a_schema_of_its_own)
{
    blz_check check;
    alone_open(&check, "{}");
    ck_assert_ok(blz_step_schema_inline(&check));
    ck_assert_uint_eq(check.report->step_count, 0);
    alone_close(&check);
}
END_TEST

/* The public validator checks badges so, and no status lists. */
START_TEST(the_schemas_of_status_lists)
{
    expect_of_badge(blz_step_schema, "{}", BLZ_STEP_FAIL, "", "");
    expect_of_badge(blz_step_schema, "{'type': [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]}",
                    BLZ_STEP_FAIL, NULL, "more of that kind");
}
END_TEST

START_TEST(only_the_published_address_is_the_published_schema)
{
    expect_alone(blz_step_schema_inline,
                 OWN("{'id': '" PUBLISHED "-ld/ob_v3p0_achievementcredential_schema.json', " KIND "}"),
                 BLZ_STEP_PASS, "/credentialSchema", "the published schema");
    expect_alone(blz_step_schema_inline, OWN("{'id': '" PUBLISHED "/ob_v3p0_profile_schema.json', " KIND "}"),
                 BLZ_STEP_UNKNOWN, "/credentialSchema", "which is not to be had");
    expect_alone(blz_step_schema_inline,
                 OWN("[{'id': 'https://a.example/?" PUBLISHED "/achievementcredential', " KIND "}]"),
                 BLZ_STEP_UNKNOWN, "/credentialSchema/0", "which is not to be had");
}
END_TEST

START_TEST(each_schema_is_looked_at)
{
    blz_check check;
    alone_open(&check, OWN("[{'id': 'u:s', 'type': 'Other'}, 'u:s', {'id': 5, " KIND "}]"));
    ck_assert_ok(blz_step_schema_inline(&check));
    expect_entry(&check, 0, BLZ_STEP_SKIPPED, "/credentialSchema/0", "a schema of a kind");
    expect_entry(&check, 1, BLZ_STEP_SKIPPED, "/credentialSchema/1", "a schema of a kind");
    expect_entry(&check, 2, BLZ_STEP_FAIL, "/credentialSchema/2", "without its URL");
    ck_assert_uint_eq(check.report->step_count, 3);
    alone_close(&check);
}
END_TEST

/* Memory that runs out while a schema is fetched is no schema that is not to be had. */
static blz_status starving(void *user, const char *url, blz_document *out)
{
    (void)user, (void)url, (void)out;
    return BLZ_ERR_NOMEM;
}

START_TEST(memory_that_runs_out)
{
    blz_check check;
    alone_open(&check, OWN("{'id': 'https://a.example/s', " KIND "}"));
    blz_ctx_set_loader(check.ctx, starving, NULL);
    ck_assert_int_eq(blz_step_schema_inline(&check), BLZ_ERR_NOMEM);
    ck_assert_uint_eq(check.report->step_count, 0);
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/step_schema", the_schema, the_schema_for_vc_1_1, the_badges_own_schema,
          a_schema_that_takes_too_much, the_json_schemas_of_the_w3c, unreadable_is_an_error_under_1edtech,
          a_badge_without_a_schema_of_its_own, only_the_published_address_is_the_published_schema,
          each_schema_is_looked_at, the_schemas_of_status_lists, memory_that_runs_out)
