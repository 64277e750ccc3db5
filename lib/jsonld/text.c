#include <blazon/jsonld.h>

#include <stdint.h>
#include <string.h>

#include "base/diag.h"
#include "codec/json_const.h"
#include "codec/json_ptr.h"
#include "codec/json_read.h"
#include "codec/json_write.h"
#include "jsonld/jsonld.h"
#include "rdf/canon.h"
#include "rdf/nquads.h"

/* The public calls: texts in, texts out, and faults as diagnostics. */

#define NOT_LOADED "loading remote context failed"

static blz_status add(blz_diags *diags, const char *code, const blz_diag *diag, blz_status status)
{
    BLZ_TRY(blz_diags_add(diags, code, diag));
    return status;
}

/* Whether the pointer ends with the term: then the fault is in the name, not in the value. */
static blz_status is_about_name(bool *out, const blz_ld_fault *fault)
{
    BLZ_SCOPED(blz_buf) end = BLZ_BUF(BLZ_BUF_MAX);
    *out = false;
    if (!fault->term || !fault->pointer) return BLZ_OK;
    BLZ_TRY(blz_json_ptr_push(&end, fault->term));
    size_t length = strlen(fault->pointer);
    *out = length >= end.length && strcmp(fault->pointer + length - end.length, end.data) == 0;
    return BLZ_OK;
}

static const char *rule_of(const blz_ld_fault *fault)
{
    if (strcmp(fault->code, "safe mode") == 0) return "BLZ732";
    return strcmp(fault->code, NOT_LOADED) == 0 ? "BLZ733" : "BLZ731";
}

static blz_status report_fault(blz_diags *diags, blz_source *source, const blz_ld_fault *fault,
                               blz_status status)
{
    bool at_key = false;
    const char *rule = rule_of(fault);
    BLZ_TRY(is_about_name(&at_key, fault));
    return add(
        diags, rule,
        &(blz_diag){.source = source,
                    .pointer = fault->pointer,
                    .at_key = at_key,
                    .message =
                        blz_diags_text(diags, "%s: %s", fault->code, fault->message ? fault->message : "?"),
                    .reason = status == BLZ_ERR_NOT_FOUND ? "nothing is taken from the network unasked: who "
                                                            "can change a context changes what a badge says"
                                                          : NULL},
        status);
}

static blz_status report_work(blz_diags *diags, blz_source *source, const char *message, const char *hint)
{
    return add(diags, "BLZ735", &(blz_diag){.source = source, .message = message, .hint = hint},
               BLZ_ERR_LIMIT);
}

/* What ended the work on a JSON-LD document, as diagnostics. What has no place in the document comes from the
 * context that stands before it. */
static blz_status explain(blz_diags *diags, blz_source *source, const blz_jsonld_options *options,
                          const blz_ld_fault *fault, blz_status status)
{
    bool elsewhere = !fault->pointer && options && options->expand_context;
    if ((status == BLZ_ERR_INVALID || status == BLZ_ERR_NOT_FOUND) && fault->code)
        return report_fault(diags, elsewhere ? options->expand_context : source, fault, status);
    if (status == BLZ_ERR_LIMIT)
        return report_work(diags, source, "this document asks for too many contexts, values or quads",
                           "split it into smaller documents");
    return status;
}

/* An IRI with a scheme (RFC 3987), as far as one must know it to resolve against it: nothing in it that no
 * IRI has. */
static bool is_absolute(const char *iri)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t scheme = strcspn(iri, ":");
    if (!iri[0] || !strchr(letters, iri[0]) || iri[scheme] != ':') return false;
    if (strspn(iri, "0123456789+-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") < scheme)
        return false;
    for (const char *c = iri; *c; c++)
        if ((unsigned char)*c <= ' ' || strchr("<>\"{}|\\^`\x7f", *c)) return false;
    return blz_utf8_valid(iri, strlen(iri));
}

static blz_status check_base(const char *base, blz_diags *diags)
{
    if (!base || is_absolute(base)) return BLZ_OK;
    return add(diags, "BLZ903",
               &(blz_diag){.message = blz_diags_text(diags, "the base \"%s\" is no full address", base),
                           .reason = "relative addresses in the document start from it",
                           .hint = "write it with its beginning, as https://badges.example.edu/badge.json"},
               BLZ_ERR_ARGUMENT);
}

/* A NUL character is a part of a text, but of no address, language or other word, and those end at it in this
 * library: so it is taken where only a text can stand. */
