#include "crypto/key.h"

#include <string.h>

#include <openssl/core_names.h>
#include <openssl/err.h>

#include "crypto/evp.h"

const blz_key_kind blz_key_kinds[] = {
    [BLZ_KEY_ED25519] = {"Ed25519", "ED25519", NULL, "OKP", "Ed25519", "EdDSA", 0xed, BLZ_HASH_SHA512, 32},
    [BLZ_KEY_P256] = {"P-256", "EC", "prime256v1", "EC", "P-256", "ES256", 0x1200, BLZ_HASH_SHA256, 32},
    [BLZ_KEY_P384] = {"P-384", "EC", "secp384r1", "EC", "P-384", "ES384", 0x1201, BLZ_HASH_SHA384, 48},
    [BLZ_KEY_RSA] = {"RSA", "RSA", NULL, "RSA", NULL, "RS256", 0x1205, BLZ_HASH_SHA256, 0},
};

blz_key_type blz_key_type_of(const blz_key *key)
{
    return key->type;
}

const char *blz_key_type_name(blz_key_type type)
{
    return blz_key_kinds[type].name;
}

unsigned blz_key_bits(const blz_key *key)
{
    return key->bits;
}

bool blz_key_is_private(const blz_key *key)
{
    return key->secret;
}

bool blz_key_equal(const blz_key *a, const blz_key *b)
{
    bool equal = a->type == b->type && EVP_PKEY_eq(a->pkey, b->pkey) == 1;
    ERR_clear_error();
    return equal;
}

void blz_key_free(blz_key *key)
{
    if (!key) return;
    EVP_PKEY_free(key->pkey); /* OpenSSL wipes the numbers of a private key */
    blz_free(key);
}

/* The type of what OpenSSL holds; false if it is none of ours. */
static bool classify(const EVP_PKEY *pkey, blz_key_type *type)
{
    char group[32] = "";
    if (EVP_PKEY_is_a(pkey, "EC")) EVP_PKEY_get_group_name(pkey, group, sizeof group, NULL);
    for (size_t i = 0; i <= BLZ_KEY_RSA; i++) {
        const blz_key_kind *kind = &blz_key_kinds[i];
        if (!EVP_PKEY_is_a(pkey, kind->openssl)) continue;
        if (kind->group && strcmp(group, kind->group) != 0) continue;
        *type = (blz_key_type)i;
        return true;
    }
    return false;
}

/* Whether secret and public part belong together. An Ed25519 key has its public part from the secret. */
static bool is_pair(EVP_PKEY *pkey)
{
    BLZ_AUTO(EVP_PKEY_CTX) ctx = EVP_PKEY_CTX_new_from_pkey(NULL, pkey, NULL);
    return ctx && EVP_PKEY_pairwise_check(ctx) == 1;
}

static blz_status check(EVP_PKEY *pkey, blz_key_type type, bool secret)
{
    if (type == BLZ_KEY_RSA && !blz_rsa_is_sound(pkey)) return blz_evp_failure(BLZ_ERR_INVALID);
    if (secret && type != BLZ_KEY_ED25519 && !is_pair(pkey)) return blz_evp_failure(BLZ_ERR_INVALID);
    return BLZ_OK;
}

blz_status blz_key_adopt(blz_key **out, EVP_PKEY *pkey, bool secret)
{
    BLZ_AUTO(EVP_PKEY) owned = pkey;
    blz_key_type type;
    if (!classify(owned, &type)) return blz_evp_failure(BLZ_ERR_UNSUPPORTED);
    return blz_key_wrap(out, BLZ_STEAL(owned), type, secret);
}

blz_status blz_key_wrap(blz_key **out, EVP_PKEY *pkey, blz_key_type type, bool secret)
{
    BLZ_AUTO(EVP_PKEY) owned = pkey;
    BLZ_TRY(check(owned, type, secret));
    blz_key *key = blz_calloc(1, sizeof *key);
    if (!key) return BLZ_ERR_NOMEM;
    key->pkey = BLZ_STEAL(owned);
    key->type = type;
    key->bits = type == BLZ_KEY_ED25519 ? 256 : (unsigned)EVP_PKEY_get_bits(key->pkey);
    key->secret = secret;
    *out = key;
    return BLZ_OK;
}

