#include "jsonld/jsonld.h"

#include "jsonld/expand.h"
#include "jsonld/to_rdf.h"

/* The API (9): expand() and toRdf(). */

/* A graph alone is its nodes. */
static void unwrap(blz_ld_list *list)
{
    if (list->count != 1) return;
    const blz_ld_object *only = list->items[0];
    if (only->has == BLZ_LD_BIT(BLZ_LD_GRAPH) && !only->properties.first) *list = only->graph;
}

static blz_status start(blz_ld_run *run, const blz_ld_active **active)
{
    const json_t *extra = run->options->expand_context;
    BLZ_TRY(blz_ld_initial(run, active));
    if (!extra) return BLZ_OK;
    if (json_is_object(extra) && json_object_get(extra, "@context"))
        extra = json_object_get(extra, "@context");
    return blz_ld_process(run, *active, active, (blz_ld_local){extra, run->options->base}, NULL, 0);
}

static blz_status expand(blz_ld_run *run, const json_t *document, blz_ld_list *out)
{
    const blz_ld_active *active = NULL;
    blz_ld_expanded expanded = {0};
    const blz_ld_at top = {0};
    run->document = document;
    BLZ_TRY(start(run, &active));
    BLZ_TRY(blz_ld_expand_element(run, active, (blz_ld_ref){0}, document, false, &top, &expanded));
    *out = expanded.list;
    if (!expanded.is_array) unwrap(out);
    return BLZ_OK;
}

static void open_run(blz_ld_run *run, blz_ctx *ctx, blz_arena *arena, const blz_ld_options *options,
                     blz_ld_fault *fault)
{
    static const blz_ld_options plain;
    *run = (blz_ld_run){.ctx = ctx, .arena = arena, .options = options ? options : &plain, .fault = fault};
}

blz_status blz_ld_expand(json_t **out, blz_ctx *ctx, const json_t *document, const blz_ld_options *options,
                         blz_ld_fault *fault)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_run run;
    blz_ld_list list = {0};
    open_run(&run, ctx, &arena, options, fault);
    blz_status status = expand(&run, document, &list);
    if (status == BLZ_OK) status = blz_ld_to_json(out, &list);
    blz_ld_forget_remote(&run);
    return status;
}

blz_status blz_ld_to_rdf(blz_dataset *data, blz_ctx *ctx, const json_t *document,
                         const blz_ld_options *options, blz_ld_fault *fault)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_run run;
    blz_ld_list list = {0};
    open_run(&run, ctx, &arena, options, fault);
    run.to_rdf = true;
    blz_status status = expand(&run, document, &list);
    if (status == BLZ_OK) status = blz_ld_put_rdf(data, &run, &list);
    blz_ld_forget_remote(&run);
    return status;
}

blz_status blz_ld_check(blz_ctx *ctx, const json_t *document, const blz_ld_options *options,
                        blz_ld_fault *fault)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_run run;
    blz_ld_list list = {0};
    open_run(&run, ctx, &arena, options, fault);
    run.to_rdf = true;
    blz_status status = expand(&run, document, &list);
    blz_ld_forget_remote(&run);
    return status;
}
