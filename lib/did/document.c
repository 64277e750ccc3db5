#include "did/document.h"

#include <string.h>

#include "base/time.h"
#include "base/uri.h"
#include "base/why.h"
#include "did/load.h"
#include "did/material.h"
#include "did/remember.h"

void blz_key_document_free(blz_key_document *document)
{
    if (!document || --document->references) return;
    for (size_t i = 0; i < document->listed_count; i++)
        blz_key_free(document->listed[i].key);
    blz_free(document->listed);
    blz_free(document->url);
    json_decref(document->json);
    blz_document_clear(&document->text);
    blz_free(document);
}

/* Members whose values are verification methods, or names of them. */
static const char *const relationships[] = {
    "verificationMethod", "assertionMethod",      "publicKey",
    "authentication",     "capabilityInvocation", "capabilityDelegation"};

static blz_status kind_of(blz_key_home *home, const json_t *json)
{
    if (json_is_array(json_object_get(json, "keys"))) {
        *home = BLZ_HOME_JWKS;
        return BLZ_OK;
    }
    if (json_object_get(json, "kty")) {
        *home = BLZ_HOME_JWK;
        return BLZ_OK;
    }
    for (size_t i = 0; i < BLZ_COUNT_OF(relationships); i++) {
        if (!json_object_get(json, relationships[i])) continue;
        *home = BLZ_HOME_CONTROLLER;
        return BLZ_OK;
    }
    *home = BLZ_HOME_METHOD;
    return blz_material_is_in(json) ? BLZ_OK : BLZ_ERR_INVALID;
}

static bool is_pem(const blz_document *text)
{
    static const char start[] = "-----BEGIN ";
    return text->length >= sizeof start - 1 && memcmp(text->bytes, start, sizeof start - 1) == 0;
}

/* A document that names itself must be the one that was asked for, or anybody could speak for others. */
static blz_status check_id(const blz_key_document *document, char **reason)
{
    const char *id = json_string_value(json_object_get(document->json, "id"));
    if (document->home != BLZ_HOME_CONTROLLER || (id && strcmp(id, document->url) == 0)) return BLZ_OK;
    return blz_why(reason, BLZ_ERR_INVALID, "the document \"%s\" has %s%s%s as its id", document->url,
                   id ? "\"" : "", id ? id : "nothing", id ? "\"" : "");
}

static blz_status from_web(blz_key_document *out, blz_ctx *ctx, char **reason)
{
    BLZ_TRY(blz_load_text(&out->text, ctx, out->url, reason));
    if (is_pem(&out->text)) {
        out->home = BLZ_HOME_PEM;
        return BLZ_OK;
    }
    BLZ_TRY(blz_load_parse(&out->json, ctx, &out->text, out->url, reason));
    blz_document_clear(&out->text);
    if (kind_of(&out->home, out->json) != BLZ_OK)
        return blz_why(reason, BLZ_ERR_INVALID, "the document \"%s\" has no key in it", out->url);
    return check_id(out, reason);
}

static blz_status get(blz_key_document *out, blz_ctx *ctx, char **reason)
{
    if (strncmp(out->url, "did:", 4) == 0) return blz_did_document(&out->json, ctx, out->url, reason);
    if (blz_uri_is_https(out->url)) return from_web(out, ctx, reason);
    return blz_why(reason, BLZ_ERR_INVALID,
                   "\"%s\" is neither a DID nor an https URL, so no key can be looked up", out->url);
}

static blz_status get_new(blz_key_document **out, blz_ctx *ctx, char **url, char **reason)
{
    BLZ_AUTO(blz_key_document) document = blz_calloc(1, sizeof *document);
    if (!document) return BLZ_ERR_NOMEM;
    document->references = 1;
    document->url = BLZ_STEAL(*url);
    document->home = BLZ_HOME_DID;
    BLZ_TRY(get(document, ctx, reason));
    BLZ_TRY(blz_remember_document(ctx, document));
    *out = BLZ_STEAL(document);
    return BLZ_OK;
}

blz_status blz_key_document_get(blz_key_document **out, blz_ctx *ctx, const char *url, char **reason)
{
    BLZ_AUTO(blz_text) bare = blz_strndup(url, strcspn(url, "#"));
    if (!bare) return BLZ_ERR_NOMEM;
    *out = blz_remembered_document(ctx, bare);
    return *out ? BLZ_OK : get_new(out, ctx, &bare, reason);
}

size_t blz_values_count(const json_t *object, const char *member)
{
    const json_t *value = json_object_get(object, member);
    return json_is_array(value) ? json_array_size(value) : value != NULL;
}

const json_t *blz_values_at(const json_t *object, const char *member, size_t index)
{
    const json_t *value = json_object_get(object, member);
    return json_is_array(value) ? json_array_get(value, index) : value;
}

/* Whether `fragment`, read in this document, is `url`. */
static bool completes_to(const blz_key_document *document, const char *fragment, const char *url)
{
    size_t length = strlen(document->url);
    return strncmp(document->url, url, length) == 0 && strcmp(fragment, url + length) == 0;
}

bool blz_id_is(const blz_key_document *document, const char *id, const char *name)
{
    if (!id) return false;
    if (id[0] == '#' && name[0] != '#') return completes_to(document, id, name);
    if (id[0] != '#' && name[0] == '#') return completes_to(document, name, id);
    return strcmp(id, name) == 0;
}

static const char *id_of(const json_t *object)
{
    return json_string_value(json_object_get(object, "id"));
}

const json_t *blz_method_in(const blz_key_document *document, const char *name)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(relationships); i++) {
        size_t count = blz_values_count(document->json, relationships[i]);
        for (size_t j = 0; j < count; j++) {
            const json_t *value = blz_values_at(document->json, relationships[i], j);
            if (json_is_object(value) && blz_id_is(document, id_of(value), name)) return value;
        }
    }
    return NULL;
}

static bool is_listed(const blz_key_document *document, const char *member, const char *url)
{
    size_t count = blz_values_count(document->json, member);
    for (size_t i = 0; i < count; i++) {
        const json_t *value = blz_values_at(document->json, member, i);
        const char *id = json_is_string(value) ? json_string_value(value) : id_of(value);
        if (blz_id_is(document, id, url)) return true;
    }
    return false;
}

bool blz_is_for_assertion(const blz_key_document *document, const char *url)
{
    if (json_object_get(document->json, "assertionMethod"))
        return is_listed(document, "assertionMethod", url);
    return document->home == BLZ_HOME_CONTROLLER && is_listed(document, "publicKey", url);
}

blz_status blz_method_ends(int64_t *ends, const json_t *method)
{
    static const char *const members[] = {"expires", "revoked"};
    *ends = INT64_MAX;
    for (size_t i = 0; i < BLZ_COUNT_OF(members); i++) {
        int64_t end = 0;
        const json_t *value = json_object_get(method, members[i]);
        if (!value) continue;
        if (!json_is_string(value) ||
            blz_time_parse(&end, NULL, json_string_value(value), json_string_length(value)) != BLZ_OK)
            return BLZ_ERR_INVALID;
        if (end < *ends) *ends = end;
    }
    return BLZ_OK;
}
