#ifndef BLAZON_TESTS_VERIFY_STRICT_H
#define BLAZON_TESTS_VERIFY_STRICT_H

/* What policy spec alone asks for: a warning under that of 1EdTech's validator. */

#include <stdio.h>
#include <string.h>

#include "unit/unit.h"
#include "verify/report.h"

static inline void show_steps(const blz_report *report)
{
    for (size_t i = 0; i < blz_report_step_count(report); i++) {
        const blz_step *step = blz_report_step_at(report, i);
        fprintf(stderr, "  %-18s %-8s %s\n", step->id, blz_outcome_text(step->outcome), step->message);
    }
}

/* The entry tells, under `policy`, of what spec gives this outcome. */
static inline bool is_strict(const blz_step *step, blz_policy policy, blz_outcome outcome, const char *words)
{
    const char *begin = "";
    if (policy == BLZ_POLICY_1EDTECH) {
        begin = outcome == BLZ_STEP_FAIL ? "policy spec fails this: " : "policy spec cannot decide this: ";
        outcome = BLZ_STEP_WARN;
    }
    return step->outcome == outcome && strncmp(step->message, begin, strlen(begin)) == 0 &&
           strstr(step->message, words);
}

/* A report under either policy has such an entry, and the verdict that follows where nothing else is wrong
 * (`but` something fails under both). */
static inline void expect_strict_entry(const blz_report *report, blz_policy policy, bool but, const char *id,
                                       blz_outcome outcome, const char *words)
{
    static const blz_verdict verdicts[] = {[BLZ_STEP_FAIL] = BLZ_INVALID, [BLZ_STEP_UNKNOWN] = BLZ_UNDECIDED};
    blz_verdict verdict = but ? BLZ_INVALID : policy == BLZ_POLICY_1EDTECH ? BLZ_VALID : verdicts[outcome];
    bool found = false;
    for (size_t i = 0; i < blz_report_step_count(report); i++) {
        const blz_step *step = blz_report_step_at(report, i);
        found = found || (strcmp(step->id, id) == 0 && is_strict(step, policy, outcome, words));
    }
    if (!found || blz_report_verdict(report) != verdict) show_steps(report);
    ck_assert_msg(found, "policy %s has no entry %s of %s with \"%s\"", blz_policy_text(policy), id,
                  blz_outcome_text(outcome), words);
    ck_assert_str_eq(blz_verdict_text(blz_report_verdict(report)), blz_verdict_text(verdict));
}

static const blz_policy both_policies[] = {BLZ_POLICY_SPEC, BLZ_POLICY_1EDTECH};

#endif
