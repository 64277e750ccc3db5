#ifndef BLZ_CRYPTO_PKCS8_H
#define BLZ_CRYPTO_PKCS8_H

/* Private keys in PKCS#8 (RFC 5958), sealed with PBES2 (RFC 8018). */

#include "crypto/evp.h"

enum { BLZ_PASSPHRASE_MAX = 1024, BLZ_PBKDF2_ROUNDS = 600000, BLZ_PBKDF2_ROUNDS_MAX = 10000000 };

/* The key inside. */
blz_status blz_pkcs8_key(blz_key **out, const PKCS8_PRIV_KEY_INFO *info) BLZ_MUST_USE;
/* Whether this is PBES2 with a cipher, a derivation and an amount of work that blazon takes on.
 * Errors: BLZ_ERR_UNSUPPORTED, BLZ_ERR_LIMIT, BLZ_ERR_SYNTAX, BLZ_ERR_NOMEM. */
blz_status blz_pkcs8_check(const X509_SIG *sealed) BLZ_MUST_USE;
/* Decrypts what passed blz_pkcs8_check(). Errors: BLZ_ERR_PASSPHRASE, and those of blz_pkcs8_key(). */
blz_status blz_pkcs8_open(blz_key **out, const X509_SIG *sealed, const char *passphrase) BLZ_MUST_USE;
/* Encrypts with AES-256-CBC under PBKDF2 with HMAC-SHA256; salt and IV come from the context. */
blz_status blz_pkcs8_seal(X509_SIG **out, blz_ctx *ctx, PKCS8_PRIV_KEY_INFO *info, const char *passphrase)
    BLZ_MUST_USE;

#endif
