#ifndef BLAZON_KEY_H
#define BLAZON_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>

/** @file
 * Keys that sign badges and keys that verify them: Ed25519, P-256, P-384 and RSA.
 *
 *     blz_key *key = NULL;
 *     char *pem = NULL;
 *     size_t length = 0;
 *     blz_status status = blz_key_generate(&key, ctx, BLZ_KEY_ED25519, 0);
 *     if (status == BLZ_OK)
 *         status = blz_key_write_pem(&pem, &length, ctx, key, "a long passphrase", true);
 *     ...
 *     blz_free_secret(pem, length);
 *     blz_key_free(key);
 *
 * JSON Web Keys are in blazon/json.h, DIDs in blazon/did.h. A key is never changed after it was made: many
 * threads may use one at a time.
 */

BLZ_BEGIN_DECLS

typedef struct blz_key blz_key;

typedef enum blz_key_type {
    BLZ_KEY_ED25519 = 0, /**< RFC 8032 */
    BLZ_KEY_P256,        /**< NIST P-256, signs with SHA-256 */
    BLZ_KEY_P384,        /**< NIST P-384, signs with SHA-384 */
    BLZ_KEY_RSA,         /**< 2048 to 4096 bits, signs with PKCS#1 v1.5 and SHA-256 */
} blz_key_type;

/** Makes a new private key. `rsa_bits`: 2048 to 4096 in steps of 8, or 0 for 3072; 0 for every other type.
 * The random bytes come from the context, for RSA from OpenSSL's own generator. Errors: BLZ_ERR_ARGUMENT,
 * BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. Release with blz_key_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_key_generate(blz_key **out, blz_ctx *ctx, blz_key_type type,
                                                 unsigned rsa_bits);
/** Overwrites the secret and frees the key; NULL is allowed. */
BLZ_API void blz_key_free(blz_key *key);

/** What kind of key it is. */
BLZ_API blz_key_type blz_key_type_of(const blz_key *key);
/** How messages call that kind: `Ed25519`, `P-256`, `P-384`, `RSA`. Static. */
BLZ_API const char *blz_key_type_name(blz_key_type type);
/** The size of an RSA modulus in bits; 256 or 384 for the others. */
BLZ_API unsigned blz_key_bits(const blz_key *key);
/** Whether it can sign. */
BLZ_API bool blz_key_is_private(const blz_key *key);
/** Whether both have the same public part. */
BLZ_API bool blz_key_equal(const blz_key *a, const blz_key *b);
/** Makes a copy of the public part alone. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_key_public(blz_key **out, const blz_key *key);

/** Asked when a key turns out to be encrypted: writes the passphrase and a NUL into `out`, which has `size`
 * bytes (1024), and returns BLZ_OK, or why there is none. */
typedef blz_status blz_passphrase_fn(void *user, char *out, size_t size);

/** Reads one key in PEM: `PRIVATE KEY` and `ENCRYPTED PRIVATE KEY` (PKCS#8, RFC 5958; PBES2 with scrypt or
 * PBKDF2, RFC 8018), `PUBLIC KEY` (SubjectPublicKeyInfo, RFC 5280) or `RSA PUBLIC KEY` (PKCS#1, RFC 8017),
 * which older badges have. `passphrase` may be NULL when none is to be had. The public part of a private key
 * is checked against the secret. Errors: BLZ_ERR_SYNTAX (no PEM, several keys, broken), BLZ_ERR_UNSUPPORTED
 * (another kind of file, key, curve or encryption), BLZ_ERR_INVALID (parts that do not fit together, a weak
 * RSA key), BLZ_ERR_LIMIT (more than 64 KiB, or a key derivation that asks for more than 10,000,000 rounds or
 * 32 MiB), BLZ_ERR_PASSPHRASE (missing or wrong), what `passphrase` returned, BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO.
 */
BLZ_API BLZ_MUST_USE blz_status blz_key_read_pem(blz_key **out, blz_ctx *ctx, const char *bytes,
                                                 size_t length, blz_passphrase_fn *passphrase, void *user);
/** Writes the key in PEM. `with_secret` false: `PUBLIC KEY`. True: `ENCRYPTED PRIVATE KEY` (PBES2, 600,000
 * rounds of PBKDF2 with HMAC-SHA256, AES-256-CBC), or `PRIVATE KEY` when `passphrase` is NULL; release the
 * text with blz_free_secret(). `length` may be NULL. Errors: BLZ_ERR_ARGUMENT (the key is public; an empty
 * passphrase or one of 1024 bytes and more), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_key_write_pem(char **out, size_t *length, blz_ctx *ctx,
                                                  const blz_key *key, const char *passphrase,
                                                  bool with_secret);

/** Reads a public key in Multikey form (Controlled Identifiers 1.0, section 2.2.2): `z6Mk...` Ed25519,
 * `zDn...` P-256, `z82...` P-384, and, as did:key has it, RSA (`z4MX...`, `zgghB...`). Errors: BLZ_ERR_SYNTAX
 * (not base58btc), BLZ_ERR_UNSUPPORTED (another kind of key; a secret key), BLZ_ERR_INVALID (wrong length, a
 * point that is not on the curve), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_key_read_multikey(blz_key **out, const char *text);
/** Writes the public part in Multikey form. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. Release with blz_free().
 */
BLZ_API BLZ_MUST_USE blz_status blz_key_write_multikey(char **out, const blz_key *key);
/** The JWK thumbprint (RFC 7638) with SHA-256, in base64url. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_key_thumbprint(char **out, const blz_key *key);
/** The fragment by which blazon calls the key in the URL of a verification method, without `#`: its Multikey
 * form, for RSA its thumbprint. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_key_fragment(char **out, const blz_key *key);

BLZ_END_DECLS

#endif
