#ifndef BLAZON_TESTS_UNIT_LD_H
#define BLAZON_TESTS_UNIT_LD_H

/* JSON-LD in tests. Texts have ' for ", so that they can be read. */

#include "unit/unit.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/ctx.h"
#include "jsonld/jsonld.h"
#include "jsonld/run.h"
#include "rdf/canon.h"
#include "rdf/nquads.h"

static inline void ld_swap(char *text, char from, char to)
{
    for (; *text; text++)
        if (*text == from) *text = to;
}

static inline json_t *ld_parse(const char *text)
{
    json_error_t error;
    char *copy = strdup(text);
    ck_assert_ptr_nonnull(copy);
    ld_swap(copy, '\'', '"');
    json_t *json = json_loads(copy, JSON_DECODE_ANY, &error);
    ck_assert_msg(json != NULL, "%s: %s", text, error.text);
    free(copy);
    return json;
}

/* Members in order. Free with free(). */
static inline char *ld_text(const json_t *json)
{
    char *text = json_dumps(json, JSON_ENCODE_ANY | JSON_COMPACT | JSON_SORT_KEYS);
    ck_assert_ptr_nonnull(text);
    ld_swap(text, '"', '\'');
    return text;
}

static inline blz_ctx *ld_context(void)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    return ctx;
}

/* The document expands to this. */
static inline void ld_expands_with(const blz_ld_options *options, const char *document, const char *expanded)
{
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse(document), *wanted = ld_parse(expanded), *got = NULL;
    blz_ld_fault fault = {0};
    blz_status status = blz_ld_expand(&got, ctx, json, options, &fault);
    ck_assert_msg(status == BLZ_OK, "%s: %s, %s", document, fault.code ? fault.code : blz_status_text(status),
                  fault.message ? fault.message : "");
    char *left = ld_text(got), *right = ld_text(wanted);
    ck_assert_msg(strcmp(left, right) == 0, "%s became %s, not %s", document, left, right);
    free(left);
    free(right);
    json_decref(got);
    json_decref(wanted);
    json_decref(json);
    blz_ctx_free(ctx);
}

static inline void ld_expands(const char *document, const char *expanded)
{
    ld_expands_with(NULL, document, expanded);
}

/* The document becomes this, in canonical order; ' stands for " there, too. */
static inline void ld_becomes(const blz_ld_options *options, const char *document, const char *quads)
{
    blz_ctx *ctx = ld_context();
    json_t *json = ld_parse(document);
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    blz_ld_fault fault = {0};
    blz_status status = blz_ld_to_rdf(&data, ctx, json, options, &fault);
    ck_assert_msg(status == BLZ_OK, "%s: %s, %s", document, fault.code ? fault.code : blz_status_text(status),
                  fault.message ? fault.message : "");
    ck_assert_ok(blz_canon_write(&text, NULL, &data, NULL));
    ck_assert_ok(blz_buf_puts(&text, ""));
    ld_swap(text.data, '"', '\'');
    ck_assert_msg(strcmp(text.data, quads) == 0, "%s became\n%s, not\n%s", document, text.data, quads);
    json_decref(json);
    blz_ctx_free(ctx);
}

/* What is expected of a refusal: NULL where it does not matter. */
typedef struct ld_refusal {
    const char *document, *code, *pointer, *term, *message;
} ld_refusal;

static inline void ld_compare(const char *what, const ld_refusal *r, const char *wanted, const char *got)
{
    if (wanted)
        ck_assert_msg(got && strcmp(got, wanted) == 0, "%s: the %s is \"%s\", not \"%s\"", r->document, what,
                      got ? got : "(none)", wanted);
}

static inline void ld_refuses_json(const blz_ld_options *options, const json_t *json, const ld_refusal *r,
                                   bool to_rdf)
{
    blz_ctx *ctx = ld_context();
    json_t *got = NULL;
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_ld_fault fault = {0};
    blz_status status = to_rdf ? blz_ld_to_rdf(&data, ctx, json, options, &fault)
                               : blz_ld_expand(&got, ctx, json, options, &fault);
    ck_assert_msg(status == BLZ_ERR_INVALID, "%s: %s, %s", r->document, blz_status_text(status),
                  fault.message ? fault.message : "");
    ld_compare("code", r, r->code, fault.code);
    ld_compare("pointer", r, r->pointer, fault.pointer);
    ld_compare("term", r, r->term, fault.term);
    if (r->message)
        ck_assert_msg(strstr(fault.message, r->message) != NULL, "%s: \"%s\" is not in \"%s\"", r->document,
                      r->message, fault.message);
    blz_ld_fault_clear(&fault);
    ck_assert_int_eq(blz_ld_expand(&got, ctx, json, options, NULL), to_rdf ? BLZ_OK : BLZ_ERR_INVALID);
    json_decref(got);
    blz_ctx_free(ctx);
}

static inline void ld_refuses(const blz_ld_options *options, const ld_refusal *refusals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        json_t *json = ld_parse(refusals[i].document);
        ld_refuses_json(options, json, &refusals[i], false);
        json_decref(json);
    }
}

/* A context of one definition, and what is said of it. */
static inline void ld_refuses_definitions(const blz_ld_options *options, const ld_refusal *cases,
                                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char document[400];
        ld_refusal whole = cases[i];
        snprintf(document, sizeof document, "{'@context': {%s}}", cases[i].document);
        whole.document = document;
        if (!whole.pointer) whole.pointer = "/@context";
        ld_refuses(options, &whole, 1);
    }
}

/* A run over nothing, to call parts of the algorithms. */
static inline void ld_open(blz_ld_run *run, blz_ctx *ctx, blz_arena *arena, blz_ld_fault *fault)
{
    static const blz_ld_options plain;
    *run = (blz_ld_run){.ctx = ctx, .arena = arena, .options = &plain, .fault = fault};
}

#endif
