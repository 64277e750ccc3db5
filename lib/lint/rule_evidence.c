#include "lint/check.h"
#include "lint/words.h"

static const char *const part_names[] = {"overview", "artifact", "reflection"};

static const char *name_of(const blz_evidence *evidence)
{
    return evidence->title ? evidence->title : evidence->id;
}

static bool has_part(const blz_micro_credential *m, blz_part part)
{
    for (size_t i = 0; i < m->evidence_count; i++)
        if (m->evidence[i].part == part) return true;
    return false;
}

blz_status blz_check_parts(const blz_lint *lint)
{
    static const char *const hints[] = {
        "add an entry with \"part: overview\": questions about the class, the goal and the plan",
        "add an entry with \"part: artifact\": the work itself, as a lesson plan, student work or a video",
        "add an entry with \"part: reflection\": what the educator learned and would do differently"};
    const blz_micro_credential *m = lint->definition->micro_credential;
    for (size_t part = 0; part < BLZ_COUNT_OF(part_names); part++) {
        if (has_part(m, (blz_part)part)) continue;
        BLZ_TRY(blz_lint_report(
            lint, "BLZ401", "/evidence",
            &(blz_diag){
                .at_key = true,
                .message = blz_lint_format(lint, "the evidence has no %s", part_names[part]),
                .reason =
                    "assessors see competence in three parts together: context, work, and thoughts about it",
                .hint = hints[part]}));
    }
    return BLZ_OK;
}

blz_status blz_check_prompts(const blz_lint *lint)
{
    const blz_micro_credential *m = lint->definition->micro_credential;
    for (size_t i = 0; i < m->evidence_count; i++) {
        const blz_evidence *evidence = &m->evidence[i];
        for (size_t k = 0; k < evidence->prompt_count; k++) {
            if (evidence->prompts[k].words.max) continue;
            BLZ_TRY(blz_lint_report(
                lint, "BLZ402", evidence->prompts[k].pointer,
                &(blz_diag){
                    .message = blz_lint_format(lint, "prompt %zu of \"%s\" has no word limit", k + 1,
                                               name_of(evidence)),
                    .reason =
                        "educators cannot tell how much is enough, and assessors read very unequal answers",
                    .hint = "add \"words: {max: 300}\", or what the answer needs"}));
        }
    }
    return BLZ_OK;
}

static blz_status check_task(const blz_lint *lint, const blz_evidence *evidence)
{
    bool artifact = evidence->part == BLZ_PART_ARTIFACT;
    if (artifact && evidence->accept_count == 0)
        BLZ_TRY(blz_lint_report(
            lint, "BLZ403", evidence->pointer,
            &(blz_diag){
                .message = blz_lint_format(lint, "\"%s\" does not say which kinds of files it accepts",
                                           name_of(evidence)),
                .reason = "educators find out only after they handed in something that nobody can open",
                .hint = "add \"accepts\", as in [application/pdf, video/mp4, text/uri-list] (the last is a "
                        "link)"}));
    if (!blz_text_is_blank(evidence->instructions) || evidence->prompt_count) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ406", evidence->pointer,
        &(blz_diag){
            .message = blz_lint_format(lint, "\"%s\" does not say what to submit", name_of(evidence)),
            .reason = "without a task each educator hands in something else, and the rubric fits none of it",
            .hint = artifact ? "add \"instructions\": what to hand in, and what must be visible in it"
                             : "add \"prompts\": the questions to answer, each with a word limit"});
}

blz_status blz_check_tasks(const blz_lint *lint)
{
    const blz_micro_credential *m = lint->definition->micro_credential;
    for (size_t i = 0; i < m->evidence_count; i++)
        BLZ_TRY(check_task(lint, &m->evidence[i]));
    return BLZ_OK;
}

static bool is_scored(const blz_rubric *rubric, size_t evidence)
{
    for (size_t i = 0; i < rubric->criterion_count; i++)
        for (size_t k = 0; k < rubric->criteria[i].evidence_count; k++)
            if (rubric->criteria[i].evidence[k] == evidence) return true;
    return false;
}

blz_status blz_check_scored(const blz_lint *lint)
{
    const blz_micro_credential *m = lint->definition->micro_credential;
    for (size_t i = 0; i < m->evidence_count; i++) {
        if (is_scored(m->rubric, i)) continue;
        const blz_evidence *evidence = &m->evidence[i];
        BLZ_TRY(blz_lint_report(
            lint, "BLZ404", blz_lint_format(lint, "%s/id", evidence->pointer),
            &(blz_diag){
                .message =
                    blz_lint_format(lint, "no criterion of the rubric scores \"%s\"", name_of(evidence)),
                .reason = "educators work on something that does not count",
                .hint = blz_lint_format(
                    lint, "add \"%s\" to \"evidence\" of a criterion, or do not ask for it", evidence->id)}));
    }
    return BLZ_OK;
}

/* `what` is "words" or "count", both the key and the noun of the message. */
static blz_status check_range(const blz_lint *lint, const char *owner, const char *what, blz_bounds bounds)
{
    if (!bounds.max || bounds.min <= bounds.max) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ405", blz_lint_format(lint, "%s/%s", owner, what),
        &(blz_diag){.message = blz_lint_format(lint, "the minimum, %lld, is above the maximum, %lld",
                                               bounds.min, bounds.max),
                    .reason = "nobody can hand in anything that fits",
                    .hint = "swap the two, or leave one out"});
}

blz_status blz_check_ranges(const blz_lint *lint)
{
    const blz_micro_credential *m = lint->definition->micro_credential;
    for (size_t i = 0; i < m->evidence_count; i++) {
        const blz_evidence *evidence = &m->evidence[i];
        BLZ_TRY(check_range(lint, evidence->pointer, "count", evidence->count));
        for (size_t k = 0; k < evidence->prompt_count; k++)
            BLZ_TRY(check_range(lint, evidence->prompts[k].pointer, "words", evidence->prompts[k].words));
    }
    return BLZ_OK;
}
