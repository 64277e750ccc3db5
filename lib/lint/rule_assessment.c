#include <string.h>

#include "lint/check.h"

static blz_status report(const blz_lint *lint, const char *code, const char *message, const char *reason,
                         const char *hint)
{
    const blz_assessment *assessment = &lint->definition->micro_credential->assessment;
    return blz_lint_report(lint, code, assessment->pointer,
                           &(blz_diag){.at_key = true, .message = message, .reason = reason, .hint = hint});
}

static blz_status report_missing(const blz_lint *lint)
{
    return blz_lint_report(
        lint, "BLZ601", "/blazon",
        &(blz_diag){
            .message = "how submissions are assessed is not stated",
            .reason = "educators and districts want to know who scores, how fair it is and how long it takes",
            .hint = "add \"assessment: {blind: double, assessors: 2, turnaround: P14D, resubmissions: 3, "
                    "feedback: true}\" "
                    "with what holds for yours"});
}

static blz_status check_blind(const blz_lint *lint, const blz_assessment *assessment)
{
    static const char *const messages[] = {
        "whether the assessment is blind is not stated", "the assessment is not blind",
        "the assessment is blind on one side only: educators learn who scores their work", NULL};
    const char *message = messages[assessment->blind];
    if (!message) return BLZ_OK;
    return report(lint, "BLZ602", message,
                  "assessors who know a person, or are known, score the person as well as the work",
                  "have submissions scored without names on both sides and set \"blind: double\"");
}

static blz_status check_resubmission(const blz_lint *lint, const blz_assessment *assessment)
{
    if (assessment->has_resubmissions && assessment->resubmissions > 0) return BLZ_OK;
    return report(lint, "BLZ603",
                  assessment->has_resubmissions ? "work that did not pass may not be handed in again"
                                                : "how often work may be handed in again is not stated",
                  "competency counts when it is there, not how many attempts it took",
                  "set \"resubmissions\" to how often work may be handed in again, as in 3");
}

static blz_status check_feedback(const blz_lint *lint, const blz_assessment *assessment)
{
    if (assessment->has_feedback && assessment->feedback) return BLZ_OK;
    return report(lint, "BLZ604",
                  assessment->has_feedback ? "educators get no feedback"
                                           : "whether educators get feedback is not stated",
                  "who did not pass cannot know what to work on",
                  "set \"feedback: true\" if assessors write what is strong and what is missing");
}

blz_status blz_check_assessment(const blz_lint *lint)
{
    const blz_assessment *assessment = &lint->definition->micro_credential->assessment;
    if (!assessment->pointer) return report_missing(lint);
    BLZ_TRY(check_blind(lint, assessment));
    BLZ_TRY(check_resubmission(lint, assessment));
    BLZ_TRY(check_feedback(lint, assessment));
    if (assessment->turnaround) return BLZ_OK;
    return report(lint, "BLZ605", "how long the assessment takes is not stated",
                  "educators plan around deadlines for salary and recertification",
                  "add \"turnaround\" as an ISO 8601 duration: P14D is 14 days");
}

/* Kinds of recognition that are so much of something; the others are there or are not. */
static bool is_counted(const char *kind)
{
    static const char *const counted[] = {"clock-hours", "salary", "bonus", "stipend", "release-time"};
    for (size_t i = 0; i < BLZ_COUNT_OF(counted); i++)
        if (strcmp(kind, counted[i]) == 0) return true;
    return false;
}

blz_status blz_check_recognition(const blz_lint *lint)
{
    const blz_micro_credential *m = lint->definition->micro_credential;
    for (size_t i = 0; i < m->recognition_count; i++) {
        const blz_recognition *r = &m->recognition[i];
        if (!is_counted(r->kind) || (r->has_amount && r->unit)) continue;
        BLZ_TRY(blz_lint_report(
            lint, "BLZ606", r->pointer,
            &(blz_diag){.message = blz_lint_format(lint, "the recognition by \"%s\" has no %s", r->authority,
                                                   r->has_amount ? "unit"
                                                   : r->unit     ? "amount"
                                                                 : "amount and no unit"),
                        .reason = "an educator cannot tell what the work is worth there",
                        .hint = "add \"amount\" and \"unit\", as in amount: 15, unit: hours"}));
    }
    return BLZ_OK;
}
