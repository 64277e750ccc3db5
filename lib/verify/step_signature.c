#include <string.h>

#include "crypto/jwk.h"
#include "verify/proofs.h"
#include "verify/steps.h"
#include "verify/trust.h"

static bool is_fatal(blz_status status)
{
    return status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO;
}

/* The key that the trust file has for the issuer, where the issuer's own documents are not at hand. */
static blz_status find_trusted(blz_check *check, const char *url, bool *another)
{
    const blz_trusted_issuer *issuer = blz_trust_find(check->trust, check->issuer_id);
    BLZ_TRY(blz_trusted_key_for(&check->proof->key, another, issuer, url));
    if (!*another) return BLZ_OK;
    return blz_say(check, BLZ_STEP_FAIL, check->proof->method_at,
                   "the trust file says which keys \"%s\" has, and the badge names another one", issuer->id);
}

/* The public validator does not ask for a document whose URL ends in the key itself: what stands behind the #
 * of a Multikey's name is the key. That it is the issuer's, nobody but the badge says. */
static blz_status find_spelled_out(blz_check *check, const char *url, const char *reason, bool *said)
{
    const char *fragment = strchr(url, '#');
    BLZ_AUTO(blz_key) key = NULL;
    *said = !check->proof->own_key && fragment && fragment[1] == 'z';
    if (!*said) return BLZ_OK;
    blz_status status = blz_key_read_multikey(&key, fragment + 1);
    if (is_fatal(status)) return status;
    if (status != BLZ_OK)
        return blz_say_vendor(check, BLZ_STEP_UNKNOWN, check->proof->method_at,
                              "the key is not to be had: %s; its name \"%s\" looks like a key and is none",
                              reason, fragment + 1);
    if (check->policy == BLZ_POLICY_1EDTECH) check->proof->own_key = BLZ_STEAL(key);
    return blz_say_strict(
        check, BLZ_STEP_UNKNOWN, check->proof->method_at,
        "the key is not to be had: %s; 1EdTech's validator takes the one that its name spells out", reason);
}

/* The key at this URL. What cannot be had leaves the question open; what is there and wrong is a failure. */
static blz_status find_method(blz_check *check, const char *url)
{
    BLZ_AUTO(blz_text) reason = NULL;
    blz_check_proof *proof = check->proof;
    blz_status status = blz_verification_method_find(&proof->method, check->ctx, url, &reason);
    if (status == BLZ_OK || is_fatal(status)) return status;
    bool wrong = status == BLZ_ERR_INVALID || status == BLZ_ERR_SYNTAX;
    bool another = false;
    if (!wrong) BLZ_TRY(find_trusted(check, url, &another));
    if (proof->key || another) return BLZ_OK;
    bool said = false;
    if (!wrong) BLZ_TRY(find_spelled_out(check, url, reason ? reason : blz_status_text(status), &said));
    if (said) return BLZ_OK;
    if (status == BLZ_ERR_UNSUPPORTED) /* an error there */
        return blz_say_vendor(check, BLZ_STEP_UNKNOWN, proof->method_at, "the key is not to be had: %s",
                              reason ? reason : blz_status_text(status));
    return blz_say(check, wrong ? BLZ_STEP_FAIL : BLZ_STEP_UNKNOWN, proof->method_at,
                   "the key is not to be had: %s", reason ? reason : blz_status_text(status));
}

/* Sets the key, or says why there is none. */
static blz_status find_token_key(blz_check *check)
{
    blz_check_proof *proof = check->proof;
    json_t *jwk = json_object_get(check->jws->header, "jwk");
    const char *kid = blz_member(check->jws->header, "kid");
    if (jwk) BLZ_TRY(blz_jwk_read(&proof->own_key, jwk, NULL));
    if (kid) BLZ_TRY(find_method(check, kid));
    if (proof->method && proof->own_key && !blz_key_equal(proof->method->key, proof->own_key))
        BLZ_TRY(blz_say_strict(
            check, BLZ_STEP_FAIL, "header:/jwk",
            "the header has two different keys: the one in jwk is not the one that kid leads to"));
    if (proof->method || proof->own_key) proof->key = proof->method ? proof->method->key : proof->own_key;
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
    if (proof->method) proof->key = proof->method->key;
    if (proof->own_key) proof->key = proof->own_key;
    return BLZ_OK;
}

static blz_status matched(blz_check *check)
{
    check->proof->matches = true;
    const char *at = check->proof->embedded ? check->proof->at : NULL;
    return blz_say(check, BLZ_STEP_PASS, at, "the signature matches: nothing was changed since it was made");
}

static blz_status check_token(blz_check *check)
{
    const char *reason = NULL;
    blz_status status = blz_jws_verify(check->jws, check->proof->key, &reason);
    if (status == BLZ_OK) return matched(check);
    if (is_fatal(status)) return status;
    if (status == BLZ_ERR_SIGNATURE)
        return blz_say(
            check, BLZ_STEP_FAIL, NULL,
            "the signature does not match: the badge was changed after it was signed, or another key "
            "signed it; ask the issuer for the badge again");
    return blz_say(check, BLZ_STEP_FAIL, "header:/alg", "%s", reason ? reason : blz_status_text(status));
}

/* What is not there cannot be looked at, and its absence says nothing. */
static blz_status tell_parts(blz_check *check)
{
    bool end = json_object_get(check->credential, "validUntil") != NULL;
    bool status = json_object_get(check->credential, "credentialStatus") != NULL;
    if (!check->proof->embedded->parts || (end && status)) return BLZ_OK;
    return blz_say(check, BLZ_STEP_WARN, check->proof->at,
                   "the holder chose what this copy shows, and may have left out %s",
                   end      ? "where its revocation is told"
                   : status ? "when the badge ends"
                            : "when the badge ends, and where its revocation is told");
}

static blz_status check_embedded(blz_check *check)
{
    blz_integrity_fault fault = {0};
    blz_status status =
        blz_integrity_verify(check->integrity, check->proof->index, check->proof->key, &fault);
    if (status == BLZ_OK) BLZ_TRY(matched(check));
    if (status == BLZ_OK) return tell_parts(check);
    if (is_fatal(status)) return status;
    if (status == BLZ_ERR_SIGNATURE) fault.pointer = check->proof->at; /* who knows which part is at fault */
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

/* A proof of a chain covers those before it, and says nothing where they do not hold. */
static blz_status check_chain(blz_check *check)
{
    blz_check_proof *proof = check->proof;
    if (!proof->embedded || !proof->matches) return BLZ_OK;
    for (size_t i = 0; i < check->proof_count; i++) {
        const blz_check_proof *before = &check->proofs[i];
        bool stands_on =
            before->embedded && before->index < 64 && (proof->embedded->previous >> before->index & 1);
        if (!stands_on || before->matches) continue;
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, blz_at(check, "%s/previousProof", proof->at),
                        "the proof was made on top of the proof \"%s\", whose own signature does not match",
                        before->embedded->id ? before->embedded->id : ""));
    }
    return BLZ_OK;
}

blz_status blz_step_signature(blz_check *check)
{
    BLZ_TRY(blz_each_proof(check, check_one));
    return blz_each_proof(check, check_chain);
}
