#ifndef BLZ_CREDENTIAL_PROOF_H
#define BLZ_CREDENTIAL_PROOF_H

/* The steps of verifying and of making one Data Integrity proof. */

#include "base/arena.h"
#include "credential/integrity.h"
#include "credential/suite.h"

typedef struct blz_proof_entry {
    blz_integrity_proof shown;
    const blz_suite *suite; /* NULL: another suite */
    uint64_t before;        /* the proofs that its previousProof names; part of what it signs */
} blz_proof_entry;

/* The digest of the document as it stands, which all proofs of a set share. */
typedef struct blz_document_digest {
    bool known;
    uint8_t bytes[BLZ_DIGEST_MAX];
} blz_document_digest;

struct blz_integrity {
    blz_ctx *ctx;
    const json_t *document;
    blz_arena arena; /* entries, texts of faults */
    blz_proof_entry *entries;
    size_t count;
    bool too_many;      /* entries beyond BLZ_PROOFS_MAX were not looked at */
    json_t *bare;       /* the document without its proofs; its members are shared */
    bool checked;       /* `safe` is set */
    bool loaded;        /* and so is `data` */
    blz_status safe;    /* of `bare` as JSON-LD */
    blz_ld_fault fault; /* its reason */
    blz_dataset data;
    size_t own_spare, *spare; /* for canonicalizing: its own, or shared with other documents */
    size_t rewritten;         /* documents with previous proofs that were canonicalized */
    blz_document_digest digests[2][BLZ_HASH_COUNT_]; /* by blz_suite.rdf and hash */
};

/* One proof at work. */
typedef struct blz_proof_run {
    blz_integrity *sealed;
    const json_t *proof; /* with or without its value */
    const blz_suite *suite;
    uint64_t before; /* as in an entry */
    size_t index;    /* among the entries; sealed->count for a new one */
    blz_integrity_fault *fault;
} blz_proof_run;

/* Sets the fault; `member` (may be NULL) is that of the proof which is at fault. Returns `status`, or
 * BLZ_ERR_NOMEM. */
blz_status blz_proof_refuse(blz_proof_run *run, blz_status status, const char *member, const char *format,
                            ...) BLZ_PRINTF(4, 5) BLZ_MUST_USE;

/* VC Data Integrity, 2.1: the members of a proof but its value are there and are what they have to be. */
blz_status blz_proof_check_members(blz_proof_run *run) BLZ_MUST_USE;

/* The entries that a `previousProof` names, as bits; NULL names none. What it names in vain is left to the
 * check. */
uint64_t blz_proof_named(const blz_integrity *sealed, const json_t *previous);
/* Sets `before` and `previous` of all entries. */
void blz_proof_link(blz_integrity *sealed);
/* VC Data Integrity, 2.1.2 and 4.5: the previous proofs are there, each once, and the chain has no ring. */
blz_status blz_proof_check_chain(blz_proof_run *run) BLZ_MUST_USE;

/* Sets sealed->bare. */
blz_status blz_proof_bare(blz_integrity *sealed) BLZ_MUST_USE;
/* Sets sealed->safe without sealed->data, which no proof over JSON needs. */
blz_status blz_proof_check(blz_integrity *sealed) BLZ_MUST_USE;
/* Sets sealed->data; answers BLZ_OK or BLZ_ERR_NOMEM, and the outcome in sealed->safe. */
blz_status blz_proof_load(blz_integrity *sealed) BLZ_MUST_USE;

enum { BLZ_HASH_DATA_MAX = 2 * BLZ_DIGEST_MAX };

/* What the signature is over: the digest of the options, then that of the document. */
blz_status blz_proof_hash(blz_proof_run *run, blz_hash hash, uint8_t out[BLZ_HASH_DATA_MAX], size_t *size)
    BLZ_MUST_USE;

/* The two texts that are hashed, for tests and for people who look for a difference. */
blz_status blz_proof_options_text(blz_proof_run *run, blz_hash hash, blz_buf *out) BLZ_MUST_USE;
blz_status blz_proof_document_text(blz_proof_run *run, blz_hash hash, blz_buf *out) BLZ_MUST_USE;
/* The canonical form of the document by SHA-256, with `labels` in the place of c14n0, c14n1, ...
 * (rdf/canon.h). BLZ_ERR_INVALID without a fault: a blank node has none. */
blz_status blz_proof_labelled_text(blz_proof_run *run, const char *const *labels, size_t count, blz_buf *out)
    BLZ_MUST_USE;

/* What one signature over a statement costs, in the units of rdf/canon.h. */
enum { BLZ_SD_UNITS = 100 };

/* The bytes of `proofValue`, exactly `size`; release them with blz_free(). */
blz_status blz_proof_value(blz_proof_run *run, uint8_t **out, size_t size) BLZ_MUST_USE;

#endif
