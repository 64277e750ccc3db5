#include "alone.h"
#include "sealed.h"
#include "unit/failing.h"
#include "verify/same_node.h"

static bench b;

/* A badge that somebody gave to themselves: issuer and subject are one node, which has all that either has.
 */
static json_t *own_badge(void)
{
    char patch[1024];
    snprintf(patch, sizeof patch,
             "{\"issuer\": {\"type\": [\"Profile\", \"AchievementSubject\"]}, \"credentialSubject\": "
             "{\"id\": \"%s\", "
             "\"type\": [\"Profile\", \"AchievementSubject\"], \"result\": [{\"type\": \"Result\", "
             "\"resultDescription\": \"urn:r:1\", \"achievedLevel\": \"urn:l:1\"}]}}",
             b.did);
    return sealed_badge(&b, patch, NULL);
}

START_TEST(one_node_in_two_places)
{
    bench_open(&b, BLZ_KEY_ED25519);
    json_t *document = own_badge(), *issuer = json_object_get(document, "issuer"),
           *subject = json_object_get(document, "credentialSubject");
    json_object_set(issuer, "result", json_object_get(subject, "result"));
    expect_json(&b, json_incref(document), BLZ_INVALID, "safe-mode", BLZ_STEP_PASS, "");
    json_object_del(subject, "result");
    expect_json(&b, json_incref(document), BLZ_INVALID, "proof.signature", BLZ_STEP_PASS, "");
    expect_json(&b, document, BLZ_INVALID, "safe-mode", BLZ_STEP_FAIL, "in another place");
    bench_close(&b);
}
END_TEST

/* What is said of one node, read at the subject, and again at `where`. */
static void expect_moved(const char *credential, const char *pointer, const char *id)
{
    expect_alone(blz_check_same_nodes, credential, BLZ_STEP_FAIL, pointer, id);
}

static void expect_quiet(const char *credential)
{
    blz_check check;
    alone_open(&check, credential);
    ck_assert_ok(blz_check_same_nodes(&check));
    ck_assert_uint_eq(check.report->step_count, 0);
    alone_close(&check);
}

START_TEST(where_a_property_may_hide)
{
    expect_moved("{'issuer': {'id': 'u:1', 'result': [{}]}, 'credentialSubject': {'id': 'u:1'}}",
                 "/issuer/result", "\"u:1\"");
    expect_moved("{'id': 'u:c', 'evidence': [{'id': 'u:c', 'validUntil': '2020-01-01T00:00:00Z'}]}",
                 "/evidence/0/validUntil", "\"u:c\"");
    expect_moved(
        "{'credentialSubject': {'achievement': {'id': 'u:a', 'related/a': [[{'id': 'u:a', 'criteria': "
        "{'narrative': 'Easy.'}}]]}}}",
        "/credentialSubject/achievement/related~1a/0/0/criteria", "\"u:a\"");
    expect_moved("{'credentialSubject': {'achievement': {'resultDescription': [{'rubricCriterionLevel': "
                 "[{'id': 'u:l', 'level': '1'}]}]}}, 'issuer': {'id': 'u:l', 'level': '3'}}",
                 "/issuer/level", "\"u:l\"");
    expect_moved("{'credentialSubject': {'identifier': {'id': 'u:i', 'salt': 'a'}}, 'issuer': {'id': 'u:i', "
                 "'salt': 'b'}}",
                 "/issuer/salt", "\"u:i\"");
}
END_TEST

/* Two results with one id are one node, too: the first is what the others are held against. */
START_TEST(one_id_twice_where_a_step_reads)
{
    expect_moved(
        "{'credentialSubject': {'result': [{'id': 'u:r', 'value': '1'}, {'id': 'u:r', 'value': '2'}]}}",
        "/credentialSubject/result/1/value", "\"u:r\"");
}
END_TEST

START_TEST(what_says_nothing_new)
{
    expect_quiet("{}");
    expect_quiet("{'issuer': {'id': 'u:1', 'result': [{'value': '1'}]}, 'credentialSubject': {'id': 'u:1', "
                 "'result': [{'value': '1'}]}}");
    expect_quiet("{'issuer': {'id': 'u:1', 'name': 'I'}, 'credentialSubject': {'id': 'u:1'}}");
    expect_quiet("{'issuer': {'id': 'u:1', 'result': [{}]}, 'credentialSubject': {'id': 'u:2'}}");
    expect_quiet("{'issuer': {'result': [{}]}, 'credentialSubject': {'result': []}}");
}
END_TEST

START_TEST(memory_that_runs_out)
{
    blz_check check;
    alone_open(&check, "{'id': 'u:c', 'a': {'b': [{'c': {'id': 'u:c', 'name': 'n'}}]}}");
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_check_same_nodes(&check);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    json_set_alloc_funcs(malloc, free);
    ck_assert_uint_eq(check.report->step_count, 0);
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/same_node", one_node_in_two_places, where_a_property_may_hide,
          one_id_twice_where_a_step_reads, what_says_nothing_new, memory_that_runs_out)
