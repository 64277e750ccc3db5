#include <string.h>

#include "credential/put.h"
#include "issue/markdown.h"
#include "issue/narrative.h"
#include "issue/ob2.h"
#include "issue/options.h"

/* The name of the level that was given for a criterion; blz_results_put() has seen that there is one. */
static const char *level_of(const blz_rubric *rubric, const blz_credential_options *options,
                            const char *criterion)
{
    const char *id = NULL;
    for (size_t i = 0; i < options->result_count; i++)
        if (strcmp(options->results[i].criterion, criterion) == 0) id = options->results[i].level;
    for (size_t i = 0; id && i < rubric->level_count; i++)
        if (strcmp(rubric->levels[i].id, id) == 0 && rubric->levels[i].name) return rubric->levels[i].name;
    return id;
}

/* The total, which stands behind the criteria in the results of 3.0. */
static void put_total(blz_buf *out, const blz_rubric *rubric, const json_t *results)
{
    const json_t *total = json_array_get(results, rubric->criterion_count);
    if (total)
        blz_buf_printf(out, "\n%s points in total.\n", json_string_value(json_object_get(total, "value")));
}

static void put_levels(blz_buf *out, const blz_rubric *rubric, const blz_credential_options *options)
{
    blz_narrative_heading(out, "##", "Results");
    blz_buf_putc(out, '\n');
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        const blz_criterion *criterion = &rubric->criteria[i];
        blz_buf_puts(out, "* **");
        blz_md_inline(out, criterion->name);
        blz_buf_puts(out, "**: ");
        blz_md_inline(out, level_of(rubric, options, criterion->id));
        blz_buf_putc(out, '\n');
    }
}

blz_status blz_ob2_results_put(json_t *assertion, const blz_definition *definition,
                               const blz_credential_options *options, blz_diags *diags)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *newer = json_object();
    BLZ_TRY_MEM(newer);
    BLZ_TRY(blz_results_put(newer, definition, options, diags));
    const json_t *results = json_object_get(newer, "result");
    if (!results) return BLZ_OK;
    put_levels(&text, definition->rubric, options);
    put_total(&text, definition->rubric, results);
    BLZ_TRY(text.status);
    return blz_put_text(assertion, "narrative", text.data);
}