static blz_status check_nul(bool *found, blz_buf *path, const json_t *value, bool is_text)
{
    const char *name;
    json_t *inner;
    size_t index, mark = path->length;
    *found =
        json_is_string(value) && !is_text && strlen(json_string_value(value)) < json_string_length(value);
    if (*found) return BLZ_OK;
    json_object_foreach (blz_json_unconst(value), name, inner) {
        BLZ_TRY(blz_json_ptr_push(path, name));
        BLZ_TRY(check_nul(found, path, inner, strcmp(name, "@value") == 0));
        if (*found) return BLZ_OK;
        blz_json_ptr_cut(path, mark);
    }
    json_array_foreach (value, index, inner) {
        BLZ_TRY(blz_json_ptr_index(path, index));
        BLZ_TRY(check_nul(found, path, inner, is_text));
        if (*found) return BLZ_OK;
        blz_json_ptr_cut(path, mark);
    }
    return BLZ_OK;
}

static blz_status read_json(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *json = NULL;
    bool found = false;
    BLZ_TRY(blz_json_read_nul(&json, ctx, source, diags));
    BLZ_TRY(blz_buf_puts(&path, ""));
    BLZ_TRY(check_nul(&found, &path, json, false));
    if (found)
        return add(diags, "BLZ007",
                   &(blz_diag){.source = source,
                               .pointer = path.data,
                               .message = "the NUL character is not allowed in a text but a \"@value\"",
                               .hint = "take the escape out"},
                   BLZ_ERR_SYNTAX);
    *out = BLZ_STEAL(json);
    return BLZ_OK;
}

/* The options in the library's own words; `*context` holds what the expand context says. */
static blz_status set_options(blz_ld_options *out, json_t **context, blz_ctx *ctx,
                              const blz_jsonld_options *options, blz_diags *diags)
{
    if (!options) return BLZ_OK;
    BLZ_TRY(check_base(options->base, diags));
    if (options->expand_context) BLZ_TRY(read_json(context, ctx, options->expand_context, diags));
    *out = (blz_ld_options){
        .base = options->base,
        .expand_context = *context,
        .mode = options->mode == BLZ_JSONLD_1_0 ? BLZ_LD_1_0 : BLZ_LD_1_1,
        .direction = options->direction == BLZ_JSONLD_I18N_DATATYPE      ? BLZ_LD_I18N_DATATYPE
                     : options->direction == BLZ_JSONLD_COMPOUND_LITERAL ? BLZ_LD_COMPOUND_LITERAL
                                                                         : BLZ_LD_NO_DIRECTION,
        .generalized = options->generalized,
        .ordered = options->ordered,
        .safe = options->safe,
    };
    return BLZ_OK;
}

blz_status blz_jsonld_expand(char **out, size_t *length, blz_ctx *ctx, blz_source *document,
                             const blz_jsonld_options *options, blz_diags *diags)
{
    json_auto_t *json = NULL;
    json_auto_t *context = NULL;
    json_auto_t *expanded = NULL;
    blz_ld_options how = {0};
    BLZ_SCOPED(blz_ld_fault) fault = {0};
    BLZ_TRY(read_json(&json, ctx, document, diags));
    BLZ_TRY(set_options(&how, &context, ctx, options, diags));
    blz_status status = blz_ld_expand(&expanded, ctx, json, &how, &fault);
    if (status != BLZ_OK) return explain(diags, document, options, &fault, status);
    return blz_json_text(out, length, expanded, 2);
}

static blz_status read_document(blz_dataset *data, blz_ctx *ctx, blz_source *document,
                                const blz_jsonld_options *options, blz_diags *diags)
{
    json_auto_t *json = NULL;
    json_auto_t *context = NULL;
    blz_ld_options how = {0};
    BLZ_SCOPED(blz_ld_fault) fault = {0};
    data->max_quads = blz_ctx_limit(ctx, BLZ_LIMIT_NODES);
    BLZ_TRY(read_json(&json, ctx, document, diags));
    BLZ_TRY(set_options(&how, &context, ctx, options, diags));
    blz_status status = blz_ld_to_rdf(data, ctx, json, &how, &fault);
    return status == BLZ_OK ? BLZ_OK : explain(diags, document, options, &fault, status);
}

/* The commonest mistake is the other format. */
static const char *nquads_hint(const char *text)
{
    text += strspn(text, " \t\r\n");
    return *text == '{' || *text == '[' ? "this looks like JSON-LD, not like N-Quads" : NULL;
}

