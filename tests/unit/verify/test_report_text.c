#include "badge.h"
#include "unit/failing.h"

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
    ck_assert_ptr_nonnull(
        strstr(text, "\n  policy      1EdTech's validator does not ask for what is wrong in jwt.claims\n"));
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
        "{\"credentialStatus\": {\"id\": \"https://a.example/s#1\", \"type\": \"BitstringStatusListEntry\", "
        "\"statusPurpose\": \"revocation\", \"statusListIndex\": \"1\", "
        "\"statusListCredential\": \"https://a.example/s\"}}",
        NULL);
    text = text_of(report, false, false);
    ck_assert_ptr_nonnull(strstr(text, "badge.jwt: UNDECIDED  "));
    ck_assert_ptr_nonnull(strstr(text, "  unknown     status: "));
    blz_free(text);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

/* A report of these outcomes, one step each: "s1", "s2", ... */
static blz_report *made_of(blz_verdict verdict, const blz_outcome *outcomes, size_t count)
{
    static const char *const ids[] = {"s1", "s2", "s3", "s4", "s5"};
    blz_report *report = NULL;
    ck_assert_ok(blz_report_new(&report, "b", BLZ_POLICY_SPEC));
    report->verdict = verdict;
    for (size_t i = 0; i < count; i++)
        ck_assert_ok(blz_report_add_step(
            report, &(blz_step){.id = ids[i], .outcome = outcomes[i], .message = "m", .spec = "c"}));
    return report;
}

static void expect_text(const blz_report *report, bool verbose, const char *expected)
{
    char *text = text_of(report, verbose, false);
    ck_assert_str_eq(text, expected);
    blz_free(text);
}

static const blz_outcome mixed[] = {BLZ_STEP_WARN, BLZ_STEP_PASS, BLZ_STEP_UNKNOWN, BLZ_STEP_FAIL,
                                    BLZ_STEP_WARN};

START_TEST(the_worst_comes_first)
{
    blz_report *report = made_of(BLZ_INVALID, mixed, BLZ_COUNT_OF(mixed));
    expect_text(report, false,
                "b: INVALID\n"
                "  steps       1 pass, 1 failed, 1 unknown, 2 warnings (--verbose shows them)\n"
                "  failed      s4: m\n  unknown     s3: m\n  warning     s1: m\n  warning     s5: m\n");
    blz_report_free(report);
}
END_TEST

START_TEST(verbose_keeps_the_order_of_the_checks)
{
    blz_report *report = made_of(BLZ_INVALID, mixed, 4);
    expect_text(report, true,
                "b: INVALID\n"
                "  steps       1 pass, 1 failed, 1 unknown, 1 warning\n"
                "  warning     s1: m (c)\n  pass        s2: m\n  unknown     s3: m (c)\n"
                "  failed      s4: m (c)\n");
    blz_report_free(report);
}
END_TEST

START_TEST(parties_that_are_half_named)
{
    static const blz_outcome pass[] = {BLZ_STEP_PASS};
    blz_report *report = made_of(BLZ_VALID, pass, 1);
#define STEPS "  steps       1 pass (--verbose shows them)\n"
    expect_text(report, false, "b: VALID\n  issuer      not named\n  achievement without a name\n" STEPS);
    report->issuer.id = "u:i";
    report->achievement.id = "u:a\033";
    expect_text(report, false, "b: VALID\n  issuer      u:i\n  achievement u:a\\u{001B}\n" STEPS);
    report->verdict = BLZ_UNDECIDED;
    report->achievement = (blz_party){NULL, "A"};
    expect_text(report, false,
                "b: UNDECIDED\n  unverified  the badge says: issuer u:i; achievement A\n" STEPS);
    report->issuer.id = NULL;
    expect_text(report, false,
                "b: UNDECIDED\n  unverified  the badge says: issuer not named; achievement A\n" STEPS);
    report->achievement.name = NULL;
    expect_text(report, false, "b: UNDECIDED\n" STEPS);
    blz_report_free(report);
}
END_TEST

START_TEST(proofs_and_the_policy_stand_in_the_first_line)
{
    blz_report *report = NULL;
    ck_assert_ok(blz_report_new(&report, "b\n", BLZ_POLICY_1EDTECH));
    expect_text(report, true, "b\\u{000A}: INVALID  policy 1edtech\n  steps       \n");
    ck_assert_ok(blz_report_add_proof(report, "x\033", NULL));
    ck_assert_ok(blz_report_add_proof(report, "y", NULL));
    expect_text(report, true, "b\\u{000A}: INVALID  x\\u{001B}, y, policy 1edtech\n  steps       \n");
    blz_report_free(report);
}
END_TEST

START_TEST(colours_end_where_the_word_ends)
{
    static const blz_outcome two[] = {BLZ_STEP_WARN, BLZ_STEP_SKIPPED};
    blz_report *report = made_of(BLZ_UNDECIDED, two, 2);
    char *text = text_of(report, true, true), *plain = NULL;
    ck_assert_str_eq(text, "b: \033[1;33mUNDECIDED\033[0m\n  steps       1 warning, 1 skipped\n"
                           "  \033[1;33mwarning\033[0m     s1: m (c)\n  skipped     s2: m\n");
    blz_free(text);
    ck_assert_ok(blz_report_text(&plain, report, NULL));
    ck_assert_ptr_null(strchr(plain, '\033'));
    blz_free(plain);
    blz_report_free(report);
}
END_TEST

START_TEST(memory_that_runs_out)
{
    blz_report *report = made_of(BLZ_INVALID, mixed, BLZ_COUNT_OF(mixed));
    for (EACH_ALLOCATION_FAILS(f)) {
        char *text = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_report_text(&text, report, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_int_eq(text == NULL, failed(&f));
        blz_free(text);
    }
    blz_report_free(report);
}
END_TEST

START_TEST(what_is_no_badge_is_called_so)
{
    blz_report *report = made_of(BLZ_VALID, mixed, 1);
    char *text = NULL;
    report->kind = BLZ_REPORT_ENDORSEMENT;
    report->subject = "urn:e";
    ck_assert_ok(blz_report_text(&text, report, NULL));
    ck_assert_ptr_nonnull(strstr(text, "\n  endorses    urn:e\n"));
    blz_free(text);
    report->kind = BLZ_REPORT_RECORD;
    report->title = "Transcript";
    report->results = "1 of 2 credentials in it valid";
    ck_assert_ok(blz_report_text(&text, report, NULL));
    ck_assert_ptr_nonnull(strstr(text, "\n  record      Transcript, 1 of 2 credentials in it valid\n"));
    blz_free(text);
    report->verdict = BLZ_INVALID;
    report->issuer.name = "I";
    ck_assert_ok(blz_report_text(&text, report, NULL));
    ck_assert_ptr_nonnull(strstr(text, "the record says: issuer I\n"));
    blz_free(text);
    blz_report_free(report);
}
END_TEST

UNIT_MAIN("verify/report_text", a_valid_badge_for_people, an_invalid_badge_shows_nothing_as_fact,
          verbose_lists_every_step_with_its_clause, results_and_undecided_badges, the_worst_comes_first,
          verbose_keeps_the_order_of_the_checks, parties_that_are_half_named,
          proofs_and_the_policy_stand_in_the_first_line, colours_end_where_the_word_ends,
          memory_that_runs_out, what_is_no_badge_is_called_so)
