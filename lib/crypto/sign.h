#ifndef BLZ_CRYPTO_SIGN_H
#define BLZ_CRYPTO_SIGN_H

/* Raw signatures of exact length: Ed25519 64 bytes; ECDSA r and s one behind the other (IEEE P1363), 64 or 96
 * bytes; RSASSA-PKCS1-v1_5, as long as the modulus. */

#include "crypto/digest.h"

#include <blazon/key.h>

/* Bytes of this key's signatures. */
size_t blz_signature_size(const blz_key *key);
/* The digest that goes with this key in JOSE and Data Integrity (Ed25519 takes none; SHA-512 is the answer).
 */
blz_hash blz_signature_hash(const blz_key *key);
/* Signs. `hash` is for ECDSA and RSA; Ed25519 hashes by itself. Release `*signature` with blz_free().
 * Errors: BLZ_ERR_ARGUMENT (a public key, or MD5), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
blz_status blz_sign(uint8_t **signature, size_t *size, const blz_key *key, blz_hash hash, const void *data,
                    size_t length) BLZ_MUST_USE;
/* BLZ_OK: the signature is of this key over these bytes. BLZ_ERR_SIGNATURE: it is not, or has another length.
 * BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO: not known. */
blz_status blz_verify_signature(const blz_key *key, blz_hash hash, const void *data, size_t length,
                                const uint8_t *signature, size_t size) BLZ_MUST_USE;

#endif
