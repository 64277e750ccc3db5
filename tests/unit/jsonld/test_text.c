#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "base/ctx.h"
#include "base/diag.h"
#include "unit/failing.h"

#include <blazon/jsonld.h>

#define BADGE                                                                                                \
    "{\"@context\": {\"@vocab\": \"https://schema.org/\"}, \"@id\": \"did:example:jane\",\n"                 \
    " \"name\": \"Jane\", \"knows\": {\"name\": \"Joe\"}}"
#define QUADS                                                                                                \
    "<did:example:jane> <https://schema.org/knows> _:c14n0 .\n"                                              \
    "<did:example:jane> <https://schema.org/name> \"Jane\" .\n"                                              \
    "_:c14n0 <https://schema.org/name> \"Joe\" .\n"

/* What a call needs and what it gives. */
typedef struct desk {
    blz_ctx *ctx;
    blz_source *source, *context;
    blz_diags *diags;
    char *out, *issued;
    size_t length;
} desk;

static void desk_open(desk *d, const char *text)
{
    *d = (desk){0};
    ck_assert_ok(blz_ctx_new(&d->ctx));
    ck_assert_ok(blz_source_new(&d->source, "badge.json", text, strlen(text)));
    ck_assert_ok(blz_diags_new(&d->diags));
}

static void desk_close(desk *d)
{
    blz_free(d->out);
    blz_free(d->issued);
    blz_diags_free(d->diags);
    blz_source_unref(d->source);
    blz_source_unref(d->context);
    blz_ctx_free(d->ctx);
}

/* The message and the place of the only diagnostic, "BLZ731 2:3 message". */
static void refused(desk *d, const char *expected)
{
    char text[512];
    ck_assert_uint_eq(blz_diags_count(d->diags), 1);
    ck_assert_ok(blz_diags_locate(d->diags));
    const blz_diag *diag = blz_diags_at(d->diags, 0);
    snprintf(text, sizeof text, "%s %zu:%zu %s", diag->rule->code, diag->span.line, diag->span.column,
             diag->message);
    ck_assert_msg(strncmp(text, expected, strlen(expected)) == 0, "%s", text);
    ck_assert_ptr_null(d->out);
    ck_assert_ptr_null(d->issued);
    desk_close(d);
}

START_TEST(the_steps)
{
    desk d;
    desk_open(&d, BADGE);
    ck_assert_ok(blz_jsonld_expand(&d.out, &d.length, d.ctx, d.source, NULL, d.diags));
    ck_assert_uint_eq(d.length, strlen(d.out));
    ck_assert_ptr_nonnull(strstr(d.out, "\"https://schema.org/name\": [\n"));
    blz_free(d.out);
    ck_assert_ok(blz_jsonld_nquads(&d.out, &d.length, d.ctx, d.source, NULL, d.diags));
    ck_assert_uint_eq(d.length, strlen(d.out));
    ck_assert_ptr_nonnull(strstr(d.out, "<did:example:jane> <https://schema.org/name> \"Jane\" .\n"));
    blz_free(d.out);
    ck_assert_ok(blz_jsonld_canon(&d.out, &d.length, &d.issued, d.ctx, d.source, NULL, NULL, d.diags));
    ck_assert_uint_eq(d.length, strlen(d.out));
    ck_assert_str_eq(d.out, QUADS);
    ck_assert_ptr_nonnull(strstr(d.issued, "\": \"c14n0\"\n}\n"));
    ck_assert_uint_eq(blz_diags_count(d.diags), 0);
    desk_close(&d);
}
END_TEST

START_TEST(no_length_and_no_map_wanted)
{
    desk d;
    desk_open(&d, "_:x <urn:p> _:y .\n");
    ck_assert_ok(blz_nquads_canon(&d.out, NULL, NULL, d.ctx, d.source, NULL, d.diags));
    ck_assert_str_eq(d.out, "_:c14n1 <urn:p> _:c14n0 .\n");
    desk_close(&d);
    desk_open(&d, "{\"b\": 1.0, \"a\": 100000000000000000000}");
    ck_assert_ok(blz_json_canon(&d.out, NULL, d.ctx, d.source, d.diags));
    ck_assert_str_eq(d.out, "{\"a\":100000000000000000000,\"b\":1}");
    desk_close(&d);
}
END_TEST

