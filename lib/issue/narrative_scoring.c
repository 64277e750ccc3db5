#include <stdlib.h>
#include <string.h>

#include "definition/definition.h"
#include "issue/markdown.h"
#include "issue/narrative.h"
#include "issue/rubric.h"

static void put_number(blz_buf *out, blz_micro value, const char *one, const char *many)
{
    char text[BLZ_DECIMAL_MAX];
    blz_micro_text(text, value);
    blz_buf_printf(out, "%s %s", text, strcmp(text, "1") == 0 ? one : many);
}

static void put_level(blz_buf *out, const blz_rubric *rubric, size_t index)
{
    const blz_level *level = &rubric->levels[index];
    blz_buf_puts(out, "**");
    blz_md_inline(out, level->name ? level->name : level->id);
    blz_buf_puts(out, "**");
}

static void put_looked_at(blz_buf *out, const blz_micro_credential *definition,
                          const blz_criterion *criterion)
{
    if (criterion->evidence_count == 0) return;
    blz_buf_puts(out, "\nLooks at: ");
    for (size_t i = 0; i < criterion->evidence_count; i++) {
        if (i) blz_buf_puts(out, ", ");
        blz_md_inline(out, blz_evidence_title(&definition->evidence[criterion->evidence[i]]));
    }
    blz_buf_puts(out, ".\n");
}

static void put_descriptors(blz_buf *out, const blz_rubric *rubric, const blz_criterion *criterion)
{
    blz_buf_putc(out, '\n');
    for (size_t i = 0; i < rubric->level_count; i++) {
        const char *text = blz_criterion_text(criterion, i);
        blz_buf_puts(out, "* ");
        put_level(out, rubric, i);
        if (rubric->levels[i].has_points) {
            blz_buf_puts(out, " (");
            put_number(out, blz_level_points(rubric, i), "point", "points");
            blz_buf_putc(out, ')');
        }
        if (!text) text = rubric->levels[i].description;
        blz_buf_puts(out, text ? ": " : "\n");
        if (text) blz_md_block(out, text, 2);
    }
}

static void put_criterion(blz_buf *out, const blz_micro_credential *definition,
                          const blz_criterion *criterion)
{
    blz_micro weight = blz_micro_of(criterion->weight);
    blz_narrative_heading(out, "###", criterion->name);
    blz_narrative_paragraph(out, criterion->description);
    put_looked_at(out, definition, criterion);
    if (weight != blz_micro_of(1)) {
        char text[BLZ_DECIMAL_MAX];
        blz_micro_text(text, weight);
        blz_buf_printf(out, "\nIts points count %s times.\n", text);
    }
    put_descriptors(out, definition->rubric, criterion);
}

/* Whether every criterion needs one and the same level. */
static bool same_level(const blz_rubric *rubric)
{
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        const blz_criterion *criterion = &rubric->criteria[i];
        if (!criterion->needs_level || criterion->passing != rubric->criteria[0].passing) return false;
    }
    return true;
}

static bool any_level(const blz_rubric *rubric)
{
    for (size_t i = 0; i < rubric->criterion_count; i++)
        if (rubric->criteria[i].needs_level) return true;
    return false;
}

static void put_passing_levels(blz_buf *out, const blz_rubric *rubric)
{
    if (same_level(rubric)) {
        blz_buf_puts(out, "\nEvery criterion must reach ");
        put_level(out, rubric, rubric->criteria[0].passing);
        blz_buf_puts(out, " or better.\n");
        return;
    }
    blz_buf_puts(out, "\nThese levels must be reached, or better ones:\n\n");
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        if (!rubric->criteria[i].needs_level) continue;
        blz_buf_puts(out, "* ");
        blz_md_inline(out, rubric->criteria[i].name);
        blz_buf_puts(out, ": ");
        put_level(out, rubric, rubric->criteria[i].passing);
        blz_buf_putc(out, '\n');
    }
}

