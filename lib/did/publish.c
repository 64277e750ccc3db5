#include "did/build.h"

#include <string.h>

#include "base/buf.h"
#include "base/uri.h"
#include "crypto/jwk.h"
#include "did/did.h"

#include <blazon/json.h>

/* The documents that an issuer publishes. */

blz_status blz_did_put_text(json_t *container, const char *name, const char *text)
{
    json_t *value = json_string(text);
    int failed = name ? json_object_set_new(container, name, value) : json_array_append_new(container, value);
    return failed ? BLZ_ERR_NOMEM : BLZ_OK;
}

static blz_status set_material(json_t *method, const blz_key *key)
{
    if (blz_key_type_of(key) == BLZ_KEY_RSA) {
        json_t *jwk = NULL;
        BLZ_TRY(blz_key_write_jwk(&jwk, key, false));
        BLZ_TRY_MEM(json_object_set_new(method, "publicKeyJwk", jwk) == 0);
        return BLZ_OK;
    }
    BLZ_AUTO(blz_text) multikey = NULL;
    BLZ_TRY(blz_key_write_multikey(&multikey, key));
    return blz_did_put_text(method, "publicKeyMultibase", multikey);
}

blz_status blz_did_build_method(json_t **out, const char *id, const char *controller, const blz_key *key)
{
    bool rsa = blz_key_type_of(key) == BLZ_KEY_RSA;
    json_auto_t *method = json_object();
    BLZ_TRY_MEM(method);
    BLZ_TRY(blz_did_put_text(method, "id", id));
    BLZ_TRY(blz_did_put_text(method, "type", rsa ? "JsonWebKey" : "Multikey"));
    BLZ_TRY(blz_did_put_text(method, "controller", controller));
    BLZ_TRY(set_material(method, key));
    *out = json_incref(method);
    return BLZ_OK;
}

static bool has_type(json_t *methods, const char *type)
{
    size_t i;
    json_t *method;
    json_array_foreach (methods, i, method) {
        if (strcmp(json_string_value(json_object_get(method, "type")), type) == 0) return true;
    }
    return false;
}

/* cid/v1 defines the kinds of keys itself; did/v1 needs a context for each. */
static blz_status set_context(json_t *document, const char *id, json_t *methods)
{
    if (strncmp(id, "did:", 4) != 0)
        return blz_did_put_text(document, "@context", "https://www.w3.org/ns/cid/v1");
    json_t *context = json_array();
    BLZ_TRY_MEM(json_object_set_new(document, "@context", context) == 0);
    BLZ_TRY(blz_did_put_text(context, NULL, "https://www.w3.org/ns/did/v1"));
    if (has_type(methods, "Multikey"))
        BLZ_TRY(blz_did_put_text(context, NULL, "https://w3id.org/security/multikey/v1"));
    if (has_type(methods, "JsonWebKey"))
        BLZ_TRY(blz_did_put_text(context, NULL, "https://w3id.org/security/jwk/v1"));
    return BLZ_OK;
}

static blz_status set_purpose(json_t *document, const char *purpose, json_t *methods)
{
    json_t *ids = json_array(), *method;
    BLZ_TRY_MEM(json_object_set_new(document, purpose, ids) == 0);
    size_t i;
    json_array_foreach (methods, i, method) {
        BLZ_TRY(blz_did_put_text(ids, NULL, json_string_value(json_object_get(method, "id"))));
    }
    return BLZ_OK;
}

blz_status blz_did_build_document(json_t **out, const char *id, json_t *methods)
{
    json_auto_t *document = json_object();
    BLZ_TRY_MEM(document);
    BLZ_TRY(set_context(document, id, methods));
    BLZ_TRY(blz_did_put_text(document, "id", id));
    BLZ_TRY_MEM(json_object_set(document, "verificationMethod", methods) == 0);
    BLZ_TRY(set_purpose(document, "assertionMethod", methods));
    if (strncmp(id, "did:", 4) == 0) BLZ_TRY(set_purpose(document, "authentication", methods));
    *out = json_incref(document);
    return BLZ_OK;
}

/* Whether the key was given before: it is listed once. */
static bool is_repeated(const blz_key *const *keys, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (blz_key_equal(keys[i], keys[index])) return true;
    return false;
}

static blz_status add_method(json_t *methods, const char *id, const blz_key *key)
{
    BLZ_AUTO(blz_text) url = NULL;
    json_t *method = NULL;
    BLZ_TRY(blz_verification_method_url(&url, id, key));
    BLZ_TRY(blz_did_build_method(&method, url, id, key));
    BLZ_TRY_MEM(json_array_append_new(methods, method) == 0);
    return BLZ_OK;
}

static blz_status check_publishable(const char *id)
{
    BLZ_AUTO(blz_text) url = NULL;
    if (strncmp(id, "did:", 4) == 0) return blz_did_web_url(&url, id);
    return blz_uri_is_https(id) && !strchr(id, '#') ? BLZ_OK : BLZ_ERR_INVALID;
}

blz_status blz_controller_document(json_t **out, const char *id, const blz_key *const *keys, size_t count)
{
    if (!count) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(check_publishable(id));
    json_auto_t *methods = json_array();
    BLZ_TRY_MEM(methods);
    for (size_t i = 0; i < count; i++)
        if (!is_repeated(keys, i)) BLZ_TRY(add_method(methods, id, keys[i]));
    return blz_did_build_document(out, id, methods);
}

static blz_status add_jwk(json_t *list, const blz_key *key)
{
    json_auto_t *jwk = NULL;
    BLZ_AUTO(blz_text) kid = NULL;
    BLZ_TRY(blz_key_write_jwk(&jwk, key, false));
    BLZ_TRY(blz_key_thumbprint(&kid, key));
    BLZ_TRY(blz_did_put_text(jwk, "kid", kid));
    BLZ_TRY(blz_did_put_text(jwk, "use", "sig"));
    BLZ_TRY(blz_did_put_text(jwk, "alg", blz_jwk_alg(key)));
    BLZ_TRY_MEM(json_array_append(list, jwk) == 0);
    return BLZ_OK;
}

blz_status blz_jwks_document(json_t **out, const blz_key *const *keys, size_t count)
{
    if (!count) return BLZ_ERR_ARGUMENT;
    json_auto_t *document = json_object();
    json_t *list = json_array();
    BLZ_TRY_MEM(json_object_set_new(document, "keys", list) == 0);
    for (size_t i = 0; i < count; i++)
        if (!is_repeated(keys, i)) BLZ_TRY(add_jwk(list, keys[i]));
    *out = json_incref(document);
    return BLZ_OK;
}

blz_status blz_controller_text(char **out, size_t *length, const char *id, const blz_key *const *keys,
                               size_t count)
{
    json_auto_t *document = NULL;
    BLZ_TRY(blz_controller_document(&document, id, keys, count));
    return blz_json_text(out, length, document, 2);
}

blz_status blz_jwks_text(char **out, size_t *length, const blz_key *const *keys, size_t count)
{
    json_auto_t *document = NULL;
    BLZ_TRY(blz_jwks_document(&document, keys, count));
    return blz_json_text(out, length, document, 2);
}
