#include <string.h>

#include "crypto/jwk.h"
#include "verify/proofs.h"
#include "verify/steps.h"

static bool is_fatal(blz_status status)
{
    return status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO;
}

/* The key at this URL. What cannot be had leaves the question open; what is there and wrong is a failure. */
static blz_status find_method(blz_check *check, const char *url)
{
    BLZ_AUTO(blz_text) reason = NULL;
    blz_check_proof *proof = check->proof;
    blz_status status = blz_verification_method_find(&proof->method, check->ctx, url, &reason);
    if (status == BLZ_OK || is_fatal(status)) return status;
    bool wrong = status == BLZ_ERR_INVALID || status == BLZ_ERR_SYNTAX;
    return blz_say(check, wrong ? BLZ_STEP_FAIL : BLZ_STEP_UNKNOWN, proof->method_at,
                   "the key is not to be had: %s", reason ? reason : blz_status_text(status));
}

/* Sets the key, or says why there is none. */
static blz_status find_token_key(blz_check *check)
{
    blz_check_proof *proof = check->proof;
    json_t *jwk = json_object_get(check->jws->header, "jwk");
    const char *kid = blz_member(check->jws->header, "kid");
    BLZ_AUTO(blz_key) own = NULL;
    if (jwk) BLZ_TRY(blz_jwk_read(&own, jwk, NULL));
    if (kid) BLZ_TRY(find_method(check, kid));
    if (proof->method && own && !blz_key_equal(proof->method->key, own))
        BLZ_TRY(blz_say_strict(
            check, BLZ_STEP_FAIL, "header:/jwk",
            "the header has two different keys: the one in jwk is not the one that kid leads to"));
    if (proof->method)
        proof->key = BLZ_STEAL(proof->method->key);
    else
        proof->key = BLZ_STEAL(own);
    return BLZ_OK;
}

static blz_status find_embedded_key(blz_check *check)
{
    blz_check_proof *proof = check->proof;
    const char *url = proof->embedded->method;
    if (!url)
        return blz_say(check, BLZ_STEP_FAIL, proof->at,
                       "the proof does not name its key: verificationMethod has to be a URL or a DID URL");
    BLZ_TRY(find_method(check, url));
    if (proof->method) proof->key = BLZ_STEAL(proof->method->key);
    return BLZ_OK;
}

static blz_status matched(blz_check *check)
{
    check->proof->matches = true;
    const char *at = check->proof->embedded ? check->proof->at : NULL;
    return blz_say(check, BLZ_STEP_PASS, at, "the signature matches: nothing was changed since it was made");
}

static blz_status mismatched(blz_check *check)
{
    const char *at = check->proof->embedded ? check->proof->at : NULL;
    return blz_say(
        check, BLZ_STEP_FAIL, at,
        "the signature does not match: the badge was changed after it was signed, or another key signed "
        "it; ask the issuer for the badge again");
}

static blz_status check_token(blz_check *check)
{
    const char *reason = NULL;
    blz_status status = blz_jws_verify(check->jws, check->proof->key, &reason);
    if (status == BLZ_OK) return matched(check);
    if (is_fatal(status)) return status;
    if (status == BLZ_ERR_SIGNATURE) return mismatched(check);
    return blz_say(check, BLZ_STEP_FAIL, "header:/alg", "%s", reason ? reason : blz_status_text(status));
}

static blz_status check_embedded(blz_check *check)
{
    blz_integrity_fault fault = {0};
    blz_status status =
        blz_integrity_verify(check->integrity, check->proof->index, check->proof->key, &fault);
    if (status == BLZ_OK) return matched(check);
    if (is_fatal(status)) return status;
    if (status == BLZ_ERR_SIGNATURE) return mismatched(check);
    bool open = status == BLZ_ERR_UNSUPPORTED || status == BLZ_ERR_NOT_FOUND;
    return blz_say(check, open ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL,
                   fault.pointer ? fault.pointer : check->proof->at, "%s",
                   fault.message ? fault.message : blz_status_text(status));
}

static blz_status check_one(blz_check *check)
{
    blz_check_proof *proof = check->proof;
    if (proof->refused)
        return proof->embedded ? BLZ_OK
                               : blz_say(check, BLZ_STEP_SKIPPED, NULL,
                                         "the header was refused, so the signature was not looked at");
    BLZ_TRY(proof->embedded ? find_embedded_key(check) : find_token_key(check));
    if (!proof->key) return BLZ_OK;
    return proof->embedded ? check_embedded(check) : check_token(check);
}

/* Whether the embedded proof with this id matches. */
static bool id_matches(const blz_check *check, const char *id)
{
    for (size_t i = 0; id && i < check->proof_count; i++) {
        const blz_integrity_proof *is = check->proofs[i].embedded;
        if (is && is->id && strcmp(is->id, id) == 0) return check->proofs[i].matches;
    }
    return false;
}

/* A proof of a chain covers those before it, and says nothing where they do not hold. */
static blz_status check_chain(blz_check *check)
{
    blz_check_proof *proof = check->proof;
    if (!proof->embedded || !proof->matches) return BLZ_OK;
    json_t *before = json_object_get(proof->embedded->json, "previousProof");
    for (size_t i = 0; i < blz_many(before); i++) {
        const char *id = json_string_value(blz_many_at(before, i));
        if (id_matches(check, id)) continue;
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, blz_at(check, "%s/previousProof", proof->at),
                        "the proof was made on top of the proof \"%s\", whose own signature does not match",
                        id ? id : ""));
    }
    return BLZ_OK;
}

blz_status blz_step_signature(blz_check *check)
{
    BLZ_TRY(blz_each_proof(check, check_one));
    return blz_each_proof(check, check_chain);
}
