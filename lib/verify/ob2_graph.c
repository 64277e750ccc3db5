#include <string.h>

#include "ob2/links.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* The documents that the badge leads to, and first of all the one that it should be a copy of. */

/* What is hosted is the badge; the one that was handed over only tells where that is (Open Badges 2.0,
 * HostedBadge Verification). */
static blz_status find_hosted(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    json_t *id = json_object_get(c->given->node, "id");
    if (c->hosted || check->jws || !blz_ob2_value_is(BLZ_OB2_URL, id)) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_get(&c->hosted, c->graph, json_string_value(id)));
    const char *hosted_id = blz_ob2_id(c->hosted->node);
    bool usable = hosted_id && strcmp(hosted_id, json_string_value(id)) == 0 &&
                  blz_ob2_class_of(c->hosted->node) == c->of;
    if (usable && check->policy == BLZ_POLICY_SPEC) c->node = c->hosted->node;
    return BLZ_OK;
}

/* The badge class and the issuer that the badge is about. */
static blz_status find_parties(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    if (c->of == BLZ_OB2_ASSERTION) BLZ_TRY(blz_ob2_find(&c->badge, check, c->node, "badge"));
    if (c->of == BLZ_OB2_BADGE_CLASS) c->badge = c->node;
    if (c->of == BLZ_OB2_PROFILE) c->issuer = c->node;
    if (c->of == BLZ_OB2_ENDORSEMENT) BLZ_TRY(blz_ob2_find(&c->issuer, check, c->node, "issuer"));
    if (c->badge) BLZ_TRY(blz_ob2_find(&c->issuer, check, c->badge, "issuer"));
    return BLZ_OK;
}

static const char *keep(blz_check *check, const char *text)
{
    bool means_nothing = text && strncmp(text, "_:", 2) == 0; /* an id of 0.5, which had none */
    return text && !means_nothing ? blz_at(check, "%s", text) : NULL;
}

static blz_status name_parties(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    const char *issuer = c->issuer ? blz_ob2_id(c->issuer) : blz_ob2_id(json_object_get(c->badge, "issuer"));
    const char *badge = c->badge ? blz_ob2_id(c->badge) : blz_ob2_id(json_object_get(c->node, "badge"));
    check->issuer_id = keep(check, issuer);
    check->report->issuer = (blz_party){check->issuer_id, keep(check, blz_member(c->issuer, "name"))};
    check->report->id = keep(check, blz_ob2_id(c->node));
    check->report->subject = keep(check, blz_ob2_id(json_object_get(c->node, "claim")));
    check->report->achievement = (blz_party){keep(check, badge), keep(check, blz_member(c->badge, "name"))};
    return check->status;
}

blz_status blz_ob2_step_graph(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    blz_ob2_listener to = blz_ob2_reporter(check);
    BLZ_TRY(find_hosted(check));
    check->credential = c->node;
    BLZ_TRY(blz_ob2_walk(c->graph, c->of, c->node, blz_ob2_check_link, &to));
    BLZ_TRY(find_parties(check));
    BLZ_TRY(name_parties(check));
    return blz_pass_if_quiet(check, "everything that it leads to is at hand, and is what it is said to be");
}
