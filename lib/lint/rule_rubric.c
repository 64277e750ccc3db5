#include "lint/check.h"
#include "lint/words.h"

static const blz_descriptor *descriptor_of(const blz_criterion *criterion, size_t level)
{
    for (size_t i = 0; i < criterion->descriptor_count; i++)
        if (criterion->descriptors[i].level == level) return &criterion->descriptors[i];
    return NULL;
}

/* The neighbour that an assessor would have to tell this level from. */
static const char *neighbour(const blz_rubric *rubric, size_t level)
{
    return rubric->levels[level ? level - 1 : 1].id;
}

static blz_status check_descriptor(const blz_lint *lint, const blz_criterion *criterion, size_t level)
{
    const blz_rubric *rubric = lint->definition->rubric;
    const blz_descriptor *descriptor = descriptor_of(criterion, level);
    const char *id = rubric->levels[level].id, *place = NULL;
    if (descriptor && !blz_text_is_blank(descriptor->text)) return BLZ_OK;
    place = descriptor ? descriptor->pointer : blz_lint_format(lint, "%s/levels", criterion->pointer);
    return blz_lint_report(
        lint, "BLZ503", place,
        &(blz_diag){.at_key = true,
                    .message = blz_lint_format(lint, "level \"%s\" of criterion \"%s\" has no descriptor", id,
                                               criterion->id),
                    .reason = blz_lint_format(lint, "an assessor cannot tell \"%s\" from \"%s\"", id,
                                              neighbour(rubric, level)),
                    .hint = "say what the work shows at this level"});
}

blz_status blz_check_descriptors(const blz_lint *lint)
{
    const blz_rubric *rubric = lint->definition->rubric;
    for (size_t i = 0; i < rubric->criterion_count; i++)
        for (size_t level = 0; level < rubric->level_count; level++)
            BLZ_TRY(check_descriptor(lint, &rubric->criteria[i], level));
    return BLZ_OK;
}

blz_status blz_check_tied(const blz_lint *lint)
{
    const blz_rubric *rubric = lint->definition->rubric;
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        const blz_criterion *criterion = &rubric->criteria[i];
        if (criterion->evidence_id_count) continue;
        BLZ_TRY(blz_lint_report(
            lint, "BLZ504", criterion->pointer,
            &(blz_diag){
                .message =
                    blz_lint_format(lint, "criterion \"%s\" is not tied to any evidence", criterion->id),
                .reason = "assessors do not know where to look, and educators do not know what it is about",
                .hint = "add \"evidence\" with the ids of the evidence that shows it"}));
    }
    return BLZ_OK;
}

static blz_status points_missing(const blz_lint *lint, const blz_level *level)
{
    return blz_lint_report(
        lint, "BLZ510", level->pointer,
        &(blz_diag){.message = blz_lint_format(lint, "level \"%s\" has no points, others have", level->id),
                    .reason = "a sum of points cannot be told where some are unknown",
                    .hint = "give points to every level, or to none"});
}

static blz_status points_fall(const blz_lint *lint, const blz_level *below, const blz_level *level)
{
    return blz_lint_report(
        lint, "BLZ510", blz_lint_format(lint, "%s/points", level->pointer),
        &(blz_diag){
            .message = blz_lint_format(lint, "level \"%s\" has %.14g points, not more than \"%s\" with %.14g",
                                       level->id, level->points, below->id, below->points),
            .reason = "levels go from low to high, so better work would earn less or the same",
            .hint = "order the levels from low to high and let the points rise"});
}

blz_status blz_check_points(const blz_lint *lint)
{
    const blz_rubric *rubric = lint->definition->rubric;
    const blz_level *below = NULL;
    bool any = false;
    for (size_t i = 0; i < rubric->level_count; i++)
        any |= rubric->levels[i].has_points;
    for (size_t i = 0; any && i < rubric->level_count; i++) {
        const blz_level *level = &rubric->levels[i];
        if (!level->has_points)
            BLZ_TRY(points_missing(lint, level));
        else if (below && level->points <= below->points)
            BLZ_TRY(points_fall(lint, below, level));
        if (level->has_points) below = level;
    }
    return BLZ_OK;
}

blz_status blz_check_weights(const blz_lint *lint)
{
    const blz_rubric *rubric = lint->definition->rubric;
    double sum = 0;
    for (size_t i = 0; i < rubric->criterion_count; i++)
        sum += rubric->criteria[i].weight;
    for (size_t i = 0; rubric->criterion_count > 2 && i < rubric->criterion_count; i++) {
        const blz_criterion *criterion = &rubric->criteria[i];
        if (criterion->weight <= sum - criterion->weight) continue;
        return blz_lint_report(
            lint, "BLZ511", blz_lint_format(lint, "%s/weight", criterion->pointer),
            &(blz_diag){
                .message = blz_lint_format(lint, "criterion \"%s\" weighs more than all %zu others together",
                                           criterion->id, rubric->criterion_count - 1),
                .reason = "the other criteria can hardly change the result, yet everybody works on them",
                .hint = "bring the weights closer together, or make this criterion a rubric of its own"});
    }
    return BLZ_OK;
}