/* The issued identifiers come in the order of the canonical ones, without those that nothing needed. */
START_TEST(issued_identifiers)
{
    desk d;
    desk_open(&d, "_:z <urn:p> _:a .\n_:a <urn:q> \"x\" _:g .\n");
    ck_assert_ok(blz_nquads_canon(&d.out, NULL, &d.issued, d.ctx, d.source,
                                  &(blz_rdfc_options){.hash = BLZ_RDFC_SHA384}, d.diags));
    ck_assert_int_eq(strncmp(d.issued, "{\n  \"", 5), 0);
    ck_assert(strstr(d.issued, "c14n0") < strstr(d.issued, "c14n1"));
    ck_assert(strstr(d.issued, "c14n1") < strstr(d.issued, "c14n2"));
    ck_assert_ptr_null(strstr(d.issued, "c14n3"));
    ck_assert_ptr_null(strstr(d.issued, "_:"));
    desk_close(&d);
    desk_open(&d, "<urn:a> <urn:p> \"x\" .\n");
    ck_assert_ok(blz_nquads_canon(&d.out, NULL, &d.issued, d.ctx, d.source, NULL, d.diags));
    ck_assert_str_eq(d.issued, "{}\n");
    desk_close(&d);
}
END_TEST

static void expand_refuses(const char *text, const blz_jsonld_options *how, blz_status status,
                           const char *expected)
{
    desk d;
    desk_open(&d, text);
    ck_assert_int_eq(blz_jsonld_expand(&d.out, &d.length, d.ctx, d.source, how, d.diags), status);
    refused(&d, expected);
}

START_TEST(refusals)
{
    static const char unsafe[] = "{\"@id\": \"did:example:a\",\n \"name\": \"Jane\"}";
    expand_refuses("{\n \"a\": }", NULL, BLZ_ERR_SYNTAX, "BLZ007 2:7 ");
    expand_refuses("{\n \"@context\": {\"a\": 5}}", NULL, BLZ_ERR_INVALID,
                   "BLZ731 2:14 invalid term definition: ");
    expand_refuses(unsafe, &(blz_jsonld_options){.safe = true}, BLZ_ERR_INVALID, "BLZ732 2:2 safe mode: ");
    expand_refuses("{\"@context\": \"https://badges.example.edu/c\"}", NULL, BLZ_ERR_NOT_FOUND,
                   "BLZ733 1:14 loading remote context failed: ");
    expand_refuses("{\n \"@id\": \"urn:a\\u0000\"}", NULL, BLZ_ERR_SYNTAX, "BLZ007 2:9 the NUL character");
    expand_refuses("{\"@graph\": [\"x\", \"\\u0000\"]}", NULL, BLZ_ERR_SYNTAX, "BLZ007 1:18 the NUL");
    expand_refuses("{}", &(blz_jsonld_options){.base = "badge"}, BLZ_ERR_ARGUMENT,
                   "BLZ903 0:0 the base \"badge\" is no full address");
    expand_refuses("{}", &(blz_jsonld_options){.base = "https://a b"}, BLZ_ERR_ARGUMENT, "BLZ903 0:0 ");
    expand_refuses("{}", &(blz_jsonld_options){.base = ":a"}, BLZ_ERR_ARGUMENT, "BLZ903 0:0 ");
    expand_refuses("{}", &(blz_jsonld_options){.base = "https://a/\xff"}, BLZ_ERR_ARGUMENT, "BLZ903 0:0 ");
}
END_TEST

START_TEST(what_is_too_much)
{
    desk d;
    desk_open(&d, "_:x <urn:p> _:y .\n_:y <urn:p> _:x .\n");
    blz_ctx_set_limit(d.ctx, BLZ_LIMIT_NODES, 1);
    ck_assert_int_eq(blz_nquads_canon(&d.out, NULL, &d.issued, d.ctx, d.source, NULL, d.diags),
                     BLZ_ERR_LIMIT);
    refused(&d, "BLZ735 0:0 the text has more quads than blazon reads");
    desk_open(&d, "_:x <urn:p> _:y .\n");
    blz_ctx_set_limit(d.ctx, BLZ_LIMIT_BYTES, 4);
    ck_assert_int_eq(blz_nquads_canon(&d.out, NULL, &d.issued, d.ctx, d.source, NULL, d.diags),
                     BLZ_ERR_LIMIT);
    refused(&d, "BLZ735 0:0 the text is larger than blazon reads");
    desk_open(&d, "_:a <urn:p> _:b .\n_:b <urn:p> _:c .\n_:c <urn:p> _:a .\n"
                  "_:d <urn:p> _:e .\n_:e <urn:p> _:f .\n_:f <urn:p> _:d .\n");
    ck_assert_int_eq(
        blz_nquads_canon(&d.out, NULL, &d.issued, d.ctx, d.source, &(blz_rdfc_options){.budget = 1}, d.diags),
        BLZ_ERR_LIMIT);
    refused(&d, "BLZ735 0:0 this graph was given up");
}
END_TEST

