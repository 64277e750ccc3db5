#ifndef BLAZON_TESTS_VERIFY_ALONE_H
#define BLAZON_TESTS_VERIFY_ALONE_H

/* One step by itself, over a credential that nobody signed. JSON here is written with ' for ". */

#include <jansson.h>
#include <string.h>

#include "strict.h"
#include "unit/unit.h"
#include "verify/steps.h"

typedef blz_status step_run(blz_check *check);

static inline json_t *json_of(const char *text)
{
    char *copy = blz_strdup(text);
    json_error_t error;
    for (char *c = strchr(copy, '\''); c; c = strchr(c, '\''))
        *c = '"';
    json_t *value = json_loads(copy, JSON_DECODE_ANY, &error);
    blz_free(copy);
    ck_assert_msg(value != NULL, "%s: %s", error.text, text);
    return value;
}

/* What blz_verify() knows of a credential when the steps begin. */
static inline void alone_open(blz_check *check, const char *credential)
{
    static const blz_step_row row = {.id = "alone", .spec = "a clause"};
    *check = (blz_check){.row = &row, .now = INT64_C(1780000000)};
    ck_assert_ok(blz_ctx_new(&check->ctx));
    ck_assert_ok(blz_report_new(&check->report, "badge.json", BLZ_POLICY_SPEC));
    check->document = check->credential = json_of(credential);
    check->version = blz_vc_version_of(check->credential);
    check->subject = blz_vc_subject(check->credential);
    check->subject_at = "/credentialSubject";
    check->issuer_id = blz_vc_issuer_id(check->credential);
}

static inline void alone_close(blz_check *check)
{
    blz_free(check->about);
    json_decref(check->document);
    blz_report_free(check->report);
    blz_ctx_free(check->ctx);
}

/* The entry at `index` is this one: about this place (NULL: the whole), with these words in its message. */
static inline void expect_entry(const blz_check *check, size_t index, blz_outcome outcome,
                                const char *pointer, const char *words)
{
    const blz_step *step = blz_report_step_at(check->report, index);
    ck_assert_msg(step != NULL, "no entry %zu, with \"%s\"", index, words);
    ck_assert_msg(strstr(step->message, words) != NULL, "\"%s\" has no \"%s\"", step->message, words);
    ck_assert_str_eq(blz_outcome_text(step->outcome), blz_outcome_text(outcome));
    ck_assert_pstr_eq(step->pointer, pointer);
}

/* The step says this of the credential and nothing else. */
static inline void expect_alone(step_run *run, const char *credential, blz_outcome outcome,
                                const char *pointer, const char *words)
{
    blz_check check;
    alone_open(&check, credential);
    ck_assert_ok(run(&check));
    expect_entry(&check, 0, outcome, pointer, words);
    ck_assert_msg(check.report->step_count == 1, "%zu entries on %s", check.report->step_count, credential);
    alone_close(&check);
}

/* The step says this, among other things, of a document of that kind; `strict`: spec alone asks for it. */
static inline void expect_under(step_run *run, blz_policy policy, unsigned kind, bool strict,
                                const char *credential, blz_outcome outcome, const char *pointer,
                                const char *words)
{
    blz_check check;
    bool found = false;
    alone_open(&check, credential);
    check.policy = policy;
    check.kind = kind;
    ck_assert_ok(run(&check));
    for (size_t i = 0; i < check.report->step_count && !found; i++) {
        const blz_step *step = blz_report_step_at(check.report, i);
        found = is_strict(step, strict ? policy : BLZ_POLICY_SPEC, outcome, words);
        if (found) ck_assert_pstr_eq(step->pointer, pointer);
    }
    ck_assert_msg(found, "policy %s, kind %u: no \"%s\"", blz_policy_text(policy), kind, words);
    alone_close(&check);
}

/* The step says this and nothing else, and spec alone asks for it. */
static inline void expect_alone_strict(step_run *run, const char *credential, blz_outcome outcome,
                                       const char *pointer, const char *words)
{
    expect_alone(run, credential, outcome, pointer, words);
    expect_under(run, BLZ_POLICY_1EDTECH, BLZ_KIND_BADGE, true, credential, outcome, pointer, words);
}

/* Both ask for it of badges, and spec alone of status lists. */
static inline void expect_of_badge(step_run *run, const char *credential, blz_outcome outcome,
                                   const char *pointer, const char *words)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(both_policies); i++) {
        expect_under(run, both_policies[i], BLZ_KIND_BADGE, false, credential, outcome, pointer, words);
        expect_under(run, both_policies[i], BLZ_KIND_STATUS_LIST, true, credential, outcome, pointer, words);
    }
}

#endif
