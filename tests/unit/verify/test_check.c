#include "alone.h"
#include "sealed.h"
#include "unit/failing.h"

static bench b;

START_TEST(more_entries_than_anybody_reads)
{
    bench_open(&b, BLZ_KEY_ED25519);
    json_t *document = sealed_badge(&b, NULL, "{\"cryptosuite\": \"eddsa-jcs-2022\"}");
    for (int i = 0; i < BLZ_STEP_ENTRIES_MAX + 20; i++)
        json_array_append_new(json_object_get(document, "@context"),
                              json_pack("{s:s}", "a", "https://a.example/"));
    blz_report *report = verify_json(&b, document, NULL);
    expect_step(report, "context", BLZ_STEP_WARN, " more, none of them worse");
    ck_assert_uint_lt(blz_report_step_count(report), BLZ_STEP_ENTRIES_MAX + 30);
    blz_report_free(report);
    json_decref(document);
    bench_close(&b);
}
END_TEST

START_TEST(an_entry_has_the_step_and_the_clause)
{
    blz_check check;
    alone_open(&check, "{}");
    ck_assert_ok(blz_say(&check, BLZ_STEP_WARN, "/a", "%s and %d", "one", 2));
    ck_assert_ok(blz_say(&check, BLZ_STEP_PASS, NULL, "good"));
    ck_assert_uint_eq(check.said, 2);
    ck_assert_int_eq(check.worst, BLZ_STEP_WARN);
    expect_entry(&check, 0, BLZ_STEP_WARN, "/a", "one and 2");
    expect_entry(&check, 1, BLZ_STEP_PASS, NULL, "good");
    ck_assert_str_eq(blz_report_step_at(check.report, 0)->id, "alone");
    ck_assert_str_eq(blz_report_step_at(check.report, 0)->spec, "a clause");
    alone_close(&check);
}
END_TEST

START_TEST(what_the_policy_spec_adds)
{
    blz_check check;
    alone_open(&check, "{}");
    ck_assert_ok(blz_say_strict(&check, BLZ_STEP_FAIL, "/a", "wrong"));
    check.policy = BLZ_POLICY_1EDTECH;
    ck_assert_ok(blz_say_strict(&check, BLZ_STEP_FAIL, "/a", "wrong %d%%", 9));
    ck_assert_ok(blz_say_strict(&check, BLZ_STEP_UNKNOWN, NULL, "open"));
    ck_assert_ok(blz_say_strict(&check, BLZ_STEP_SKIPPED, NULL, "skipped"));
    ck_assert_ok(blz_say_strict(&check, BLZ_STEP_PASS, NULL, "good"));
    ck_assert_ok(blz_say(&check, BLZ_STEP_FAIL, NULL, "wrong for both"));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/a", "wrong");
    expect_entry(&check, 1, BLZ_STEP_WARN, "/a", "policy spec fails this: wrong 9%");
    expect_entry(&check, 2, BLZ_STEP_WARN, NULL, "policy spec cannot decide this: open");
    expect_entry(&check, 3, BLZ_STEP_SKIPPED, NULL, "skipped");
    expect_entry(&check, 4, BLZ_STEP_PASS, NULL, "good");
    expect_entry(&check, 5, BLZ_STEP_FAIL, NULL, "wrong for both");
    alone_close(&check);
}
END_TEST

static const char *policy_at(const blz_check *check, size_t index)
{
    return blz_report_step_at(check->report, index)->policy;
}

START_TEST(what_the_public_validator_adds)
{
    blz_check check;
    alone_open(&check, "{}");
    ck_assert_ok(blz_say_vendor(&check, BLZ_STEP_WARN, "/a", "wrong %d", 1));
    ck_assert_ok(blz_say_vendor(&check, BLZ_STEP_UNKNOWN, "/a", "of no use"));
    ck_assert_ok(blz_say_strict(&check, BLZ_STEP_FAIL, "/a", "wrong"));
    check.policy = BLZ_POLICY_1EDTECH;
    ck_assert_ok(blz_say_vendor(&check, BLZ_STEP_WARN, "/a", "wrong %d", 1));
    ck_assert_ok(blz_say_vendor(&check, BLZ_STEP_UNKNOWN, "/a", "of no use"));
    ck_assert_ok(blz_say_strict(&check, BLZ_STEP_FAIL, "/a", "wrong"));
    ck_assert_ok(blz_say(&check, BLZ_STEP_FAIL, "/a", "wrong for both"));
    expect_entry(&check, 0, BLZ_STEP_WARN, "/a", "policy 1edtech fails this: wrong 1");
    expect_entry(&check, 1, BLZ_STEP_UNKNOWN, "/a", "of no use");
    expect_entry(&check, 3, BLZ_STEP_FAIL, "/a", "wrong 1");
    expect_entry(&check, 4, BLZ_STEP_FAIL, "/a", "of no use");
    static const char *const policies[] = {"1edtech", NULL, "spec", "1edtech", "1edtech", "spec", NULL};
    for (size_t i = 0; i < BLZ_COUNT_OF(policies); i++)
        ck_assert_pstr_eq(policy_at(&check, i), policies[i]);
    alone_close(&check);
}
END_TEST

START_TEST(a_step_that_was_quiet_passes)
{
    blz_check check;
    alone_open(&check, "{}");
    ck_assert_ok(blz_pass_if_quiet(&check, "all %s", "good"));
    expect_entry(&check, 0, BLZ_STEP_PASS, NULL, "all good");
    ck_assert_ok(blz_pass_if_quiet(&check, "again"));
    ck_assert_uint_eq(check.report->step_count, 1);
    alone_close(&check);
}
END_TEST

