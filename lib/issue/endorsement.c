#include "issue/endorsement.h"

#include "base/uri.h"
#include "codec/json_write.h"
#include "credential/model.h"
#include "credential/put.h"
#include "credential/uuid.h"
#include "definition/definition.h"
#include "did/did.h"
#include "issue/achievement.h"
#include "issue/options.h"
#include "schema/embedded.h"

#include <blazon/did.h>
#include <blazon/json.h>

static const blz_endorsement_options plain;

/* A profile that somebody wrote: its shape, and that it says who it is. */
static blz_status read_profile(json_t **out, blz_ctx *ctx, const blz_endorsement_options *options,
                               blz_diags *diags)
{
    BLZ_AUTO(blz_source) source = NULL;
    json_auto_t *profile = NULL;
    const blz_schema *schema = NULL;
    const char *name = options->profile_name ? options->profile_name : "the profile of the endorser";
    size_t before = blz_diags_count(diags);
    BLZ_TRY(blz_source_new(&source, name, options->profile, options->profile_length));
    BLZ_TRY(blz_json_read(&profile, ctx, source, diags));
    BLZ_TRY(blz_schema_embedded(&schema, "profile"));
    BLZ_TRY(blz_schema_lint(diags, source, schema, profile));
    if (blz_diags_count(diags) != before) return BLZ_ERR_INVALID;
    *out = BLZ_STEAL(profile);
    return BLZ_OK;
}

static blz_status check_issuer_id(const char *id, blz_diags *diags)
{
    if (blz_uri_is_absolute(id)) return BLZ_OK;
    return blz_option_refuse(diags, blz_diags_text(diags, "the issuer \"%s\" is not a URL or a DID", id),
                             "an endorsement is worth as much as who makes it, and the id says who that is",
                             "name a DID, as did:web:teachers.example.org, or an https address");
}

static blz_status make_issuer(json_t **out, blz_ctx *ctx, const blz_endorsement_options *options,
                              const blz_key *key, blz_diags *diags)
{
    BLZ_AUTO(blz_text) own = NULL;
    const char *id = options->issuer_id;
    if (options->issuer) return blz_profile_json(out, options->issuer, true, diags);
    if (options->profile) return read_profile(out, ctx, options, diags);
    if (!id) {
        BLZ_TRY(blz_did_key(&own, key));
        id = own;
    }
    BLZ_TRY(check_issuer_id(id, diags));
    *out = json_string(id);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status put_name(json_t *credential, const blz_endorsement_options *options,
                           const blz_endorsed_part *part)
{
    BLZ_SCOPED(blz_buf) made = BLZ_BUF(BLZ_BUF_MAX);
    if (options->name) return blz_put_text(credential, "name", options->name);
    BLZ_TRY(blz_buf_printf(&made, "Endorsement of %s", part->name ? part->name : part->id));
    return blz_put_text(credential, "name", made.data);
}

static blz_status put_subject(json_t *credential, const blz_endorsement_options *options,
                              const blz_endorsed_part *part)
{
    json_auto_t *subject = json_object();
    BLZ_TRY(blz_put_text(subject, "id", part->id));
    BLZ_TRY(blz_put_type(subject, "EndorsementSubject"));
    BLZ_TRY(blz_put_text(subject, "endorsementComment", options->comment));
    return blz_put(credential, "credentialSubject", BLZ_STEAL(subject));
}

static blz_status make(json_t **out, blz_ctx *ctx, const blz_endorsed_part *part,
                       const blz_endorsement_options *options, const blz_key *key, blz_diags *diags)
{
    json_t *issuer = NULL;
    json_auto_t *credential = json_object();
    BLZ_TRY_MEM(credential);
    BLZ_TRY(blz_put_pair(credential, "@context", BLZ_VC2_CONTEXT, BLZ_OB3_CONTEXT));
    BLZ_TRY(blz_credential_id_put(credential, ctx, options->id, diags));
    BLZ_TRY(blz_put_pair(credential, "type", "VerifiableCredential", "EndorsementCredential"));
    BLZ_TRY(put_name(credential, options, part));
    BLZ_TRY(make_issuer(&issuer, ctx, options, key, diags));
    BLZ_TRY(blz_put(credential, "issuer", issuer));
    BLZ_TRY(blz_validity_put(credential, ctx, options->valid_from, options->valid_until, diags));
    BLZ_TRY(put_subject(credential, options, part));
    *out = BLZ_STEAL(credential);
    return BLZ_OK;
}

/* With lines, so that a diagnostic shows one of them and not all of it. */
static blz_status build(char **out, size_t *length, const char **method, blz_ctx *ctx,
                        const blz_endorsed_part *part, const blz_endorsement_options *options,
                        const blz_key *key, blz_diags *diags)
{
    json_auto_t *credential = NULL;
    if (options->issuer && blz_definition_kind_of(options->issuer) != BLZ_DEFINITION_ISSUER)
        return BLZ_ERR_ARGUMENT;
    BLZ_TRY(make(&credential, ctx, part, options, key, diags));
    if (options->issuer) BLZ_TRY(blz_listed_method(method, options->issuer, key, diags));
    return blz_output_text(out, length, credential, 2);
}

static const char what[] = "the endorsement";

blz_status blz_endorse_jwt(char **out, blz_ctx *ctx, const char *text, size_t length, const char *name,
                           const blz_endorsement_options *options, const blz_key *key,
                           const blz_sign_options *sign_options, blz_diags *diags)
{
    BLZ_AUTO(blz_text) credential = NULL;
    BLZ_SCOPED(blz_endorsed_part) part = {0};
    size_t built = 0;
    blz_sign_options chosen = sign_options ? *sign_options : (blz_sign_options){0};
    if (!options) options = &plain;
    BLZ_TRY(blz_endorsed_find(&part, ctx, text, length, name, options->about, diags));
    BLZ_TRY(build(&credential, &built, &chosen.verification_method, ctx, &part, options, key, diags));
    return blz_credential_sign_jwt(out, ctx, credential, built, what, key, &chosen, diags);
}

blz_status blz_endorse_proof(char **out, size_t *out_length, blz_ctx *ctx, const char *text, size_t length,
                             const char *name, const blz_endorsement_options *options, const blz_key *key,
                             const blz_proof_options *proof_options, blz_diags *diags)
{
    BLZ_AUTO(blz_text) credential = NULL;
    BLZ_SCOPED(blz_endorsed_part) part = {0};
    size_t built = 0;
    blz_proof_options chosen = proof_options ? *proof_options : (blz_proof_options){0};
    if (!options) options = &plain;
    chosen.indent = options->indent;
    BLZ_TRY(blz_endorsed_find(&part, ctx, text, length, name, options->about, diags));
    BLZ_TRY(build(&credential, &built, &chosen.verification_method, ctx, &part, options, key, diags));
    return blz_credential_sign_proof(out, out_length, ctx, credential, built, what, key, &chosen, diags);
}
