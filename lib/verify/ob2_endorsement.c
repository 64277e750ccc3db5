#include <string.h>

#include "ob2/scope.h"
#include "ob2/walk.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* Endorsements of the badge, of its class, of the issuer. Each is a document of its own, hosted by whoever
 * vouches. */

static bool same_id(const char *about, const char *id)
{
    return id && strcmp(about, id) == 0;
}

/* What stands at what is verified may also be about the class or the issuer that this leads to. */
static bool is_target(const blz_ob2_case *c, const json_t *endorsed, const char *about)
{
    const char *id = blz_ob2_id(endorsed);
    if (!id || strncmp(id, "_:", 2) == 0 || same_id(about, id)) return true;
    return endorsed == c->node &&
           (same_id(about, blz_ob2_id(c->badge)) || same_id(about, blz_ob2_id(c->issuer)));
}

/* An endorsement that was made for something else and is linked to from here vouches for nothing. */
static blz_status check_target(blz_check *check, const json_t *endorsed, json_t *value, const char *at)
{
    blz_ob2_target target = {0};
    if (!json_is_object(value) && !json_is_string(value)) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_follow(&target, check->ob2->graph, value));
    const char *about = blz_ob2_id(json_object_get(target.node, "claim"));
    if (!about || is_target(check->ob2, endorsed, about)) return BLZ_OK;
    const char *name = target.id ? blz_at(check, "the endorsement \"%s\"", target.id) : "an endorsement";
    BLZ_TRY(check->status);
    return blz_say_strict(check, BLZ_STEP_FAIL, at,
                          "%s is about \"%s\", but it stands at \"%s\", for which it says nothing", name,
                          about, blz_ob2_id(endorsed));
}

static blz_status check_targets(blz_check *check, const blz_ob2_place *place)
{
    json_t *values = json_object_get(place->node, "endorsement");
    if (!values) return BLZ_OK;
    const char *at = blz_at(check, "%s/endorsement", place->pointer);
    BLZ_TRY(check->status);
    for (size_t i = 0; i < blz_ob2_many(values); i++)
        BLZ_TRY(check_target(check, place->node, blz_ob2_many_at(values, i),
                             blz_many_pointer(check, at, values, i)));
    return BLZ_OK;
}

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

static blz_status check_one(blz_check *check, const blz_ob2_place *place)
{
    json_t *issuer = NULL;
    const char *at = blz_at(check, "%s", place->pointer);
    BLZ_TRY(check->status);
    BLZ_TRY(blz_ob2_find(&issuer, check, place->node, "issuer"));
    if (!place->link)
        BLZ_TRY(blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                               "the endorsement came with the badge, and nothing tells who wrote it"));
    else
        BLZ_TRY(check_hosting(check, place->node, issuer, at));
    BLZ_TRY(blz_ob2_check_revocation(check, place->node, issuer, at));
    return blz_ob2_check_issued(check, place->node, at);
}

/* An endorsement is visited once, however many link to it; each of these is asked for itself. */
static blz_status visit(void *user, const blz_ob2_place *place)
{
    blz_check *check = user;
    if (!place->node) return BLZ_OK;
    if (place->of != BLZ_OB2_ENDORSEMENT) return check_targets(check, place);
    if (place->partial || place->node == check->ob2->node) return BLZ_OK;
    return check_one(check, place);
}

blz_status blz_ob2_step_endorsement(blz_check *check)
{
    return blz_ob2_walk(check->ob2->graph, check->ob2->of, check->ob2->node, visit, check);
}
