#include "lint/check.h"

enum { MICRO_CREDENTIALS = 1, RUBRICS = 2, BADGES = 4, ALL = 8 };

static const struct {
    blz_check_fn *check;
    int of;
} checks[] = {
    {blz_check_single_competency, MICRO_CREDENTIALS},
    {blz_check_verb, MICRO_CREDENTIALS},
    {blz_check_statement, MICRO_CREDENTIALS},
    {blz_check_components, MICRO_CREDENTIALS},
    {blz_check_research, MICRO_CREDENTIALS},
    {blz_check_resources, MICRO_CREDENTIALS},
    {blz_check_parts, MICRO_CREDENTIALS},
    {blz_check_prompts, MICRO_CREDENTIALS},
    {blz_check_tasks, MICRO_CREDENTIALS},
    {blz_check_scored, MICRO_CREDENTIALS},
    {blz_check_ranges, MICRO_CREDENTIALS},
    {blz_check_tied, MICRO_CREDENTIALS},
    {blz_check_descriptors, RUBRICS},
    {blz_check_distinct, RUBRICS},
    {blz_check_passing, RUBRICS},
    {blz_check_points, RUBRICS},
    {blz_check_weights, RUBRICS},
    {blz_check_assessment, MICRO_CREDENTIALS},
    {blz_check_recognition, MICRO_CREDENTIALS},
    {blz_check_id, BADGES},
    {blz_check_image, ALL},
    {blz_check_alignments, MICRO_CREDENTIALS},
    {blz_check_credits, MICRO_CREDENTIALS},
    {blz_check_description, BADGES},
    {blz_check_version, BADGES},
    {blz_check_language, BADGES},
    {blz_check_tags, BADGES},
    {blz_check_placeholders, ALL},
};

static int groups_of(const blz_definition *definition)
{
    int groups = ALL;
    if (definition->micro_credential) groups |= MICRO_CREDENTIALS | BADGES;
    if (definition->stack) groups |= BADGES;
    if (definition->rubric) groups |= RUBRICS;
    return groups;
}

blz_status blz_checks_run(const blz_lint *lint)
{
    int groups = groups_of(lint->definition);
    for (size_t i = 0; i < BLZ_COUNT_OF(checks); i++)
        if (checks[i].of & groups) BLZ_TRY(checks[i].check(lint));
    return BLZ_OK;
}

blz_status blz_lint_report(const blz_lint *lint, const char *code, const char *pointer, const blz_diag *diag)
{
    BLZ_TRY_MEM(pointer && diag->message);
    return blz_definition_report(lint->definition, lint->diags, code, pointer, diag);
}

bool blz_lint_badge(const blz_lint *lint, blz_badge *out)
{
    const blz_micro_credential *m = lint->definition->micro_credential;
    const blz_stack *s = lint->definition->stack;
    if (m)
        *out = (blz_badge){"micro-credential", m->id,          m->name,  m->version,
                           m->language,        m->description, m->image, m->tag_count};
    else if (s)
        *out = (blz_badge){"stack",     s->id,          s->name,  s->version,
                           s->language, s->description, s->image, s->tag_count};
    return m || s;
}