static blz_status read_nquads(blz_dataset *data, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    blz_nquads_fault fault = {0};
    size_t length = 0;
    const char *text = blz_source_bytes(source, &length);
    data->max_quads = blz_ctx_limit(ctx, BLZ_LIMIT_NODES);
    if (length > blz_ctx_limit(ctx, BLZ_LIMIT_BYTES))
        return report_work(diags, source, "the text is larger than blazon reads", NULL);
    blz_status status = blz_nquads_read(data, text, length, &fault);
    if (status == BLZ_ERR_LIMIT)
        return report_work(diags, source, "the text has more quads than blazon reads", NULL);
    if (status != BLZ_ERR_SYNTAX) return status;
    return add(diags, "BLZ734",
               &(blz_diag){.source = source,
                           .span = {fault.line, fault.column, fault.line, fault.column},
                           .message = fault.message,
                           .hint = nquads_hint(text)},
               status);
}

blz_status blz_jsonld_nquads(char **out, size_t *length, blz_ctx *ctx, blz_source *document,
                             const blz_jsonld_options *options, blz_diags *diags)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(read_document(&data, ctx, document, options, diags));
    BLZ_TRY(blz_nquads_write(&text, &data));
    return blz_buf_take(&text, out, length);
}

/* Which label got which number: by_number[n] is the blank node of "_:c14nN". A node that stands in no quad
 * has none. */
static void mark(const blz_term **by_number, const uint32_t *numbers, const blz_term *term)
{
    if (term && term->kind == BLZ_TERM_BLANK) by_number[numbers[term->blank]] = term;
}

static blz_status put_issued(blz_buf *out, const blz_term **by_number, const blz_dataset *data,
                             const uint32_t *numbers)
{
    const char *between = "{\n  ";
    for (size_t i = 0; i < data->count; i++) {
        mark(by_number, numbers, data->quads[i].subject);
        mark(by_number, numbers, data->quads[i].object);
        mark(by_number, numbers, data->quads[i].graph);
    }
    for (size_t i = 0; i < data->blank_count && by_number[i]; i++) {
        blz_buf_puts(out, between);
        blz_json_write_string(out, by_number[i]->form + 2, by_number[i]->length - 2);
        blz_buf_printf(out, ": \"c14n%zu\"", i);
        between = ",\n  ";
    }
    return blz_buf_puts(out, *between == '{' ? "{}\n" : "\n}\n");
}

static blz_status write_issued(char **out, const blz_dataset *data, const uint32_t *numbers)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    const blz_term **by_number = blz_calloc(data->blank_count + 1, sizeof *by_number);
    if (!by_number) return BLZ_ERR_NOMEM;
    blz_status status = put_issued(&text, by_number, data, numbers);
    blz_free(by_number);
    return status == BLZ_OK ? blz_buf_take(&text, out, NULL) : status;
}

static blz_status canon(char **out, size_t *length, char **issued, const blz_dataset *data,
                        blz_source *source, const blz_rdfc_options *how, blz_diags *diags)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_AUTO(blz_text) map = NULL;
    uint32_t *numbers = NULL;
    blz_canon_options options = {0};
    if (how && how->hash == BLZ_RDFC_SHA384) options.hash = BLZ_HASH_SHA384;
    if (how) options.budget = how->budget;
    blz_status status = blz_canon_write(&text, issued ? &numbers : NULL, data, &options);
    if (status == BLZ_OK && issued) status = write_issued(&map, data, numbers);
    blz_free(numbers);
    if (status == BLZ_ERR_INVALID)
        return add(diags, "BLZ736",
                   &(blz_diag){.source = source,
                               .message = "a property is a blank node, and only RDF has a canonical form",
                               .hint = "give the property an address, or leave the generalized RDF out"},
                   status);
    if (status == BLZ_ERR_LIMIT)
        return report_work(
            diags, source,
            "this graph was given up: its blank nodes look so much alike that telling them apart "
            "would take too long",
            "give an id to the nodes that look alike");
    BLZ_TRY(status);
    BLZ_TRY(blz_buf_take(&text, out, length));
    if (issued) *issued = BLZ_STEAL(map);
    return BLZ_OK;
}

blz_status blz_jsonld_canon(char **out, size_t *length, char **issued, blz_ctx *ctx, blz_source *document,
                            const blz_jsonld_options *options, const blz_rdfc_options *how, blz_diags *diags)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_TRY(read_document(&data, ctx, document, options, diags));
    return canon(out, length, issued, &data, document, how, diags);
}

blz_status blz_nquads_canon(char **out, size_t *length, char **issued, blz_ctx *ctx, blz_source *nquads,
                            const blz_rdfc_options *how, blz_diags *diags)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_TRY(read_nquads(&data, ctx, nquads, diags));
    return canon(out, length, issued, &data, nquads, how, diags);
}

blz_status blz_json_canon(char **out, size_t *length, blz_ctx *ctx, blz_source *json, blz_diags *diags)
{
    json_auto_t *value = NULL;
    BLZ_TRY(blz_json_read_nul(&value, ctx, json, diags));
    return blz_jcs_text(out, length, value);
}
