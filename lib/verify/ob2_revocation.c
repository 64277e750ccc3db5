#include <string.h>

#include "codec/json_const.h"
#include "ob2/revocation.h"
#include "ob2/walk.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* Whether the badge was taken back: by what is hosted, and by the issuer's revocation list. */

static blz_status revoked(blz_check *check, bool strict, const char *at, const char *where,
                          const char *reason)
{
    const char *message = blz_at(check, "the issuer has taken the badge back: %s%s%s%s", where,
                                 reason ? ", because \"" : "", reason ? reason : "", reason ? "\"" : "");
    BLZ_TRY(check->status);
    return strict ? blz_say_strict(check, BLZ_STEP_FAIL, at, "%s", message)
                  : blz_say(check, BLZ_STEP_FAIL, at, "%s", message);
}

/* A list that the issuer does not call its own could be anybody's. */
static blz_status check_owner(blz_check *check, const json_t *list, const json_t *issuer, const char *at)
{
    const char *owner = blz_ob2_id(json_object_get(list, "issuer")), *id = blz_ob2_id(issuer);
    if (!owner || !id || strcmp(owner, id) == 0) return BLZ_OK;
    return blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                          "the revocation list of \"%s\" says that it is the one of \"%s\"", id, owner);
}

static blz_status check_list(blz_check *check, const json_t *node, const json_t *issuer, const char *at)
{
    json_t *value = json_object_get(issuer, "revocationList");
    blz_ob2_target target = {0};
    const char *reason = NULL;
    if (!json_is_object(value) && !json_is_string(value)) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_follow(&target, check->ob2->graph, value));
    const char *url = target.id ? target.id : "";
    if (target.node && blz_ob2_is_revoked(&reason, target.node, node))
        return revoked(check, false, at, blz_at(check, "it is in the revocation list \"%s\"", url), reason);
    if (target.node) return check_owner(check, target.node, issuer, at);
    const char *why = target.document && target.document->why ? target.document->why : "it leads nowhere";
    if (blz_ob2_is_hosted(node) && !check->jws)
        return blz_say(check, BLZ_STEP_WARN, at, "the issuer's revocation list \"%s\" cannot be read: %s",
                       url, why);
    return blz_say(
        check, BLZ_STEP_UNKNOWN, at,
        "whether the badge was taken back is not known: the issuer's revocation list \"%s\" cannot be "
        "read: %s",
        url, why);
}

blz_status blz_ob2_check_revocation(blz_check *check, const json_t *node, json_t *issuer, const char *at)
{
    json_t *flag = json_object_get(node, "revoked");
    if (flag && !json_is_false(flag))
        BLZ_TRY(revoked(check, true, at, "\"revoked\" is true",
                        blz_member(blz_json_unconst(node), "revocationReason")));
    return issuer ? check_list(check, node, issuer, at) : BLZ_OK;
}

static blz_status check_hosted(blz_check *check)
{
    const blz_ob2_document *hosted = check->ob2->hosted;
    json_t *node = hosted ? hosted->node : NULL;
    if (hosted && hosted->status == BLZ_ERR_GONE)
        return revoked(check, true, "/id", blz_at(check, "\"%s\" is gone (410)", hosted->url), NULL);
    if (hosted && node != check->ob2->node && json_is_true(json_object_get(node, "revoked")))
        return revoked(check, true, "/id",
                       blz_at(check, "what is hosted at \"%s\" says \"revoked\"", hosted->url),
                       blz_member(node, "revocationReason"));
    return BLZ_OK;
}

blz_status blz_ob2_step_revocation(blz_check *check)
{
    BLZ_TRY(check_hosted(check));
    BLZ_TRY(blz_ob2_check_revocation(check, check->ob2->node, check->ob2->issuer, "/id"));
    return blz_pass_if_quiet(check, "nothing says that it was taken back");
}
