#ifndef BLZ_CREDENTIAL_INTEGRITY_H
#define BLZ_CREDENTIAL_INTEGRITY_H

/* Data Integrity proofs (VC Data Integrity 1.0) of a JSON document: what the proofs say, whether their
 * signatures match, and making new ones. Whose key it is and whether its purpose, time and controller are
 * right is for the steps of verify to ask.
 *
 *     blz_integrity *sealed = NULL;
 *     BLZ_TRY(blz_integrity_open(&sealed, ctx, document));
 *     for (size_t i = 0; i < blz_integrity_count(sealed); i++)
 *         status = blz_integrity_verify(sealed, i, key, &fault);
 */

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "crypto/key.h"
#include "jsonld/jsonld.h"

enum {
    BLZ_PROOFS_MAX = 64, /* in one document */
    BLZ_PROOFS_REWRITTEN_MAX =
        8, /* over RDF, and on top of others: each takes a canonicalization of its own */
};

/* One entry of `proof`. Texts are borrowed from the document; NULL where the member is missing or no text. */
typedef struct blz_integrity_proof {
    const json_t *json; /* the entry; may be no object at all */
    const char *suite;  /* the cryptosuite of a DataIntegrityProof, else the type; how people call it */
    const char *id, *method, *purpose, *created, *expires, *domain, *challenge;
    uint64_t previous; /* bit i: builds on the proof at index i, directly or by way of others, and counts only
                          if that one is good too */
    bool known;        /* a suite that blazon has */
    bool old;          /* a suite that was given up, and is verified with a warning: eddsa-2022 */
    bool rdf;          /* signs the RDF, not the JSON: the document passes safe mode */
    bool parts; /* its holder chose what is shown, and may have left out anything that is not mandatory */
} blz_integrity_proof;

typedef struct blz_integrity blz_integrity;

/* Why a proof does not verify. */
typedef struct blz_integrity_fault {
    const char *message; /* plain words; lives as long as the blz_integrity */
    const char *pointer; /* into the document; NULL: the proof as a whole */
} blz_integrity_fault;

/* Looks at the proofs of `document`, which must outlive `*out`. What is wrong with one is told when it is
 * verified. Errors: BLZ_ERR_NOMEM. */
blz_status blz_integrity_open(blz_integrity **out, blz_ctx *ctx, const json_t *document) BLZ_MUST_USE;
void blz_integrity_free(blz_integrity *sealed);
/* Documents that are verified together, because one came inside another, share what may be spent on blank
 * nodes that look alike: `*spare` starts as BLZ_CANON_BUDGET and outlives `sealed`. */
void blz_integrity_share(blz_integrity *sealed, size_t *spare);
/* Entries of `proof`, 0 without one; a lone object is one entry. */
size_t blz_integrity_count(const blz_integrity *sealed);
const blz_integrity_proof *blz_integrity_at(const blz_integrity *sealed, size_t index);

/* Whether the document without its proofs is JSON-LD that loses nothing when it becomes RDF; the outcome is
 * kept, so that asking before verifying costs nothing more. `*fault` is borrowed. Errors: as blz_ld_to_rdf().
 */
blz_status blz_integrity_safe(blz_integrity *sealed, const blz_ld_fault **fault) BLZ_MUST_USE;

/* Why a document is refused with BLZ_ERR_LIMIT and no words of its own. */
#define BLZ_TOO_MUCH_WORK "the credential takes more work than any badge needs"

/* BLZ_OK: the proof value is a signature of `key` over this document, options and, in a chain, the previous
 * proofs, which are to be verified by themselves. BLZ_ERR_SIGNATURE: it is not. BLZ_ERR_INVALID: the proof is
 * not as its suite asks (length, encoding, dates, @context, kind of key, a previous proof that is not there),
 * or the document is not safe JSON-LD. BLZ_ERR_UNSUPPORTED: another suite. BLZ_ERR_NOT_FOUND: a context
 * cannot be had. BLZ_ERR_LIMIT: the graph takes too much work, or there are more than BLZ_PROOFS_MAX proofs.
 * All of them with `fault` (may be NULL) set. BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO: not known. */
blz_status blz_integrity_verify(blz_integrity *sealed, size_t index, const blz_key *key,
                                blz_integrity_fault *fault) BLZ_MUST_USE;

/* Makes a proof of the document, which is not changed: `options` (type, cryptosuite, created,
 * verificationMethod, ... of the proof; a previousProof names proofs that the document has) with their
 * `proofValue`, and for a suite over JSON the `@context` with which it was signed. `*out` is a new reference.
 * Errors: BLZ_ERR_ARGUMENT: a public key, a suite that `key` does not go with, or one that is not made;
 * BLZ_ERR_INVALID, BLZ_ERR_NOT_FOUND, BLZ_ERR_LIMIT: as blz_integrity_verify(), with `fault` (may be NULL)
 * set; BLZ_ERR_NOMEM; BLZ_ERR_CRYPTO. */
blz_status blz_integrity_sign(json_t **out, blz_integrity *sealed, const json_t *options, const blz_key *key,
                              blz_integrity_fault *fault) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_integrity, blz_integrity_free)

#endif
