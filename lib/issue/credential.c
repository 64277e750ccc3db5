#include <string.h>
#include <strings.h>

#include "base/uri.h"
#include "codec/json_read.h"
#include "credential/model.h"
#include "credential/put.h"
#include "credential/uuid.h"
#include "issue/achievement.h"
#include "issue/options.h"

enum { STATUS_DEPTH_MAX = 8 };

blz_status blz_credential_id_put(json_t *credential, blz_ctx *ctx, const char *id, blz_diags *diags)
{
    char made[BLZ_URN_UUID_MAX];
    if (!id) {
        BLZ_TRY(blz_urn_uuid(made, ctx));
        return blz_put_text(credential, "id", made);
    }
    if (!blz_uri_is_absolute(id))
        return blz_option_refuse(
            diags, blz_diags_text(diags, "the credential id \"%s\" is not a URI", id),
            "the id stands for this one credential everywhere",
            "write a web address or urn:uuid: and a UUID, or leave it out for a random one");
    return blz_put_text(credential, "id", id);
}

blz_status blz_credential_id_new(char **out, blz_ctx *ctx)
{
    char made[BLZ_URN_UUID_MAX];
    BLZ_TRY(blz_urn_uuid(made, ctx));
    *out = blz_strdup(made);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status put_status(json_t *credential, const char *text, blz_diags *diags)
{
    json_t *entry = NULL;
    if (!text) return BLZ_OK;
    blz_status status = blz_json_parse(&entry, text, strlen(text), STATUS_DEPTH_MAX, NULL, NULL);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_OK && json_is_object(entry)) return blz_put(credential, "credentialStatus", entry);
    json_decref(entry);
    return blz_option_refuse(diags, "the status of the credential is not a JSON object",
                             "it says where verifiers can ask whether the badge was taken back",
                             "give what blazon status allocate writes");
}

blz_status blz_evidence_put(json_t *credential, const blz_credential_options *options, blz_diags *diags)
{
    if (options->evidence_count == 0) return BLZ_OK;
    json_auto_t *list = json_array();
    for (size_t i = 0; i < options->evidence_count; i++) {
        const char *url = options->evidence[i];
        json_auto_t *evidence = json_object();
        if (!blz_uri_is_absolute(url) || strncasecmp(url, "file:", 5) == 0)
            return blz_option_refuse(
                diags, blz_diags_text(diags, "the evidence \"%s\" is not a web address", url),
                "a badge carries links to evidence, not the files themselves",
                "publish the work and give its address, as https://example.edu/lesson.pdf");
        BLZ_TRY(blz_put_text(evidence, "id", url));
        BLZ_TRY(blz_put_type(evidence, "Evidence"));
        BLZ_TRY(blz_append(list, BLZ_STEAL(evidence)));
    }
    return blz_put(credential, "evidence", BLZ_STEAL(list));
}

static blz_status put_subject(json_t *credential, blz_ctx *ctx, const blz_definition *definition,
                              const blz_credential_options *options, blz_diags *diags)
{
    json_t *achievement = NULL;
    json_auto_t *subject = json_object();
    BLZ_TRY_MEM(subject);
    BLZ_TRY(blz_recipient_put(subject, ctx, options, diags));
    BLZ_TRY(blz_put_type(subject, "AchievementSubject"));
    BLZ_TRY(blz_achievement_json(&achievement, definition, diags));
    BLZ_TRY(blz_put(subject, "achievement", achievement));
    BLZ_TRY(blz_results_put(subject, definition, options, diags));
    return blz_put(credential, "credentialSubject", BLZ_STEAL(subject));
}

static blz_status make(json_t **out, blz_ctx *ctx, const blz_definition *definition,
                       const blz_credential_options *options, blz_diags *diags)
{
    json_t *issuer = NULL;
    json_auto_t *credential = json_object();
    BLZ_TRY_MEM(credential);
    BLZ_TRY(blz_put_pair(credential, "@context", BLZ_VC2_CONTEXT, BLZ_OB3_CONTEXT));
    BLZ_TRY(blz_credential_id_put(credential, ctx, options->id, diags));
    BLZ_TRY(blz_put_pair(credential, "type", "VerifiableCredential", "AchievementCredential"));
    BLZ_TRY(blz_put_text(credential, "name", definition->name));
    BLZ_TRY(blz_profile_json(&issuer, definition, true, diags));
    BLZ_TRY(blz_put(credential, "issuer", issuer));
    BLZ_TRY(blz_dates_put(credential, ctx, options, diags));
    BLZ_TRY(put_subject(credential, ctx, definition, options, diags));
    BLZ_TRY(blz_evidence_put(credential, options, diags));
    BLZ_TRY(put_status(credential, options->status, diags));
    *out = BLZ_STEAL(credential);
    return BLZ_OK;
}

blz_status blz_credential_build(char **out, size_t *length, blz_ctx *ctx, const blz_definition *definition,
                                const blz_credential_options *options, blz_diags *diags)
{
    json_auto_t *credential = NULL;
    if (!definition->micro_credential) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(make(&credential, ctx, definition, options, diags));
    BLZ_TRY(blz_output_check(credential, "achievementcredential", diags));
    return blz_output_text(out, length, credential, options->indent);
}
