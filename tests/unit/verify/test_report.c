#include "badge.h"

static bench b;

static char *text_of(const blz_report *report, bool verbose, bool color)
{
    char *text = NULL;
    ck_assert_ok(blz_report_text(&text, report, &(blz_report_style){.verbose = verbose, .color = color}));
    return text;
}

START_TEST(a_valid_badge_for_people)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char expected[2000];
    blz_report *report = verify_badge(&b, NULL, NULL, &(blz_verify_options){.recipient = "did:example:jane"});
    char *text = text_of(report, false, false);
    snprintf(expected, sizeof expected,
             "badge.jwt: VALID  Open Badges 3.0, JWT EdDSA\n"
             "  issuer      Example Unified School District  %s  key bound by the DID document\n"
             "  recipient   matches did:example:jane (the subject's id)\n"
             "  achievement Data Practices\n"
             "  dates       valid from 2026-05-01, no end\n"
             "  steps       15 pass, 3 skipped (--verbose shows them)\n",
             b.did);
    ck_assert_str_eq(text, expected);
    blz_free(text);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

START_TEST(an_invalid_badge_shows_nothing_as_fact)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char expected[2000];
    blz_report *report = verify_badge(&b, NULL, "{\"sub\": \"did:example:joe\"}", NULL);
    char *text = text_of(report, false, false);
    snprintf(expected, sizeof expected,
             "badge.jwt: INVALID  Open Badges 3.0, JWT EdDSA\n"
             "  unverified  the badge says: issuer Example Unified School District  %s; achievement Data "
             "Practices  "
             "https://badges.example.edu/ct/data\n"
             "  steps       13 pass, 1 failed, 4 skipped (--verbose shows them)\n"
             "  failed      jwt.claims: ",
             b.did);
    ck_assert_msg(strncmp(text, expected, strlen(expected)) == 0, "%s", text);
    ck_assert_ptr_null(strstr(text, "  issuer "));
    blz_free(text);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

START_TEST(verbose_lists_every_step_with_its_clause)
{
    bench_open(&b, BLZ_KEY_ED25519);
    blz_report *report = verify_badge(&b, NULL, "{\"sub\": \"did:example:joe\"}",
                                      &(blz_verify_options){.policy = BLZ_POLICY_1EDTECH});
    char *text = text_of(report, true, true);
    ck_assert_ptr_nonnull(
        strstr(text, "\033[1;31mINVALID\033[0m  Open Badges 3.0, JWT EdDSA, policy 1edtech\n"));
    ck_assert_ptr_nonnull(strstr(text, "parse: a signed token"));
    ck_assert_ptr_nonnull(strstr(text, "[claims:/sub] (Open Badges 3.0, 8.2.6.1)\n"));
    blz_free(text);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

START_TEST(names_cannot_play_tricks)
{
    bench_open(&b, BLZ_KEY_ED25519);
    blz_report *report =
        verify_badge(&b, NULL, "{\"issuer\": {\"name\": \"A\\u001b[2J\\u202eB\\nVALID\"}}", NULL);
    char *text = text_of(report, false, false), *json = NULL;
    ck_assert_ptr_null(strchr(text, '\033'));
    ck_assert_ptr_null(strstr(text, "\xe2\x80\xae"));
    ck_assert_ptr_null(strstr(text, "\nVALID"));
    ck_assert_ptr_nonnull(strstr(text, "\\u{202E}"));
    ck_assert_ok(blz_report_json(&json, report));
    json_t *read = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_str_eq(json_string_value(json_object_get(json_object_get(read, "issuer"), "name")),
                     "A\033[2J\xe2\x80\xae"
                     "B\nVALID");
    json_decref(read);
    blz_free(text);
    blz_free(json);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

START_TEST(json_has_every_member_always)
{
    bench_open(&b, BLZ_KEY_ED25519);
    blz_report *report = NULL;
    char *json = NULL;
    ck_assert_ok(blz_verify(&report, b.ctx, "a\xff", "", 0, NULL));
    ck_assert_ok(blz_report_json(&json, report));
    ck_assert_str_eq(json,
                     "{\"report\":1,\"input\":\"a\\\\x{FF}\",\"verdict\":\"invalid\",\"standard\":null,"
                     "\"policy\":\"spec\",\"issuer\":{\"id\":null,\"name\":null},"
                     "\"achievement\":{\"id\":null,\"name\":null},\"proofs\":[],\"steps\":[{\"id\":\"parse\","
                     "\"outcome\":\"fail\",\"message\":\"this is empty\",\"pointer\":null,"
                     "\"spec\":\"Open Badges 3.0, 8.2.6; RFC 7515, 5.2; RFC 8259\"}]}\n");
    blz_free(json);
    char *text = text_of(report, false, false);
    ck_assert_str_eq(text, "a\\x{FF}: INVALID\n  steps       1 failed (--verbose shows them)\n"
                           "  failed      parse: this is empty\n");
    blz_free(text);
    ck_assert_str_eq(blz_report_input(report), "a\xff");
    ck_assert_int_eq(blz_report_policy(report), BLZ_POLICY_SPEC);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

START_TEST(results_and_undecided_badges)
{
    bench_open(&b, BLZ_KEY_ED25519);
    blz_report *report = verify_badge(&b, NULL,
                                      "{\"credentialSubject\": {\"result\": [{\"type\": \"Result\", "
                                      "\"resultDescription\": \"urn:r:1\", \"value\": \"7\"}],"
                                      "\"achievement\": {\"resultDescription\": [{\"type\": "
                                      "\"ResultDescription\", \"id\": \"urn:r:1\", \"name\": \"S\","
                                      "\"resultType\": \"RawScore\", \"requiredValue\": \"5\"}]}}}",
                                      NULL);
    char *text = text_of(report, false, false);
    ck_assert_ptr_nonnull(
        strstr(text, "achievement Data Practices, 1 of 1 criterion at or above the level required\n"));
    blz_free(text);
    blz_report_free(report);
    report = verify_badge(
        &b, NULL,
        "{\"credentialStatus\": {\"id\": \"https://a.example/s#1\", \"type\": \"BitstringStatusListEntry\"}}",
        NULL);
    text = text_of(report, false, false);
    ck_assert_ptr_nonnull(strstr(text, "badge.jwt: UNDECIDED  "));
    ck_assert_ptr_nonnull(strstr(text, "  unknown     status: "));
    blz_free(text);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

START_TEST(words_for_every_value)
{
    ck_assert_str_eq(blz_verdict_text(BLZ_VALID), "valid");
    ck_assert_str_eq(blz_verdict_text((blz_verdict)9), "invalid");
    ck_assert_str_eq(blz_outcome_text(BLZ_STEP_SKIPPED), "skipped");
    ck_assert_str_eq(blz_outcome_text((blz_outcome)9), "fail");
    ck_assert_str_eq(blz_policy_text(BLZ_POLICY_1EDTECH), "1edtech");
}
END_TEST

UNIT_MAIN("verify/report", a_valid_badge_for_people, an_invalid_badge_shows_nothing_as_fact,
          verbose_lists_every_step_with_its_clause, names_cannot_play_tricks, json_has_every_member_always,
          results_and_undecided_badges, words_for_every_value)
