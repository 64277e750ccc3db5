#include "alone.h"
#include "badge.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

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

#define SUBJECT(more) "{'credentialSubject': {'type': 'AchievementSubject'" more "}}"
#define EARNED ", 'achievement': {'criteria': {'narrative': 'Do it.'}}"
#define ZEROS "00000000000000000000000000000000"

START_TEST(one_subject_and_who_it_is)
{
    expect_alone(blz_step_subject, "{'credentialSubject': [{}, {}]}", BLZ_STEP_FAIL, "/credentialSubject",
                 "exactly one");
    expect_alone(blz_step_subject, SUBJECT(", 'id': 'urn:j'" EARNED), BLZ_STEP_PASS, NULL, "one subject");
    expect_alone(blz_step_subject, SUBJECT(", 'id': ''" EARNED), BLZ_STEP_FAIL, "/credentialSubject",
                 "who earned it");
    expect_alone(blz_step_subject, SUBJECT(", 'identifier': []" EARNED), BLZ_STEP_FAIL, "/credentialSubject",
                 "who earned it");
    expect_alone(blz_step_subject, SUBJECT(", 'identifier': {'type': 'IdentityObject'}" EARNED),
                 BLZ_STEP_PASS, NULL, "one subject");
    expect_alone(blz_step_subject, SUBJECT(", 'identifier': {'type': 'Name'}" EARNED), BLZ_STEP_FAIL,
                 "/credentialSubject/identifier", "IdentityObject");
}
END_TEST

/* Digits of another number, of another algorithm, or none at all. */
START_TEST(hashes_that_are_none)
{
    static const struct {
        const char *hash;
        bool good;
    } cases[] = {{"sha256$" ZEROS ZEROS, true},
                 {"md5$" ZEROS, true},
                 {"sha256$" ZEROS, false},
                 {"md5$" ZEROS "0", false},
                 {"md5$" ZEROS ZEROS, false},
                 {"sha512$" ZEROS ZEROS, false},
                 {"SHA256$" ZEROS ZEROS, false},
                 {"md5$", false},
                 {"sha256$$" ZEROS ZEROS, false},
                 {ZEROS, false},
                 {"sha256$" ZEROS ZEROS "\\n", false},
                 {"", false}};
    char text[400];
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        snprintf(
            text, sizeof text,
            SUBJECT(EARNED
                    ", 'identifier': [{'type': 'IdentityObject', 'hashed': true, 'identityHash': '%s'}]"),
            cases[i].hash);
        if (cases[i].good)
            expect_alone(blz_step_subject, text, BLZ_STEP_PASS, NULL, "one subject");
        else
            expect_alone_strict(blz_step_subject, text, BLZ_STEP_FAIL, "/credentialSubject/identifier/0",
                                "nobody can ever match");
    }
    expect_alone(
        blz_step_subject,
        SUBJECT(EARNED ", 'identifier': {'type': 'IdentityObject', 'hashed': false, 'identityHash': 'S-17'}"),
        BLZ_STEP_PASS, NULL, "one subject");
    expect_alone(blz_step_subject,
                 SUBJECT(EARNED ", 'identifier': {'type': 'IdentityObject', 'hashed': true}"), BLZ_STEP_FAIL,
                 "/credentialSubject/identifier", "nobody can ever match");
}
END_TEST

START_TEST(each_of_the_wrong_type_is_named)
{
    blz_check check;
    alone_open(&check, SUBJECT(", 'id': 'urn:j', 'result': [{'type': 'Result'}, {}, 'urn:r'], 'source': {},"
                               "'achievement': {'criteria': {'id': 'u:c'}, 'resultDescription': [{}]}"));
    ck_assert_ok(blz_step_subject(&check));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/credentialSubject/achievement/resultDescription/0",
                 "\"ResultDescription\"");
    expect_entry(&check, 1, BLZ_STEP_FAIL, "/credentialSubject/result/1", "\"Result\"");
    expect_entry(&check, 2, BLZ_STEP_FAIL, "/credentialSubject/result/2", "\"Result\"");
    expect_entry(&check, 3, BLZ_STEP_FAIL, "/credentialSubject/source", "\"Profile\"");
    ck_assert_uint_eq(check.report->step_count, 4);
    alone_close(&check);
}
END_TEST

START_TEST(an_achievement_that_is_no_object)
{
    expect_alone(blz_step_subject, SUBJECT(", 'id': 'urn:j', 'achievement': 'https://a.example/'"),
                 BLZ_STEP_FAIL, "/credentialSubject", "what was achieved");
}
END_TEST

UNIT_MAIN("verify/step_subject", subjects, one_subject_and_who_it_is, hashes_that_are_none,
          each_of_the_wrong_type_is_named, an_achievement_that_is_no_object)
