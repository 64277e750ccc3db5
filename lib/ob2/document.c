#include "ob2/document.h"

#include <string.h>

#include "base/text.h"
#include "base/why.h"
#include "codec/json_count.h"
#include "codec/json_read.h"
#include "jsonld/jsonld.h"
#include "ob2/compact.h"
#include "ob2/value.h"

void blz_ob2_document_clear(blz_ob2_document *document)
{
    blz_free(document->url);
    blz_free(document->from);
    blz_free(document->why);
    json_decref(document->raw);
    json_decref(document->whole);
    json_decref(document->node);
    *document = (blz_ob2_document){0};
}

bool blz_ob2_document_is_open(const blz_ob2_document *document)
{
    return document->status != BLZ_OK && document->status != BLZ_ERR_INVALID &&
           document->status != BLZ_ERR_GONE;
}

json_t *blz_ob2_document_expanded(const blz_ob2_document *document)
{
    return json_array_get(document->whole, 0);
}

/* There is no node, and this is why. */
#define REFUSE(document, state, ...)                                                                         \
    ((document)->status = (state), settled(blz_why(&(document)->why, (state), __VA_ARGS__)))

static blz_status settled(blz_status status)
{
    return status == BLZ_ERR_NOMEM ? status : BLZ_OK;
}

static blz_status read_expanded(blz_ob2_document *out, blz_ctx *ctx, const blz_ob2_names *names,
                                const json_t *document)
{
    blz_ld_fault fault = {0};
    blz_status status = blz_ld_expand(&out->whole, ctx, document, NULL, &fault);
    if (status != BLZ_OK)
        status =
            REFUSE(out, status, "%s", fault.message ? fault.message : "it takes more work than blazon does");
    else if (json_array_size(out->whole) != 1)
        status = REFUSE(out, BLZ_ERR_INVALID, "%s",
                        json_array_size(out->whole)
                            ? "it describes several things side by side, where one is asked for"
                            : "its @context gives no meaning to any of its words");
    else
        status = blz_ob2_compact(&out->node, names, blz_ob2_document_expanded(out));
    blz_ld_fault_clear(&fault);
    return status;
}

/* Whoever writes more into a 0.5 than it has claims to be somebody else, or to be allowed what nobody allows.
 */
static blz_status name_one(json_t *node, const char *name)
{
    static const char *const claims[] = {"verification", "publicKey", "revocationList"};
    if (!json_is_object(node)) return BLZ_OK;
    for (size_t i = 0; i < BLZ_COUNT_OF(claims); i++)
        (void)json_object_del(node, claims[i]);
    if (blz_ob2_value_is(BLZ_OB2_URL, json_object_get(node, "id")))
        return BLZ_OK; /* what is there will tell */
    BLZ_TRY_MEM(json_object_set_new(node, "id", json_string(name)) == 0);
    return BLZ_OK;
}

/* In 0.5 badge and issuer stand inside the assertion, and have no ids. */
static blz_status name_inside(blz_ob2_document *out)
{
    json_t *badge = json_object_get(out->node, "badge"), *issuer = json_object_get(badge, "issuer");
    if (out->version != BLZ_OB2_0_5) return BLZ_OK;
    if (!json_object_get(out->node, "id"))
        BLZ_TRY_MEM(json_object_set_new(out->node, "id", json_string("_:assertion")) == 0);
    BLZ_TRY(name_one(badge, "_:badge"));
    return name_one(issuer, "_:issuer");
}

/* A value becomes several in JSON-LD, and each of them many bytes: room for a list of 200,000 revoked badges.
 */
enum { VALUES_MAX = 250000 };

blz_status blz_ob2_document_read(blz_ob2_document *out, blz_ctx *ctx, const blz_ob2_names *names, json_t *raw)
{
    json_t *document = NULL;
    out->raw = json_incref(raw);
    if (blz_json_count(raw) > VALUES_MAX)
        return REFUSE(out, BLZ_ERR_LIMIT, "it has more than %d values", VALUES_MAX);
    blz_status status = blz_ob2_upgrade(&document, &out->version, raw);
    status = status == BLZ_OK ? read_expanded(out, ctx, names, document)
                              : REFUSE(out, status, "it is in no version of Open Badges that blazon knows");
    json_decref(document);
    return status == BLZ_OK && out->node ? name_inside(out) : status;
}

/* In 1.x a signed badge names the address of its key itself. */
static blz_status read_pem(blz_ob2_document *out, const blz_document *loaded)
{
    if (!blz_utf8_valid(loaded->bytes, loaded->length))
        return REFUSE(out, BLZ_ERR_INVALID, "it is not UTF-8");
    out->node = json_object();
    BLZ_TRY_MEM(out->node);
    BLZ_TRY_MEM(json_object_set_new(out->node, "id", json_string(out->url)) == 0);
    BLZ_TRY_MEM(json_object_set_new(out->node, "type", json_string("CryptographicKey")) == 0);
    BLZ_TRY_MEM(json_object_set_new(out->node, "publicKeyPem", json_stringn(loaded->bytes, loaded->length)) ==
                0);
    return BLZ_OK;
}

static bool is_pem(const blz_document *loaded)
{
    static const char begin[] = "-----BEGIN ";
    return loaded->length > strlen(begin) && memcmp(loaded->bytes, begin, strlen(begin)) == 0;
}

static blz_status read_bytes(blz_ob2_document *out, blz_ctx *ctx, const blz_ob2_names *names,
                             const blz_document *loaded)
{
    json_t *raw = NULL;
    const char *reason = NULL;
    if (is_pem(loaded)) return read_pem(out, loaded);
    blz_status status = blz_json_parse(&raw, loaded->bytes, loaded->length,
                                       blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), NULL, &reason);
    if (status != BLZ_OK)
        return REFUSE(out, status == BLZ_ERR_NOMEM ? status : BLZ_ERR_INVALID,
                      "it is not JSON that can be read: %s", reason ? reason : blz_status_text(status));
    status = json_is_object(raw) ? blz_ob2_document_read(out, ctx, names, raw)
                                 : REFUSE(out, BLZ_ERR_INVALID, "it is JSON, but not an object");
    json_decref(raw);
    return status;
}

/* Before 1.1 documents had no id: what they are served at is what they are known by. */
static blz_status name_legacy(blz_ob2_document *out)
{
    const char *id = json_string_value(json_object_get(out->node, "id"));
    if (!out->node || out->version >= BLZ_OB2_1_1 || (id && strncmp(id, "_:", 2) != 0)) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set_new(out->node, "id", json_string(out->url)) == 0);
    return BLZ_OK;
}

blz_status blz_ob2_document_load(blz_ob2_document *out, size_t *bytes, blz_ctx *ctx,
                                 const blz_ob2_names *names, const char *url)
{
    blz_document loaded = {0};
    *bytes = 0;
    out->url = blz_strdup(url);
    BLZ_TRY_MEM(out->url);
    blz_status status = blz_ctx_load(ctx, url, &loaded);
    if (status == BLZ_OK) {
        *bytes = loaded.length;
        out->from = loaded.url && strcmp(loaded.url, url) != 0 ? BLZ_STEAL(loaded.url) : NULL;
        status = read_bytes(out, ctx, names, &loaded);
        if (status == BLZ_OK) status = name_legacy(out);
    } else {
        const char *trouble = blz_document_trouble(&loaded, status);
        status = trouble ? REFUSE(out, status, "%s", trouble)
                         : REFUSE(out, status, "it is not at hand; say --map %s=FILE, or use --online", url);
    }
    blz_document_clear(&loaded);
    return status;
}
