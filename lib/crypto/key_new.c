#include "crypto/evp.h"

#include <openssl/crypto.h>
#include <openssl/rsa.h>

/* New keys. */

enum { RSA_BITS_DEFAULT = 3072, TRIES_MAX = 64 };

static blz_status new_rsa(blz_key **out, unsigned bits)
{
    if (!bits) bits = RSA_BITS_DEFAULT;
    if (bits < BLZ_RSA_BITS_MIN || bits > BLZ_RSA_BITS_MAX || bits % 8 != 0) return BLZ_ERR_ARGUMENT;
    EVP_PKEY *pkey = NULL;
    BLZ_AUTO(EVP_PKEY_CTX) ctx = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    if (!ctx || EVP_PKEY_keygen_init(ctx) != 1 || EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, (int)bits) != 1 ||
        EVP_PKEY_generate(ctx, &pkey) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    return blz_key_wrap(out, pkey, BLZ_KEY_RSA, true);
}

/* A scalar is drawn again when it is 0 or not below the order of the group: nobody will ever see that happen
 * with a source that is random. */
static blz_status new_ec(blz_key **out, blz_ctx *ctx, blz_key_type type, uint8_t *scalar)
{
    size_t width = blz_key_kinds[type].width;
    for (int tries = 0; tries < TRIES_MAX; tries++) {
        BLZ_TRY(blz_ctx_random(ctx, scalar, width));
        blz_status status = blz_key_from_ec(out, type, (blz_octets){0}, (blz_octets){scalar, width});
        if (status != BLZ_ERR_INVALID) return status;
    }
    return BLZ_ERR_CRYPTO;
}

static blz_status new_ed25519(blz_key **out, blz_ctx *ctx, uint8_t *seed)
{
    BLZ_TRY(blz_ctx_random(ctx, seed, 32));
    return blz_key_from_ed25519(out, (blz_octets){0}, (blz_octets){seed, 32});
}

blz_status blz_key_generate(blz_key **out, blz_ctx *ctx, blz_key_type type, unsigned rsa_bits)
{
    BLZ_TRY(blz_evp_ready());
    if (type == BLZ_KEY_RSA) return new_rsa(out, rsa_bits);
    if (type > BLZ_KEY_RSA || rsa_bits) return BLZ_ERR_ARGUMENT;
    uint8_t secret[48];
    blz_status status =
        type == BLZ_KEY_ED25519 ? new_ed25519(out, ctx, secret) : new_ec(out, ctx, type, secret);
    OPENSSL_cleanse(secret, sizeof secret);
    return status;
}
