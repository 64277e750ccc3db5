#include <string.h>

#include "base/uri.h"
#include "credential/model.h"
#include "credential/put.h"
#include "issue/achievement.h"
#include "issue/ob2.h"
#include "issue/options.h"
#include "ob2/links.h"
#include "ob2/value.h"

/* What is published at this address, if it is that of something else that the badge leads to. */
static const char *published_at(const blz_definition *definition, const char *id)
{
    const blz_issuer *issuer = definition->issuer;
    if (strcmp(id, definition->id) == 0) return "the badge class";
    if (strcmp(id, issuer->id) == 0) return "the issuer's profile";
    if (issuer->revocations && strcmp(id, issuer->revocations) == 0)
        return "the issuer's list of revoked badges";
    for (size_t i = 0; i < issuer->key_count; i++)
        if (strcmp(id, issuer->keys[i]) == 0) return "a key of the issuer's";
    return NULL;
}

static blz_status check_id(const blz_definition *definition, const char *id, blz_diags *diags)
{
    const char *other = id ? published_at(definition, id) : NULL;
    if (!id || (!other && blz_ob2_text_is(BLZ_OB2_IRI, id))) return BLZ_OK;
    if (other)
        return blz_option_refuse(diags, blz_diags_text(diags, "\"%s\" is the address of %s", id, other),
                                 "at one address there can be one thing only, and verifiers would find the "
                                 "wrong one",
                                 "give an address of its own, one for each badge");
    return blz_option_refuse(
        diags, blz_diags_text(diags, "\"%s\" cannot be the id of a badge of Open Badges 2.0", id),
        "platforms take web addresses and random ids, and refuse a badge with another one",
        "give a web address or a urn:uuid:, or no id, for a random one");
}

static blz_status check_options(const blz_definition *definition, const blz_credential_options *options,
                                blz_diags *diags)
{
    BLZ_TRY(check_id(definition, options->id, diags));
    if (options->status)
        return blz_option_refuse(
            diags, "a badge of Open Badges 2.0 has no place in a status list",
            "a hosted one is taken back where it is hosted, a signed one by its issuer's revocation list",
            "leave the status list out");
    if (options->subject_id)
        return blz_option_refuse(diags, "a subject id was given, but Open Badges 2.0 names nobody by two ids",
                                 "its recipient is one e-mail address or one web address",
                                 "leave the subject id out");
    return BLZ_OK;
}

/* The dates of 3.0 under their older names. */
static blz_status put_dates(json_t *assertion, blz_ctx *ctx, const blz_credential_options *options,
                            blz_diags *diags)
{
    json_auto_t *newer = json_object();
    BLZ_TRY_MEM(newer);
    BLZ_TRY(blz_validity_put(newer, ctx, options->valid_from, options->valid_until, diags));
    BLZ_TRY(blz_put(assertion, "issuedOn", json_incref(json_object_get(newer, "validFrom"))));
    json_t *end = json_object_get(newer, "validUntil");
    return end ? blz_put(assertion, "expires", json_incref(end)) : BLZ_OK;
}

static blz_status put_parts(json_t *assertion, blz_ctx *ctx, const blz_definition *definition,
                            const blz_credential_options *options, blz_diags *diags)
{
    BLZ_TRY(blz_put_text(assertion, "@context", BLZ_OB2_CONTEXT));
    BLZ_TRY(blz_put_text(assertion, "type", "Assertion"));
    BLZ_TRY(blz_credential_id_put(assertion, ctx, options->id, diags));
    BLZ_TRY(blz_ob2_recipient_put(assertion, ctx, options, diags));
    BLZ_TRY(blz_put_text(assertion, "badge", definition->id));
    BLZ_TRY(put_dates(assertion, ctx, options, diags));
    BLZ_TRY(blz_ob2_results_put(assertion, definition, options, diags));
    return blz_evidence_put(assertion, options, diags);
}

blz_status blz_ob2_assertion_json(json_t **out, blz_ctx *ctx, const blz_definition *definition,
                                  const blz_credential_options *options, json_t *verification,
                                  blz_diags *diags)
{
    json_auto_t *how = verification;
    json_auto_t *badge = NULL;
    json_auto_t *assertion = json_object();
    BLZ_TRY_MEM(how && assertion);
    BLZ_TRY(check_options(definition, options, diags));
    BLZ_TRY(blz_ob2_class_json(&badge, definition, diags)); /* no badge of a class that cannot be */
    BLZ_TRY(put_parts(assertion, ctx, definition, options, diags));
    BLZ_TRY(blz_put(assertion, "verification", BLZ_STEAL(how)));
    BLZ_TRY(blz_ob2_output_check(assertion, diags));
    *out = BLZ_STEAL(assertion);
    return BLZ_OK;
}

/* Where the assertion will be, which has to be where its issuer is. */
static blz_status check_place(const char *id, const blz_definition *definition, blz_diags *diags)
{
    const char *issuer = definition->issuer->id;
    bool same = false;
    if (!id || !blz_uri_is_https(id) || strchr(id, '#'))
        return blz_option_refuse(
            diags,
            id ? blz_diags_text(diags, "the badge cannot be hosted at \"%s\"", id)
               : "it is not said where the badge will be hosted",
            "the address is its id, from which verifiers fetch it; what is there is the badge",
            "give the https address at which you will publish it, one for each badge");
    if (!blz_uri_is_https(issuer)) return BLZ_OK; /* which blz_ob2_needs() has told */
    BLZ_TRY(blz_ob2_same_host(&same, id, issuer));
    if (same) return BLZ_OK;
    return blz_option_refuse(
        diags, blz_diags_text(diags, "\"%s\" is on another host than the badge's issuer \"%s\"", id, issuer),
        "anybody could publish a badge there in the issuer's name; verifiers refuse it",
        "host badges where the issuer's profile is");
}

blz_status blz_ob2_assertion_build(char **out, size_t *length, blz_ctx *ctx, const blz_definition *definition,
                                   const blz_credential_options *options, blz_diags *diags)
{
    json_auto_t *assertion = NULL;
    json_auto_t *verification = json_object();
    if (!definition->micro_credential) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(check_place(options->id, definition, diags));
    BLZ_TRY(blz_put_text(verification, "type", "HostedBadge"));
    BLZ_TRY(blz_ob2_assertion_json(&assertion, ctx, definition, options, BLZ_STEAL(verification), diags));
    return blz_output_text(out, length, assertion, options->indent);
}
