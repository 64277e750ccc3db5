#include "badge.h"
#include "unit/failing.h"

static bench b;

static char *text_of(const blz_report *report, bool verbose, bool color)
{
    char *text = NULL;
    ck_assert_ok(blz_report_text(&text, report, &(blz_report_style){.verbose = verbose, .color = color}));
    return text;
}

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

START_TEST(words_for_every_value)
{
    ck_assert_str_eq(blz_verdict_text(BLZ_VALID), "valid");
    ck_assert_str_eq(blz_verdict_text((blz_verdict)9), "invalid");
    ck_assert_str_eq(blz_outcome_text(BLZ_STEP_SKIPPED), "skipped");
    ck_assert_str_eq(blz_outcome_text((blz_outcome)9), "fail");
    ck_assert_str_eq(blz_policy_text(BLZ_POLICY_1EDTECH), "1edtech");
}
END_TEST

static blz_report *made_of(const blz_outcome *outcomes, size_t count)
{
    blz_report *report = NULL;
    ck_assert_ok(blz_report_new(&report, "b", BLZ_POLICY_SPEC));
    for (size_t i = 0; i < count; i++)
        ck_assert_ok(blz_report_add_step(
            report, &(blz_step){.id = "s", .outcome = outcomes[i], .message = "m", .spec = "c"}));
    return report;
}

START_TEST(the_verdict_is_the_worst_of_all_steps)
{
    static const struct {
        blz_outcome outcomes[3];
        size_t count;
        blz_verdict verdict;
    } cases[] = {{{0}, 0, BLZ_UNDECIDED},
                 {{BLZ_STEP_PASS}, 1, BLZ_VALID},
                 {{BLZ_STEP_WARN, BLZ_STEP_SKIPPED}, 2, BLZ_VALID},
                 {{BLZ_STEP_PASS, BLZ_STEP_UNKNOWN, BLZ_STEP_PASS}, 3, BLZ_UNDECIDED},
                 {{BLZ_STEP_UNKNOWN, BLZ_STEP_FAIL, BLZ_STEP_PASS}, 3, BLZ_INVALID},
                 {{BLZ_STEP_FAIL, BLZ_STEP_UNKNOWN}, 2, BLZ_INVALID}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        blz_report *report = made_of(cases[i].outcomes, cases[i].count);
        ck_assert_str_eq(blz_verdict_text(blz_report_sum(report)), blz_verdict_text(cases[i].verdict));
        ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID); /* until somebody sets it */
        blz_report_free(report);
    }
}
END_TEST

/* More than there was room for at first; pointers and keys are copies. */
START_TEST(what_was_added_is_there_to_the_end)
{
    blz_report *report = made_of(NULL, 0);
    char pointer[20], key[20] = "did:example:i#1";
    for (int i = 0; i < 100; i++) {
        snprintf(pointer, sizeof pointer, "/%d", i);
        ck_assert_ok(blz_report_add_step(
            report, &(blz_step){.id = "s", .message = "m", .pointer = pointer, .spec = "c"}));
    }
    ck_assert_ok(blz_report_add_proof(report, "JWT EdDSA", key));
    memset(pointer, 'x', sizeof pointer - 1);
    memset(key, 'x', sizeof key - 1);
    ck_assert_uint_eq(blz_report_step_count(report), 100);
    ck_assert_str_eq(blz_report_step_at(report, 31)->pointer, "/31");
    ck_assert_str_eq(blz_report_step_at(report, 99)->pointer, "/99");
    ck_assert_ptr_null(blz_report_step_at(report, 100));
    ck_assert_str_eq(blz_report_proof_at(report, 0)->key, "did:example:i#1");
    ck_assert_ptr_null(blz_report_proof_at(report, 1));
    blz_report_free(report);
}
END_TEST

START_TEST(memory_that_runs_out_adds_nothing)
{
    char *large = blz_malloc(100001);
    memset(large, 'x', 100000);
    large[100000] = '\0';
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_report *report = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status made = blz_report_new(&report, large, BLZ_POLICY_SPEC);
        blz_status step = made ? made : blz_report_add_step(report, &(blz_step){.id = "s", .pointer = large});
        blz_status proof = made ? made : blz_report_add_proof(report, "t", large);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(made == BLZ_OK, report != NULL);
        ck_assert_int_eq(made != BLZ_OK || step != BLZ_OK || proof != BLZ_OK, failed(&f));
        if (report) ck_assert_uint_eq(blz_report_step_count(report), step == BLZ_OK);
        if (report) ck_assert_uint_eq(blz_report_proof_count(report), proof == BLZ_OK);
        blz_report_free(report);
    }
    blz_free(large);
}
END_TEST

UNIT_MAIN("verify/report", names_cannot_play_tricks, words_for_every_value,
          the_verdict_is_the_worst_of_all_steps, what_was_added_is_there_to_the_end,
          memory_that_runs_out_adds_nothing)
