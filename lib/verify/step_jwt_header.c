#include <string.h>

#include "base/uri.h"
#include "crypto/jwk.h"
#include "verify/proofs.h"
#include "verify/steps.h"

/* Headers that others use to say where the key is. They are not only forbidden: who follows them verifies
 * with the attacker's key. */
static const struct refused {
    const char *name, *message;
} refused[] = {
    {"jku", "the header has jku, a URL where keys are; anybody could point it at keys of their own, so it is "
            "refused"},
    {"x5u", "the header has x5u, a URL of a certificate; anybody could point it at one of their own, so it "
            "is refused"},
    {"x5c", "the header has x5c, a certificate that came with the badge; Open Badges does not allow it"},
    {"x5t", "the header has x5t, the fingerprint of a certificate; Open Badges does not allow it"},
    {"x5t#S256", "the header has x5t#S256, the fingerprint of a certificate; Open Badges does not allow it"},
};

/* crit and b64 are among them because blz_jws_check() has refused those. */
static bool is_allowed(const char *name)
{
    static const char *const allowed[] = {"alg", "kid", "jwk", "typ", "crit", "b64"};
    for (size_t i = 0; i < BLZ_COUNT_OF(allowed); i++)
        if (strcmp(name, allowed[i]) == 0) return true;
    return false;
}

static blz_status check_name(blz_check *check, const char *name)
{
    const char *pointer = blz_at(check, "header:/%s", name);
    for (size_t i = 0; i < BLZ_COUNT_OF(refused); i++)
        if (strcmp(name, refused[i].name) == 0)
            return blz_say_strict(check, BLZ_STEP_FAIL, pointer, "%s", refused[i].message);
    return blz_say_strict(check, BLZ_STEP_FAIL, pointer,
                          "the header has \"%s\"; Open Badges allows only alg, kid, jwk and typ", name);
}

static blz_status check_names(blz_check *check)
{
    const char *name;
    json_t *value;
    json_object_foreach (check->jws->header, name, value)
        if (!is_allowed(name)) BLZ_TRY(check_name(check, name));
    return BLZ_OK;
}

static blz_status check_alg(blz_check *check)
{
    const char *reason = NULL, *alg = blz_member(check->jws->header, "alg");
    blz_status status = blz_jws_check(check->jws, &reason);
    if (status == BLZ_ERR_NOMEM) return status;
    check->proof->refused = status != BLZ_OK;
    if (status != BLZ_OK)
        return blz_say(check, status == BLZ_ERR_UNSUPPORTED ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL,
                       "header:", "the token is refused: %s", reason ? reason : blz_status_text(status));
    if (check->policy == BLZ_POLICY_1EDTECH && strcmp(alg, "RS256") != 0 && strcmp(alg, "ES256") != 0)
        return blz_say_vendor(
            check, BLZ_STEP_WARN, "header:/alg",
            "1EdTech's validator takes only RS256 and ES256, and this is %s; policy spec allows it", alg);
    return BLZ_OK;
}

static blz_status check_typ(blz_check *check)
{
    json_t *typ = json_object_get(check->jws->header, "typ");
    const char *text = json_string_value(typ);
    if (!typ || (text && strcmp(text, "JWT") == 0)) return BLZ_OK;
    if (text && strcmp(text, "vc+jwt") == 0)
        return blz_say(
            check, BLZ_STEP_WARN, "header:/typ",
            "typ is \"vc+jwt\", as in newer specifications; Open Badges 3.0 asks for \"JWT\" or nothing, so "
            "some verifiers will refuse this badge");
    return blz_say_strict(check, BLZ_STEP_FAIL, "header:/typ",
                          "typ is %s%s%s; it may only be \"JWT\" or left out", text ? "\"" : "",
                          text ? text : "not a text", text ? "\"" : "");
}

static blz_status check_jwk(blz_check *check)
{
    json_t *jwk = json_object_get(check->jws->header, "jwk");
    const char *reason = NULL;
    if (!jwk) return BLZ_OK;
    if (json_is_object(jwk) && blz_jwk_has_secret(jwk)) {
        check->proof->refused = check->policy == BLZ_POLICY_SPEC;
        BLZ_TRY(blz_say_strict(
            check, BLZ_STEP_FAIL, "header:/jwk",
            "the header carries the PRIVATE key: whoever reads this badge can sign badges with it; "
            "the issuer has to retire that key at once"));
        if (check->proof->refused) return BLZ_OK;
    }
    BLZ_AUTO(blz_key) key = NULL;
    blz_status status = blz_jwk_read(&key, jwk, &reason);
    if (status == BLZ_ERR_NOMEM || status == BLZ_OK) return status;
    check->proof->refused = true;
    return blz_say(check, status == BLZ_ERR_UNSUPPORTED ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL, "header:/jwk",
                   "the key in the header cannot be used: %s", reason ? reason : blz_status_text(status));
}

static blz_status check_kid(blz_check *check)
{
    json_t *kid = json_object_get(check->jws->header, "kid");
    const char *text = json_string_value(kid);
    if (!kid && json_object_get(check->jws->header, "jwk")) return BLZ_OK;
    if (text && blz_uri_is_absolute(text)) return BLZ_OK;
    check->proof->refused = true;
    if (!kid)
        return blz_say(check, BLZ_STEP_FAIL,
                       "header:", "the header names no key: it has neither kid nor jwk");
    return blz_say(check, BLZ_STEP_FAIL, "header:/kid",
                   "kid is %s%s%s, but it has to be the URL or DID URL where the key can be read",
                   text ? "\"" : "", text ? text : "not a text", text ? "\"" : "");
}

static blz_status check_header(blz_check *check)
{
    const char *alg = blz_member(check->jws->header, "alg"), *kid = blz_member(check->jws->header, "kid");
    BLZ_TRY(check_alg(check));
    BLZ_TRY(check_names(check));
    BLZ_TRY(check_typ(check));
    BLZ_TRY(check_jwk(check));
    BLZ_TRY(check_kid(check));
    return blz_pass_if_quiet(check, "%s, the key is %s%s", alg, kid ? "at " : "in the header itself",
                             kid ? kid : "");
}

blz_status blz_step_jwt_header(blz_check *check)
{
    return check->jws ? blz_with_proof(check, 0, check_header) : BLZ_OK;
}
