#include "badge.h"
#include "unit/failing.h"

static bench b;

START_TEST(json_has_every_member_always)
{
    bench_open(&b, BLZ_KEY_ED25519);
    blz_report *report = NULL;
    char *json = NULL;
    ck_assert_ok(blz_verify(&report, b.ctx, "a\xff", "", 0, NULL));
    ck_assert_ok(blz_report_json(&json, report));
    ck_assert_str_eq(
        json, "{\"report\":1,\"input\":\"a\\\\x{FF}\",\"verdict\":\"invalid\",\"standard\":null,\"id\":null,"
              "\"policy\":\"spec\",\"issuer\":{\"id\":null,\"name\":null},"
              "\"achievement\":{\"id\":null,\"name\":null},\"proofs\":[],\"steps\":[{\"id\":\"parse\","
              "\"outcome\":\"fail\",\"message\":\"this is empty\",\"pointer\":null,"
              "\"spec\":\"Open Badges 3.0, 8.2.6; RFC 7515, 5.2; RFC 8259\"}]}\n");
    blz_free(json);
    ck_assert_str_eq(blz_report_input(report), "a\xff");
    ck_assert_int_eq(blz_report_policy(report), BLZ_POLICY_SPEC);
    blz_report_free(report);
    bench_close(&b);
}
END_TEST

static json_t *read_back(const blz_report *report)
{
    char *text = NULL;
    ck_assert_ok(blz_report_json(&text, report));
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_msg(json != NULL, "%s", text);
    blz_free(text);
    return json;
}

static const char *text_at(json_t *list, size_t index, const char *name)
{
    return json_string_value(json_object_get(json_array_get(list, index), name));
}

static blz_report *filled(void)
{
    blz_report *report = NULL;
    ck_assert_ok(blz_report_new(&report, "a \"b\"\n.json", BLZ_POLICY_1EDTECH));
    report->verdict = BLZ_UNDECIDED;
    report->standard = "Open Badges 3.0";
    report->issuer = (blz_party){"did:example:i", "Sch\xc3\xb6n \xff"};
    ck_assert_ok(blz_report_add_proof(report, "eddsa-rdfc-2022", NULL));
    ck_assert_ok(blz_report_add_proof(report, "JWT ES256", "did:example:i#k"));
    for (int i = BLZ_STEP_PASS; i <= BLZ_STEP_FAIL; i++)
        ck_assert_ok(blz_report_add_step(report, &(blz_step){.id = "s",
                                                             .outcome = (blz_outcome)i,
                                                             .message = "a\tb",
                                                             .pointer = i ? "/a~1b" : NULL,
                                                             .spec = "c"}));
    return report;
}

START_TEST(everything_comes_back_in_order)
{
    blz_report *report = filled();
    json_t *json = read_back(report), *proofs = json_object_get(json, "proofs"),
           *steps = json_object_get(json, "steps");
    ck_assert_str_eq(json_string_value(json_object_get(json, "input")), "a \"b\"\n.json");
    ck_assert_str_eq(json_string_value(json_object_get(json, "verdict")), "undecided");
    ck_assert_str_eq(json_string_value(json_object_get(json, "standard")), "Open Badges 3.0");
    ck_assert_str_eq(json_string_value(json_object_get(json, "policy")), "1edtech");
    ck_assert_str_eq(json_string_value(json_object_get(json_object_get(json, "issuer"), "name")),
                     "Sch\xc3\xb6n \\x{FF}");
    ck_assert_uint_eq(json_array_size(proofs), 2);
    ck_assert_str_eq(text_at(proofs, 0, "type"), "eddsa-rdfc-2022");
    ck_assert(json_is_null(json_object_get(json_array_get(proofs, 0), "key")));
    ck_assert_str_eq(text_at(proofs, 1, "key"), "did:example:i#k");
    static const char *const outcomes[] = {"pass", "warn", "skipped", "unknown", "fail"};
    ck_assert_uint_eq(json_array_size(steps), BLZ_COUNT_OF(outcomes));
    for (size_t i = 0; i < BLZ_COUNT_OF(outcomes); i++)
        ck_assert_str_eq(text_at(steps, i, "outcome"), outcomes[i]);
    ck_assert(json_is_null(json_object_get(json_array_get(steps, 0), "pointer")));
    ck_assert_str_eq(text_at(steps, 1, "pointer"), "/a~1b");
    ck_assert_str_eq(text_at(steps, 1, "message"), "a\tb");
    json_decref(json);
    blz_report_free(report);
}
END_TEST

START_TEST(behind_what_is_in_the_buffer)
{
    blz_report *report = filled();
    BLZ_SCOPED(blz_buf) all = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_report_put_json(&all, report));
    size_t one = all.length;
    ck_assert_ok(blz_report_put_json(&all, report));
    ck_assert_uint_eq(all.length, 2 * one);
    ck_assert_mem_eq(all.data, all.data + one, one);
    ck_assert_ptr_eq(memchr(all.data, '\n', one), all.data + one - 1);
    blz_report_free(report);
}
END_TEST

START_TEST(what_is_no_badge_says_so)
{
    blz_report *report = filled();
    char *text = NULL;
    ck_assert_ok(blz_report_json(&text, report));
    ck_assert_ptr_null(strstr(text, "\"kind\""));
    blz_free(text);
    report->kind = BLZ_REPORT_ENDORSEMENT;
    report->subject = "urn:e";
    ck_assert_ok(blz_report_json(&text, report));
    ck_assert_ptr_nonnull(strstr(text, ",\"kind\":\"endorsement\",\"id\":"));
    ck_assert_ptr_nonnull(strstr(text, ",\"endorses\":\"urn:e\","));
    blz_free(text);
    report->kind = BLZ_REPORT_RECORD;
    ck_assert_ok(blz_report_json(&text, report));
    ck_assert_ptr_nonnull(strstr(text, ",\"kind\":\"record\","));
    ck_assert_ptr_null(strstr(text, "endorses"));
    blz_free(text);
    blz_report_free(report);
}
END_TEST

START_TEST(memory_that_runs_out)
{
    blz_report *report = filled();
    for (EACH_ALLOCATION_FAILS(f)) {
        char *text = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_report_json(&text, report);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_int_eq(text == NULL, failed(&f));
        blz_free(text);
    }
    blz_report_free(report);
}
END_TEST

UNIT_MAIN("verify/report_json", json_has_every_member_always, everything_comes_back_in_order,
          behind_what_is_in_the_buffer, what_is_no_badge_says_so, memory_that_runs_out)
