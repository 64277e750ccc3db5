#include "did/methods.h"

#include <string.h>

#include "base/buf.h"
#include "base/why.h"
#include "codec/base64url.h"
#include "codec/json_read.h"
#include "codec/json_write.h"
#include "crypto/jwk.h"
#include "did/build.h"

/* did:jwk: the name is a JSON Web Key in base64url, the method is #0. */

enum { JWK_DEPTH_MAX = 8 };

static const char prefix[] = "did:jwk:";

blz_status blz_did_jwk(char **out, const blz_key *key)
{
    json_auto_t *jwk = NULL;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) did = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_key_write_jwk(&jwk, key, false));
    BLZ_TRY(blz_jcs_write(&text, jwk));
    BLZ_TRY(blz_buf_puts(&did, prefix));
    BLZ_TRY(blz_base64url_encode(&did, text.data, text.length));
    return blz_buf_take(&did, out, NULL);
}

static blz_status decode(json_t **out, const char *did, char **reason)
{
    const char *encoded = did + sizeof prefix - 1, *why = "it is not base64url";
    BLZ_AUTO(blz_octet) text = NULL;
    size_t length = 0;
    blz_status status = blz_base64url_decode(&text, &length, encoded, strlen(encoded));
    if (status == BLZ_OK) status = blz_json_parse(out, (const char *)text, length, JWK_DEPTH_MAX, NULL, &why);
    if (status != BLZ_ERR_SYNTAX && status != BLZ_ERR_LIMIT) return status;
    return blz_why(reason, BLZ_ERR_SYNTAX, "\"%s\" is not a did:jwk: %s", did, why);
}

blz_status blz_did_jwk_read(blz_key **out, json_t **jwk, const char *did, char **reason)
{
    const char *why = NULL;
    json_auto_t *decoded = NULL;
    BLZ_TRY(decode(&decoded, did, reason));
    if (blz_jwk_has_secret(decoded))
        return blz_why(reason, BLZ_ERR_INVALID, "\"%s\" gives away a private key", did);
    blz_status status = blz_jwk_read(out, decoded, &why);
    if (why) return blz_why(reason, status, "the key in \"%s\" cannot be used: %s", did, why);
    BLZ_TRY(status);
    *jwk = json_incref(decoded);
    return BLZ_OK;
}

static blz_status build(json_t **out, const char *did, json_t *jwk)
{
    BLZ_SCOPED(blz_buf) id = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *methods = json_array();
    json_auto_t *method = json_object();
    BLZ_TRY_MEM(methods && method);
    BLZ_TRY(blz_buf_printf(&id, "%s#0", did));
    BLZ_TRY(blz_did_put_text(method, "id", id.data));
    BLZ_TRY(blz_did_put_text(method, "type", "JsonWebKey"));
    BLZ_TRY(blz_did_put_text(method, "controller", did));
    BLZ_TRY_MEM(json_object_set(method, "publicKeyJwk", jwk) == 0);
    BLZ_TRY_MEM(json_array_append(methods, method) == 0);
    return blz_did_build_document(out, did, methods);
}

blz_status blz_did_jwk_document(json_t **out, const char *did, char **reason)
{
    BLZ_AUTO(blz_key) key = NULL;
    json_auto_t *jwk = NULL;
    BLZ_TRY(blz_did_jwk_read(&key, &jwk, did, reason));
    return build(out, did, jwk);
}
