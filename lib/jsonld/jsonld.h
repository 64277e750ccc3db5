#ifndef BLZ_JSONLD_JSONLD_H
#define BLZ_JSONLD_JSONLD_H

/* JSON-LD 1.1 Processing Algorithms and API: expansion and deserialization to RDF.
 *
 *     blz_ld_fault fault = {0};
 *     BLZ_SCOPED(blz_dataset) data = {0};
 *     status = blz_ld_to_rdf(&data, ctx, document, &(blz_ld_options){.safe = true}, &fault);
 *     if (status == BLZ_ERR_INVALID) ...  fault.code, fault.message, fault.pointer
 *     blz_ld_fault_clear(&fault);
 *
 * Contexts that are part of the library (schemas/contexts) are processed once in a process and shared by all
 * threads; others come from the loader of `ctx` and are kept on that context. */

#include <jansson.h>
#include <stdbool.h>

#include "base/ctx.h"
#include "rdf/dataset.h"

typedef enum blz_ld_mode { BLZ_LD_1_1 = 0, BLZ_LD_1_0 } blz_ld_mode;

typedef enum blz_ld_direction {
    BLZ_LD_NO_DIRECTION = 0, /* the direction of a text is dropped */
    BLZ_LD_I18N_DATATYPE,
    BLZ_LD_COMPOUND_LITERAL,
} blz_ld_direction;

/* JSON-LD API, 9.3, JsonLdOptions. All zero is the default of the specification. */
typedef struct blz_ld_options {
    const char *base;             /* IRI of the document; NULL: none, relative references stay relative */
    const json_t *expand_context; /* a context, or an object with @context; NULL: none */
    blz_ld_mode mode;
    blz_ld_direction direction;
    bool generalized; /* blank nodes as predicates are kept (produceGeneralizedRdf) */
    bool ordered;     /* members in lexicographic order */
    bool safe; /* whatever would be dropped, or cannot be an absolute IRI, is an error with the code "safe
                  mode" */
    bool compacted; /* and so is what has a meaning to JSON-LD that nobody sees who reads the JSON: a word of
                       the vocabularies under another name, members by keyword, ids in short form */
} blz_ld_options;

/* Why a document was refused. Texts belong to the fault; release them with blz_ld_fault_clear(). */
typedef struct blz_ld_fault {
    const char *code; /* JSON-LD API, 9.6 JsonLdErrorCode, for instance "protected term redefinition"; or
                         "safe mode"; static. NULL: no fault */
    char *message;    /* plain words: what is so, and what to do */
    char *pointer;    /* RFC 6901, into the document; NULL where it is not in the document */
    char *term;       /* that the fault is about; NULL if there is none */
} blz_ld_fault;

void blz_ld_fault_clear(blz_ld_fault *fault);

/* Expands `document`. `*out` is a new reference to an array. `fault` may be NULL. Errors: BLZ_ERR_INVALID
 * with `fault` set; BLZ_ERR_NOT_FOUND with `fault` set ("loading remote context failed" over a context that
 * is neither part of the library nor to be had from the loader); BLZ_ERR_LIMIT (too many contexts or nodes);
 * BLZ_ERR_NOMEM. */
blz_status blz_ld_expand(json_t **out, blz_ctx *ctx, const json_t *document, const blz_ld_options *options,
                         blz_ld_fault *fault) BLZ_MUST_USE;

/* Adds the quads of `document` (as it is, not expanded) to `data`. Errors: as blz_ld_expand(). */
blz_status blz_ld_to_rdf(blz_dataset *data, blz_ctx *ctx, const json_t *document,
                         const blz_ld_options *options, blz_ld_fault *fault) BLZ_MUST_USE;

/* Whether `document` could become RDF with these options: blz_ld_to_rdf() without the quads, for who does not
 * need them. Errors: the same, but for two values of @index at one node, which only RDF would bring together.
 */
blz_status blz_ld_check(blz_ctx *ctx, const json_t *document, const blz_ld_options *options,
                        blz_ld_fault *fault) BLZ_MUST_USE;

/* What the library knows of the context at `url`: whether it has it, and whether that one is open: it has
 * @vocab, so that every word means something and safe mode finds nothing wrong with any. Errors:
 * BLZ_ERR_NOMEM. */
blz_status blz_ld_context_kind(const char *url, bool *known, bool *open) BLZ_MUST_USE;

#endif
