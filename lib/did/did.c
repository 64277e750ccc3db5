#include "did/did.h"

#include <string.h>

#include "base/buf.h"
#include "base/uri.h"
#include "base/why.h"
#include "did/methods.h"

/* DIDs, whatever their method. */

static blz_status key_document(json_t **out, blz_ctx *ctx, const char *did, char **reason)
{
    (void)ctx;
    return blz_did_key_document(out, did, reason);
}

static blz_status jwk_document(json_t **out, blz_ctx *ctx, const char *did, char **reason)
{
    (void)ctx;
    return blz_did_jwk_document(out, did, reason);
}

static const struct {
    const char *prefix;
    blz_status (*document)(json_t **out, blz_ctx *ctx, const char *did, char **reason);
} methods[] = {
    {"did:key:", key_document},
    {"did:jwk:", jwk_document},
    {"did:web:", blz_did_web_document},
};

blz_status blz_did_document(json_t **out, blz_ctx *ctx, const char *did, char **reason)
{
    if (reason) *reason = NULL;
    if (strncmp(did, "did:", 4) != 0) return blz_why(reason, BLZ_ERR_SYNTAX, "\"%s\" is not a DID", did);
    for (size_t i = 0; i < BLZ_COUNT_OF(methods); i++)
        if (strncmp(did, methods[i].prefix, strlen(methods[i].prefix)) == 0)
            return methods[i].document(out, ctx, did, reason);
    return blz_why(reason, BLZ_ERR_UNSUPPORTED,
                   "\"%s\" is a DID of a method that blazon does not know; it knows key, jwk and web", did);
}

/* The DID names its key itself, and it must be this one. */

static blz_status own_method(char **out, const char *did, const char *fragment, const blz_key *named,
                             const blz_key *key)
{
    BLZ_SCOPED(blz_buf) url = BLZ_BUF(BLZ_BUF_MAX);
    if (!blz_key_equal(named, key)) return BLZ_ERR_INVALID;
    BLZ_TRY(blz_buf_printf(&url, "%s#%s", did, fragment));
    return blz_buf_take(&url, out, NULL);
}

static blz_status invalid(blz_status status)
{
    return status == BLZ_ERR_SYNTAX || status == BLZ_ERR_UNSUPPORTED ? BLZ_ERR_INVALID : status;
}

static blz_status key_method(char **out, const char *did, const blz_key *key)
{
    BLZ_AUTO(blz_key) named = NULL;
    BLZ_TRY(invalid(blz_did_key_read(&named, did, NULL)));
    return own_method(out, did, strrchr(did, ':') + 1, named, key);
}

static blz_status jwk_method(char **out, const char *did, const blz_key *key)
{
    BLZ_AUTO(blz_key) named = NULL;
    json_auto_t *jwk = NULL;
    BLZ_TRY(invalid(blz_did_jwk_read(&named, &jwk, did, NULL)));
    return own_method(out, did, "0", named, key);
}

blz_status blz_verification_method_url(char **out, const char *controller, const blz_key *key)
{
    if (strncmp(controller, "did:key:", 8) == 0) return key_method(out, controller, key);
    if (strncmp(controller, "did:jwk:", 8) == 0) return jwk_method(out, controller, key);
    bool did = strncmp(controller, "did:", 4) == 0 && strlen(controller) > 4;
    if ((!did && !blz_uri_is_https(controller)) || strchr(controller, '#')) return BLZ_ERR_INVALID;
    BLZ_AUTO(blz_text) fragment = NULL;
    BLZ_SCOPED(blz_buf) url = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_key_fragment(&fragment, key));
    BLZ_TRY(blz_buf_printf(&url, "%s#%s", controller, fragment));
    return blz_buf_take(&url, out, NULL);
}
