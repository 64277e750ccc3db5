#include <string.h>

#include "ob2/extension.h"
#include "ob2/image.h"
#include "ob2/properties.h"
#include "verify/ob2.h"
#include "verify/steps.h"
#include "verify/trust.h"

/* Steps that look at every node of the graph: "schema", "evidence" and "issuer". */

static blz_status each(blz_check *check, blz_ob2_visit_fn *visit, void *user)
{
    return blz_ob2_walk(check->ob2->graph, check->ob2->of, check->ob2->node, visit, user);
}

blz_status blz_ob2_step_properties(blz_check *check)
{
    blz_ob2_listener to = blz_ob2_reporter(check);
    BLZ_TRY(each(check, blz_ob2_check_node, &to));
    return blz_pass_if_quiet(check, "every property that is asked for is there, and of the right type");
}

blz_status blz_ob2_step_images(blz_check *check)
{
    blz_ob2_images images = {.to = blz_ob2_reporter(check), .ctx = check->ctx};
    BLZ_TRY(each(check, blz_ob2_check_image, &images));
    return blz_pass_if_quiet(check, "pictures are PNG or SVG as far as they are at hand");
}

/* ISSUER_PROPERTY_DEPENDENCIES */
static blz_status check_issuer(void *user, const blz_ob2_place *place)
{
    blz_check *check = user;
    if (place->of != BLZ_OB2_PROFILE || !place->node || place->partial) return BLZ_OK;
    json_t *id = json_object_get(place->node, "id");
    if (!json_is_string(id) || blz_ob2_value_is(BLZ_OB2_URL, id)) return BLZ_OK;
    if (check->ob2->given->version == BLZ_OB2_0_5) return BLZ_OK; /* which had no ids */
    return blz_say(check, BLZ_STEP_WARN, place->pointer,
                   "the id of the issuer is \"%s\" and no web address, so nobody can ask the issuer; many "
                   "platforms refuse such badges",
                   json_string_value(id));
}

/* A profile that calls itself otherwise than what leads to it is not the issuer that is listed. */
static bool is_refused(const blz_check *check)
{
    const blz_ob2_case *c = check->ob2;
    const char *named = blz_ob2_id(json_object_get(c->badge ? c->badge : c->node, "issuer"));
    bool another = named && check->issuer_id && strcmp(named, check->issuer_id) != 0;
    return blz_trust_refuses(check->trust, another ? named : check->issuer_id);
}

static blz_status check_known(blz_check *check)
{
    if (!is_refused(check)) return BLZ_OK;
    if (!check->issuer_id)
        return blz_say(check, BLZ_STEP_FAIL, "/issuer",
                       "the trust file accepts only the issuers that it lists, and this one has no id");
    return blz_say(check, BLZ_STEP_FAIL, "/issuer",
                   "the trust file accepts only the issuers that it lists, and \"%s\" is none of them",
                   check->issuer_id);
}

blz_status blz_ob2_step_issuer(blz_check *check)
{
    BLZ_TRY(each(check, check_issuer, check));
    BLZ_TRY(check_known(check));
    if (!check->ob2->issuer) return blz_pass_if_quiet(check, "no profile of an issuer is at hand");
    return blz_pass_if_quiet(check, check->ob2->given->version == BLZ_OB2_0_5
                                        ? "the issuer is known by its site"
                                        : "the issuer is known by a web address");
}

blz_status blz_ob2_step_extensions(blz_check *check)
{
    const blz_ob2_case *c = check->ob2;
    blz_ob2_listener to = blz_ob2_reporter(check);
    BLZ_SCOPED(blz_ob2_extensions) extensions = {.to = &to, .graph = c->graph};
    size_t all = 0, count = 0;
    for (size_t i = 0; i < blz_ob2_graph_count(c->graph); i++) {
        const blz_ob2_document *document = blz_ob2_graph_at(c->graph, i);
        if (!document->node || (document == c->given && document->node != c->node)) continue;
        BLZ_TRY(blz_ob2_check_extensions(&count, &extensions, document));
        all += count;
    }
    if (!all) return blz_say(check, BLZ_STEP_SKIPPED, NULL, "there are no extensions");
    return blz_pass_if_quiet(check, "every extension is as its JSON Schema asks for");
}
