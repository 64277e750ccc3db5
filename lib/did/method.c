#include "did/method.h"

#include <string.h>

#include "base/buf.h"
#include "base/why.h"
#include "did/document.h"
#include "did/material.h"
#include "did/remember.h"
#include "did/self.h"

/* From the URL of a verification method to its key. */

void blz_verification_method_free(blz_verification_method *method)
{
    if (!method || --method->references) return;
    blz_key_free(method->key);
    blz_free(method->id);
    blz_free(method->controller);
    blz_free(method->document_url);
    blz_free(method->document_id);
    blz_free(method);
}

/* What one search needs. */
typedef struct search {
    blz_ctx *ctx;
    const blz_key_document *document;
    const char *url, *fragment; /* fragment: NULL if the URL has none */
    char **reason;
} search;

static blz_status copy_text(char **out, const json_t *object, const char *member)
{
    const char *text = json_string_value(json_object_get(object, member));
    if (!text) return BLZ_OK;
    *out = blz_strdup(text);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

/* Fills in what a verification method's object says. */
static blz_status take_method(blz_verification_method *out, const search *s, const json_t *method)
{
    BLZ_TRY(blz_material_read(&out->key, s->ctx, method, s->url, s->reason));
    BLZ_TRY(
        copy_text(&out->controller, method, json_object_get(method, "controller") ? "controller" : "owner"));
    blz_status status = blz_method_ends(&out->ends, method);
    if (status == BLZ_OK) return status;
    return blz_why(s->reason, status, "the key \"%s\" has an expires or revoked that is not a time", s->url);
}

static blz_status find_in_controller(blz_verification_method *out, const search *s)
{
    if (!s->fragment)
        return blz_why(
            s->reason, BLZ_ERR_INVALID,
            "\"%s\" does not say which key of that document it is: \"#\" and the key's name are missing",
            s->url);
    const json_t *method = blz_method_in(s->document, s->url);
    if (!method)
        return blz_why(s->reason, BLZ_ERR_INVALID, "the document \"%s\" has no key \"#%s\"", s->document->url,
                       s->fragment);
    out->assertion = blz_is_for_assertion(s->document, s->url);
    return take_method(out, s, method);
}

static blz_status find_lone_method(blz_verification_method *out, const search *s)
{
    const char *id = json_string_value(json_object_get(s->document->json, "id"));
    if (id && !blz_id_is(s->document, id, s->url))
        return blz_why(s->reason, BLZ_ERR_INVALID, "the key at \"%s\" calls itself \"%s\"", s->url, id);
    return take_method(out, s, s->document->json);
}

/* A key of a set has the name that the URL asks for: as its fragment, or as a whole. */
static bool is_called(const json_t *jwk, const search *s)
{
    const char *kid = json_string_value(json_object_get(jwk, "kid"));
    if (!kid) return false;
    return strcmp(kid, s->url) == 0 || (s->fragment && strcmp(kid, s->fragment) == 0);
}

static const json_t *choose(const json_t *keys, const search *s, size_t *matches)
{
    const json_t *found = NULL, *jwk;
    size_t i;
    json_array_foreach (keys, i, jwk) {
        if (!is_called(jwk, s)) continue;
        found = jwk;
        ++*matches;
    }
    if (*matches || s->fragment || json_array_size(keys) != 1) return found;
    *matches = 1;
    return json_array_get(keys, 0);
}

static blz_status find_in_set(blz_verification_method *out, const search *s)
{
    size_t matches = 0;
    const json_t *jwk = choose(json_object_get(s->document->json, "keys"), s, &matches);
    if (matches > 1)
        return blz_why(s->reason, BLZ_ERR_INVALID, "the key set \"%s\" has several keys of that name",
                       s->document->url);
    if (!jwk && s->fragment)
        return blz_why(s->reason, BLZ_ERR_INVALID, "the key set \"%s\" has no key with the kid \"%s\"",
                       s->document->url, s->fragment);
    if (!jwk)
        return blz_why(s->reason, BLZ_ERR_INVALID,
                       "\"%s\" does not say which key of that set it is: \"#\" and the key's kid are missing",
                       s->url);
    return blz_material_jwk(&out->key, jwk, s->url, s->reason);
}

static blz_status find_jwk(blz_verification_method *out, const search *s)
{
    const json_t *jwk = s->document->json;
    if (s->fragment && json_object_get(jwk, "kid") && !is_called(jwk, s))
        return blz_why(s->reason, BLZ_ERR_INVALID, "the key at \"%s\" has another kid than \"%s\"",
                       s->document->url, s->fragment);
    return blz_material_jwk(&out->key, jwk, s->url, s->reason);
}

static blz_status find(blz_verification_method *out, const search *s)
{
    switch (s->document->home) {
    case BLZ_HOME_PEM:
        return blz_material_pem(&out->key, s->ctx, s->document->text.bytes, s->document->text.length, s->url,
                                s->reason);
    case BLZ_HOME_JWK:
        return find_jwk(out, s);
    case BLZ_HOME_JWKS:
        return find_in_set(out, s);
    case BLZ_HOME_METHOD:
        return find_lone_method(out, s);
    default:
        return find_in_controller(out, s);
    }
}

static blz_status fill(blz_verification_method *out, const search *s)
{
    out->home = s->document->home;
    out->ends = INT64_MAX;
    out->id = blz_strdup(s->url);
    out->document_url = blz_strdup(s->document->url);
    BLZ_TRY_MEM(out->id && out->document_url);
    BLZ_TRY(copy_text(&out->document_id, s->document->json, "id"));
    return find(out, s);
}

/* did:key and did:jwk have one key, so that a URL without a fragment is as good. */
static blz_status complete(char **out, const char *url)
{
    BLZ_SCOPED(blz_buf) whole = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_puts(&whole, url));
    if (strchr(url, '#')) return blz_buf_take(&whole, out, NULL);
    if (strncmp(url, "did:key:", 8) == 0) BLZ_TRY(blz_buf_printf(&whole, "#%s", url + 8));
    if (strncmp(url, "did:jwk:", 8) == 0) BLZ_TRY(blz_buf_puts(&whole, "#0"));
    return blz_buf_take(&whole, out, NULL);
}

