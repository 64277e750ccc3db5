#include "crypto/pkcs8.h"

#include <string.h>

#include <openssl/crypto.h>
#include <openssl/decoder.h>
#include <openssl/err.h>
#include <openssl/pem.h>

/* Keys in PEM, in and out. */

enum { PEM_MAX = 64 << 10 };

/* One block of PEM: OpenSSL's memory. */
typedef struct pem_block {
    char *name, *header;
    unsigned char *data;
    long length;
} pem_block;

static void pem_block_clear(pem_block *block)
{
    OPENSSL_secure_free(block->name);
    OPENSSL_secure_free(block->header);
    OPENSSL_secure_clear_free(block->data, (size_t)block->length);
    *block = (pem_block){0};
}

/* BLZ_ERR_NOT_FOUND: there is no further block. With the flag OpenSSL wipes the lines that it read. */
static blz_status next_block(pem_block *block, BIO *bio)
{
    int done = PEM_read_bio_ex(bio, &block->name, &block->header, &block->data, &block->length,
                               PEM_FLAG_SECURE | PEM_FLAG_EAY_COMPATIBLE);
    if (done == 1) return BLZ_OK;
    unsigned long error = ERR_peek_last_error();
    bool at_end = ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
    return blz_evp_failure(at_end ? BLZ_ERR_NOT_FOUND : BLZ_ERR_SYNTAX);
}

static blz_status read_block(pem_block *block, const char *bytes, size_t length)
{
    BLZ_AUTO(BIO) bio = BIO_new_mem_buf(bytes, (int)length);
    if (!bio) return BLZ_ERR_NOMEM;
    blz_status status = next_block(block, bio);
    if (status == BLZ_ERR_NOT_FOUND) return BLZ_ERR_SYNTAX;
    BLZ_TRY(status);
    BLZ_SCOPED(pem_block) second = {0};
    status = next_block(&second, bio);
    if (status == BLZ_ERR_NOMEM) return status;
    return status == BLZ_ERR_NOT_FOUND ? BLZ_OK : BLZ_ERR_SYNTAX;
}

/* The only block of the text. Where memory runs out OpenSSL may say no more than that it cannot read it,
 * which is believed when it comes twice. */
static blz_status only_block(pem_block *block, const char *bytes, size_t length)
{
    blz_status status = read_block(block, bytes, length);
    if (status != BLZ_ERR_SYNTAX) return status;
    pem_block_clear(block);
    return read_block(block, bytes, length);
}

/* Where memory ran out while OpenSSL looked for its decoders it never looks again: without one for a kind of
 * key every key of it looks broken. */
static bool has_lost_decoders(void)
{
    for (size_t i = 0; i <= BLZ_KEY_RSA; i++) {
        EVP_PKEY *none = NULL;
        OSSL_DECODER_CTX *ctx = OSSL_DECODER_CTX_new_for_pkey(
            &none, "DER", "SubjectPublicKeyInfo", blz_key_kinds[i].openssl, EVP_PKEY_PUBLIC_KEY, NULL, NULL);
        bool lost = !ctx || OSSL_DECODER_CTX_get_num_decoders(ctx) == 0;
        OSSL_DECODER_CTX_free(ctx);
        if (lost) return true;
    }
    return false;
}

/* OpenSSL's decoders drop the error of an allocation that fails within them, and the key looks broken. One
 * that is sound is read the second time, or there is so little memory that the second time says so. */
static blz_status read_public(blz_key **out, const pem_block *block)
{
    const unsigned char *at = block->data;
    BLZ_AUTO(EVP_PKEY) pkey = d2i_PUBKEY(NULL, &at, block->length);
    if (!pkey) {
        BLZ_TRY_MEM(blz_evp_failure(BLZ_ERR_SYNTAX) != BLZ_ERR_NOMEM);
        at = block->data;
        pkey = d2i_PUBKEY(NULL, &at, block->length);
    }
    if (!pkey) return blz_evp_failure(has_lost_decoders() ? BLZ_ERR_NOMEM : BLZ_ERR_SYNTAX);
    if (at != block->data + block->length) return BLZ_ERR_SYNTAX;
    return blz_key_adopt(out, BLZ_STEAL(pkey), false);
}

/* The form of RSA alone, from before there was one for all keys (RFC 8017, A.1.1). */
static blz_status read_rsa_public(blz_key **out, const pem_block *block)
{
    const unsigned char *at = block->data;
    BLZ_AUTO(EVP_PKEY) pkey = d2i_PublicKey(EVP_PKEY_RSA, NULL, &at, block->length);
    if (!pkey) return blz_evp_failure(BLZ_ERR_SYNTAX);
    if (at != block->data + block->length) return BLZ_ERR_SYNTAX;
    return blz_key_wrap(out, BLZ_STEAL(pkey), BLZ_KEY_RSA, false);
}

