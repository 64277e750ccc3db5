#include "crypto/evp.h"

#include <string.h>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>

/* Keys from their numbers. */

static blz_status from_params_once(blz_key **out, blz_key_type type, OSSL_PARAM *params, bool secret)
{
    BLZ_AUTO(EVP_PKEY_CTX) ctx = EVP_PKEY_CTX_new_from_name(NULL, blz_key_kinds[type].openssl, NULL);
    if (!ctx || EVP_PKEY_fromdata_init(ctx) != 1) return blz_evp_failure(BLZ_ERR_CRYPTO);
    EVP_PKEY *pkey = NULL;
    int selection = secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY;
    if (EVP_PKEY_fromdata(ctx, &pkey, selection, params) != 1) {
        EVP_PKEY_free(pkey);
        return blz_evp_failure(ERR_peek_error() ? BLZ_ERR_INVALID : BLZ_ERR_CRYPTO);
    }
    return blz_key_wrap(out, pkey, type, secret);
}

/* OpenSSL does not always say that memory ran out within. A second look tells an unsound key from a bad
 * moment. */
static blz_status from_params(blz_key **out, blz_key_type type, OSSL_PARAM *params, bool secret)
{
    blz_status status = from_params_once(out, type, params, secret);
    return status == BLZ_ERR_INVALID ? from_params_once(out, type, params, secret) : status;
}

blz_status blz_key_from_ed25519(blz_key **out, blz_octets public_part, blz_octets seed)
{
    BLZ_AUTO(EVP_PKEY) pkey =
        seed.bytes
            ? EVP_PKEY_new_raw_private_key_ex(NULL, "ED25519", NULL, seed.bytes, seed.length)
            : EVP_PKEY_new_raw_public_key_ex(NULL, "ED25519", NULL, public_part.bytes, public_part.length);
    if (!pkey) /* any 32 bytes will do, so it is not they */
        return blz_evp_failure((seed.bytes ? seed : public_part).length == 32 ? BLZ_ERR_CRYPTO
                                                                              : BLZ_ERR_INVALID);
    if (seed.bytes && public_part.bytes) {
        uint8_t derived[32];
        size_t length = sizeof derived;
        if (EVP_PKEY_get_raw_public_key(pkey, derived, &length) != 1) return blz_evp_failure(BLZ_ERR_CRYPTO);
        if (public_part.length != length || memcmp(derived, public_part.bytes, length) != 0)
            return BLZ_ERR_INVALID;
    }
    return blz_key_wrap(out, BLZ_STEAL(pkey), BLZ_KEY_ED25519, seed.bytes != NULL);
}

/* The point that belongs to a secret number, uncompressed. */
static blz_status derive_point(uint8_t *out, size_t size, const char *group_name, const BIGNUM *scalar)
{
    blz_status status = BLZ_ERR_CRYPTO;
    EC_GROUP *group = EC_GROUP_new_by_curve_name(OBJ_sn2nid(group_name));
    EC_POINT *point = group ? EC_POINT_new(group) : NULL;
    if (point && EC_POINT_mul(group, point, scalar, NULL, NULL, NULL) == 1 &&
        EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, out, size, NULL) == size)
        status = BLZ_OK;
    EC_POINT_free(point);
    EC_GROUP_free(group);
    return status == BLZ_OK ? BLZ_OK : blz_evp_failure(BLZ_ERR_INVALID);
}

static blz_status from_scalar(blz_key **out, blz_key_type type, blz_octets point, blz_octets scalar,
                              uint8_t native[48])
{
    const blz_key_kind *kind = &blz_key_kinds[type];
    uint8_t derived[97];
    char group[16];
    BLZ_AUTO(BIGNUM) secret = BN_bin2bn(scalar.bytes, (int)scalar.length, NULL);
    if (!secret || BN_bn2nativepad(secret, native, (int)kind->width) < 0)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (BN_is_zero(secret)) return BLZ_ERR_INVALID;
    BN_set_flags(secret, BN_FLG_CONSTTIME);
    if (!point.bytes) {
        point = (blz_octets){derived, 1 + 2 * kind->width};
        BLZ_TRY(derive_point(derived, point.length, kind->group, secret));
    }
    memcpy(group, kind->group, strlen(kind->group) + 1);
    uint8_t public_part[97];
    memcpy(public_part, point.bytes, point.length);
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, public_part, point.length),
        OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, native, kind->width),
        OSSL_PARAM_construct_end(),
    };
    return from_params(out, type, params, true);
}

static blz_status from_point(blz_key **out, blz_key_type type, blz_octets point)
{
    const blz_key_kind *kind = &blz_key_kinds[type];
    char group[16];
    uint8_t public_part[97];
    memcpy(group, kind->group, strlen(kind->group) + 1);
    memcpy(public_part, point.bytes, point.length);
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, public_part, point.length),
        OSSL_PARAM_construct_end(),
    };
    return from_params(out, type, params, false);
}

/* SEC 1, 2.3.3: compressed or uncompressed, nothing else. */
static bool is_point(blz_octets point, size_t width)
{
    if (point.length == 1 + width) return point.bytes[0] == 2 || point.bytes[0] == 3;
    return point.length == 1 + 2 * width && point.bytes[0] == 4;
}

blz_status blz_key_from_ec(blz_key **out, blz_key_type type, blz_octets point, blz_octets scalar)
{
    const blz_key_kind *kind = &blz_key_kinds[type];
    if (point.bytes && !is_point(point, kind->width)) return BLZ_ERR_INVALID;
    if (!scalar.bytes) return from_point(out, type, point);
    if (scalar.length != kind->width) return BLZ_ERR_INVALID;
    uint8_t native[48];
    blz_status status = from_scalar(out, type, point, scalar, native);
    OPENSSL_cleanse(native, sizeof native);
    return status;
}

/* OpenSSL wants numbers in the byte order of the machine. */
static blz_status to_native(uint8_t out[BLZ_RSA_BYTES_MAX], blz_octets part)
{
    if (part.length == 0 || part.length > BLZ_RSA_BYTES_MAX) return BLZ_ERR_INVALID;
    BLZ_AUTO(BIGNUM) value = BN_bin2bn(part.bytes, (int)part.length, NULL);
    if (!value || BN_bn2nativepad(value, out, (int)part.length) < 0) return blz_evp_failure(BLZ_ERR_CRYPTO);
    return BLZ_OK;
}

static blz_status from_numbers(blz_key **out, const blz_octets parts[BLZ_RSA_PARTS], bool secret,
                               uint8_t native[BLZ_RSA_PARTS][BLZ_RSA_BYTES_MAX])
{
    OSSL_PARAM params[BLZ_RSA_PARTS + 1];
    size_t count = secret ? BLZ_RSA_PARTS : 2;
    for (size_t i = 0; i < count; i++) {
        BLZ_TRY(to_native(native[i], parts[i]));
        params[i] = OSSL_PARAM_construct_BN(blz_rsa_names[i], native[i], parts[i].length);
    }
    params[count] = OSSL_PARAM_construct_end();
    return from_params(out, BLZ_KEY_RSA, params, secret);
}

blz_status blz_key_from_rsa(blz_key **out, const blz_octets parts[BLZ_RSA_PARTS], bool secret)
{
    uint8_t native[BLZ_RSA_PARTS][BLZ_RSA_BYTES_MAX];
    blz_status status = from_numbers(out, parts, secret, native);
    OPENSSL_cleanse(native, sizeof native);
    return status;
}
