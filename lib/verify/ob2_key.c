#include <string.h>

#include "ob2/key.h"
#include "ob2/links.h"
#include "ob2/walk.h"
#include "verify/ob2.h"
#include "verify/steps.h"
#include "verify/trust.h"

/* Whose the key of a signed badge is: VERIFY_KEY_OWNERSHIP. The issuer says which keys are its own, unless
 * whoever verifies does. */

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

/* Who verifies has said which keys the issuer has: that is the last word, under every policy. */
static blz_status check_trusted(blz_check *check, const blz_trusted_issuer *issuer)
{
    static const char at[] = "/verification/creator";
    BLZ_AUTO(blz_text) why = NULL;
    bool is = false;
    BLZ_TRY(blz_trusted_issuer_has(&is, &why, check->ctx, issuer, check->ob2->key, check->now));
    check->ob2->proven = is;
    if (is) check->report->binding = "key bound by the trust file";
    if (is) return blz_say(check, BLZ_STEP_PASS, at, "the key is the issuer's: bound by the trust file");
    if (why)
        return blz_say(check, BLZ_STEP_UNKNOWN, at,
                       "whether the trust file names this key for \"%s\" is not known: %s", issuer->id, why);
    return blz_say(check, BLZ_STEP_FAIL, at,
                   "the trust file says which keys \"%s\" has, and the badge was signed with another one",
                   issuer->id);
}

blz_status blz_ob2_step_key(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    blz_ob2_target target = {0};
    const blz_trusted_issuer *trusted = blz_trust_find(check->trust, check->issuer_id);
    if (!check->jws) return BLZ_OK;
    if (!c->key)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL,
                       "no key fits the signature, so none is to be asked whose it is");
    if (trusted && trusted->key_count) return check_trusted(check, trusted);
    if (!c->issuer || !check->issuer_id)
        return blz_say(check, BLZ_STEP_UNKNOWN, "/badge",
                       "whose key it is is not known: the issuer's profile is not at hand");
    BLZ_TRY(blz_ob2_graph_follow(&target, c->graph, c->named));
    bool listed = is_listed(c->issuer, &target, c->named);
    if (!listed && target.document) BLZ_TRY(is_at_issuer(check, &listed, target.id));
    if (!listed)
        return blz_say(
            check, BLZ_STEP_FAIL, "/verification/creator",
            "the badge was signed with the key \"%s\", which its issuer \"%s\" does not list as its own",
            target.id ? target.id : "that it brings along", check->issuer_id);
    return check_owner(check, target.node, check->issuer_id);
}
