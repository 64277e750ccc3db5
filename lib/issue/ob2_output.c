#include "base/ctx.h"
#include "issue/achievement.h"
#include "issue/ob2.h"
#include "ob2/properties.h"

/* blazon writes nothing of Open Badges 2.0 that its own verifier would refuse for how it is written. What
 * only the public validators of 2.0 take for a fault, such as a second key of an issuer, is lawful. */

static blz_status report(void *user, blz_ob2_finding finding, const char *pointer, const char *message)
{
    bool wrong = finding == BLZ_OB2_WRONG || finding == BLZ_OB2_WRONG_SPEC;
    return wrong ? blz_output_refuse(user, pointer, message) : BLZ_OK;
}

/* What the document leads to is none of its own, and no loader is asked for it. */
static blz_status check(json_t *json, blz_ctx *alone, blz_diags *diags)
{
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    const blz_ob2_document *document = NULL;
    blz_ob2_listener to = {.say = report, .user = diags};
    BLZ_TRY(blz_ob2_graph_new(&graph, alone, false));
    BLZ_TRY(blz_ob2_graph_add(&document, graph, json));
    if (!document->node)
        return blz_output_refuse(diags, "", document->why ? document->why : "it is no badge");
    return blz_ob2_walk(graph, blz_ob2_class_of(document->node), document->node, blz_ob2_check_node, &to);
}

blz_status blz_ob2_output_check(json_t *json, blz_diags *diags)
{
    BLZ_AUTO(blz_ctx) alone = NULL;
    size_t before = blz_diags_count_of(diags, BLZ_ERROR);
    BLZ_TRY(blz_ctx_new(&alone));
    BLZ_TRY(check(json, alone, diags));
    return blz_diags_count_of(diags, BLZ_ERROR) == before ? BLZ_OK : BLZ_ERR_INVALID;
}