blz_status blz_key_raw_public(const blz_key *key, uint8_t out[32])
{
    size_t length = 32;
    if (EVP_PKEY_get_raw_public_key(key->pkey, out, &length) != 1) return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}

/* Writes one number of the key in exactly `width` bytes. */
static blz_status number(const EVP_PKEY *pkey, const char *name, uint8_t *out, size_t width)
{
    BLZ_AUTO(BIGNUM) value = NULL;
    if (EVP_PKEY_get_bn_param(pkey, name, &value) != 1) return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (BN_bn2binpad(value, out, (int)width) < 0) return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}

blz_status blz_key_ec_point(const blz_key *key, uint8_t *x, uint8_t *y)
{
    size_t width = blz_key_kinds[key->type].width;
    BLZ_TRY(number(key->pkey, OSSL_PKEY_PARAM_EC_PUB_X, x, width));
    return number(key->pkey, OSSL_PKEY_PARAM_EC_PUB_Y, y, width);
}

blz_status blz_key_raw_secret(const blz_key *key, uint8_t *out)
{
    size_t width = blz_key_kinds[key->type].width;
    if (key->type != BLZ_KEY_ED25519) return number(key->pkey, OSSL_PKEY_PARAM_PRIV_KEY, out, width);
    if (EVP_PKEY_get_raw_private_key(key->pkey, out, &width) != 1) return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}

const char *const blz_rsa_names[BLZ_RSA_PARTS] = {
    OSSL_PKEY_PARAM_RSA_N,         OSSL_PKEY_PARAM_RSA_E,
    OSSL_PKEY_PARAM_RSA_D,         OSSL_PKEY_PARAM_RSA_FACTOR1,
    OSSL_PKEY_PARAM_RSA_FACTOR2,   OSSL_PKEY_PARAM_RSA_EXPONENT1,
    OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1,
};

blz_status blz_key_rsa_part(const blz_key *key, enum blz_rsa_part part, uint8_t out[BLZ_RSA_BYTES_MAX],
                            size_t *length)
{
    BLZ_AUTO(BIGNUM) value = NULL;
    if (EVP_PKEY_get_bn_param(key->pkey, blz_rsa_names[part], &value) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (BN_num_bytes(value) > BLZ_RSA_BYTES_MAX) return BLZ_ERR_CRYPTO;
    *length = (size_t)BN_bn2bin(value, out);
    return BLZ_OK;
}

static blz_status public_ec(blz_key **out, const blz_key *key)
{
    size_t width = blz_key_kinds[key->type].width;
    uint8_t point[97] = {4};
    BLZ_TRY(blz_key_ec_point(key, point + 1, point + 1 + width));
    return blz_key_from_ec(out, key->type, (blz_octets){point, 1 + 2 * width}, (blz_octets){0});
}

static blz_status public_rsa(blz_key **out, const blz_key *key)
{
    uint8_t numbers[2][BLZ_RSA_BYTES_MAX];
    blz_octets parts[BLZ_RSA_PARTS] = {{numbers[0], 0}, {numbers[1], 0}};
    BLZ_TRY(blz_key_rsa_part(key, BLZ_RSA_N, numbers[0], &parts[BLZ_RSA_N].length));
    BLZ_TRY(blz_key_rsa_part(key, BLZ_RSA_E, numbers[1], &parts[BLZ_RSA_E].length));
    return blz_key_from_rsa(out, parts, false);
}

blz_status blz_key_public(blz_key **out, const blz_key *key)
{
    if (key->type == BLZ_KEY_RSA) return public_rsa(out, key);
    if (key->type != BLZ_KEY_ED25519) return public_ec(out, key);
    uint8_t bytes[32];
    BLZ_TRY(blz_key_raw_public(key, bytes));
    return blz_key_from_ed25519(out, (blz_octets){bytes, sizeof bytes}, (blz_octets){0});
}
