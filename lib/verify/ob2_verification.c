#include <string.h>

#include "ob2/copy.h"
#include "ob2/links.h"
#include "ob2/scope.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* Whether the badge is where it says that it is, and whether its issuer lets badges be there. */

static bool is_taken_back(const blz_ob2_case *c)
{
    return c->hosted &&
           (c->hosted->status == BLZ_ERR_GONE || json_is_true(json_object_get(c->hosted->node, "revoked")));
}

/* What could be had of the hosted document is held against the copy. */
static blz_status check_copy(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    const blz_ob2_document *hosted = c->hosted;
    const char *id = blz_ob2_id(c->given->node), *hosted_id = blz_ob2_id(hosted->node);
    blz_ob2_listener to = blz_ob2_reporter(check);
    if (is_taken_back(c)) return BLZ_OK; /* which the step "ob2.revocation" says */
    if (!hosted->node && blz_ob2_document_is_open(hosted))
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, "/id",
                              "what is hosted at \"%s\" is the badge, and this is only a copy: %s", id,
                              hosted->why);
    if (!hosted->node)
        return blz_say_strict(check, BLZ_STEP_FAIL, "/id", "there is no badge at \"%s\": %s", id,
                              hosted->why);
    if (!hosted_id || strcmp(hosted_id, id) != 0)
        return blz_say_strict(check, BLZ_STEP_FAIL, "/id",
                              "what is hosted at \"%s\" is something else: its id is \"%s\"", id,
                              hosted_id ? hosted_id : "");
    if (c->hosted == c->given) {
        c->proven = true;
        return BLZ_OK;
    }
    return blz_ob2_compare(&c->proven, &to, c->graph, c->given->node, hosted->node);
}

/* The same rule as for any other link. */
static blz_status check_redirect(blz_check *check)
{
    const blz_ob2_document *hosted = check->ob2->hosted;
    bool same = false;
    if (!hosted || !hosted->from) return BLZ_OK;
    BLZ_TRY(blz_ob2_same_host(&same, hosted->url, hosted->from));
    if (same)
        return blz_say(check, BLZ_STEP_WARN, "/id", "\"%s\" was sent on to \"%s\"", hosted->url,
                       hosted->from);
    return blz_say_strict(
        check, BLZ_STEP_UNKNOWN, "/id",
        "\"%s\" was sent on to another site, \"%s\", and nothing says that this one may speak "
        "for the first",
        hosted->url, hosted->from);
}

/* Where the issuer is: at its id or, in 0.5, at the site that stands in the badge. */
static json_t *home_of(const blz_ob2_case *c)
{
    const char *id = blz_ob2_id(c->issuer);
    bool nameless = !id || strncmp(id, "_:", 2) == 0;
    return json_object_get(c->issuer, nameless && c->given->version == BLZ_OB2_0_5 ? "url" : "id");
}

/* An issuer that says nothing about it has its badge classes at its own host as well. */
static blz_status check_class(blz_check *check)
{
    const blz_ob2_case *c = check->ob2;
    json_t *badge = json_object_get(c->badge, "id"), *issuer = json_object_get(c->issuer, "id");
    bool same = true;
    if (json_object_get(c->issuer, "verification") || !blz_ob2_value_is(BLZ_OB2_URL, badge) ||
        !blz_ob2_value_is(BLZ_OB2_URL, issuer))
        return BLZ_OK;
    BLZ_TRY(blz_ob2_same_host(&same, json_string_value(badge), json_string_value(issuer)));
    if (same) return BLZ_OK;
    return blz_say_strict(
        check, BLZ_STEP_FAIL, "/badge/id",
        "the BadgeClass \"%s\" is on another host than its issuer \"%s\", who does not say that "
        "this is allowed",
        json_string_value(badge), json_string_value(issuer));
}

static blz_status check_hosted(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    blz_ob2_listener to = blz_ob2_reporter(check);
    bool within = false;
    json_t *id = json_object_get(c->node, "id");
    if (!c->issuer)
        return blz_say(
            check, BLZ_STEP_SKIPPED, "/verification",
            "the issuer's profile is not at hand, so nothing tells where its badges may be hosted");
    if (c->given->version == BLZ_OB2_0_5 && !blz_ob2_value_is(BLZ_OB2_URL, id))
        return blz_say(
            check, BLZ_STEP_UNKNOWN, "/verification",
            "badges of Open Badges 0.5 are hosted, but do not say where: verify the picture of the "
            "badge, or its web address");
    BLZ_TRY(blz_ob2_check_scope(&within, &to, "/id", id, c->issuer, home_of(c)));
    BLZ_TRY(check_class(check));
    if (c->hosted) BLZ_TRY(check_copy(check));
    BLZ_TRY(check_redirect(check));
    c->proven =
        (c->proven || check->policy == BLZ_POLICY_1EDTECH) && (within || check->policy == BLZ_POLICY_1EDTECH);
    return blz_pass_if_quiet(check, "it is what is hosted at its id, and its issuer lets badges be there");
}

/* An Assertion or Endorsement: hosted, signed, or neither. */
static blz_status check_claim(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    if (blz_ob2_is_hosted(c->node)) return check_hosted(check);
    if (!blz_ob2_is_signed(c->node))
        return blz_say_strict(check, BLZ_STEP_FAIL, "/verification",
                              "the badge does not say how to verify it: its verification has to be of type "
                              "\"hosted\" or \"signed\"");
    if (check->jws) return blz_say(check, BLZ_STEP_PASS, "/verification", "a signed badge");
    c->proven = check->policy == BLZ_POLICY_1EDTECH;
    return blz_say_strict(check, BLZ_STEP_FAIL, "/verification",
                          "the badge says that it is signed, but this is only what was signed, without the "
                          "signature: ask for the badge as it was issued");
}

/* Something by itself has no other proof than that it is at its id. */
static blz_status check_part(blz_check *check)
{
    blz_ob2_case *c = check->ob2;
    if (c->hosted)
        BLZ_TRY(check_copy(check));
    else
        BLZ_TRY(blz_say_strict(check, BLZ_STEP_UNKNOWN, "/id",
                               "this has no web address as its id, so nothing tells who wrote it"));
    BLZ_TRY(check_redirect(check));
    if (check->policy == BLZ_POLICY_1EDTECH) c->proven = true;
    return blz_pass_if_quiet(check, "it is what is hosted at its id");
}

blz_status blz_ob2_step_verification(blz_check *check)
{
    return check->kind == BLZ_KIND_OB2_PART ? check_part(check) : check_claim(check);
}
