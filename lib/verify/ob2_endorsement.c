#include <string.h>

#include "ob2/scope.h"
#include "ob2/walk.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* Endorsements of the badge, of its class, of the issuer. Each is a document of its own, hosted by whoever
 * vouches. */

/* It has to be about what it stands at, whose pointer this is a longer one of. */
typedef struct search {
    blz_check *check;
    size_t count;
} search;

static blz_status check_hosting(blz_check *check, json_t *node, json_t *issuer, const char *at)
{
    blz_ob2_listener to = blz_ob2_reporter(check);
    bool within = false;
    if (blz_ob2_is_signed(node))
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                              "the endorsement says that it is signed, but the signature is not with it");
    if (!issuer)
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, at, "the profile of who endorses is not at hand");
    return blz_ob2_check_scope(&within, &to, at, json_object_get(node, "id"), issuer,
                               json_object_get(issuer, "id"));
}

static blz_status visit(void *user, const blz_ob2_place *place)
{
    search *s = user;
    json_t *issuer = NULL;
    if (place->of != BLZ_OB2_ENDORSEMENT || !place->node || place->partial) return BLZ_OK;
    if (place->node == s->check->ob2->node) return BLZ_OK;
    const char *at = blz_at(s->check, "%s", place->pointer);
    BLZ_TRY(s->check->status);
    s->count++;
    BLZ_TRY(blz_ob2_find(&issuer, s->check, place->node, "issuer"));
    if (!place->link)
        BLZ_TRY(blz_say_strict(s->check, BLZ_STEP_UNKNOWN, at,
                               "the endorsement came with the badge, and nothing tells who wrote it"));
    else
        BLZ_TRY(check_hosting(s->check, place->node, issuer, at));
    BLZ_TRY(blz_ob2_check_revocation(s->check, place->node, issuer, at));
    return blz_ob2_check_issued(s->check, place->node, at);
}

blz_status blz_ob2_step_endorsement(blz_check *check)
{
    search s = {.check = check};
    return blz_ob2_walk(check->ob2->graph, check->ob2->of, check->ob2->node, visit, &s);
}
