/* A JSON-LD document: context processing, expansion and RDF, with contexts of the library, inline ones, and
 * the document itself as a remote context. What safe mode lets pass is the same without it, and an expanded
 * document stays as it is. */

#include <string.h>

#include "codec/json_read.h"
#include "fuzz.h"
#include "jsonld/jsonld.h"
#include "rdf/canon.h"

enum { DEPTH = 64, QUADS = 20000 };

typedef struct input {
    const char *text;
    size_t length;
} input;

/* "x:self" is the document; all else is not to be had. */
static blz_status serve(void *user, const char *url, blz_document *out)
{
    const input *in = user;
    if (strcmp(url, "x:self") != 0) return BLZ_ERR_NOT_FOUND;
    char *copy = blz_strndup(in->text, in->length);
    if (!copy) return BLZ_ERR_NOMEM;
    *out = (blz_document){.bytes = copy, .length = in->length};
    return BLZ_OK;
}

static void check_fault(blz_status status, blz_ld_fault *fault)
{
    FUZZ_ASSERT(status == BLZ_OK || status == BLZ_ERR_INVALID || status == BLZ_ERR_NOT_FOUND ||
                status == BLZ_ERR_LIMIT);
    FUZZ_ASSERT((status == BLZ_ERR_INVALID || status == BLZ_ERR_NOT_FOUND) == (fault->code != NULL));
    FUZZ_ASSERT(!fault->code || (fault->message && fault->message[0]));
    blz_ld_fault_clear(fault);
}

static json_t *expand(blz_ctx *ctx, const json_t *document, const blz_ld_options *options)
{
    json_t *out = NULL;
    blz_ld_fault fault = {0};
    check_fault(blz_ld_expand(&out, ctx, document, options, &fault), &fault);
    return out;
}

/* The canonical form; NULL if there is none. */
static char *canonical(blz_ctx *ctx, const json_t *document, const blz_ld_options *options)
{
    char *text = NULL;
    blz_ld_fault fault = {0};
    BLZ_SCOPED(blz_dataset) data = {.max_quads = QUADS};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_status status = blz_ld_to_rdf(&data, ctx, document, options, &fault);
    check_fault(status, &fault);
    if (status != BLZ_OK || options->generalized) return NULL;
    status = blz_canon_write(&out, NULL, &data, &(blz_canon_options){.budget = QUADS});
    FUZZ_ASSERT(status == BLZ_OK || status == BLZ_ERR_LIMIT);
    if (status == BLZ_OK) FUZZ_ASSERT(blz_buf_take(&out, &text, NULL) == BLZ_OK);
    return text;
}

/* The order of members changes nothing in RDF, nor does it matter whether a document was expanded before.
 * What is relative then stays so: it was not to be resolved. */
static void compare(blz_ctx *ctx, const json_t *document)
{
    const blz_ld_options plain = {.direction = BLZ_LD_I18N_DATATYPE, .base = "http://a/b/c"},
                         ordered = {.direction = BLZ_LD_I18N_DATATYPE,
                                    .base = "http://a/b/c",
                                    .ordered = true},
                         again = {.direction = BLZ_LD_I18N_DATATYPE};
    json_t *expanded = expand(ctx, document, &ordered);
    char *left = canonical(ctx, document, &plain),
         *right = expanded ? canonical(ctx, expanded, &again) : NULL;
    if (left && right) FUZZ_ASSERT(strcmp(left, right) == 0);
    blz_free(left);
    blz_free(right);
    json_decref(expanded);
}

static void go_through(blz_ctx *ctx, const json_t *document)
{
    static const blz_ld_options safely = {.safe = true, .direction = BLZ_LD_I18N_DATATYPE},
                                plain = {.direction = BLZ_LD_I18N_DATATYPE},
                                old = {.mode = BLZ_LD_1_0, .direction = BLZ_LD_COMPOUND_LITERAL},
                                general = {.generalized = true, .base = "http://a/b/c"};
    json_t *safe = expand(ctx, document, &safely), *unsafe = expand(ctx, document, &plain);
    if (safe) FUZZ_ASSERT(unsafe && json_equal(safe, unsafe));
    json_decref(safe);
    json_decref(unsafe);
    json_decref(expand(ctx, document, &old));
    blz_free(canonical(ctx, document, &safely));
    blz_free(canonical(ctx, document, &old));
    blz_free(canonical(ctx, document, &general));
    compare(ctx, document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    blz_ctx *ctx = NULL;
    json_t *document = NULL;
    input in = {size ? (const char *)data : "", size};
    if (blz_json_parse(&document, in.text, in.length, DEPTH, NULL, NULL) != BLZ_OK) return 0;
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK);
    blz_ctx_set_loader(ctx, serve, &in);
    go_through(ctx, document);
    blz_ctx_free(ctx);
    json_decref(document);
    return 0;
}
