#include "did/remember.h"

#include "base/cache.h"
#include "codec/json_const.h"

typedef struct memory {
    blz_cache *methods, *documents;
} memory;

static void memory_free(void *value)
{
    memory *m = value;
    if (!m) return;
    blz_cache_free(m->methods);
    blz_cache_free(m->documents);
    blz_free(m);
}

BLZ_DEFINE_AUTO(memory, memory_free)

static blz_status memory_of(memory **out, blz_ctx *ctx)
{
    *out = blz_ctx_kept(ctx, BLZ_SLOT_METHODS);
    if (*out) return BLZ_OK;
    BLZ_AUTO(memory) made = blz_calloc(1, sizeof *made);
    if (!made) return BLZ_ERR_NOMEM;
    size_t half = blz_ctx_limit(ctx, BLZ_LIMIT_REMEMBERED) / 2;
    BLZ_TRY(blz_cache_new(&made->methods, half));
    BLZ_TRY(blz_cache_new(&made->documents, half));
    *out = made;
    blz_ctx_keep(ctx, BLZ_SLOT_METHODS, BLZ_STEAL(made), memory_free);
    return BLZ_OK;
}

blz_verification_method *blz_remembered_method(blz_ctx *ctx, const char *url)
{
    memory *m = blz_ctx_kept(ctx, BLZ_SLOT_METHODS);
    blz_verification_method *method = m ? blz_cache_get(m->methods, url) : NULL;
    if (method) method->references++;
    return method;
}

blz_key_document *blz_remembered_document(blz_ctx *ctx, const char *url)
{
    memory *m = blz_ctx_kept(ctx, BLZ_SLOT_METHODS);
    blz_key_document *document = m ? blz_cache_get(m->documents, url) : NULL;
    if (document) document->references++;
    return document;
}

/* What one of OpenSSL's keys needs, an RSA key with its tables being the largest. */
enum { KEY_WEIGHT = 4096, VALUE_WEIGHT = 96 };

static void release_method(void *value)
{
    blz_verification_method_free(value);
}

blz_status blz_remember_method(blz_ctx *ctx, const char *url, blz_verification_method *method)
{
    memory *m = NULL;
    BLZ_TRY(memory_of(&m, ctx));
    method->references++;
    return blz_cache_put(m->methods, url, method, sizeof *method + KEY_WEIGHT, release_method);
}

/* Bytes of a JSON value, roughly, with room for the key that an object may turn out to be. As deep as the
 * text was allowed to be. */
static size_t weigh(const json_t *value)
{
    size_t weight = VALUE_WEIGHT + json_string_length(value), i;
    json_t *inner;
    const char *name;
    json_array_foreach (value, i, inner)
        weight += weigh(inner);
    if (!json_is_object(value)) return weight;
    json_object_foreach (blz_json_unconst(value), name, inner)
        weight += VALUE_WEIGHT + weigh(inner);
    return weight + KEY_WEIGHT;
}

static void release_document(void *value)
{
    blz_key_document_free(value);
}

blz_status blz_remember_document(blz_ctx *ctx, blz_key_document *document)
{
    memory *m = NULL;
    BLZ_TRY(memory_of(&m, ctx));
    size_t weight = sizeof *document + document->text.length + KEY_WEIGHT + weigh(document->json);
    document->references++;
    return blz_cache_put(m->documents, document->url, document, weight, release_document);
}
