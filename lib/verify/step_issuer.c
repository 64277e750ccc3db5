#include "base/uri.h"
#include "verify/steps.h"
#include "verify/trust.h"

static blz_status check_profile(blz_check *check, json_t *issuer)
{
    if (!blz_vc_has_type(issuer, "Profile"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/issuer", "the issuer is not of type \"Profile\""));
    json_t *parent = json_object_get(issuer, "parentOrg");
    if (parent && !blz_vc_has_type(parent, "Profile"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/issuer/parentOrg",
                        "the organization above the issuer is not of type \"Profile\""));
    json_t *others = json_object_get(issuer, "otherIdentifier");
    for (size_t i = 0; i < blz_many(others); i++)
        if (!blz_vc_has_type(blz_many_at(others, i), "IdentifierEntry"))
            BLZ_TRY(blz_say(check, BLZ_STEP_FAIL,
                            blz_many_pointer(check, "/issuer/otherIdentifier", others, i),
                            "another identifier of the issuer is not of type \"IdentifierEntry\""));
    if (!blz_member(issuer, "name"))
        return blz_say(check, BLZ_STEP_WARN, "/issuer",
                       "the issuer has no name; people will see only its id");
    return BLZ_OK;
}

/* Who refuses other issuers than those they know does not accept their badges, in a record or by themselves.
 * What somebody else says in praise of a badge takes nothing away from it. */
static blz_status check_known(blz_check *check)
{
    bool praise = check->of && check->kind == BLZ_KIND_ENDORSEMENT;
    if (praise || !blz_trust_refuses(check->trust, check->issuer_id)) return BLZ_OK;
    return blz_say(check, BLZ_STEP_FAIL, "/issuer",
                   "the trust file accepts only the issuers that it lists, and \"%s\" is none of them",
                   check->issuer_id);
}

blz_status blz_step_issuer(blz_check *check)
{
    json_t *issuer = json_object_get(check->credential, "issuer");
    if (!check->issuer_id)
        return blz_say(check, BLZ_STEP_FAIL, "/issuer",
                       "the %s does not say who issued it: the issuer has no id", blz_noun(check));
    if (!blz_uri_is_absolute(check->issuer_id))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, "/issuer", "the issuer's id \"%s\" is not a URL or a DID",
                        check->issuer_id));
    BLZ_TRY(check_known(check));
    if (check->kind == BLZ_KIND_STATUS_LIST) return blz_pass_if_quiet(check, "the issuer is named by its id");
    if (json_is_object(issuer))
        BLZ_TRY(check_profile(check, issuer));
    else
        BLZ_TRY(blz_say(check, BLZ_STEP_PASS, "/issuer", "the issuer is named by its id alone"));
    return blz_pass_if_quiet(check, "a profile with an id and a name");
}
