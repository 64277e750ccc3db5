#include <string.h>

#include "base/time.h"
#include "codec/json_write.h"
#include "credential/jwt_sign.h"
#include "credential/model.h"
#include "credential/put.h"
#include "jose/jws.h"
#include "schema/embedded.h"

#include <blazon/json.h>

static blz_status add(blz_diags *diags, const char *code, blz_source *source, const char *pointer,
                      const char *message, const char *reason, const char *hint)
{
    return blz_diags_add(
        diags, code,
        &(blz_diag){
            .source = source, .pointer = pointer, .message = message, .reason = reason, .hint = hint});
}

/* Three runs of base64url with two dots between them. */
static bool looks_like_jws(const char *text, size_t length)
{
    size_t dots = 0;
    while (length && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '-' && c != '_' && c != '.') return false;
        dots += c == '.';
    }
    return dots == 2;
}

static blz_status read(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    size_t length = 0;
    const char *text = blz_source_bytes(source, &length);
    if (looks_like_jws(text, length)) {
        BLZ_TRY(add(diags, "BLZ725", source, NULL, "this is a signed token already",
                    "a token has one signature, and what is inside cannot be signed a second time with it",
                    "sign the credential from which it was made; blazon inspect shows what is inside"));
        return BLZ_ERR_INVALID;
    }
    return blz_json_read(out, ctx, source, diags);
}

static const char *schema_kind(const json_t *credential)
{
    bool endorsement = blz_vc_has_type(credential, "EndorsementCredential");
    return endorsement ? "endorsementcredential" : "achievementcredential";
}

static blz_status check_kind(bool *known, const json_t *credential, blz_source *source, blz_diags *diags)
{
    static const char hint[] =
        "a credential of Open Badges 3.0 starts with the contexts " BLZ_VC2_CONTEXT " and " BLZ_OB3_CONTEXT;
    *known = blz_vc_version_of(credential) == BLZ_VC_2_0 && blz_ob3_has_context(credential);
    if (*known) return BLZ_OK;
    bool old = blz_vc_version_of(credential) == BLZ_VC_1_1;
    return add(diags, "BLZ723", source, old ? "/@context" : "",
               old ? "this is a Verifiable Credential 1.1" : "this is not a credential of Open Badges 3.0",
               old ? "Open Badges 3.0 has moved on to Verifiable Credentials 2.0, and blazon signs only those"
                   : "blazon signs nothing that it cannot check",
               hint);
}

static blz_status check_proof(const json_t *credential, blz_source *source, blz_diags *diags)
{
    if (!json_object_get(credential, "proof")) return BLZ_OK;
    return add(
        diags, "BLZ725", source, "/proof", "the credential has a proof already",
        "a JWT would sign that proof with the content, and blazon cannot tell whether it is a good one",
        "sign the credential without its \"proof\"");
}

static blz_status check_dates(const json_t *credential, blz_source *source, blz_diags *diags)
{
    const char *from = json_string_value(json_object_get(credential, "validFrom"));
    const char *until = json_string_value(json_object_get(credential, "validUntil"));
    int64_t start = 0, end = 0;
    if (!from || !until || blz_time_parse(&start, NULL, from, strlen(from)) != BLZ_OK) return BLZ_OK;
    if (blz_time_parse(&end, NULL, until, strlen(until)) != BLZ_OK || end > start) return BLZ_OK;
    return add(diags, "BLZ726", source, "/validUntil", "\"validUntil\" is not after \"validFrom\"",
               "the credential would never be valid", "set a later end, or take \"validUntil\" out");
}

static size_t found(const blz_diags *diags)
{
    return blz_diags_count(diags) + blz_diags_dropped(diags);
}

static blz_status check(const json_t *credential, blz_source *source, blz_diags *diags)
{
    size_t before = found(diags);
    bool known = false;
    const blz_schema *schema = NULL;
    BLZ_TRY(check_kind(&known, credential, source, diags));
    if (!known) return BLZ_ERR_INVALID;
    BLZ_TRY(blz_schema_embedded(&schema, schema_kind(credential)));
    BLZ_TRY(blz_schema_lint(diags, source, schema, credential));
    BLZ_TRY(check_proof(credential, source, diags));
    BLZ_TRY(check_dates(credential, source, diags));
    return found(diags) == before ? BLZ_OK : BLZ_ERR_INVALID;
}

static blz_status make_header(json_t **out, const blz_key *key, const char *method, bool embed)
{
    json_auto_t *header = json_object();
    BLZ_TRY(blz_put_text(header, "typ", "JWT"));
    BLZ_TRY(blz_put_text(header, "kid", method));
    if (embed) {
        json_t *jwk = NULL;
        BLZ_TRY(blz_key_write_jwk(&jwk, key, false));
        BLZ_TRY(blz_put(header, "jwk", jwk));
    }
    *out = BLZ_STEAL(header);
    return BLZ_OK;
}

static blz_status sign(char **out, blz_ctx *ctx, const json_t *payload, const blz_key *key,
                       const blz_sign_options *options, blz_diags *diags)
{
    BLZ_AUTO(blz_text) method = NULL;
    json_auto_t *header = NULL;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_verification_method_choose(&method, json_string_value(json_object_get(payload, "iss")), key,
                                           options->verification_method, diags));
    BLZ_TRY(make_header(&header, key, method, options->embed_key));
    BLZ_TRY(blz_json_write(&text, payload, 0));
    return blz_jws_sign(out, ctx, header, text.data, text.length, key);
}

blz_status blz_credential_sign_jwt(char **out, blz_ctx *ctx, const char *credential, size_t length,
                                   const char *name, const blz_key *key, const blz_sign_options *options,
                                   blz_diags *diags)
{
    static const blz_sign_options defaults = {0};
    BLZ_AUTO(blz_source) source = NULL;
    json_auto_t *json = NULL;
    json_auto_t *payload = NULL;
    if (!blz_key_is_private(key)) {
        BLZ_TRY(add(diags, "BLZ903", NULL, NULL, "this is a public key",
                    "signing needs the private key; the public one can only verify",
                    "give the file that blazon key new wrote"));
        return BLZ_ERR_ARGUMENT;
    }
    BLZ_TRY(blz_source_new(&source, name, credential, length));
    BLZ_TRY(read(&json, ctx, source, diags));
    BLZ_TRY(check(json, source, diags));
    BLZ_TRY(blz_vc_jwt_payload(&payload, json, source, diags));
    return sign(out, ctx, payload, key, options ? options : &defaults, diags);
}
