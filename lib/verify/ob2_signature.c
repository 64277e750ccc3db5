#include <string.h>

#include "ob2/key.h"
#include "ob2/walk.h"
#include "verify/ob2.h"
#include "verify/steps.h"
#include "verify/trust.h"

/* Signed badges: VERIFY_JWS. The token has no key and names none: the badge in it does, or else the issuer,
 * or whoever verifies. */

static bool is_fatal(blz_status status)
{
    return status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO;
}

static blz_status check_crypto(blz_check *check)
{
    const char *reason = NULL, *alg = blz_member(check->jws->header, "alg");
    blz_status status = blz_jws_check(check->jws, &reason);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK)
        return blz_say(check, status == BLZ_ERR_UNSUPPORTED ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL, "header:/alg",
                       "the token is refused: %s", reason ? reason : blz_status_text(status));
    if (check->policy == BLZ_POLICY_1EDTECH && strncmp(alg, "RS", 2) != 0)
        return blz_say_vendor(
            check, BLZ_STEP_WARN, "header:/alg",
            "1EdTech's validator takes only RSA signatures for Open Badges 2.0, and this is %s", alg);
    return blz_pass_if_quiet(check, "%s", alg);
}

/* Keys that the token brings are those of whoever made it. */
blz_status blz_ob2_step_header(blz_check *check)
{
    static const char *const keys[] = {"jwk", "jku", "x5u", "x5c"};
    if (!check->jws) return BLZ_OK;
    for (size_t i = 0; i < BLZ_COUNT_OF(keys); i++)
        if (json_object_get(check->jws->header, keys[i]))
            BLZ_TRY(blz_say(
                check, BLZ_STEP_WARN, blz_at(check, "header:/%s", keys[i]),
                "the header has \"%s\", a key that the token brings along; it is not used: the key of "
                "the badge is the one that its issuer lists",
                keys[i]));
    return check_crypto(check);
}

/* The signature is by this key, which `value` names (NULL: whoever verifies does). */
static blz_status matched(blz_check *check, const blz_key *key, json_t *value)
{
    const char *id = blz_ob2_id(value), *alg = blz_member(check->jws->header, "alg");
    check->ob2->named = json_incref(value);
    BLZ_TRY(blz_key_public(&check->ob2->key, key));
    BLZ_TRY(blz_report_add_proof(check->report, blz_at(check, "JWS %s", alg ? alg : ""), id));
    return blz_say(check, BLZ_STEP_PASS, NULL,
                   "the signature matches: nothing was changed since it was made");
}

/* The keys that whoever verifies has for the issuer, also where no document of the issuer's is at hand. */
static blz_status try_trusted(blz_check *check, json_t *creator)
{
    const blz_trusted_issuer *trusted = blz_trust_find(check->trust, check->issuer_id);
    const char *reason = NULL;
    for (size_t i = 0; trusted && i < trusted->key_count; i++) {
        const blz_key *key = trusted->keys[i].key;
        blz_status status = key ? blz_jws_verify(check->jws, key, &reason) : BLZ_ERR_SIGNATURE;
        if (status == BLZ_OK) return matched(check, key, creator);
        if (is_fatal(status)) return status;
    }
    return BLZ_OK;
}

/* Tries the key that `value` leads to. What is wrong is said. */
static blz_status try_key(blz_check *check, json_t *value)
{
    BLZ_AUTO(blz_key) key = NULL;
    BLZ_AUTO(blz_text) why = NULL;
    blz_ob2_target target = {0};
    const char *reason = NULL, *at = "/verification/creator";
    BLZ_TRY(blz_ob2_graph_follow(&target, check->ob2->graph, value));
    const char *id = target.id ? target.id : "";
    if (target.moved)
        return blz_say(check, BLZ_STEP_FAIL, at,
                       "the key at \"%s\" says that it is the key \"%s\", which anybody could say", id,
                       blz_ob2_id(target.moved->node));
    if (!target.node)
        return blz_say(check, BLZ_STEP_UNKNOWN, at, "the key \"%s\" is not to be had: %s", id,
                       target.document && target.document->why ? target.document->why : "it leads nowhere");
    blz_status status = blz_ob2_key_read(&key, check->ctx, target.node, &why);
    if (is_fatal(status)) return status;
    if (status != BLZ_OK)
        return blz_say(check, status == BLZ_ERR_UNSUPPORTED ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL, at,
                       "the key \"%s\" cannot be used: %s", id, why ? why : blz_status_text(status));
    status = blz_jws_verify(check->jws, key, &reason);
    if (status == BLZ_OK) return matched(check, key, value);
    if (status == BLZ_ERR_SIGNATURE) return BLZ_OK;
    if (is_fatal(status)) return status;
    return blz_say(check, BLZ_STEP_FAIL, at, "the key \"%s\" does not go with the signature: %s", id,
                   reason ? reason : blz_status_text(status));
}

/* The key that the badge names, else each of those of the issuer. */
blz_status blz_ob2_step_signature(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    json_t *creator = json_object_get(json_object_get(c->node, "verification"), "creator");
    json_t *keys = creator ? creator : json_object_get(c->issuer, "publicKey");
    const char *reason = NULL;
    if (!check->jws) return BLZ_OK;
    if (blz_jws_check(check->jws, &reason) != BLZ_OK)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL,
                       "the header was refused, so the signature was not looked at");
    BLZ_TRY(try_trusted(check, creator));
    if (c->key) return BLZ_OK;
    if (!blz_ob2_many(keys))
        return blz_say(check, c->issuer ? BLZ_STEP_FAIL : BLZ_STEP_UNKNOWN, "/verification",
                       "no key is named: the badge has no \"creator\", and %s",
                       c->issuer ? "its issuer lists no key" : "its issuer's profile is not at hand");
    for (size_t i = 0; i < blz_ob2_many(keys); i++) {
        json_t *value = blz_ob2_many_at(keys, i);
        if (!json_is_object(value) && !json_is_string(value)) continue;
        BLZ_TRY(try_key(check, value));
        if (c->key) return BLZ_OK;
    }
    if (check->said) return BLZ_OK;
    return blz_say(
        check, BLZ_STEP_FAIL, NULL,
        "the signature does not match: the badge was changed after it was signed, or another key signed "
        "it; ask the issuer for the badge again");
}