static blz_status find_in_document(blz_verification_method **out, blz_ctx *ctx, const char *url,
                                   char **reason)
{
    BLZ_AUTO(blz_key_document) document = NULL;
    BLZ_TRY(blz_key_document_get(&document, ctx, url, reason));
    BLZ_AUTO(blz_verification_method) method = blz_calloc(1, sizeof *method);
    if (!method) return BLZ_ERR_NOMEM;
    method->references = 1;
    const char *hash = strchr(url, '#');
    search s = {ctx, document, url, hash ? hash + 1 : NULL, reason};
    BLZ_TRY(fill(method, &s));
    *out = BLZ_STEAL(method);
    return BLZ_OK;
}

static blz_status find_new(blz_verification_method **out, blz_ctx *ctx, const char *url, char **reason)
{
    BLZ_AUTO(blz_text) whole = NULL;
    BLZ_TRY(complete(&whole, url));
    if (blz_is_self_method(whole)) return blz_self_method(out, whole, reason);
    return find_in_document(out, ctx, whole, reason);
}

blz_status blz_verification_method_find(blz_verification_method **out, blz_ctx *ctx, const char *url,
                                        char **reason)
{
    if (reason) *reason = NULL;
    BLZ_AUTO(blz_verification_method) method = blz_remembered_method(ctx, url);
    if (!method) {
        BLZ_TRY(find_new(&method, ctx, url, reason));
        BLZ_TRY(blz_remember_method(ctx, url, method));
    }
    *out = BLZ_STEAL(method);
    return BLZ_OK;
}
