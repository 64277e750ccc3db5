#include <string.h>

#include "crypto/key.h"
#include "definition/definition.h"
#include "issue/options.h"

blz_status blz_listed_method(const char **method, const blz_definition *definition, const blz_key *key,
                             blz_diags *diags)
{
    const blz_issuer *issuer = definition->issuer;
    if (*method || !issuer->key_count) return BLZ_OK;
    BLZ_AUTO(blz_text) fragment = NULL;
    BLZ_TRY(blz_key_fragment(&fragment, key));
    for (size_t i = 0; i < issuer->key_count; i++) {
        const char *hash = strchr(issuer->keys[i], '#');
        if (!hash || strcmp(hash + 1, fragment) != 0) continue;
        *method = issuer->keys[i];
        return BLZ_OK;
    }
    return blz_option_refuse(
        diags, "none of the keys that the issuer lists is the key that signs",
        blz_diags_text(diags, "a key is found by its fragment, and this one's is #%s", fragment),
        blz_diags_text(diags,
                       "say which it is with --verification-method, as %s, or add it to the issuer's keys",
                       issuer->keys[0]));
}

/* The credential as text with lines, so that a diagnostic shows one of them and not all of it; `*method` is
 * set if the issuer lists keys and none was chosen. */
static blz_status build(char **out, size_t *length, const char **method, blz_ctx *ctx,
                        const blz_definition *definition, const blz_credential_options *options,
                        const blz_key *key, blz_diags *diags)
{
    blz_credential_options indented = *options;
    BLZ_AUTO(blz_text) credential = NULL;
    indented.indent = 2;
    BLZ_TRY(blz_credential_build(&credential, length, ctx, definition, &indented, diags));
    BLZ_TRY(blz_listed_method(method, definition, key, diags));
    *out = BLZ_STEAL(credential);
    return BLZ_OK;
}

static const char what[] = "the credential";

blz_status blz_issue_jwt(char **out, blz_ctx *ctx, const blz_definition *definition,
                         const blz_credential_options *options, const blz_key *key,
                         const blz_sign_options *sign_options, blz_diags *diags)
{
    BLZ_AUTO(blz_text) credential = NULL;
    size_t length = 0;
    blz_sign_options chosen = sign_options ? *sign_options : (blz_sign_options){0};
    BLZ_TRY(blz_recipient_check_token(options, diags));
    BLZ_TRY(build(&credential, &length, &chosen.verification_method, ctx, definition, options, key, diags));
    return blz_credential_sign_jwt(out, ctx, credential, length, what, key, &chosen, diags);
}

blz_status blz_issue_proof(char **out, size_t *length, blz_ctx *ctx, const blz_definition *definition,
                           const blz_credential_options *options, const blz_key *key,
                           const blz_proof_options *proof_options, blz_diags *diags)
{
    BLZ_AUTO(blz_text) credential = NULL;
    size_t built = 0;
    blz_proof_options chosen = proof_options ? *proof_options : (blz_proof_options){0};
    chosen.indent = options->indent;
    BLZ_TRY(build(&credential, &built, &chosen.verification_method, ctx, definition, options, key, diags));
    return blz_credential_sign_proof(out, length, ctx, credential, built, what, key, &chosen, diags);
}