static void put_passing(blz_buf *out, const blz_rubric *rubric)
{
    bool levels = any_level(rubric);
    if (!levels && !rubric->has_passing_points) return;
    blz_narrative_heading(out, "##", "To earn it");
    if (levels) put_passing_levels(out, rubric);
    if (!rubric->has_passing_points) return;
    blz_buf_puts(out, levels ? "\nThe points of all criteria must also add up to at least "
                             : "\nThe points of all criteria must add up to at least ");
    char text[BLZ_DECIMAL_MAX];
    blz_micro_text(text, blz_micro_of(rubric->passing_points));
    blz_buf_printf(out, "%s of ", text);
    put_number(out, blz_rubric_points(rubric, rubric->level_count - 1), "point", "points");
    blz_buf_puts(out, ".\n");
}

/* "P14D" as "14 days"; what has more than one part stays as it is. */
static void put_duration(blz_buf *out, const char *duration)
{
    static const struct {
        char letter;
        const char *one, *many;
    } units[] = {
        {'D', "day", "days"}, {'W', "week", "weeks"}, {'M', "month", "months"}, {'Y', "year", "years"}};
    size_t digits = duration[0] == 'P' ? strspn(duration + 1, "0123456789") : 0;
    long count = digits && digits < 10 ? strtol(duration + 1, NULL, 10) : 0;
    for (size_t i = 0; count > 0 && i < BLZ_COUNT_OF(units); i++) {
        const char *end = duration + 1 + digits;
        if (end[0] != units[i].letter || end[1]) continue;
        blz_buf_printf(out, "%ld %s", count, count == 1 ? units[i].one : units[i].many);
        return;
    }
    blz_md_inline(out, duration);
}

static void put_assessors(blz_buf *out, const blz_assessment *assessment)
{
    if (assessment->assessors == 0 && assessment->blind == BLZ_BLIND_UNKNOWN) return;
    blz_buf_puts(out, "* ");
    if (assessment->assessors)
        blz_buf_printf(out, "%lld %s each submission", assessment->assessors,
                       assessment->assessors == 1 ? "assessor scores" : "assessors score");
    else
        blz_buf_puts(out, "Assessors score each submission");
    if (assessment->blind == BLZ_BLIND_SINGLE) blz_buf_puts(out, " and do not learn whose it is");
    if (assessment->blind == BLZ_BLIND_DOUBLE)
        blz_buf_puts(out, "; neither they nor the educator learn who the other is");
    blz_buf_puts(out, ".\n");
}

static void put_assessment(blz_buf *out, const blz_assessment *assessment)
{
    if (!assessment->pointer) return;
    blz_narrative_heading(out, "##", "How it is assessed");
    blz_buf_putc(out, '\n');
    put_assessors(out, assessment);
    if (assessment->turnaround) {
        blz_buf_puts(out, "* The result comes within ");
        put_duration(out, assessment->turnaround);
        blz_buf_puts(out, ".\n");
    }
    if (assessment->has_feedback)
        blz_buf_puts(out, assessment->feedback ? "* Assessors say what was strong and what is missing.\n"
                                               : "* There is no written feedback.\n");
    if (assessment->has_resubmissions && assessment->resubmissions == 0)
        blz_buf_puts(out, "* Work that did not pass cannot be handed in again.\n");
    else if (assessment->has_resubmissions)
        blz_buf_printf(out, "* Work that did not pass may be handed in again %lld %s.\n",
                       assessment->resubmissions, assessment->resubmissions == 1 ? "time" : "times");
}

void blz_narrative_scoring(blz_buf *out, const blz_micro_credential *definition)
{
    const blz_rubric *rubric = definition->rubric;
    blz_narrative_heading(out, "##", "How it is scored");
    blz_narrative_paragraph(out, rubric->description);
    for (size_t i = 0; i < rubric->criterion_count; i++)
        put_criterion(out, definition, &rubric->criteria[i]);
    put_passing(out, rubric);
    put_assessment(out, &definition->assessment);
}
