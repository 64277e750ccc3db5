#include "crypto/evp.h"

#include <openssl/core_names.h>

/* Which RSA keys are refused, although OpenSSL would take them. */

/* Keys of the generator of CVE-2017-15361 (ROCA) have a modulus that is a power of 65537 modulo each of these
 * primes; of other keys one in 2^27 has. */
static const unsigned roca_primes[] = {11, 13, 17,  19,  37,  53,  61,  71, 73,
                                       79, 97, 103, 107, 109, 127, 151, 157};

static bool is_power_of_65537(unsigned value, unsigned prime)
{
    unsigned power = 1;
    do {
        if (power == value) return true;
        power = power * (65537 % prime) % prime;
    } while (power != 1);
    return false;
}

static bool has_roca_fingerprint(const BIGNUM *modulus)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(roca_primes); i++) {
        BN_ULONG rest = BN_mod_word(modulus, roca_primes[i]);
        if (rest == (BN_ULONG)-1 || !is_power_of_65537((unsigned)rest, roca_primes[i])) return false;
    }
    return true;
}

/* 3 to 2^32 - 1 and odd: larger ones only cost time. */
static bool is_exponent(const BIGNUM *exponent)
{
    return BN_is_odd(exponent) && !BN_is_one(exponent) && BN_num_bits(exponent) <= 32;
}

bool blz_rsa_is_sound(const EVP_PKEY *pkey)
{
    int bits = EVP_PKEY_get_bits(pkey);
    if (bits < BLZ_RSA_BITS_MIN || bits > BLZ_RSA_BITS_MAX) return false;
    BLZ_AUTO(BIGNUM) modulus = NULL;
    BLZ_AUTO(BIGNUM) exponent = NULL;
    if (EVP_PKEY_get_bn_param(pkey, OSSL_PKEY_PARAM_RSA_N, &modulus) != 1) return false;
    if (EVP_PKEY_get_bn_param(pkey, OSSL_PKEY_PARAM_RSA_E, &exponent) != 1) return false;
    return BN_is_odd(modulus) && is_exponent(exponent) && !has_roca_fingerprint(modulus);
}
