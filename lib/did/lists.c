#include "did/document.h"

#include "base/why.h"
#include "did/material.h"

/* Whether a document has a given key for assertions. Other keys in it may be of any kind, or broken. */

enum { KEYS_MAX = 256 }; /* how many are looked at */

/* The keys of a document, as they are read. */
typedef struct listing {
    blz_ctx *ctx;
    const blz_key_document *document;
    blz_listed_key *keys; /* KEYS_MAX of them */
    size_t count;
} listing;

static void listing_clear(listing *list)
{
    for (size_t i = 0; i < list->count; i++)
        blz_key_free(list->keys[i].key);
    blz_free(list->keys);
}

/* Takes the result of reading one key of the document. */
static blz_status take(listing *list, blz_status status, blz_key *key, int64_t ends)
{
    if (status == BLZ_OK) list->keys[list->count++] = (blz_listed_key){key, ends};
    return status == BLZ_ERR_NOMEM ? status : BLZ_OK;
}

static blz_status list_method(listing *list, const json_t *method)
{
    int64_t ends = 0;
    blz_key *key = NULL;
    if (!blz_material_is_in(method) || blz_method_ends(&ends, method) != BLZ_OK) return BLZ_OK;
    blz_status status = blz_material_read(&key, list->ctx, method, "", NULL);
    return take(list, status, key, ends);
}

static blz_status list_jwk(listing *list, const json_t *jwk)
{
    blz_key *key = NULL;
    blz_status status = blz_material_jwk(&key, jwk, "", NULL);
    return take(list, status, key, INT64_MAX);
}

static blz_status list_pem(listing *list)
{
    blz_key *key = NULL;
    const blz_document *text = &list->document->text;
    blz_status status = blz_material_pem(&key, list->ctx, text->bytes, text->length, "", NULL);
    return take(list, status, key, INT64_MAX);
}

static blz_status list_set(listing *list)
{
    const json_t *keys = json_object_get(list->document->json, "keys");
    for (size_t i = 0; i < json_array_size(keys) && i < KEYS_MAX; i++)
        BLZ_TRY(list_jwk(list, json_array_get(keys, i)));
    return BLZ_OK;
}

/* The methods under one member; a name stands for the method that has it. */
static blz_status list_member(listing *list, const char *member)
{
    const json_t *json = list->document->json;
    size_t count = blz_values_count(json, member);
    for (size_t i = 0; i < count && i < KEYS_MAX; i++) {
        const json_t *value = blz_values_at(json, member, i);
        if (json_is_string(value)) value = blz_method_in(list->document, json_string_value(value));
        if (value) BLZ_TRY(list_method(list, value));
    }
    return BLZ_OK;
}

static blz_status list_all(listing *list)
{
    switch (list->document->home) {
    case BLZ_HOME_PEM:
        return list_pem(list);
    case BLZ_HOME_JWK:
        return list_jwk(list, list->document->json);
    case BLZ_HOME_JWKS:
        return list_set(list);
    case BLZ_HOME_METHOD:
        return list_method(list, list->document->json);
    default:
        break;
    }
    bool relation = json_object_get(list->document->json, "assertionMethod") != NULL;
    if (relation) return list_member(list, "assertionMethod");
    return list->document->home == BLZ_HOME_CONTROLLER ? list_member(list, "publicKey") : BLZ_OK;
}

/* Makes the keys of the document, once for as long as the document is remembered. */
static blz_status list_keys(blz_key_document *document, blz_ctx *ctx)
{
    if (document->listed) return BLZ_OK;
    BLZ_SCOPED(listing) list = {.ctx = ctx, .document = document};
    list.keys = blz_calloc(KEYS_MAX, sizeof *list.keys);
    BLZ_TRY_MEM(list.keys);
    BLZ_TRY(list_all(&list));
    blz_listed_key *fitting = blz_realloc(list.keys, (list.count + 1) * sizeof *fitting);
    BLZ_TRY_MEM(fitting);
    document->listed = fitting;
    document->listed_count = list.count;
    list = (listing){0};
    return BLZ_OK;
}

blz_status blz_document_lists_key(bool *listed, bool *others, blz_ctx *ctx, const char *url,
                                  const blz_key *key, int64_t now, char **reason)
{
    BLZ_AUTO(blz_key_document) document = NULL;
    if (reason) *reason = NULL;
    BLZ_TRY(blz_key_document_get(&document, ctx, url, reason));
    if (document->elsewhere)
        return blz_why(reason, BLZ_ERR_NOT_FOUND,
                       "the document \"%s\" leads to another site, \"%s\", which cannot speak for it", url,
                       document->elsewhere);
    BLZ_TRY(list_keys(document, ctx));
    *listed = false;
    if (others) *others = false;
    for (size_t i = 0; i < document->listed_count && !*listed; i++) {
        if (document->listed[i].ends <= now) continue;
        *listed = blz_key_equal(document->listed[i].key, key);
        if (others) *others = *others || !*listed;
    }
    return BLZ_OK;
}