START_TEST(entries_about_a_proof)
{
    blz_check check;
    blz_check_proof proofs[2] = {{.at = "/proof/0"}, {.at = "/proof/1"}};
    alone_open(&check, "{}");
    check.proofs = proofs;
    check.proof_count = 2;
    ck_assert_ok(blz_say(&check, BLZ_STEP_FAIL, NULL, "about none"));
    check.proof = &proofs[1];
    ck_assert_ok(blz_say(&check, BLZ_STEP_UNKNOWN, NULL, "about the second"));
    ck_assert_ok(blz_say(&check, BLZ_STEP_PASS, NULL, "about it, too"));
    ck_assert_uint_eq(check.about_count, 2);
    ck_assert_uint_eq(check.about[0].step, 1);
    ck_assert_uint_eq(check.about[0].proof, 1);
    ck_assert_uint_eq(check.about[1].step, 2);
    ck_assert_int_eq(proofs[0].worst, BLZ_STEP_PASS);
    ck_assert_int_eq(proofs[1].worst, BLZ_STEP_UNKNOWN);
    alone_close(&check);
}
END_TEST

/* A hundred entries, and behind them only what is worse than all before. */
START_TEST(a_worse_one_is_shown_behind_the_hundredth)
{
    blz_check check;
    alone_open(&check, "{}");
    for (size_t i = 0; i < BLZ_STEP_ENTRIES_MAX + 3; i++)
        ck_assert_ok(blz_say(&check, BLZ_STEP_WARN, NULL, "warning %zu", i));
    ck_assert_uint_eq(check.report->step_count, BLZ_STEP_ENTRIES_MAX);
    ck_assert_ok(blz_say(&check, BLZ_STEP_FAIL, NULL, "wrong"));
    ck_assert_ok(blz_say(&check, BLZ_STEP_FAIL, NULL, "wrong again"));
    ck_assert_ok(blz_say_unshown(&check));
    ck_assert_ok(blz_say_unshown(&check));
    ck_assert_uint_eq(check.report->step_count, BLZ_STEP_ENTRIES_MAX + 2);
    expect_entry(&check, BLZ_STEP_ENTRIES_MAX - 1, BLZ_STEP_WARN, NULL, "warning 99");
    expect_entry(&check, BLZ_STEP_ENTRIES_MAX, BLZ_STEP_FAIL, NULL, "wrong");
    expect_entry(&check, BLZ_STEP_ENTRIES_MAX + 1, BLZ_STEP_FAIL, NULL, "4 more, none of them worse");
    alone_close(&check);
}
END_TEST

START_TEST(memory_that_ran_out_is_remembered)
{
    blz_check check;
    struct failing f = {0};
    char *large = blz_malloc(100001);
    memset(large, 'x', 100000);
    large[100000] = '\0';
    alone_open(&check, "{}");
    blz_mem_set_failing(fails_at, &f);
    const char *text = blz_at(&check, "%s", large);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_ptr_null(text);
    ck_assert_int_eq(blz_say(&check, BLZ_STEP_PASS, NULL, "good"), BLZ_ERR_NOMEM);
    check.said = 1;
    ck_assert_int_eq(blz_pass_if_quiet(&check, "good"), BLZ_ERR_NOMEM);
    ck_assert_uint_eq(check.report->step_count, 0);
    check.status = BLZ_OK;
    for (EACH_ALLOCATION_FAILS(g)) {
        size_t before = check.report->step_count;
        blz_mem_set_failing(fails_at, &g);
        blz_status status = blz_say(&check, BLZ_STEP_PASS, large, "%s", large);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&g) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_uint_eq(check.report->step_count, before + !failed(&g));
    }
    blz_free(large);
    alone_close(&check);
}
END_TEST

START_TEST(one_or_many)
{
    blz_check check;
    alone_open(&check, "{'one': {'id': 'u:1'}, 'many': ['a', 'b'], 'none': [], 'null': null, 'id': 5}");
    json_t *one = json_object_get(check.document, "one"), *many = json_object_get(check.document, "many"),
           *none = json_object_get(check.document, "none");
    ck_assert_uint_eq(blz_many(one), 1);
    ck_assert_uint_eq(blz_many(many), 2);
    ck_assert_uint_eq(blz_many(none), 0);
    ck_assert_uint_eq(blz_many(json_object_get(check.document, "null")), 0);
    ck_assert_uint_eq(blz_many(NULL), 0);
    ck_assert_ptr_eq(blz_many_at(one, 0), one);
    ck_assert_ptr_null(blz_many_at(one, 1));
    ck_assert_str_eq(json_string_value(blz_many_at(many, 1)), "b");
    ck_assert_ptr_null(blz_many_at(many, 2));
    ck_assert_str_eq(blz_many_pointer(&check, "/x", one, 0), "/x");
    ck_assert_str_eq(blz_many_pointer(&check, "/x", many, 1), "/x/1");
    ck_assert_str_eq(blz_member(one, "id"), "u:1");
    ck_assert_ptr_null(blz_member(check.document, "id"));
    ck_assert_ptr_null(blz_member(many, "id"));
    ck_assert_ptr_null(blz_member(NULL, "id"));
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/check", more_entries_than_anybody_reads, an_entry_has_the_step_and_the_clause,
          what_the_policy_spec_adds, what_the_public_validator_adds, a_step_that_was_quiet_passes,
          entries_about_a_proof, a_worse_one_is_shown_behind_the_hundredth, memory_that_ran_out_is_remembered,
          one_or_many)
