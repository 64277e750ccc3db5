#include "verify/trust.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/uri.h"
#include "codec/json_read.h"
#include "definition/definition.h"
#include "did/method.h"

#include <blazon/json.h>

enum { KEY_FILE_MAX = 1 << 16 };

struct blz_trust {
    blz_arena arena; /* of all texts and lists */
    blz_trusted_issuer *issuers;
    size_t issuer_count;
    json_t *index; /* id -> place in the list, for a list of thousands and a batch of millions */
    bool refuses_others;
};

void blz_trust_free(blz_trust *trust)
{
    if (!trust) return;
    for (size_t i = 0; i < trust->issuer_count; i++)
        for (size_t j = 0; j < trust->issuers[i].key_count; j++)
            blz_key_free(trust->issuers[i].keys[j].key);
    json_decref(trust->index);
    blz_arena_clear(&trust->arena);
    blz_free(trust);
}

/* One key on its way. */
typedef struct entry {
    blz_ctx *ctx;
    const blz_definition *definition;
    blz_diags *diags;
    const char *pointer, *text;
} entry;

static blz_status refuse(const entry *e, const char *why, const char *hint)
{
    BLZ_TRY_MEM(why);
    BLZ_TRY(blz_definition_report(
        e->definition, e->diags, "BLZ730", e->pointer,
        &(blz_diag){.message = blz_diags_text(e->diags, "the key \"%s\" cannot be used: %s", e->text, why),
                    .reason = "badges that it signed could not be told from others",
                    .hint = hint}));
    return BLZ_ERR_INVALID;
}

static bool is_fatal(blz_status status)
{
    return status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO;
}

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* A DID that is a key by itself is one from now on; others are documents that can change. */
static blz_status read_did(blz_key **out, const entry *e)
{
    BLZ_AUTO(blz_verification_method) method = NULL;
    BLZ_AUTO(blz_text) reason = NULL;
    if (!starts_with(e->text, "did:key:") && !starts_with(e->text, "did:jwk:")) return BLZ_OK;
    blz_status status = blz_verification_method_find(&method, e->ctx, e->text, &reason);
    if (is_fatal(status)) return status;
    if (status == BLZ_OK) return blz_key_public(out, method->key);
    return refuse(e, blz_diags_text(e->diags, "%s", reason ? reason : blz_status_text(status)),
                  "write the DID exactly as the issuer gave it to you");
}

static blz_status read_multikey(blz_key **out, const entry *e)
{
    blz_status status = blz_key_read_multikey(out, e->text);
    if (status == BLZ_OK || is_fatal(status)) return status;
    return refuse(e, "it is no Multikey of an Ed25519, P-256, P-384 or RSA key",
                  "write the Multikey exactly as the issuer gave it to you");
}

/* PEM, a JWK, or a Multikey in a line of its own. */
static blz_status parse_file(blz_key **out, const entry *e, char *bytes, size_t length)
{
    json_auto_t *jwk = NULL;
    if (bytes[0] == 'z') {
        bytes[strcspn(bytes, "\r\n")] = '\0';
        return blz_key_read_multikey(out, bytes);
    }
    if (!memchr(bytes, '{', length)) return blz_key_read_pem(out, e->ctx, bytes, length, NULL, NULL);
    BLZ_TRY(blz_json_parse(&jwk, bytes, length, blz_ctx_limit(e->ctx, BLZ_LIMIT_DEPTH), NULL, NULL));
    return blz_key_read_jwk(out, jwk);
}

static const char *no_file(blz_status status)
{
    if (status == BLZ_ERR_INVALID)
        return "it is neither a DID, an https address, a Multikey nor a relative path";
    return status == BLZ_ERR_NOT_FOUND ? "there is no such file" : blz_status_text(status);
}

static blz_status read_file(blz_key **out, const entry *e)
{
    static const char hint[] =
        "give the path, from this file, of one public key in PEM, as a JWK or as a Multikey";
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_AUTO(blz_text) bytes = NULL;
    BLZ_AUTO(blz_key) key = NULL;
    size_t length = 0;
    errno = 0;
    blz_status status = blz_definition_file(&path, e->definition, e->pointer, e->text);
    if (status == BLZ_OK) status = blz_file_read(&bytes, &length, path, KEY_FILE_MAX);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK) return refuse(e, no_file(status), hint);
    status = parse_file(&key, e, bytes, length);
    if (is_fatal(status)) return status;
    if (status == BLZ_ERR_PASSPHRASE || (status == BLZ_OK && blz_key_is_private(key)))
        return refuse(e, "it is a private key, which belongs to the issuer alone", hint);
    if (status != BLZ_OK) return refuse(e, blz_status_text(status), hint);
    *out = BLZ_STEAL(key);
    return BLZ_OK;
}

static blz_status read_key(blz_trusted_key *out, blz_arena *arena, const entry *e)
{
    out->name = blz_arena_strdup(arena, e->text);
    BLZ_TRY_MEM(out->name);
    if (starts_with(e->text, "did:")) return read_did(&out->key, e);
    if (blz_uri_is_https(e->text)) return BLZ_OK;
    if (e->text[0] == 'z' && !strchr(e->text, '.') && !strchr(e->text, '/'))
        return read_multikey(&out->key, e);
    return read_file(&out->key, e);
}

