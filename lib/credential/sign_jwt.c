#include "codec/json_write.h"
#include "credential/jwt_sign.h"
#include "credential/put.h"
#include "credential/sign_check.h"
#include "jose/jws.h"

#include <blazon/json.h>

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

static blz_status check(blz_ctx *ctx, const json_t *credential, blz_source *source, blz_diags *diags)
{
    BLZ_AUTO(blz_integrity) sealed = NULL;
    BLZ_TRY(blz_sign_check(credential, false, source, diags));
    BLZ_TRY(blz_integrity_open(&sealed, ctx, credential));
    return blz_sign_check_safe(sealed, source, diags);
}

blz_status blz_credential_sign_jwt(char **out, blz_ctx *ctx, const char *credential, size_t length,
                                   const char *name, const blz_key *key, const blz_sign_options *options,
                                   blz_diags *diags)
{
    static const blz_sign_options defaults = {0};
    BLZ_AUTO(blz_source) source = NULL;
    json_auto_t *json = NULL;
    json_auto_t *payload = NULL;
    BLZ_TRY(blz_sign_check_key(key, diags));
    BLZ_TRY(blz_source_new(&source, name, credential, length));
    BLZ_TRY(blz_sign_read(&json, ctx, source, diags));
    BLZ_TRY(check(ctx, json, source, diags));
    BLZ_TRY(blz_vc_jwt_payload(&payload, json, source, diags));
    return sign(out, ctx, payload, key, options ? options : &defaults, diags);
}
