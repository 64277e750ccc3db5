#include "unit/crypto/keys.h"

#include <sys/wait.h>
#include <unistd.h>

#include <openssl/crypto.h>
#include <openssl/err.h>

#include "crypto/evp.h"
#include "crypto/jwk.h"
#include "crypto/sign.h"

#include <blazon/json.h>

/* OpenSSL has its own memory: here its k-th allocation fails, once, or from then on. Whatever it answers
 * then, blazon must never call a wrong signature right, a right one wrong, or a key something that it is not.
 */

static struct {
    bool on, lasting;
    size_t at, seen;
} fault;

static bool fails_now(void)
{
    if (!fault.on) return false;
    size_t n = fault.seen++;
    return fault.lasting ? n >= fault.at : n == fault.at;
}

static void *failing_malloc(size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    return fails_now() ? NULL : malloc(size);
}

static void *failing_realloc(void *memory, size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    return fails_now() ? NULL : realloc(memory, size);
}

static void plain_free(void *memory, const char *file, int line)
{
    (void)file;
    (void)line;
    free(memory);
}

/* Before OpenSSL allocates anything. */
static __attribute__((constructor)) void take_over_memory(void)
{
    CRYPTO_set_mem_functions(failing_malloc, failing_realloc, plain_free);
}

/* Runs `call` with the k-th allocation failing for every k until none fails; `stride` skips some. */
static void sweep(bool lasting, size_t stride, void (*call)(void *user), void *user)
{
    size_t rounds = 0;
    do {
        fault.lasting = lasting;
        fault.at = stride * rounds++;
        fault.seen = 0;
        fault.on = true;
        call(user);
        fault.on = false;
        ERR_clear_error();
    } while (fault.seen > fault.at && rounds < 5000);
    ck_assert_uint_gt(rounds, 1);
}

struct trial {
    blz_key *key, *other;
    uint8_t *signature;
    size_t size;
};

static bool is_failure(blz_status status)
{
    return status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO;
}

static void try_right(void *user)
{
    struct trial *t = user;
    blz_status status =
        blz_verify_signature(t->key, blz_signature_hash(t->key), "text", 4, t->signature, t->size);
    fault.on = false;
    /* A refusal while memory fails is not nice, but safe; OpenSSL does not always say why it refuses. */
    ck_assert(status == BLZ_OK || is_failure(status) ||
              (status == BLZ_ERR_SIGNATURE && fault.seen > fault.at));
}

static void try_wrong(void *user)
{
    struct trial *t = user;
    blz_status status =
        blz_verify_signature(t->other, blz_signature_hash(t->key), "text", 4, t->signature, t->size);
    fault.on = false;
    ck_assert(status == BLZ_ERR_SIGNATURE || is_failure(status));
}

static void try_sign(void *user)
{
    struct trial *t = user;
    uint8_t *signature = NULL;
    size_t size = 0;
    blz_status status = blz_sign(&signature, &size, t->key, blz_signature_hash(t->key), "text", 4);
    fault.on = false;
    ck_assert(status == BLZ_OK || is_failure(status));
    ck_assert((signature != NULL) == (status == BLZ_OK));
    if (signature)
        ck_assert_ok(blz_verify_signature(t->key, blz_signature_hash(t->key), "text", 4, signature, size));
    blz_free(signature);
}

START_TEST(signatures_while_memory_fails)
{
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        struct trial t = {.key = fixed_key(type, 1), .other = fixed_key(type, 2)};
        ck_assert_ok(blz_sign(&t.signature, &t.size, t.key, blz_signature_hash(t.key), "text", 4));
        for (int lasting = 0; lasting < 2; lasting++) {
            sweep(lasting, 1, try_right, &t);
            sweep(lasting, 1, try_wrong, &t);
            sweep(lasting, 1, try_sign, &t);
        }
        blz_free(t.signature);
        blz_key_free(t.key);
        blz_key_free(t.other);
    }
}
END_TEST

static void try_copy(void *user)
{
    struct trial *t = user;
    blz_key *copy = NULL;
    blz_status status = blz_key_public(&copy, t->key);
    fault.on = false;
    ck_assert(status == BLZ_OK || is_failure(status) || status == BLZ_ERR_INVALID);
    ck_assert((copy != NULL) == (status == BLZ_OK));
    if (copy) ck_assert(blz_key_equal(copy, t->key));
    blz_key_free(copy);
}

static void try_texts(void *user)
{
    struct trial *t = user;
    char *multikey = NULL, *expected = NULL;
    blz_key *again = NULL;
    blz_status status = blz_key_write_multikey(&multikey, t->key);
    blz_status back = status == BLZ_OK ? blz_key_read_multikey(&again, multikey) : status;
    fault.on = false;
    ck_assert_ok(blz_key_write_multikey(&expected, t->key));
    if (status == BLZ_OK) ck_assert_str_eq(multikey, expected);
    if (back == BLZ_OK) ck_assert(blz_key_equal(again, t->key));
    blz_key_free(again);
    blz_free(multikey);
    blz_free(expected);
}