START_TEST(generalized)
{
    static const char text[] =
        "{\"@context\": {\"says\": \"_:says\"}, \"@id\": \"did:example:a\", \"says\": \"x\"}";
    blz_jsonld_options how = {.generalized = true};
    desk d;
    desk_open(&d, text);
    ck_assert_ok(blz_jsonld_nquads(&d.out, NULL, d.ctx, d.source, &how, d.diags));
    ck_assert_str_eq(d.out, "<did:example:a> _:b0 \"x\" .\n");
    blz_free(d.out);
    d.out = NULL;
    ck_assert_int_eq(blz_jsonld_canon(&d.out, NULL, &d.issued, d.ctx, d.source, &how, NULL, d.diags),
                     BLZ_ERR_INVALID);
    refused(&d, "BLZ736 0:0 a property is a blank node");
}
END_TEST

START_TEST(place_in_nquads)
{
    desk d;
    desk_open(&d, "# one\n<urn:a> <urn:b> \"x\" <urn:c .\n");
    ck_assert_int_eq(blz_nquads_canon(&d.out, NULL, &d.issued, d.ctx, d.source, NULL, d.diags),
                     BLZ_ERR_SYNTAX);
    refused(&d, "BLZ734 2:");
}
END_TEST

START_TEST(expand_context)
{
    static const char context[] = "{\"@context\": {\"name\": \"https://schema.org/name\"}}";
    desk d;
    desk_open(&d, "{\"@id\": \"did:example:a\", \"name\": \"Jane\"}");
    ck_assert_ok(blz_source_new(&d.context, "context.json", context, strlen(context)));
    ck_assert_ok(blz_jsonld_nquads(&d.out, NULL, d.ctx, d.source,
                                   &(blz_jsonld_options){.expand_context = d.context}, d.diags));
    ck_assert_str_eq(d.out, "<did:example:a> <https://schema.org/name> \"Jane\" .\n");
    desk_close(&d);
    desk_open(&d, "{}");
    ck_assert_ok(blz_source_new(&d.context, "context.json", "{", 1));
    ck_assert_int_eq(blz_jsonld_nquads(&d.out, NULL, d.ctx, d.source,
                                       &(blz_jsonld_options){.expand_context = d.context}, d.diags),
                     BLZ_ERR_SYNTAX);
    ck_assert_str_eq(blz_source_name(blz_diags_at(d.diags, 0)->source), "context.json");
    desk_close(&d);
}
END_TEST

static void with_failing_memory(const char *text, const blz_jsonld_options *how, blz_status otherwise)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        desk d;
        desk_open(&d, text);
        blz_mem_set_failing(fails_at, &f);
        blz_status expanded = blz_jsonld_expand(&d.out, &d.length, d.ctx, d.source, how, d.diags);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(expanded, failed(&f) ? BLZ_ERR_NOMEM : otherwise);
        desk_close(&d);
    }
    for (EACH_ALLOCATION_FAILS(g)) {
        desk d;
        desk_open(&d, text);
        blz_mem_set_failing(fails_at, &g);
        blz_status made = blz_jsonld_canon(&d.out, &d.length, &d.issued, d.ctx, d.source, how, NULL, d.diags);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(made, failed(&g) ? BLZ_ERR_NOMEM : otherwise);
        ck_assert(otherwise == BLZ_OK && !failed(&g) ? d.out && d.issued : !d.out && !d.issued);
        desk_close(&d);
    }
}

START_TEST(memory)
{
    blz_jsonld_options safe = {.safe = true};
    with_failing_memory(BADGE, &safe, BLZ_OK);
    with_failing_memory("{\"a\": 1}", &safe, BLZ_ERR_INVALID);
    with_failing_memory("{\"@context\": \"https://badges.example.edu/c\"}", &safe, BLZ_ERR_NOT_FOUND);
}
END_TEST

UNIT_MAIN("jsonld/text", the_steps, no_length_and_no_map_wanted, issued_identifiers, refusals,
          what_is_too_much, generalized, place_in_nquads, expand_context, memory)