/* Every key that is wrong is told; the first error that is more ends it. */
static blz_status read_keys(blz_trust *trust, blz_trusted_issuer *out, const blz_trusted *from, entry *e,
                            bool *all)
{
    out->keys = blz_arena_alloc(&trust->arena, (from->key_count + 1) * sizeof *out->keys);
    BLZ_TRY_MEM(out->keys);
    for (size_t i = 0; i < from->key_count; i++) {
        e->text = from->keys[i];
        e->pointer = blz_arena_printf(&trust->arena, "%s/keys/%zu", from->pointer, i);
        BLZ_TRY_MEM(e->pointer);
        out->keys[i] = (blz_trusted_key){0};
        out->key_count = i + 1;
        blz_status status = read_key(&out->keys[i], &trust->arena, e);
        if (status != BLZ_OK && status != BLZ_ERR_INVALID) return status;
        *all = *all && status == BLZ_OK;
    }
    return BLZ_OK;
}

static blz_status read_issuers(blz_trust *trust, const blz_trust_list *list, entry *e)
{
    bool all = true;
    trust->issuers = blz_arena_alloc(&trust->arena, (list->issuer_count + 1) * sizeof *trust->issuers);
    trust->index = json_object();
    BLZ_TRY_MEM(trust->issuers && trust->index);
    for (size_t i = 0; i < list->issuer_count; i++) {
        const char *id = blz_arena_strdup(&trust->arena, list->issuers[i].id);
        BLZ_TRY_MEM(id);
        trust->issuers[i] = (blz_trusted_issuer){.id = id};
        trust->issuer_count = i + 1;
        BLZ_TRY_MEM(json_object_set_new(trust->index, id, json_integer((json_int_t)i)) == 0);
        BLZ_TRY(read_keys(trust, &trust->issuers[i], &list->issuers[i], e, &all));
    }
    return all ? BLZ_OK : BLZ_ERR_INVALID;
}

blz_status blz_trust_new(blz_trust **out, blz_ctx *ctx, const blz_definition *definition, blz_diags *diags)
{
    if (!definition->trust) return BLZ_ERR_ARGUMENT;
    BLZ_AUTO(blz_trust) trust = blz_calloc(1, sizeof *trust);
    BLZ_TRY_MEM(trust);
    entry e = {.ctx = ctx, .definition = definition, .diags = diags};
    trust->refuses_others = definition->trust->refuses_others;
    BLZ_TRY(read_issuers(trust, definition->trust, &e));
    *out = BLZ_STEAL(trust);
    return BLZ_OK;
}

const blz_trusted_issuer *blz_trust_find(const blz_trust *trust, const char *issuer_id)
{
    const json_t *place = trust && issuer_id ? json_object_get(trust->index, issuer_id) : NULL;
    return place ? &trust->issuers[json_integer_value(place)] : NULL;
}

bool blz_trust_refuses(const blz_trust *trust, const char *issuer_id)
{
    return trust && trust->refuses_others && !blz_trust_find(trust, issuer_id);
}

/* Whether the name of the key is the key itself, and so tells that it is none of those. */
static bool names_another(const blz_trusted_issuer *issuer, const char *fragment)
{
    BLZ_AUTO(blz_key) named = NULL;
    for (size_t i = 0; i < issuer->key_count; i++)
        if (!issuer->keys[i].key) return false;
    return issuer->key_count > 0 && blz_key_read_multikey(&named, fragment) == BLZ_OK;
}

blz_status blz_trusted_key_for(const blz_key **out, bool *another, const blz_trusted_issuer *issuer,
                               const char *url)
{
    const char *hash = strchr(url, '#');
    *out = NULL;
    *another = false;
    if (!issuer) return BLZ_OK;
    for (size_t i = 0; i < issuer->key_count && hash && !*out; i++) {
        BLZ_AUTO(blz_text) fragment = NULL;
        if (!issuer->keys[i].key) continue;
        BLZ_TRY(blz_key_fragment(&fragment, issuer->keys[i].key));
        if (strcmp(hash + 1, fragment) == 0) *out = issuer->keys[i].key;
    }
    if (!*out) *another = hash && names_another(issuer, hash + 1);
    if (!*out && !*another && issuer->key_count == 1) *out = issuer->keys[0].key;
    return BLZ_OK;
}

/* What a document says that could not be read is not known; the first such is told. */
static blz_status has_by_name(bool *is, char **why, blz_ctx *ctx, const char *name, const blz_key *key,
                              int64_t now)
{
    BLZ_AUTO(blz_text) reason = NULL;
    blz_status status = blz_document_lists_key(is, NULL, ctx, name, key, now, &reason);
    if (is_fatal(status)) return status;
    if (status == BLZ_OK) return BLZ_OK;
    *is = false;
    if (*why) return BLZ_OK;
    *why = blz_strdup(reason ? reason : blz_status_text(status));
    BLZ_TRY_MEM(*why);
    return BLZ_OK;
}

blz_status blz_trusted_issuer_has(bool *is, char **why, blz_ctx *ctx, const blz_trusted_issuer *issuer,
                                  const blz_key *key, int64_t now)
{
    BLZ_AUTO(blz_text) open = NULL;
    *is = false;
    *why = NULL;
    for (size_t i = 0; i < issuer->key_count && !*is; i++) {
        const blz_trusted_key *listed = &issuer->keys[i];
        if (listed->key)
            *is = blz_key_equal(listed->key, key);
        else
            BLZ_TRY(has_by_name(is, &open, ctx, listed->name, key, now));
    }
    if (!*is) *why = BLZ_STEAL(open);
    return BLZ_OK;
}
