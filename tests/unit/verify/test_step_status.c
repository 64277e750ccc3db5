#include "alone.h"
#include "badge.h"

static bench b;

START_TEST(what_others_would_have_to_say)
{
    bench_open(&b, BLZ_KEY_P256);
    expect_badge(&b, NULL, NULL, BLZ_VALID, "status", BLZ_STEP_SKIPPED, "cannot take it back");
    OPEN(&b, NULL,
         "{\"credentialStatus\": {\"id\": \"https://a.example/s#1\", \"type\": \"BitstringStatusListEntry\", "
         "\"statusListCredential\": \"https://a.example/s\"}}",
         "status", "BitstringStatusListEntry at https://a.example/s)");
    OPEN(&b, NULL,
         "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
         "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", "
         "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"], "
         "\"credentialStatus\": {\"id\": \"https://a.example/list\", \"type\": \"1EdTechRevocationList\"}}",
         "status", "1EdTechRevocationList at https://a.example/list)");
    bench_close(&b);
}
END_TEST

START_TEST(every_entry_stays_open)
{
    blz_check check;
    alone_open(&check, "{'credentialStatus': [{'type': 'A', 'id': 'u:1', 'statusListCredential': 'u:l'}, "
                       "{'id': 'u:2'}, 'u:3']}");
    ck_assert_ok(blz_step_status(&check));
    expect_entry(&check, 0, BLZ_STEP_UNKNOWN, "/credentialStatus/0", "(A at u:l)");
    expect_entry(&check, 1, BLZ_STEP_UNKNOWN, "/credentialStatus/1", "(no type at u:2)");
    expect_entry(&check, 2, BLZ_STEP_UNKNOWN, "/credentialStatus/2", "(no type)");
    ck_assert_uint_eq(check.report->step_count, 3);
    alone_close(&check);
    expect_alone(blz_step_status, "{'credentialStatus': {}}", BLZ_STEP_UNKNOWN, "/credentialStatus",
                 "whether the badge was taken back is not known");
    expect_alone(blz_step_status, "{'credentialStatus': []}", BLZ_STEP_SKIPPED, NULL, "has no status");
}
END_TEST

UNIT_MAIN("verify/step_status", what_others_would_have_to_say, every_entry_stays_open)
