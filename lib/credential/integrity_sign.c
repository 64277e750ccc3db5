#include "codec/json_copy.h"
#include "codec/multibase.h"
#include "credential/proof.h"
#include "credential/put.h"
#include "crypto/sign.h"

/* For a suite over JSON the proof carries the @context, so that it still holds when others put theirs behind
 * (VC-DI-EdDSA, 3.3.1, step 2). */
static blz_status begin(json_t **out, const blz_integrity *sealed, const json_t *options,
                        const blz_suite *suite)
{
    json_t *context = json_object_get(sealed->document, "@context");
    json_auto_t *proof = NULL;
    BLZ_TRY(blz_json_copy(&proof, options));
    if (!suite->rdf && context) BLZ_TRY(blz_put(proof, "@context", json_incref(context)));
    *out = BLZ_STEAL(proof);
    return BLZ_OK;
}

static blz_status put_value(json_t *proof, const uint8_t *signature, size_t size)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_multibase_encode(&text, 'z', signature, size));
    return blz_put_text(proof, "proofValue", text.data);
}

static blz_status sign(blz_proof_run *run, json_t *proof, const blz_key *key, blz_hash hash)
{
    BLZ_AUTO(blz_octet) signature = NULL;
    uint8_t data[BLZ_HASH_DATA_MAX];
    size_t size = 0, signature_size = 0;
    if (run->index >= BLZ_PROOFS_MAX)
        return blz_proof_refuse(run, BLZ_ERR_LIMIT, NULL, "the document has %zu proofs already, or more",
                                run->index);
    BLZ_TRY(blz_proof_check_members(run));
    BLZ_TRY(blz_proof_check_chain(run));
    BLZ_TRY(blz_proof_hash(run, hash, data, &size));
    BLZ_TRY(blz_sign(&signature, &signature_size, key, hash, data, size));
    return put_value(proof, signature, signature_size);
}

blz_status blz_integrity_sign(json_t **out, blz_integrity *sealed, const json_t *options, const blz_key *key,
                              blz_integrity_fault *fault)
{
    blz_integrity_fault ignored;
    blz_hash hash = BLZ_HASH_SHA256;
    const blz_suite *suite = blz_suite_of(options);
    json_auto_t *proof = NULL;
    if (!fault) fault = &ignored;
    *fault = (blz_integrity_fault){0};
    if (!suite || !blz_suite_is_made(suite) || !suite->takes(&hash, key) || !blz_key_is_private(key))
        return BLZ_ERR_ARGUMENT;
    BLZ_TRY(begin(&proof, sealed, options, suite));
    blz_proof_run run = {.sealed = sealed,
                         .proof = proof,
                         .suite = suite,
                         .before = blz_proof_named(sealed, json_object_get(options, "previousProof")),
                         .index = sealed->count,
                         .fault = fault};
    BLZ_TRY(sign(&run, proof, key, hash));
    *out = BLZ_STEAL(proof);
    return BLZ_OK;
}
