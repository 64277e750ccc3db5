#include "jose/jws.h"

#include <string.h>

#include "codec/base64url.h"
#include "codec/json_read.h"
#include "jose/alg.h"

/* JSON Web Signatures, in. */

enum { HEADER_DEPTH_MAX = 16, PARTS = 3 };

static blz_status refuse(const char **reason, blz_status status, const char *why)
{
    *reason = why;
    return status;
}

void blz_jws_free(blz_jws *jws)
{
    if (!jws) return;
    json_decref(jws->header);
    blz_free(jws->payload);
    blz_free(jws->signature);
    blz_free(jws->signing_input);
    blz_free(jws);
}

typedef struct jws_part {
    const char *at;
    size_t length;
} jws_part;

static blz_status split(jws_part parts[PARTS], const char *compact, size_t length, const char **reason)
{
    size_t count = 0;
    const char *at = compact, *end = compact + length;
    while (count < PARTS) {
        const char *dot = memchr(at, '.', (size_t)(end - at));
        parts[count++] = (jws_part){at, (size_t)((dot ? dot : end) - at)};
        if (!dot) break;
        at = dot + 1;
        if (count == PARTS)
            return refuse(reason, BLZ_ERR_SYNTAX,
                          "it has more than three parts: a signed token is header, payload and signature, "
                          "with a dot between them");
    }
    if (count == PARTS) return BLZ_OK;
    return refuse(reason, BLZ_ERR_SYNTAX,
                  "it has fewer than three parts: a signed token is header, payload and signature, with a "
                  "dot between them");
}

static blz_status decode(uint8_t **out, size_t *length, jws_part part, const char **reason)
{
    blz_status status = blz_base64url_decode(out, length, part.at, part.length);
    if (status != BLZ_ERR_SYNTAX) return status;
    if (memchr(part.at, '=', part.length))
        return refuse(reason, status, "a part ends with \"=\": base64url in a signed token has no padding");
    return refuse(reason, status,
                  "a part is not base64url: other characters, spaces, or bits left over at its end");
}

static blz_status decode_header(json_t **out, jws_part part, const char **reason)
{
    BLZ_AUTO(blz_octet) bytes = NULL;
    size_t length = 0;
    if (!part.length) return refuse(reason, BLZ_ERR_SYNTAX, "its header is empty");
    BLZ_TRY(decode(&bytes, &length, part, reason));
    json_auto_t *header = NULL;
    const char *why = "its header is not JSON";
    blz_status status = blz_json_parse(&header, (const char *)bytes, length, HEADER_DEPTH_MAX, NULL, &why);
    if (status == BLZ_ERR_SYNTAX || status == BLZ_ERR_LIMIT) return refuse(reason, BLZ_ERR_SYNTAX, why);
    BLZ_TRY(status);
    if (!json_is_object(header)) return refuse(reason, BLZ_ERR_SYNTAX, "its header is not a JSON object");
    *out = json_incref(header);
    return BLZ_OK;
}

static blz_status parse(blz_jws *jws, const char *compact, size_t length, const char **reason)
{
    jws_part parts[PARTS];
    uint8_t *payload = NULL;
    BLZ_TRY(split(parts, compact, length, reason));
    BLZ_TRY(decode_header(&jws->header, parts[0], reason));
    BLZ_TRY(decode(&payload, &jws->payload_length, parts[1], reason));
    jws->payload = (char *)payload;
    BLZ_TRY(decode(&jws->signature, &jws->signature_length, parts[2], reason));
    jws->signing_input_length = (size_t)(parts[2].at - 1 - compact);
    jws->signing_input = blz_strndup(compact, jws->signing_input_length);
    return jws->signing_input ? BLZ_OK : BLZ_ERR_NOMEM;
}

blz_status blz_jws_parse(blz_jws **out, blz_ctx *ctx, const char *compact, size_t length, const char **reason)
{
    const char *ignored = NULL;
    if (!reason) reason = &ignored;
    if (length > blz_ctx_limit(ctx, BLZ_LIMIT_BYTES)) return BLZ_ERR_LIMIT;
    BLZ_AUTO(blz_jws) jws = blz_calloc(1, sizeof *jws);
    if (!jws) return BLZ_ERR_NOMEM;
    BLZ_TRY(parse(jws, compact, length, reason));
    *out = BLZ_STEAL(jws);
    return BLZ_OK;
}

static blz_status check(const blz_jose_alg **alg, const blz_jws *jws, const char **reason)
{
    const json_t *name = json_object_get(jws->header, "alg");
    if (!name)
        return refuse(reason, BLZ_ERR_INVALID,
                      "its header has no \"alg\", so it does not say how it is signed");
    if (!json_is_string(name)) return refuse(reason, BLZ_ERR_INVALID, "\"alg\" in its header is not a text");
    BLZ_TRY(blz_jose_alg_find(alg, json_string_value(name), reason));
    if (json_object_get(jws->header, "crit"))
        return refuse(reason, BLZ_ERR_INVALID,
                      "its header has \"crit\", which asks for extensions that Open Badges does not have");
    if (json_object_get(jws->header, "b64"))
        return refuse(
            reason, BLZ_ERR_INVALID,
            "its header has \"b64\", which changes how the payload is read; Open Badges does not allow that");
    if (!jws->signature_length) return refuse(reason, BLZ_ERR_INVALID, "its signature is empty");
    return BLZ_OK;
}

blz_status blz_jws_check(const blz_jws *jws, const char **reason)
{
    const char *ignored = NULL;
    const blz_jose_alg *alg = NULL;
    return check(&alg, jws, reason ? reason : &ignored);
}

static const char *const wrong_type[] = {
    [BLZ_KEY_ED25519] = "\"alg\" is EdDSA, but the key is not an Ed25519 key",
    [BLZ_KEY_P256] = "\"alg\" is ES256, but the key is not a P-256 key",
    [BLZ_KEY_P384] = "\"alg\" is ES384, but the key is not a P-384 key",
    [BLZ_KEY_RSA] = "\"alg\" is RS256, but the key is not an RSA key",
};

blz_status blz_jws_verify(const blz_jws *jws, const blz_key *key, const char **reason)
{
    const char *ignored = NULL;
    const blz_jose_alg *alg = NULL;
    if (!reason) reason = &ignored;
    BLZ_TRY(check(&alg, jws, reason));
    if (alg->type != blz_key_type_of(key)) return refuse(reason, BLZ_ERR_INVALID, wrong_type[alg->type]);
    if (jws->signature_length != blz_signature_size(key))
        return refuse(reason, BLZ_ERR_SIGNATURE,
                      "the signature does not have the length that its algorithm and key ask for");
    blz_status status = blz_verify_signature(key, alg->hash, jws->signing_input, jws->signing_input_length,
                                             jws->signature, jws->signature_length);
    if (status != BLZ_ERR_SIGNATURE) return status;
    return refuse(
        reason, status,
        "the signature is not of this key over this text: it was changed, or somebody else signed it");
}
