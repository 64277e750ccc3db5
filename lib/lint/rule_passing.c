#include "lint/check.h"

/* The passing rule: is there one, can it be met, and does it ask for anything? */

/* The least and the most points that a submission can get. */
static void reach(const blz_rubric *rubric, double *least, double *most)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < rubric->level_count; i++) {
        double points = rubric->levels[i].points;
        if (i == 0 || points < low) low = points;
        if (i == 0 || points > high) high = points;
    }
    *least = *most = 0;
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        *least += low * rubric->criteria[i].weight;
        *most += high * rubric->criteria[i].weight;
    }
}

static bool levels_ask_for_something(const blz_rubric *rubric)
{
    for (size_t i = 0; i < rubric->criterion_count; i++)
        if (rubric->criteria[i].needs_level && rubric->criteria[i].passing > 0) return true;
    return false;
}

static size_t criteria_without_level(const blz_rubric *rubric)
{
    size_t n = 0;
    for (size_t i = 0; i < rubric->criterion_count; i++)
        n += !rubric->criteria[i].needs_level;
    return n;
}

static blz_status report_none(const blz_lint *lint, size_t without)
{
    const blz_rubric *rubric = lint->definition->rubric;
    bool all = without == rubric->criterion_count;
    return blz_lint_report(
        lint, "BLZ507", rubric->pointer,
        &(blz_diag){.at_key = true,
                    .message = all ? "the rubric does not say what passes"
                                   : blz_lint_format(
                                         lint, "the rubric does not say what passes for %zu of its criteria",
                                         without),
                    .reason = "educators cannot see how good is good enough, and assessors have to invent it",
                    .hint = blz_lint_format(
                        lint, "add \"passing: {level: %s}\": the level that every criterion must reach",
                        rubric->levels[rubric->level_count - 1].id)});
}

static blz_status report_unreachable(const blz_lint *lint, double most)
{
    const blz_rubric *rubric = lint->definition->rubric;
    return blz_lint_report(
        lint, "BLZ508", blz_lint_format(lint, "%s/passing/points", rubric->pointer),
        &(blz_diag){.message = most > 0 ? blz_lint_format(
                                              lint, "%.14g points are needed, but the best work gets %.14g",
                                              rubric->passing_points, most)
                                        : "points are needed to pass, but no level is worth any",
                    .reason = "nobody can earn the micro-credential",
                    .hint = most > 0 ? "lower the number: the best work gets the points of the highest level "
                                       "times the weight, "
                                       "for each criterion"
                                     : "give \"points\" to the levels, or ask for a level instead"});
}

static blz_status report_empty(const blz_lint *lint)
{
    const blz_rubric *rubric = lint->definition->rubric;
    return blz_lint_report(
        lint, "BLZ509",
        rubric->has_passing ? blz_lint_format(lint, "%s/passing", rubric->pointer) : rubric->pointer,
        &(blz_diag){.at_key = !rubric->has_passing,
                    .message = "work at the lowest level of every criterion passes already",
                    .reason = "the badge would say nothing about the person who holds it",
                    .hint = blz_lint_format(lint, "ask for a higher level, as in \"passing: {level: %s}\"",
                                            rubric->levels[rubric->level_count - 1].id)});
}

blz_status blz_check_passing(const blz_lint *lint)
{
    const blz_rubric *rubric = lint->definition->rubric;
    size_t without = criteria_without_level(rubric);
    double least = 0, most = 0;
    reach(rubric, &least, &most);
    if (!rubric->has_passing_points && without) return report_none(lint, without);
    if (rubric->has_passing_points && rubric->passing_points > most) return report_unreachable(lint, most);
    if (levels_ask_for_something(rubric)) return BLZ_OK;
    if (rubric->has_passing_points && rubric->passing_points > least) return BLZ_OK;
    return report_empty(lint);
}
