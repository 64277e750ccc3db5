#include <stdbool.h>

#include "crypto/jwk.h"
#include "verify/steps.h"

static bool is_fatal(blz_status status)
{
    return status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO;
}

/* The key that `kid` names. What cannot be had leaves the question open; what is there and wrong is a
 * failure. */
static blz_status find_method(blz_check *check, const char *kid)
{
    BLZ_AUTO(blz_text) reason = NULL;
    blz_status status = blz_verification_method_find(&check->method, check->ctx, kid, &reason);
    if (status == BLZ_OK || is_fatal(status)) return status;
    bool wrong = status == BLZ_ERR_INVALID || status == BLZ_ERR_SYNTAX;
    return blz_say(check, wrong ? BLZ_STEP_FAIL : BLZ_STEP_UNKNOWN, "header:/kid",
                   "the key is not to be had: %s", reason ? reason : blz_status_text(status));
}

/* Sets check->key, or says why there is none. */
static blz_status find_key(blz_check *check)
{
    json_t *jwk = json_object_get(check->jws->header, "jwk");
    const char *kid = blz_member(check->jws->header, "kid");
    if (jwk) BLZ_TRY(blz_jwk_read(&check->own_key, jwk, NULL));
    if (kid) BLZ_TRY(find_method(check, kid));
    if (check->method && check->own_key && !blz_key_equal(check->method->key, check->own_key))
        BLZ_TRY(blz_say_strict(
            check, BLZ_STEP_FAIL, "header:/jwk",
            "the header has two different keys: the one in jwk is not the one that kid leads to"));
    check->key = check->method ? check->method->key : check->own_key;
    return BLZ_OK;
}

static blz_status check_signature(blz_check *check)
{
    const char *reason = NULL;
    blz_status status = blz_jws_verify(check->jws, check->key, &reason);
    check->signature_ok = status == BLZ_OK;
    if (status == BLZ_OK)
        return blz_say(check, BLZ_STEP_PASS, NULL,
                       "the signature matches: nothing was changed since it was made");
    if (is_fatal(status)) return status;
    if (status == BLZ_ERR_SIGNATURE)
        return blz_say(
            check, BLZ_STEP_FAIL, NULL,
            "the signature does not match: the badge was changed after it was signed, or another key signed "
            "it; ask the issuer for the badge again");
    return blz_say(check, BLZ_STEP_FAIL, "header:/alg", "%s", reason ? reason : blz_status_text(status));
}

blz_status blz_step_signature(blz_check *check)
{
    if (!check->jws) return BLZ_OK;
    if (check->header_refused)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL,
                       "the header was refused, so the signature was not looked at");
    BLZ_TRY(find_key(check));
    return check->key ? check_signature(check) : BLZ_OK;
}
