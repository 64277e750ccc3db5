#ifndef BLZ_LINT_CHECK_H
#define BLZ_LINT_CHECK_H

/* A check looks at a definition that was read and reports what one rule, or a few that belong together, have
 * against it. Checks of one topic share a file, rule_TOPIC.c; all of them are listed in checks.c. */

#include "base/diag.h"
#include "definition/definition.h"

typedef struct blz_lint {
    blz_ctx *ctx;
    const blz_definition *definition;
    blz_diags *diags;
} blz_lint;

/* Fails only where the call cannot work: what is wrong with the definition goes to lint->diags. */
typedef blz_status blz_check_fn(const blz_lint *lint);

/* Runs every check that applies to the definition's kind. */
blz_status blz_checks_run(const blz_lint *lint) BLZ_MUST_USE;

/* Reports `diag` at the place of `pointer` in the resolved tree. A NULL pointer or message is taken as memory
 * that ran out, so that both may come straight from blz_lint_format(). */
blz_status blz_lint_report(const blz_lint *lint, const char *code, const char *pointer, const blz_diag *diag)
    BLZ_MUST_USE;

/* Text that lives as long as the findings: for messages, and for pointers to a member of a node. */
#define blz_lint_format(lint, ...) blz_diags_text((lint)->diags, __VA_ARGS__)

/* What micro-credentials and stacks have in common: what becomes an Achievement. NULL fields are left out. */
typedef struct blz_badge {
    const char *noun; /* "micro-credential", "stack" */
    const char *id, *name, *version, *language, *description, *image;
    size_t tag_count;
} blz_badge;

/* False for a definition that does not become a badge. */
bool blz_lint_badge(const blz_lint *lint, blz_badge *out);

/* rule_competency.c */
blz_check_fn blz_check_single_competency, blz_check_verb, blz_check_statement;
/* rule_method.c */
blz_check_fn blz_check_components, blz_check_research, blz_check_resources;
/* rule_evidence.c */
blz_check_fn blz_check_parts, blz_check_prompts, blz_check_tasks, blz_check_scored, blz_check_ranges;
/* rule_rubric.c */
blz_check_fn blz_check_descriptors, blz_check_tied, blz_check_points, blz_check_weights;
/* rule_descriptor.c */
blz_check_fn blz_check_distinct;
/* rule_passing.c */
blz_check_fn blz_check_passing;
/* rule_assessment.c */
blz_check_fn blz_check_assessment, blz_check_recognition;
/* rule_openbadges.c */
blz_check_fn blz_check_id, blz_check_alignments, blz_check_credits, blz_check_description, blz_check_version;
/* rule_image.c */
blz_check_fn blz_check_image;
/* rule_language.c */
blz_check_fn blz_check_language, blz_check_tags;
/* rule_placeholder.c */
blz_check_fn blz_check_placeholders;

#endif
