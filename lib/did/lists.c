#include "did/document.h"

#include "did/material.h"

/* Whether a document has a given key for assertions. Other keys in it may be of any kind, or broken. */

enum { KEYS_MAX = 256 }; /* how many are looked at */

typedef struct lookup {
    blz_ctx *ctx;
    const blz_key_document *document;
    const blz_key *key;
    bool found;
} lookup;

/* Takes the result of reading one key of the document. */
static blz_status compare(lookup *look, blz_status status, blz_key *candidate)
{
    BLZ_AUTO(blz_key) owned = candidate;
    if (status == BLZ_OK) look->found = blz_key_equal(owned, look->key);
    return status == BLZ_ERR_NOMEM ? status : BLZ_OK;
}

static blz_status look_at_method(lookup *look, const json_t *method)
{
    bool over = false;
    blz_key *candidate = NULL;
    if (!blz_material_is_in(method)) return BLZ_OK;
    if (blz_method_is_over(&over, method, blz_ctx_now(look->ctx)) != BLZ_OK || over) return BLZ_OK;
    blz_status status = blz_material_read(&candidate, look->ctx, method, "", NULL);
    return compare(look, status, candidate);
}

static blz_status look_at_jwk(lookup *look, const json_t *jwk)
{
    blz_key *candidate = NULL;
    blz_status status = blz_material_jwk(&candidate, jwk, "", NULL);
    return compare(look, status, candidate);
}

static blz_status look_at_pem(lookup *look)
{
    blz_key *candidate = NULL;
    const blz_document *text = &look->document->text;
    blz_status status = blz_material_pem(&candidate, look->ctx, text->bytes, text->length, "", NULL);
    return compare(look, status, candidate);
}

static blz_status look_at_set(lookup *look)
{
    const json_t *keys = json_object_get(look->document->json, "keys");
    for (size_t i = 0; i < json_array_size(keys) && i < KEYS_MAX && !look->found; i++)
        BLZ_TRY(look_at_jwk(look, json_array_get(keys, i)));
    return BLZ_OK;
}

/* The methods under one member; a name stands for the method that has it. */
static blz_status look_at_member(lookup *look, const char *member)
{
    const json_t *json = look->document->json;
    size_t count = blz_values_count(json, member);
    for (size_t i = 0; i < count && i < KEYS_MAX && !look->found; i++) {
        const json_t *value = blz_values_at(json, member, i);
        if (json_is_string(value)) value = blz_method_in(look->document, json_string_value(value));
        if (value) BLZ_TRY(look_at_method(look, value));
    }
    return BLZ_OK;
}

static blz_status look_through(lookup *look)
{
    switch (look->document->home) {
    case BLZ_HOME_PEM:
        return look_at_pem(look);
    case BLZ_HOME_JWK:
        return look_at_jwk(look, look->document->json);
    case BLZ_HOME_JWKS:
        return look_at_set(look);
    case BLZ_HOME_METHOD:
        return look_at_method(look, look->document->json);
    default:
        break;
    }
    bool relation = json_object_get(look->document->json, "assertionMethod") != NULL;
    if (relation) return look_at_member(look, "assertionMethod");
    return look->document->home == BLZ_HOME_CONTROLLER ? look_at_member(look, "publicKey") : BLZ_OK;
}

blz_status blz_document_lists_key(bool *listed, blz_ctx *ctx, const char *url, const blz_key *key,
                                  char **reason)
{
    BLZ_SCOPED(blz_key_document) document = {0};
    if (reason) *reason = NULL;
    BLZ_TRY(blz_key_document_get(&document, ctx, url, reason));
    lookup looked = {.ctx = ctx, .document = &document, .key = key};
    BLZ_TRY(look_through(&looked));
    *listed = looked.found;
    return BLZ_OK;
}
