#include <string.h>

#include "badge/input.h"
#include "base/uri.h"
#include "base/why.h"
#include "codec/json_write.h"
#include "credential/model.h"
#include "ob2/convert.h"
#include "ob2/told.h"
#include "schema/embedded.h"

/* The node that was handed over, in the words of 2.0; lent by the graph. */
static blz_status open_input(json_t **out, const blz_convert_run *run, const blz_input *input, blz_ctx *ctx)
{
    const blz_ob2_document *given = NULL;
    json_auto_t *document = NULL;
    const char *problem = NULL;
    if (input->form == BLZ_FORM_URL) {
        BLZ_AUTO(blz_text) url = blz_strndup(input->token, input->token_length);
        BLZ_TRY_MEM(url);
        BLZ_TRY(blz_ob2_graph_get(&given, run->graph, url));
    } else {
        blz_status status = blz_input_document(&document, input, ctx, &problem);
        if (status == BLZ_ERR_INVALID) return blz_why(run->why, status, "%s", problem);
        BLZ_TRY(status);
        json_t *credential = json_object_get(document, "vc") ? json_object_get(document, "vc") : document;
        if (blz_vc_version_of(credential) != BLZ_VC_UNKNOWN)
            return blz_why(run->why, BLZ_ERR_EXISTS, "this is a badge of Open Badges 3.0 already");
        if (!blz_ob2_is_document(document))
            return blz_why(run->why, BLZ_ERR_INVALID, "this is no badge of Open Badges 2.0 or before it");
        BLZ_TRY(blz_ob2_graph_add(&given, run->graph, document));
    }
    *out = given->node;
    if (given->node) return BLZ_OK;
    return blz_why(run->why, blz_ob2_document_is_open(given) ? BLZ_ERR_NOT_FOUND : BLZ_ERR_INVALID,
                   "it cannot be read: %s", given->why ? given->why : blz_status_text(given->status));
}

static blz_status tell(void *user, const blz_schema_error *error)
{
    char **why = user;
    if (why && *why) return BLZ_OK; /* the first one is enough */
    blz_status status = blz_why(why, BLZ_OK,
                                "it says too little, or says it in a way that Open Badges 3.0 does not have: "
                                "at \"%s\", %s",
                                *error->pointer ? error->pointer : "/", error->message);
    return status;
}

static blz_status check(const json_t *json, const char *kind, char **why)
{
    const blz_schema *schema = NULL;
    bool valid = false;
    BLZ_TRY(blz_schema_embedded(&schema, kind));
    BLZ_TRY(blz_schema_validate(&valid, schema, json, tell, why));
    return valid ? BLZ_OK : BLZ_ERR_INVALID;
}

static blz_status convert_node(json_t **out, const blz_convert_run *run, json_t *node)
{
    json_auto_t *made = NULL;
    blz_ob2_class of = blz_ob2_class_of(node);
    if (of != BLZ_OB2_ASSERTION && of != BLZ_OB2_BADGE_CLASS)
        return blz_why(run->why, BLZ_ERR_INVALID,
                       "this is neither an assertion nor a badge class, and only those have a "
                       "form in Open Badges 3.0 that stands by itself");
    bool badge = of == BLZ_OB2_ASSERTION;
    BLZ_TRY(badge ? blz_convert_assertion(&made, run, node)
                  : blz_convert_badge_class(&made, run, node, run->options->id));
    BLZ_TRY(check(made, badge ? "achievementcredential" : "achievement", run->why));
    *out = json_incref(made);
    return BLZ_OK;
}

static blz_status check_options(const blz_convert_options *options, char **why)
{
    if (options->id && !blz_uri_is_absolute(options->id))
        return blz_why(why, BLZ_ERR_ARGUMENT,
                       "\"%s\" is no id for a badge; use a URI, as urn:uuid:... or https://...", options->id);
    if (options->issuer && !blz_uri_is_absolute(options->issuer))
        return blz_why(why, BLZ_ERR_ARGUMENT, "\"%s\" is no id of an issuer; use a DID or an https address",
                       options->issuer);
    return BLZ_OK;
}

static blz_status convert(json_t **out, blz_ctx *ctx, const blz_input *input,
                          const blz_convert_options *options, char **why)
{
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    json_t *node = NULL;
    BLZ_TRY(blz_ob2_graph_new(&graph, ctx, true));
    const blz_convert_run run = {.graph = graph, .options = options, .why = why};
    BLZ_TRY(open_input(&node, &run, input, ctx));
    return convert_node(out, &run, node);
}

blz_status blz_convert(char **out, size_t *length, blz_ctx *ctx, const char *bytes, size_t size,
                       const blz_convert_options *options, char **why)
{
    static const blz_convert_options plain;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *made = NULL;
    blz_input input;
    if (!options) options = &plain;
    BLZ_TRY(check_options(options, why));
    blz_status status = blz_input_read(&input, ctx, bytes, size);
    if (status == BLZ_OK) status = convert(&made, ctx, &input, options, why);
    blz_input_clear(&input);
    BLZ_TRY(status);
    BLZ_TRY(blz_json_write(&text, made, options->indent));
    return blz_buf_take(&text, out, length);
}