static void try_pem(void *user)
{
    struct trial *t = user;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    char *pem = NULL, *expected = NULL;
    blz_key *again = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_status status = blz_key_write_pem(&pem, NULL, ctx, t->key, NULL, true);
    blz_status back = status == BLZ_OK ? blz_key_read_pem(&again, ctx, pem, strlen(pem), NULL, NULL) : status;
    fault.on = false;
    ck_assert_ok(blz_key_write_pem(&expected, NULL, ctx, t->key, NULL, true));
    if (status == BLZ_OK) ck_assert_str_eq(pem, expected);
    if (back == BLZ_OK) ck_assert(blz_key_equal(again, t->key) && blz_key_is_private(again));
    blz_key_free(again);
    blz_free(pem);
    blz_free(expected);
}

START_TEST(keys_while_memory_fails)
{
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        struct trial t = {.key = fixed_key(type, 1)};
        size_t stride =
            type == BLZ_KEY_RSA ? 997 : 5; /* to check an RSA key takes thousands of allocations */
        for (int lasting = 0; lasting < 2; lasting++) {
            sweep(lasting, 1, try_copy, &t);
            sweep(lasting, 1, try_texts, &t);
            sweep(lasting, stride, try_pem, &t);
        }
        blz_key_free(t.key);
    }
}
END_TEST

START_TEST(digests)
{
    static const blz_hash hashes[] = {BLZ_HASH_SHA256, BLZ_HASH_SHA384, BLZ_HASH_SHA512, BLZ_HASH_MD5};
    for (size_t i = 0; i < BLZ_COUNT_OF(hashes); i++) {
        ck_assert_ok(blz_evp_ready());
        const EVP_MD *md = blz_evp_md(hashes[i]);
        ck_assert_ptr_nonnull(md);
        ck_assert_ptr_eq(md, blz_evp_md(hashes[i]));
        ck_assert_int_eq(EVP_MD_get_size(md), (int)blz_digest_size(hashes[i]));
    }
}
END_TEST

#define PEM                                                                                                  \
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAO2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=\n"             \
    "-----END PUBLIC KEY-----\n"

/* The first things that a program asks of OpenSSL; 0 if every answer is one that may be given. */
static int from_cold(void)
{
    char hex[BLZ_DIGEST_HEX_MAX] = "";
    blz_ctx *ctx = NULL;
    blz_key *key = NULL;
    uint8_t signature[64] = {0};
    if (blz_ctx_new(&ctx) != BLZ_OK) return 1;
    fault.on = true;
    blz_status status = blz_digest_hex(hex, BLZ_HASH_SHA256, "abc", 3);
    if (status == BLZ_OK ? strncmp(hex, "ba7816bf", 8) != 0 : !is_failure(status)) return 2;
    status = blz_key_read_pem(&key, ctx, PEM, sizeof PEM - 1, NULL, NULL);
    if ((status == BLZ_OK) != (key != NULL)) return 3;
    if (key && blz_verify_signature(key, BLZ_HASH_SHA512, "text", 4, signature, 64) == BLZ_OK) return 4;
    return 0;
}

/* Must run first: OpenSSL starts in processes of their own, with the k-th allocation failing, and those that
 * follow. */
START_TEST(starting_while_memory_fails)
{
    for (size_t k = 0; k < 1200; k += 1 + k / 16) {
        for (int lasting = 0; lasting < 2; lasting++) {
            fault.at = k;
            fault.seen = 0;
            fault.lasting = lasting;
            pid_t child = fork();
            if (child == 0) _exit(from_cold());
            int ended = -1;
            ck_assert_int_eq(waitpid(child, &ended, 0), child);
            ck_assert_msg(ended == 0, "allocation %zu, %s: ended with %d", k,
                          lasting ? "from then on" : "once", ended);
        }
    }
}
END_TEST

START_TEST(failures_are_told_apart)
{
    ERR_clear_error();
    ck_assert_int_eq(blz_evp_failure(BLZ_ERR_INVALID), BLZ_ERR_INVALID);
    ERR_raise(ERR_LIB_EVP, ERR_R_MALLOC_FAILURE);
    ERR_raise(ERR_LIB_EVP, ERR_R_INTERNAL_ERROR);
    ck_assert_int_eq(blz_evp_failure(BLZ_ERR_INVALID), BLZ_ERR_NOMEM);
    ck_assert_uint_eq(ERR_peek_error(), 0);
}
END_TEST

UNIT_MAIN("crypto/evp", starting_while_memory_fails, digests, failures_are_told_apart,
          signatures_while_memory_fails, keys_while_memory_fails)
