#ifndef BLZ_CRYPTO_EVP_H
#define BLZ_CRYPTO_EVP_H

/* OpenSSL behind this floor: only files of lib/crypto include it. */

#include <stdint.h>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "crypto/digest.h"
#include "crypto/key.h"

struct blz_key {
    EVP_PKEY *pkey;
    blz_key_type type;
    unsigned bits;
    bool secret;
};

enum { BLZ_RSA_BITS_MIN = 2048, BLZ_RSA_BITS_MAX = 4096, BLZ_RSA_BYTES_MAX = BLZ_RSA_BITS_MAX / 8 };

/* What each type is called and how large it is. Coordinate, scalar and seed have `width` bytes; 0 for RSA. */
typedef struct blz_key_kind {
    const char *name;      /* for people */
    const char *openssl;   /* the name of the algorithm */
    const char *group;     /* of the curve, for EC */
    const char *kty, *crv; /* in a JWK */
    const char *alg;       /* in JOSE */
    uint32_t codec;        /* in multicodec */
    blz_hash hash;         /* that its signatures use */
    size_t width;          /* in bytes */
} blz_key_kind;

extern const blz_key_kind blz_key_kinds[];

/* Bytes lent for one call; bytes NULL: not given. */
typedef struct blz_octets {
    const uint8_t *bytes;
    size_t length;
} blz_octets;

/* The parts of an RSA key, as unsigned numbers with the most significant byte first. */
enum blz_rsa_part {
    BLZ_RSA_N,
    BLZ_RSA_E,
    BLZ_RSA_D,
    BLZ_RSA_P,
    BLZ_RSA_Q,
    BLZ_RSA_DP,
    BLZ_RSA_DQ,
    BLZ_RSA_QI,
    BLZ_RSA_PARTS
};
extern const char *const blz_rsa_names[BLZ_RSA_PARTS]; /* as OpenSSL calls them */

/* To be called before OpenSSL is; empties its error queue. BLZ_ERR_NOMEM: there was no memory when OpenSSL
 * started, and every call of it would crash: this process can do without it only. */
blz_status blz_evp_ready(void) BLZ_MUST_USE;
/* BLZ_ERR_NOMEM if OpenSSL's error queue knows of a failed allocation, else `otherwise`. Empties the queue.
 */
blz_status blz_evp_failure(blz_status otherwise);
/* The fetched digest; owned by this floor. After blz_evp_ready(). */
const EVP_MD *blz_evp_md(blz_hash hash);

/* Makes a key of whatever OpenSSL read, taking over the reference also on errors. Errors:
 * BLZ_ERR_UNSUPPORTED, BLZ_ERR_INVALID (weak; the parts do not fit), BLZ_ERR_NOMEM. */
blz_status blz_key_adopt(blz_key **out, EVP_PKEY *pkey, bool secret) BLZ_MUST_USE;
/* The same where the type is known. */
blz_status blz_key_wrap(blz_key **out, EVP_PKEY *pkey, blz_key_type type, bool secret) BLZ_MUST_USE;
/* Make keys from their numbers. What is not given is computed; what is given is checked.
 * Errors: BLZ_ERR_INVALID, BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
blz_status blz_key_from_ed25519(blz_key **out, blz_octets public_part, blz_octets seed) BLZ_MUST_USE;
blz_status blz_key_from_ec(blz_key **out, blz_key_type type, blz_octets point, blz_octets scalar)
    BLZ_MUST_USE;
blz_status blz_key_from_rsa(blz_key **out, const blz_octets parts[BLZ_RSA_PARTS], bool secret) BLZ_MUST_USE;

/* Whether an RSA public key is one to trust: size, exponent, no fingerprint of the ROCA generator. */
bool blz_rsa_is_sound(const EVP_PKEY *pkey);

/* Write numbers of a key, `width` bytes each. */
blz_status blz_key_ec_point(const blz_key *key, uint8_t *x, uint8_t *y) BLZ_MUST_USE;
blz_status blz_key_raw_public(const blz_key *key, uint8_t out[32]) BLZ_MUST_USE;
blz_status blz_key_raw_secret(const blz_key *key, uint8_t *out) BLZ_MUST_USE;
/* One number of an RSA key, without leading zeros. */
blz_status blz_key_rsa_part(const blz_key *key, enum blz_rsa_part part, uint8_t out[BLZ_RSA_BYTES_MAX],
                            size_t *length) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(EVP_PKEY, EVP_PKEY_free)
BLZ_DEFINE_AUTO(EVP_PKEY_CTX, EVP_PKEY_CTX_free)
BLZ_DEFINE_AUTO(EVP_MD_CTX, EVP_MD_CTX_free)
BLZ_DEFINE_AUTO(ECDSA_SIG, ECDSA_SIG_free)
BLZ_DEFINE_AUTO(BIGNUM, BN_clear_free)
BLZ_DEFINE_AUTO(BIO, BIO_free_all)
BLZ_DEFINE_AUTO(X509_SIG, X509_SIG_free)
BLZ_DEFINE_AUTO(X509_ALGOR, X509_ALGOR_free)
BLZ_DEFINE_AUTO(PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free)

#endif
