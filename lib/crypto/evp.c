#include "crypto/evp.h"

#include <pthread.h>

#include <openssl/err.h>

static const char *const md_names[BLZ_HASH_COUNT_] = {"SHA2-256", "SHA2-384", "SHA2-512", "MD5"};
static const char *const key_names[] = {"ED25519", "EC", "RSA"};
static const char *const signature_names[] = {"ED25519", "ECDSA", "RSA"};
enum { KEY_KINDS = BLZ_COUNT_OF(key_names) };

static EVP_MD *mds[BLZ_HASH_COUNT_];
static EVP_KEYMGMT *keys[KEY_KINDS];
static EVP_SIGNATURE *signatures[KEY_KINDS];
static bool ready;
static pthread_once_t fetched = PTHREAD_ONCE_INIT;

/* Ed25519 asks for its digest by this name each time, and takes its absence for a wrong signature. */
static bool has_inner_digest(void)
{
    EVP_MD *sha512 = EVP_MD_fetch(NULL, "SHA512", NULL);
    EVP_MD_free(sha512);
    return sha512 != NULL;
}

/* Keys and signatures are held, not used: OpenSSL then has them at hand. One that it could not enter into its
 * tables for want of memory would make it call a sound key unsound for as long as the process lives. */
static void fetch(void)
{
    ready = OSSL_LIB_CTX_get0_global_default() != NULL &&
            OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CONFIG, NULL) == 1;
    for (size_t i = 0; ready && i < KEY_KINDS; i++) {
        keys[i] = EVP_KEYMGMT_fetch(NULL, key_names[i], NULL);
        signatures[i] = EVP_SIGNATURE_fetch(NULL, signature_names[i], NULL);
        ready = keys[i] && signatures[i];
    }
    for (size_t i = 0; ready && i < BLZ_HASH_COUNT_; i++)
        mds[i] = EVP_MD_fetch(NULL, md_names[i], NULL);
    ready = ready && has_inner_digest();
    ERR_clear_error();
}

/* Where a fetch failed for want of memory, OpenSSL looks the digest up at every use. */
static const EVP_MD *(*const unfetched[BLZ_HASH_COUNT_])(void) = {EVP_sha256, EVP_sha384, EVP_sha512,
                                                                  EVP_md5};

/* Whether OpenSSL can remember an error in this thread. Where it cannot, its failures look like wrong
 * signatures. */
static bool remembers_errors(void)
{
    ERR_raise(ERR_LIB_USER, 1);
    bool remembered = ERR_peek_error() != 0;
    ERR_clear_error();
    return remembered;
}

blz_status blz_evp_ready(void)
{
    pthread_once(&fetched, fetch);
    return ready && remembers_errors() ? BLZ_OK : BLZ_ERR_NOMEM;
}

const EVP_MD *blz_evp_md(blz_hash hash)
{
    return mds[hash] ? mds[hash] : unfetched[hash]();
}

blz_status blz_evp_failure(blz_status otherwise)
{
    unsigned long error;
    bool memory = false;
    while ((error = ERR_get_error()))
        memory = memory || ERR_GET_REASON(error) == ERR_R_MALLOC_FAILURE;
    return memory ? BLZ_ERR_NOMEM : otherwise;
}