static blz_status read_plain(blz_key **out, const pem_block *block)
{
    const unsigned char *at = block->data;
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) info = d2i_PKCS8_PRIV_KEY_INFO(NULL, &at, block->length);
    if (!info) return blz_evp_failure(BLZ_ERR_SYNTAX);
    if (at != block->data + block->length) return BLZ_ERR_SYNTAX;
    return blz_pkcs8_key(out, info);
}

/* Gets the passphrase and has it wiped afterwards. */
static blz_status read_encrypted(blz_key **out, const pem_block *block, blz_passphrase_fn *passphrase,
                                 void *user)
{
    const unsigned char *at = block->data;
    BLZ_AUTO(X509_SIG) sealed = d2i_X509_SIG(NULL, &at, block->length);
    if (!sealed) return blz_evp_failure(BLZ_ERR_SYNTAX);
    if (at != block->data + block->length) return BLZ_ERR_SYNTAX;
    BLZ_TRY(blz_pkcs8_check(sealed));
    if (!passphrase) return BLZ_ERR_PASSPHRASE;
    char secret[BLZ_PASSPHRASE_MAX] = "";
    blz_status status = passphrase(user, secret, sizeof secret);
    secret[sizeof secret - 1] = '\0';
    if (status == BLZ_OK) status = blz_pkcs8_open(out, sealed, secret);
    OPENSSL_cleanse(secret, sizeof secret);
    return status;
}

blz_status blz_key_read_pem(blz_key **out, blz_ctx *ctx, const char *bytes, size_t length,
                            blz_passphrase_fn *passphrase, void *user)
{
    if (length > PEM_MAX || length > blz_ctx_limit(ctx, BLZ_LIMIT_BYTES)) return BLZ_ERR_LIMIT;
    BLZ_TRY(blz_evp_ready());
    BLZ_SCOPED(pem_block) block = {0};
    BLZ_TRY(only_block(&block, bytes, length));
    if (block.header && *block.header) return BLZ_ERR_UNSUPPORTED; /* encryption from before PKCS#8 */
    if (strcmp(block.name, PEM_STRING_PUBLIC) == 0) return read_public(out, &block);
    if (strcmp(block.name, PEM_STRING_RSA_PUBLIC) == 0) return read_rsa_public(out, &block);
    if (strcmp(block.name, PEM_STRING_PKCS8INF) == 0) return read_plain(out, &block);
    if (strcmp(block.name, PEM_STRING_PKCS8) == 0) return read_encrypted(out, &block, passphrase, user);
    return BLZ_ERR_UNSUPPORTED;
}

static blz_status write_secret(BIO *bio, blz_ctx *ctx, const blz_key *key, const char *passphrase)
{
    BLZ_AUTO(PKCS8_PRIV_KEY_INFO) info = EVP_PKEY2PKCS8(key->pkey);
    if (!info) return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (!passphrase)
        return PEM_write_bio_PKCS8_PRIV_KEY_INFO(bio, info) == 1 ? BLZ_OK : blz_evp_failure(BLZ_ERR_CRYPTO);
    BLZ_AUTO(X509_SIG) sealed = NULL;
    BLZ_TRY(blz_pkcs8_seal(&sealed, ctx, info, passphrase));
    return PEM_write_bio_PKCS8(bio, sealed) == 1 ? BLZ_OK : blz_evp_failure(BLZ_ERR_CRYPTO);
}

blz_status blz_key_write_pem(char **out, size_t *length, blz_ctx *ctx, const blz_key *key,
                             const char *passphrase, bool with_secret)
{
    if (with_secret && !key->secret) return BLZ_ERR_ARGUMENT;
    if (passphrase && (!*passphrase || strlen(passphrase) >= BLZ_PASSPHRASE_MAX)) return BLZ_ERR_ARGUMENT;
    BLZ_AUTO(BIO) bio = BIO_new(BIO_s_mem());
    if (!bio) return blz_evp_failure(BLZ_ERR_CRYPTO);
    if (with_secret)
        BLZ_TRY(write_secret(bio, ctx, key, passphrase));
    else if (PEM_write_bio_PUBKEY(bio, key->pkey) != 1)
        return blz_evp_failure(BLZ_ERR_CRYPTO);
    char *data = NULL;
    long size = BIO_get_mem_data(bio, &data);
    char *copy = blz_strndup(data, (size_t)size);
    if (!copy) return BLZ_ERR_NOMEM;
    *out = copy;
    if (length) *length = (size_t)size;
    return BLZ_OK;
}
