#ifndef BLZ_CREDENTIAL_SUITE_H
#define BLZ_CREDENTIAL_SUITE_H

/* The cryptographic suites of Data Integrity proofs: one file for each, one table (suites.c) of them all.
 * A suite signs two digests one behind the other, that of the options of the proof and that of the document,
 * and writes the signature in base58btc behind a "z", unless it has a way of its own. */

#include <jansson.h>
#include <stdbool.h>

#include "crypto/digest.h"
#include "crypto/key.h"

#define BLZ_DATA_INTEGRITY_PROOF "DataIntegrityProof"
#define BLZ_DI1_CONTEXT "https://w3id.org/security/data-integrity/v1"
#define BLZ_DI2_CONTEXT "https://w3id.org/security/data-integrity/v2"
#define BLZ_ED25519_2020_CONTEXT "https://w3id.org/security/suites/ed25519-2020/v1"

struct blz_proof_run;

typedef struct blz_suite {
    const char *name;    /* how people call it: the `cryptosuite` of a DataIntegrityProof, else the `type` */
    const char *type;    /* of the proof */
    const char *keys;    /* the keys it goes with, for messages: "an Ed25519 key" */
    bool rdf;            /* the form that is hashed: RDFC-1.0 of the RDF, else RFC 8785 of the JSON */
    bool old;            /* given up: verified, not made */
    bool parts;          /* its holder may leave parts out */
    const char *context; /* the context that defines such a proof, and is added to the options (not to the
                            document) where the document has none that does; NULL for JSON */
    /* Whether the suite signs with this key, and the digest that it uses then. */
    bool (*takes)(blz_hash *hash, const blz_key *key);
    /* A value of its own kind, which is not made here. Errors: as blz_integrity_verify(). NULL: a signature
     * as above. */
    blz_status (*verify)(struct blz_proof_run *run, const blz_key *key);
} blz_suite;

extern const blz_suite blz_suite_eddsa_rdfc_2022;
extern const blz_suite blz_suite_eddsa_jcs_2022;
extern const blz_suite blz_suite_ecdsa_rdfc_2019;
extern const blz_suite blz_suite_ecdsa_jcs_2019;
extern const blz_suite blz_suite_ecdsa_sd_2023;
extern const blz_suite blz_suite_ed25519_signature_2020;
extern const blz_suite blz_suite_eddsa_2022;

/* NULL for a name that blazon does not have. */
const blz_suite *blz_suite_named(const char *name);
/* The suite of a proof, by its type and cryptosuite; NULL for another. */
const blz_suite *blz_suite_of(const json_t *proof);
/* The suite by which this kind of key signs if nobody asks for another; NULL: there is none (RSA). */
const blz_suite *blz_suite_for(const blz_key *key);
/* Whether blazon makes proofs of this suite, or verifies them only. */
bool blz_suite_is_made(const blz_suite *suite);
/* The suites that can be made, in the order in which to offer them; NULL beyond the last. */
const blz_suite *blz_suite_at(size_t index);

/* Ed25519 with SHA-256. */
bool blz_suite_takes_ed25519(blz_hash *hash, const blz_key *key);
/* P-256 with SHA-256, P-384 with SHA-384. */
bool blz_suite_takes_ecdsa(blz_hash *hash, const blz_key *key);

/* Whether an entry of `@context` is this URL. */
bool blz_context_names(const json_t *context, const char *url);

#endif
