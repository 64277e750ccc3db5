#include "did/material.h"

#include <string.h>

#include "base/why.h"
#include "codec/base58.h"
#include "codec/multibase.h"
#include "crypto/jwk.h"

/* What a published key must not be, in one place. */
static blz_status judge(blz_status status, const char *name, const char *why, char **reason)
{
    switch (status) {
    case BLZ_OK:
    case BLZ_ERR_NOMEM:
    case BLZ_ERR_CRYPTO:
        return status;
    case BLZ_ERR_UNSUPPORTED:
        return blz_why(reason, status, "the key of \"%s\" cannot be used: %s", name,
                       why ? why : "it is neither Ed25519, P-256, P-384 nor RSA");
    default:
        return blz_why(reason, BLZ_ERR_INVALID, "the key of \"%s\" cannot be used: %s", name,
                       why ? why : "it is broken");
    }
}

blz_status blz_material_jwk(blz_key **out, const json_t *jwk, const char *name, char **reason)
{
    const char *why = NULL;
    if (blz_jwk_has_secret(jwk))
        return judge(BLZ_ERR_INVALID, name, "it is a private or a shared key", reason);
    blz_status status = blz_jwk_read(out, jwk, &why);
    return judge(status, name, why, reason);
}

blz_status blz_material_pem(blz_key **out, blz_ctx *ctx, const char *text, size_t length, const char *name,
                            char **reason)
{
    BLZ_AUTO(blz_key) key = NULL;
    blz_status status = blz_key_read_pem(&key, ctx, text, length, NULL, NULL);
    if (status == BLZ_ERR_PASSPHRASE || (status == BLZ_OK && blz_key_is_private(key)))
        return judge(BLZ_ERR_INVALID, name, "it is a private key", reason);
    BLZ_TRY(judge(status, name, status == BLZ_ERR_UNSUPPORTED ? NULL : "it is not one public key in PEM",
                  reason));
    *out = BLZ_STEAL(key);
    return BLZ_OK;
}

typedef struct material {
    blz_ctx *ctx;
    const json_t *method, *value;
    const char *name;
    char **reason;
} material;

static blz_status from_multibase(blz_key **out, const material *m)
{
    if (!json_is_string(m->value))
        return judge(BLZ_ERR_INVALID, m->name, "publicKeyMultibase is not a text", m->reason);
    blz_status status = blz_key_read_multikey(out, json_string_value(m->value));
    return judge(status, m->name,
                 status == BLZ_ERR_UNSUPPORTED ? NULL : "publicKeyMultibase is not a sound key in base58",
                 m->reason);
}

static blz_status from_jwk(blz_key **out, const material *m)
{
    return blz_material_jwk(out, m->value, m->name, m->reason);
}

static blz_status from_pem(blz_key **out, const material *m)
{
    if (!json_is_string(m->value))
        return judge(BLZ_ERR_INVALID, m->name, "publicKeyPem is not a text", m->reason);
    return blz_material_pem(out, m->ctx, json_string_value(m->value), json_string_length(m->value), m->name,
                            m->reason);
}

/* Ed25519VerificationKey2018: the raw key. It becomes a Multikey by the prefix that it lacks. */
static blz_status from_base58(blz_key **out, const material *m)
{
    static const unsigned char prefix[] = {0xed, 0x01};
    const char *type = json_string_value(json_object_get(m->method, "type"));
    if (!type || strcmp(type, "Ed25519VerificationKey2018") != 0)
        return judge(BLZ_ERR_UNSUPPORTED, m->name,
                     "publicKeyBase58 is known only of Ed25519VerificationKey2018", m->reason);
    BLZ_AUTO(blz_octet) raw = NULL;
    BLZ_SCOPED(blz_buf) bytes = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    size_t length = 0;
    blz_status status =
        json_is_string(m->value)
            ? blz_base58_decode(&raw, &length, json_string_value(m->value), json_string_length(m->value))
            : BLZ_ERR_SYNTAX;
    if (status != BLZ_OK) return judge(status, m->name, "publicKeyBase58 is not base58", m->reason);
    BLZ_TRY(blz_buf_append(&bytes, prefix, sizeof prefix));
    BLZ_TRY(blz_buf_append(&bytes, raw, length));
    BLZ_TRY(blz_multibase_encode(&text, 'z', bytes.data, bytes.length));
    return judge(blz_key_read_multikey(out, text.data), m->name, "publicKeyBase58 is not a sound key",
                 m->reason);
}

static const struct {
    const char *member;
    blz_status (*read)(blz_key **out, const material *m);
} forms[] = {
    {"publicKeyMultibase", from_multibase},
    {"publicKeyJwk", from_jwk},
    {"publicKeyPem", from_pem},
    {"publicKeyBase58", from_base58},
};

bool blz_material_is_in(const json_t *object)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(forms); i++)
        if (json_object_get(object, forms[i].member)) return true;
    return false;
}

blz_status blz_material_read(blz_key **out, blz_ctx *ctx, const json_t *method, const char *name,
                             char **reason)
{
    size_t found = BLZ_COUNT_OF(forms), count = 0;
    for (size_t i = 0; i < BLZ_COUNT_OF(forms); i++) {
        if (!json_object_get(method, forms[i].member)) continue;
        found = i;
        count++;
    }
    if (!count) return judge(BLZ_ERR_INVALID, name, "the document does not say what it is", reason);
    if (count > 1)
        return judge(BLZ_ERR_INVALID, name, "the document gives it in several forms at once", reason);
    material m = {ctx, method, json_object_get(method, forms[found].member), name, reason};
    return forms[found].read(out, &m);
}
