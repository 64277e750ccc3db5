#include "ob2/key.h"

#include <string.h>

#include "base/why.h"
#include "did/material.h"
#include "ob2/walk.h"

bool blz_ob2_issuer_lists(const json_t *issuer, const char *key_id)
{
    json_t *keys = json_object_get(issuer, "publicKey");
    for (size_t i = 0; i < blz_ob2_many(keys); i++) {
        const char *id = blz_ob2_id(blz_ob2_many_at(keys, i));
        if (id && strcmp(id, key_id) == 0) return true;
    }
    return false;
}

blz_status blz_ob2_key_read(blz_key **out, blz_ctx *ctx, const json_t *node, char **why)
{
    json_t *pem = json_object_get(node, "publicKeyPem");
    const char *id = json_string_value(json_object_get(node, "id"));
    if (!json_is_string(pem)) return blz_why(why, BLZ_ERR_INVALID, "it has no publicKeyPem");
    return blz_material_pem(out, ctx, json_string_value(pem), json_string_length(pem), id ? id : "the issuer",
                            why);
}
