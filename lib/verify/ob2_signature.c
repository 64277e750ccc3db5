#include <string.h>

#include "ob2/key.h"
#include "ob2/links.h"
#include "ob2/walk.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* Signed badges: VERIFY_JWS and VERIFY_KEY_OWNERSHIP. The token has no key and names none; the badge in it
 * names the key, and the issuer says whose keys are its own. */

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
        return blz_say(check, BLZ_STEP_FAIL, "header:/alg",
                       "1EdTech's validator takes only RSA signatures for Open Badges 2.0, and this is %s",
                       alg);
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

/* Tries the key that `value` leads to; `*matches` if the signature is by it. What is wrong is said. */
static blz_status try_key(blz_check *check, json_t *value, bool *matches)
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
    *matches = status == BLZ_OK;
    if (status == BLZ_OK || status == BLZ_ERR_SIGNATURE) return BLZ_OK;
    if (is_fatal(status)) return status;
    return blz_say(check, BLZ_STEP_FAIL, at, "the key \"%s\" does not go with the signature: %s", id,
                   reason ? reason : blz_status_text(status));
}

static blz_status matched(blz_check *check, json_t *value)
{
    const char *id = blz_ob2_id(value), *alg = blz_member(check->jws->header, "alg");
    check->ob2->keys = json_incref(value);
    BLZ_TRY(blz_report_add_proof(check->report, blz_at(check, "JWS %s", alg ? alg : ""), id));
    return blz_say(check, BLZ_STEP_PASS, NULL,
                   "the signature matches: nothing was changed since it was made");
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
    if (!blz_ob2_many(keys))
        return blz_say(check, c->issuer ? BLZ_STEP_FAIL : BLZ_STEP_UNKNOWN, "/verification",
                       "no key is named: the badge has no \"creator\", and %s",
                       c->issuer ? "its issuer lists no key" : "its issuer's profile is not at hand");
    for (size_t i = 0; i < blz_ob2_many(keys); i++) {
        bool matches = false;
        json_t *value = blz_ob2_many_at(keys, i);
        if (!json_is_object(value) && !json_is_string(value)) continue;
        BLZ_TRY(try_key(check, value, &matches));
        if (matches) return matched(check, value);
    }
    if (check->said) return BLZ_OK;
    return blz_say(
        check, BLZ_STEP_FAIL, NULL,
        "the signature does not match: the badge was changed after it was signed, or another key signed "
        "it; ask the issuer for the badge again");
}

/* The key itself may say whose it is. */
static blz_status check_owner(blz_check *check, json_t *key, const char *issuer)
{
    const char *owner = blz_ob2_id(json_object_get(key, "owner"));
    json_t *id = json_object_get(check->ob2->issuer, "id");
    if (!blz_ob2_value_is(BLZ_OB2_URL, id))
        return blz_say(
            check, BLZ_STEP_UNKNOWN, "/badge/issuer",
            "the issuer's id \"%s\" is no web address: its profile came with the badge, and anybody "
            "could have written it and listed a key of their own",
            issuer);
    if (!owner || strcmp(owner, issuer) == 0) {
        check->ob2->proven = true;
        check->report->binding = "key listed by the issuer";
        return blz_say(check, BLZ_STEP_PASS, "/verification/creator",
                       "the key is the issuer's: its profile lists it, or its site has it");
    }
    check->ob2->proven = check->policy == BLZ_POLICY_1EDTECH;
    return blz_say_strict(check, BLZ_STEP_FAIL, "/verification/creator",
                          "the issuer \"%s\" lists this key, but the key says that it belongs to \"%s\"",
                          issuer, owner);
}

/* Whether the issuer lists the key: the address that it was found at, or the very object. What a key that
 * came with the badge calls itself is for its author to choose. */
static bool is_listed(const json_t *issuer, const blz_ob2_target *target, const json_t *value)
{
    json_t *keys = json_object_get(issuer, "publicKey");
    if (target->document) {
        const char *id = blz_ob2_id(target->node), *url = target->document->url;
        return blz_ob2_issuer_lists(issuer, target->id) ||
               (id && url && strcmp(id, url) == 0 && blz_ob2_issuer_lists(issuer, id));
    }
    for (size_t i = 0; json_is_object(value) && i < blz_ob2_many(keys); i++)
        if (json_equal(blz_ob2_many_at(keys, i), value)) return true;
    return false;
}

/* Profiles of 1.x list no keys: what bound a key was that the issuer's own site had it. An issuer of 2.0
 * lists its keys, also for badges that say they are older: anybody may upload a file to some sites. */
static blz_status is_at_issuer(blz_check *check, bool *is, const char *id)
{
    const blz_ob2_document *profile = NULL;
    json_t *issuer = check->ob2->issuer;
    if (check->ob2->given->version == BLZ_OB2_2_0 || json_object_get(issuer, "publicKey")) return BLZ_OK;
    if (blz_ob2_value_is(BLZ_OB2_URL, json_object_get(issuer, "id")))
        BLZ_TRY(blz_ob2_graph_get(&profile, check->ob2->graph, check->issuer_id));
    if (!profile || profile->version == BLZ_OB2_2_0) return BLZ_OK;
    return blz_ob2_same_host(is, id, check->issuer_id);
}

blz_status blz_ob2_step_key(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    blz_ob2_target target = {0};
    if (!check->jws) return BLZ_OK;
    if (!c->keys)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL,
                       "no key fits the signature, so none is to be asked whose it is");
    if (!c->issuer || !check->issuer_id)
        return blz_say(check, BLZ_STEP_UNKNOWN, "/badge",
                       "whose key it is is not known: the issuer's profile is not at hand");
    BLZ_TRY(blz_ob2_graph_follow(&target, c->graph, c->keys));
    bool listed = is_listed(c->issuer, &target, c->keys);
    if (!listed && target.document) BLZ_TRY(is_at_issuer(check, &listed, target.id));
    if (!listed)
        return blz_say(
            check, BLZ_STEP_FAIL, "/verification/creator",
            "the badge was signed with the key \"%s\", which its issuer \"%s\" does not list as its own",
            target.id ? target.id : "that it brings along", check->issuer_id);
    return check_owner(check, target.node, check->issuer_id);
}
