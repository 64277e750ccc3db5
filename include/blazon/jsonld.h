#ifndef BLAZON_JSONLD_H
#define BLAZON_JSONLD_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * The steps under an embedded proof, one by one and text to text: JSON-LD 1.1 expansion, its RDF as N-Quads,
 * and the canonical forms that are hashed (RDFC-1.0, RFC 8785).
 *
 *     blz_source *source = NULL;
 *     char *quads = NULL;
 *     blz_status status = blz_source_new(&source, "badge.json", bytes, length);
 *     if (status == BLZ_OK)
 *         status = blz_jsonld_canon(&quads, NULL, NULL, ctx, source,
 *                                   &(blz_jsonld_options){.safe = true}, NULL, diags);
 *     if (status == BLZ_OK)
 *         fputs(quads, stdout);
 *     blz_free(quads);
 *     blz_source_unref(source);
 *
 * Contexts that are part of the library are used as they are; others come from the loader of the context,
 * never from the network on their own. Results are UTF-8 with a NUL behind them that the length does not
 * count, yours, freed with blz_free(); every `length` may be NULL.
 *
 * All of these end alike. BLZ_ERR_SYNTAX: the text is not JSON (BLZ005, BLZ006, BLZ007) or not N-Quads
 * (BLZ734); BLZ_ERR_INVALID: it breaks a rule of JSON-LD (BLZ731), safe mode refuses it (BLZ732), or it is no
 * RDF and so has no canonical form (BLZ736);
 * BLZ_ERR_NOT_FOUND: a context cannot be had (BLZ733); BLZ_ERR_LIMIT: it asks for too much work (BLZ735). The
 * reason of these is in `diags` with its place; the messages of BLZ731 to BLZ733 begin with the error code of
 * the JSON-LD API, 9.6, and a colon, as `protected term redefinition: `. BLZ_ERR_ARGUMENT: a base without a
 * scheme (BLZ903). BLZ_ERR_NOMEM; BLZ_ERR_CRYPTO.
 */

BLZ_BEGIN_DECLS

/** Which version's rules hold: JsonLdOptions.processingMode. */
typedef enum blz_jsonld_mode {
    BLZ_JSONLD_1_1 = 0, /**< `json-ld-1.1` */
    BLZ_JSONLD_1_0,     /**< `json-ld-1.0`: what came with 1.1 is an error */
} blz_jsonld_mode;

/** How RDF tells the direction of a text: JsonLdOptions.rdfDirection. */
typedef enum blz_jsonld_direction {
    BLZ_JSONLD_NO_DIRECTION = 0, /**< not at all */
    BLZ_JSONLD_I18N_DATATYPE,    /**< `i18n-datatype` */
    BLZ_JSONLD_COMPOUND_LITERAL, /**< `compound-literal` */
} blz_jsonld_direction;

/** JSON-LD API, 9.3, JsonLdOptions. All zero is the default of the specification. */
typedef struct blz_jsonld_options {
    const char *base;           /**< IRI of the document; NULL: none, and relative references stay relative */
    blz_source *expand_context; /**< JSON: a context, or an object with an `@context`, to start with; NULL */
    blz_jsonld_mode mode;       /**< BLZ_JSONLD_1_1 by default */
    blz_jsonld_direction direction; /**< nothing that blz_jsonld_expand() does depends on it */
    bool generalized; /**< blank nodes as predicates are kept (produceGeneralizedRdf); the result is then no
                         RDF */
    bool ordered;     /**< members are taken in the order of their names, not of the text */
    bool safe;        /**< whatever would be left out silently is an error: what is signed must be whole */
} blz_jsonld_options;

/** The hash inside RDFC-1.0. */
typedef enum blz_rdfc_hash {
    BLZ_RDFC_SHA256 = 0, /**< SHA-256 */
    BLZ_RDFC_SHA384,     /**< SHA-384 */
} blz_rdfc_hash;

/** How to canonicalize. All zero is the default. */
typedef struct blz_rdfc_options {
    blz_rdfc_hash hash; /**< BLZ_RDFC_SHA256 by default */
    size_t budget; /**< steps that may be spent on blank nodes that look alike; 0: the default, many times
                      what any credential needs, and spent within a second */
} blz_rdfc_options;

/** Writes the expanded form of a JSON-LD document: JSON, indented by two spaces. `options` may be NULL. */
BLZ_API BLZ_MUST_USE blz_status blz_jsonld_expand(char **out, size_t *length, blz_ctx *ctx,
                                                  blz_source *document, const blz_jsonld_options *options,
                                                  blz_diags *diags);

/** Writes the RDF of a JSON-LD document: N-Quads in the order of the document, escaped as in the canonical
 * form. `options` may be NULL. */
BLZ_API BLZ_MUST_USE blz_status blz_jsonld_nquads(char **out, size_t *length, blz_ctx *ctx,
                                                  blz_source *document, const blz_jsonld_options *options,
                                                  blz_diags *diags);

/** Writes the RDF of a JSON-LD document in the canonical form of RDFC-1.0. `issued`, if not NULL, gets the
 * issued identifiers as one JSON object: labels of the blank nodes as members, canonical labels as values,
 * both without `_:`, in the order of the canonical ones. `options` and `how` may be NULL. */
BLZ_API BLZ_MUST_USE blz_status blz_jsonld_canon(char **out, size_t *length, char **issued, blz_ctx *ctx,
                                                 blz_source *document, const blz_jsonld_options *options,
                                                 const blz_rdfc_options *how, blz_diags *diags);

/** The same for a text in N-Quads. */
BLZ_API BLZ_MUST_USE blz_status blz_nquads_canon(char **out, size_t *length, char **issued, blz_ctx *ctx,
                                                 blz_source *nquads, const blz_rdfc_options *how,
                                                 blz_diags *diags);

/** Writes a JSON text in the canonical form of RFC 8785 (JCS), without a line end. Every number is the double
 * nearest to it, as in ECMAScript, also a whole number beyond 64 bits. */
BLZ_API BLZ_MUST_USE blz_status blz_json_canon(char **out, size_t *length, blz_ctx *ctx, blz_source *json,
                                               blz_diags *diags);

BLZ_END_DECLS

#endif
