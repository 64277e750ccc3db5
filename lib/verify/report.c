#include "verify/report.h"

#include <string.h>

blz_status blz_report_new(blz_report **out, const char *input, blz_policy policy)
{
    BLZ_AUTO(blz_report) report = blz_calloc(1, sizeof *report);
    BLZ_TRY_MEM(report);
    report->policy = policy;
    report->input = blz_arena_strdup(&report->arena, input);
    BLZ_TRY_MEM(report->input);
    *out = BLZ_STEAL(report);
    return BLZ_OK;
}

void blz_report_free(blz_report *report)
{
    if (!report) return;
    blz_free(report->proofs);
    blz_free(report->steps);
    blz_arena_clear(&report->arena);
    blz_free(report);
}

/* A copy in the arena; NULL stays NULL. */
static blz_status copy(blz_report *report, const char **out, const char *text)
{
    *out = text ? blz_arena_strdup(&report->arena, text) : NULL;
    return text && !*out ? BLZ_ERR_NOMEM : BLZ_OK;
}

blz_status blz_report_add_step(blz_report *report, const blz_step *step)
{
    if (report->step_count == report->step_room) {
        size_t room = report->step_room ? 2 * report->step_room : 32;
        blz_step *steps = blz_realloc(report->steps, room * sizeof *steps);
        BLZ_TRY_MEM(steps);
        report->steps = steps;
        report->step_room = room;
    }
    blz_step *added = &report->steps[report->step_count];
    *added = *step;
    BLZ_TRY(copy(report, &added->pointer, step->pointer));
    report->step_count++;
    return BLZ_OK;
}

blz_status blz_report_add_proof(blz_report *report, const char *type, const char *key)
{
    blz_proof_info *proofs = blz_realloc(report->proofs, (report->proof_count + 1) * sizeof *proofs);
    BLZ_TRY_MEM(proofs);
    report->proofs = proofs;
    BLZ_TRY(copy(report, &proofs[report->proof_count].type, type));
    BLZ_TRY(copy(report, &proofs[report->proof_count].key, key));
    report->proof_count++;
    return BLZ_OK;
}

blz_verdict blz_report_sum(const blz_report *report)
{
    blz_verdict verdict = report->step_count ? BLZ_VALID : BLZ_UNDECIDED;
    for (size_t i = 0; i < report->step_count; i++) {
        if (report->steps[i].outcome == BLZ_STEP_FAIL) return BLZ_INVALID;
        if (report->steps[i].outcome == BLZ_STEP_UNKNOWN) verdict = BLZ_UNDECIDED;
    }
    return verdict;
}

blz_verdict blz_report_verdict(const blz_report *report)
{
    return report ? report->verdict : BLZ_INVALID;
}

const char *blz_report_input(const blz_report *report)
{
    return report->input;
}

const char *blz_report_standard(const blz_report *report)
{
    return report->standard;
}

blz_report_kind blz_report_kind_of(const blz_report *report)
{
    return report->kind;
}

const char *blz_report_id(const blz_report *report)
{
    return report->id;
}

blz_policy blz_report_policy(const blz_report *report)
{
    return report->policy;
}

const blz_party *blz_report_issuer(const blz_report *report)
{
    return &report->issuer;
}

const blz_party *blz_report_achievement(const blz_report *report)
{
    return &report->achievement;
}

size_t blz_report_proof_count(const blz_report *report)
{
    return report->proof_count;
}

const blz_proof_info *blz_report_proof_at(const blz_report *report, size_t index)
{
    return index < report->proof_count ? &report->proofs[index] : NULL;
}

size_t blz_report_step_count(const blz_report *report)
{
    return report->step_count;
}

const blz_step *blz_report_step_at(const blz_report *report, size_t index)
{
    return index < report->step_count ? &report->steps[index] : NULL;
}

const char *blz_verdict_text(blz_verdict verdict)
{
    switch (verdict) {
    case BLZ_VALID:
        return "valid";
    case BLZ_UNDECIDED:
        return "undecided";
    case BLZ_INVALID:
        break;
    }
    return "invalid";
}

const char *blz_report_kind_text(blz_report_kind kind)
{
    static const char *const names[] = {"badge",       "endorsement",     "record",
                                        "status list", "badge class",     "profile",
                                        "key",         "revocation list", "part"};
    return (size_t)kind < BLZ_COUNT_OF(names) ? names[kind] : "badge";
}

const char *blz_outcome_text(blz_outcome outcome)
{
    static const char *const names[] = {"pass", "warn", "skipped", "unknown", "fail"};
    return (size_t)outcome < BLZ_COUNT_OF(names) ? names[outcome] : "fail";
}

const char *blz_policy_text(blz_policy policy)
{
    return policy == BLZ_POLICY_1EDTECH ? "1edtech" : "spec";
}
