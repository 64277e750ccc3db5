#include "sealed.h"

START_TEST(a_good_badge_is_valid_with_every_kind_of_key)
{
    for (blz_key_type type = BLZ_KEY_ED25519; type <= BLZ_KEY_RSA; type++) {
        bench b;
        bench_open(&b, type);
        blz_report *report = verify_badge(&b, NULL, NULL, NULL);
        expect_step(report, "proof.signature", BLZ_STEP_PASS, "matches");
        expect_step(report, "proof.key-binding", BLZ_STEP_PASS, "the DID document");
        ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
        ck_assert_str_eq(blz_report_standard(report), "Open Badges 3.0");
        ck_assert_str_eq(blz_report_issuer(report)->id, b.did);
        ck_assert_str_eq(blz_report_issuer(report)->name, "Example Unified School District");
        ck_assert_str_eq(blz_report_achievement(report)->id, "https://badges.example.edu/ct/data");
        ck_assert_uint_eq(blz_report_proof_count(report), 1);
        ck_assert_str_eq(blz_report_proof_at(report, 0)->key, b.kid);
        ck_assert_ptr_null(blz_report_proof_at(report, 1));
        blz_report_free(report);
        bench_close(&b);
    }
}
END_TEST

START_TEST(no_step_of_a_good_badge_fails_or_warns)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    blz_report *report = verify_badge(&b, NULL, NULL, NULL);
    ck_assert_ptr_null(blz_report_step_at(report, blz_report_step_count(report)));
    for (size_t i = 0; i < blz_report_step_count(report); i++) {
        const blz_step *step = blz_report_step_at(report, i);
        ck_assert_msg(step->outcome == BLZ_STEP_PASS || step->outcome == BLZ_STEP_SKIPPED, "%s: %s", step->id,
                      step->message);
        ck_assert_ptr_nonnull(step->spec);
    }
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

START_TEST(vc_1_1_badges_verify_too)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *token = badge_in_vc(&b, "{}");
    blz_report *report = verify_text(&b, token, NULL);
    expect_step(report, "context", BLZ_STEP_PASS, "1.1");
    expect_step(report, "jwt.claims", BLZ_STEP_PASS, "");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(whitespace_and_wrappings_around_the_token)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    static const char *const wrappings[] = {
        " \r\n\t~\n\n",
        "\"~\"",
        " \"~\"\n",
        "{\"@context\": \"https://www.w3.org/ns/credentials/v2\", \"type\": "
        "\"EnvelopedVerifiableCredential\","
        " \"id\": \"data:application/vc+jwt,~\"}",
    };
    char *token = badge(&b, NULL, NULL);
    for (size_t i = 0; i < BLZ_COUNT_OF(wrappings); i++) {
        blz_report *report = verify_text(&b, wrapped(wrappings[i], token), NULL);
        ck_assert_msg(blz_report_verdict(report) == BLZ_VALID, "%s", wrappings[i]);
        blz_report_free(report);
    }
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(every_changed_character_is_refused)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    for (size_t i = 0; i < strlen(token); i += 7) {
        char kept = token[i];
        token[i] = kept == 'A' ? 'B' : 'A';
        blz_report *report = verify_text(&b, token, NULL);
        ck_assert_msg(blz_report_verdict(report) != BLZ_VALID, "character %zu", i);
        blz_report_free(report);
        token[i] = kept;
    }
    for (size_t length = strlen(token); length-- > 0;) {
        if (length % 11) continue;
        blz_report *report = NULL;
        ck_assert_ok(blz_verify(&report, b.ctx, "short", token, length, NULL));
        ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
        blz_report_free(report);
    }
    free(token);
    bench_close(&b);
}
END_TEST

typedef struct kth {
    size_t left;
    bool forever;
} kth;

static bool kth_fails(void *user)
{
    kth *k = (kth *)user;
    if (k->left > 1) {
        k->left--;
        return false;
    }
    bool fails = k->left == 1 || k->forever;
    k->left = 0;
    return fails;
}

static void *failing_malloc(size_t size)
{
    return blz_malloc(size);
}

/* Each allocation fails in turn, once and from then on: never "valid" unless everything was checked. */
static void starve(const bench *b, const char *token, bool forever, const blz_verify_options *options)
{
    for (size_t k = 1; k < 100000; k++) {
        kth counter = {k, forever};
        blz_report *report = NULL;
        char *text = NULL, *json = NULL;
        blz_mem_set_failing(kth_fails, &counter);
        blz_status status = blz_verify(&report, b->ctx, "badge.jwt", token, strlen(token), options);
        blz_status as_text = report ? blz_report_text(&text, report, NULL) : BLZ_OK;
        blz_status as_json = report ? blz_report_json(&json, report) : BLZ_OK;
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO ||
                  (status == BLZ_OK && blz_report_verdict(report) == BLZ_VALID));
        ck_assert(as_text == BLZ_OK || as_text == BLZ_ERR_NOMEM);
        ck_assert(as_json == BLZ_OK || as_json == BLZ_ERR_NOMEM);
        if (status != BLZ_OK) ck_assert_ptr_null(report);
        blz_free(text);
        blz_free(json);
        blz_report_free(report);
        if (counter.left > 0) return;
    }
    ck_abort_msg("never came to an end");
}

START_TEST(memory_that_runs_out_never_makes_a_badge_valid)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *token = badge(&b, NULL, NULL);
    blz_verify_options who = {.recipient = "did:example:jane"};
    json_t *document = sealed_badge(&b, NULL, NULL);
    char *inside = json_dumps(document, 0);
    json_decref(document);
    blz_report *first = verify_text(&b, token, NULL); /* what is made once per process is there now */
    blz_report_free(first);
    first = verify_text(&b, inside, NULL);
    blz_report_free(first);
    json_set_alloc_funcs(failing_malloc, blz_free);
    starve(&b, token, false, NULL);
    starve(&b, token, true, &who);
    starve(&b, inside, false, NULL);
    starve(&b, inside, true, NULL);
    json_set_alloc_funcs(malloc, free);
    free(token);
    free(inside);
    bench_close(&b);
}
END_TEST

START_TEST(an_unknown_policy_is_the_callers_fault)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    blz_report *report = NULL;
    ck_assert_int_eq(blz_verify(&report, b.ctx, "x", "x", 1, &(blz_verify_options){.policy = (blz_policy)7}),
                     BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(report);
    ck_assert_int_eq(blz_report_verdict(NULL), BLZ_INVALID);
    blz_report_free(NULL);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/verify", a_good_badge_is_valid_with_every_kind_of_key,
          no_step_of_a_good_badge_fails_or_warns, vc_1_1_badges_verify_too,
          whitespace_and_wrappings_around_the_token, every_changed_character_is_refused,
          memory_that_runs_out_never_makes_a_badge_valid, an_unknown_policy_is_the_callers_fault)
