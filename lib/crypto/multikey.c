#include "crypto/evp.h"

#include <string.h>

#include "codec/multibase.h"

/* Multikey: a multicodec prefix and the raw public key, in base58btc. */

static const blz_key_kind *kind_of_codec(uint32_t codec)
{
    for (size_t i = 0; i <= BLZ_KEY_RSA; i++)
        if (blz_key_kinds[i].codec == codec) return &blz_key_kinds[i];
    return NULL;
}

/* The PKCS#1 form, and only its one DER encoding, so that a key has one name. */
static blz_status from_pkcs1(blz_key **out, const uint8_t *der, size_t length)
{
    const unsigned char *at = der;
    BLZ_AUTO(EVP_PKEY) pkey = d2i_PublicKey(EVP_PKEY_RSA, NULL, &at, (long)length);
    if (!pkey) return blz_evp_failure(BLZ_ERR_INVALID);
    unsigned char *again = NULL;
    int size = i2d_PublicKey(pkey, &again);
    if (size < 0) return blz_evp_failure(BLZ_ERR_CRYPTO);
    bool same = (size_t)size == length && memcmp(again, der, length) == 0;
    OPENSSL_free(again);
    return same ? blz_key_wrap(out, BLZ_STEAL(pkey), BLZ_KEY_RSA, false) : BLZ_ERR_INVALID;
}

static blz_status from_bytes(blz_key **out, const blz_key_kind *kind, const uint8_t *bytes, size_t length)
{
    blz_octets octets = {bytes, length};
    blz_key_type type = (blz_key_type)(kind - blz_key_kinds);
    switch (type) {
    case BLZ_KEY_RSA:
        return from_pkcs1(out, bytes, length);
    case BLZ_KEY_ED25519:
        return length == kind->width ? blz_key_from_ed25519(out, octets, (blz_octets){0}) : BLZ_ERR_INVALID;
    default:
        return length == 1 + kind->width ? blz_key_from_ec(out, type, octets, (blz_octets){0})
                                         : BLZ_ERR_INVALID;
    }
}

blz_status blz_key_read_multikey(blz_key **out, const char *text)
{
    if (text[0] != 'z') return BLZ_ERR_SYNTAX;
    BLZ_AUTO(blz_octet) bytes = NULL;
    size_t length = 0, used = 0;
    uint32_t codec = 0;
    blz_status status = blz_multibase_decode(&bytes, &length, text, strlen(text));
    if (status == BLZ_ERR_LIMIT) return BLZ_ERR_UNSUPPORTED; /* longer than any key of ours */
    BLZ_TRY(status);
    BLZ_TRY(blz_varint_read(&codec, &used, bytes, length));
    const blz_key_kind *kind = kind_of_codec(codec);
    if (!kind) return BLZ_ERR_UNSUPPORTED;
    BLZ_TRY(blz_evp_ready());
    return from_bytes(out, kind, bytes + used, length - used);
}

static blz_status put_rsa(blz_buf *buf, const blz_key *key)
{
    unsigned char *der = NULL;
    int size = i2d_PublicKey(key->pkey, &der);
    if (size < 0) return blz_evp_failure(BLZ_ERR_CRYPTO);
    blz_status status = blz_buf_append(buf, der, (size_t)size);
    OPENSSL_free(der);
    return status;
}

static blz_status put_public(blz_buf *buf, const blz_key *key)
{
    if (key->type == BLZ_KEY_RSA) return put_rsa(buf, key);
    uint8_t x[48], y[48];
    size_t width = blz_key_kinds[key->type].width;
    if (key->type == BLZ_KEY_ED25519) {
        BLZ_TRY(blz_key_raw_public(key, x));
    } else {
        BLZ_TRY(blz_key_ec_point(key, x, y));
        BLZ_TRY(blz_buf_putc(buf, y[width - 1] & 1 ? 3 : 2));
    }
    return blz_buf_append(buf, x, width);
}

blz_status blz_key_write_multikey(char **out, const blz_key *key)
{
    BLZ_SCOPED(blz_buf) bytes = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_varint_write(&bytes, blz_key_kinds[key->type].codec));
    BLZ_TRY(put_public(&bytes, key));
    BLZ_TRY(blz_multibase_encode(&text, 'z', bytes.data, bytes.length));
    return blz_buf_take(&text, out, NULL);
}

blz_status blz_key_fragment(char **out, const blz_key *key)
{
    return key->type == BLZ_KEY_RSA ? blz_key_thumbprint(out, key) : blz_key_write_multikey(out, key);
}
