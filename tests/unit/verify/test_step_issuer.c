#include "alone.h"
#include "badge.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

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

START_TEST(a_profile)
{
    expect_alone(blz_step_issuer, "{'issuer': {'id': 'did:example:i', 'type': 'Profile', 'name': 'I'}}",
                 BLZ_STEP_PASS, NULL, "a profile with an id and a name");
    expect_alone(blz_step_issuer, "{}", BLZ_STEP_FAIL, "/issuer", "who issued it");
    expect_alone(blz_step_issuer, "{'issuer': {'id': 5}}", BLZ_STEP_FAIL, "/issuer", "who issued it");
}
END_TEST

START_TEST(all_that_is_wrong_with_a_profile)
{
    blz_check check;
    alone_open(&check, "{'issuer': {'id': 'Example', 'type': ['Org'], 'parentOrg': {}, 'otherIdentifier': "
                       "[{'type': 'IdentifierEntry'}, {}]}}");
    ck_assert_ok(blz_step_issuer(&check));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/issuer", "\"Example\" is not a URL or a DID");
    expect_entry(&check, 1, BLZ_STEP_FAIL, "/issuer", "not of type \"Profile\"");
    expect_entry(&check, 2, BLZ_STEP_FAIL, "/issuer/parentOrg", "organization above");
    expect_entry(&check, 3, BLZ_STEP_FAIL, "/issuer/otherIdentifier/1", "\"IdentifierEntry\"");
    expect_entry(&check, 4, BLZ_STEP_WARN, "/issuer", "no name");
    ck_assert_uint_eq(check.report->step_count, 5);
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/step_issuer", issuers, a_profile, all_that_is_wrong_with_a_profile)
