#include "crypto/jwk.h"

#include <openssl/crypto.h>

#include "codec/base64url.h"
#include "codec/json_write.h"
#include "crypto/evp.h"

#include <blazon/json.h>

/* JSON Web Keys, out. */

const char *blz_jwk_alg(const blz_key *key)
{
    return blz_key_kinds[key->type].alg;
}

static blz_status set_text(json_t *jwk, const char *name, const char *text)
{
    BLZ_TRY_MEM(json_object_set_new(jwk, name, json_string(text)) == 0);
    return BLZ_OK;
}

static blz_status set_number(json_t *jwk, const char *name, const uint8_t *bytes, size_t length)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    blz_status status = blz_base64url_encode(&text, bytes, length);
    if (status == BLZ_OK) status = set_text(jwk, name, text.data);
    if (text.data) OPENSSL_cleanse(text.data, text.length);
    return status;
}

static blz_status set_rsa(json_t *jwk, const blz_key *key, bool with_secret, uint8_t *scratch)
{
    static const char *const members[BLZ_RSA_PARTS] = {"n", "e", "d", "p", "q", "dp", "dq", "qi"};
    for (size_t i = 0; i < (with_secret ? BLZ_RSA_PARTS : 2); i++) {
        size_t length = 0;
        BLZ_TRY(blz_key_rsa_part(key, (enum blz_rsa_part)i, scratch, &length));
        BLZ_TRY(set_number(jwk, members[i], scratch, length));
    }
    return BLZ_OK;
}

static blz_status set_curve(json_t *jwk, const blz_key *key, bool with_secret, uint8_t *scratch)
{
    const blz_key_kind *kind = &blz_key_kinds[key->type];
    BLZ_TRY(set_text(jwk, "crv", kind->crv));
    if (key->type == BLZ_KEY_ED25519) {
        BLZ_TRY(blz_key_raw_public(key, scratch));
        BLZ_TRY(set_number(jwk, "x", scratch, 32));
    } else {
        BLZ_TRY(blz_key_ec_point(key, scratch, scratch + kind->width));
        BLZ_TRY(set_number(jwk, "x", scratch, kind->width));
        BLZ_TRY(set_number(jwk, "y", scratch + kind->width, kind->width));
    }
    if (!with_secret) return BLZ_OK;
    BLZ_TRY(blz_key_raw_secret(key, scratch));
    return set_number(jwk, "d", scratch, kind->width);
}

blz_status blz_key_write_jwk(json_t **out, const blz_key *key, bool with_secret)
{
    if (with_secret && !key->secret) return BLZ_ERR_ARGUMENT;
    json_auto_t *jwk = json_object();
    BLZ_TRY_MEM(jwk);
    BLZ_TRY(set_text(jwk, "kty", blz_key_kinds[key->type].kty));
    uint8_t scratch[BLZ_RSA_BYTES_MAX];
    blz_status status = key->type == BLZ_KEY_RSA ? set_rsa(jwk, key, with_secret, scratch)
                                                 : set_curve(jwk, key, with_secret, scratch);
    OPENSSL_cleanse(scratch, sizeof scratch);
    BLZ_TRY(status);
    *out = json_incref(jwk);
    return BLZ_OK;
}

/* The required members alone, in the order of their names: what blz_key_write_jwk() wrote, canonically. */
blz_status blz_key_thumbprint(char **out, const blz_key *key)
{
    json_auto_t *jwk = NULL;
    uint8_t digest[BLZ_DIGEST_MAX];
    BLZ_SCOPED(blz_buf) canonical = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_key_write_jwk(&jwk, key, false));
    BLZ_TRY(blz_jcs_write(&canonical, jwk));
    BLZ_TRY(blz_sha256(digest, canonical.data, canonical.length));
    BLZ_TRY(blz_base64url_encode(&text, digest, blz_digest_size(BLZ_HASH_SHA256)));
    return blz_buf_take(&text, out, NULL);
}
