/* How fast is it? Verifications per second of badges of each algorithm, beside raw OpenSSL with the same key
 * over the same bytes in the same run; definitions linted per second. Each figure is the best of several
 * short rounds that take turns, so that a busy moment of the machine strikes both. Prints, and judges
 * nothing.
 *
 *     build/tests/bench/blazon_bench [DEFINITION]
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include "badge.h"
#include "base/diag.h"
#include "crypto/key.h"

#include <blazon/lint.h>
#include <blazon/verify.h>

enum { ROUNDS = 7 };
static const double round_seconds = 0.15;

typedef void work_fn(void *user);

/* Calls per second in one round. */
static double rate(work_fn *work, void *user)
{
    double start = bench_seconds(), elapsed = 0;
    size_t count = 0;
    for (; elapsed < round_seconds; elapsed = bench_seconds() - start, count += 10)
        for (int i = 0; i < 10; i++)
            work(user);
    return (double)count / elapsed;
}

typedef struct token {
    blz_ctx *ctx;
    blz_key *key;
    char *text;
    EVP_PKEY *pkey;
    const EVP_MD *digest;
    unsigned char *signature;
    size_t signature_length;
    size_t signed_length; /* of a token header, dot and payload; of a proof two digests, so long */
} token;

/* The same key and the same bytes for OpenSSL alone, with a signature in its own form. */
static void open_raw(token *t, const blz_key *private_key)
{
    char *pem = NULL;
    size_t length = 0;
    bench_must(blz_key_write_pem(&pem, &length, t->ctx, private_key, NULL, true) == BLZ_OK, "writing a key");
    BIO *bio = BIO_new_mem_buf(pem, (int)length);
    t->pkey = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
    BIO_free(bio);
    blz_free_secret(pem, length);
    bench_must(t->pkey != NULL, "reading a key");
    blz_key_type type = blz_key_type_of(private_key);
    t->digest = type == BLZ_KEY_ED25519 ? NULL : type == BLZ_KEY_P384 ? EVP_sha384() : EVP_sha256();
    EVP_MD_CTX *md = EVP_MD_CTX_new();
    t->signature_length = 1024;
    t->signature = malloc(t->signature_length);
    bench_must(t->signature && EVP_DigestSignInit(md, NULL, t->digest, NULL, t->pkey) == 1 &&
                   EVP_DigestSign(md, t->signature, &t->signature_length, (const unsigned char *)t->text,
                                  t->signed_length) == 1,
               "signing");
    EVP_MD_CTX_free(md);
}

static void open_token(token *t, blz_key_type type, enum bench_size size, const char *suite)
{
    bench_must(blz_ctx_new(&t->ctx) == BLZ_OK, "a context");
    blz_ctx_set_now(t->ctx, BENCH_NOW);
    bench_must(blz_key_generate(&t->key, t->ctx, type, type == BLZ_KEY_RSA ? 2048 : 0) == BLZ_OK,
               "making a key");
    t->text = suite ? bench_sealed(t->ctx, t->key, size, 1, suite) : bench_badge(t->ctx, t->key, size, 1);
    t->signed_length = suite ? (type == BLZ_KEY_P384 ? 96 : 64) : (size_t)(strrchr(t->text, '.') - t->text);
    open_raw(t, t->key);
}

static void close_token(token *t)
{
    EVP_PKEY_free(t->pkey);
    free(t->signature);
    blz_free(t->text);
    blz_key_free(t->key);
    blz_ctx_free(t->ctx);
}

static void verify_badge(void *user)
{
    token *t = user;
    blz_report *report = NULL;
    bench_must(blz_verify(&report, t->ctx, "badge.jwt", t->text, strlen(t->text), NULL) == BLZ_OK,
               "verifying");
    bench_must(blz_report_verdict(report) == BLZ_VALID, "a valid badge");
    blz_report_free(report);
}

static void verify_raw(void *user)
{
    token *t = user;
    EVP_MD_CTX *md = EVP_MD_CTX_new();
    bench_must(EVP_DigestVerifyInit(md, NULL, t->digest, NULL, t->pkey) == 1 &&
                   EVP_DigestVerify(md, t->signature, t->signature_length, (const unsigned char *)t->text,
                                    t->signed_length) == 1,
               "OpenSSL");
    EVP_MD_CTX_free(md);
}

static void compare(const char *name, blz_key_type type, enum bench_size size, const char *suite)
{
    token t = {0};
    double badges = 0, raw = 0;
    open_token(&t, type, size, suite);
    for (int i = 0; i < ROUNDS; i++) {
        double a = rate(verify_badge, &t), b = rate(verify_raw, &t);
        badges = a > badges ? a : badges;
        raw = b > raw ? b : raw;
    }
    printf("verify %-22s %8.0f badges/s of %zu bytes  %8.0f raw signatures/s  ratio %.2f  beside the "
           "signature %.0f us\n",
           name, badges, strlen(t.text), raw, badges / raw, (1 / badges - 1 / raw) * 1e6);
    close_token(&t);
}

typedef struct file {
    blz_ctx *ctx;
    const char *path;
} file;

static void lint(void *user)
{
    file *f = user;
    blz_diags *diags = NULL;
    bench_must(blz_diags_new(&diags) == BLZ_OK && blz_lint_file(diags, f->ctx, f->path, NULL) == BLZ_OK,
               "linting");
    blz_diags_free(diags);
}

int main(int argc, char **argv)
{
    for (enum bench_size size = BENCH_BASIC; size <= BENCH_RUBRIC; size++) {
        compare("RS256", BLZ_KEY_RSA, size, NULL);
        compare("ES256", BLZ_KEY_P256, size, NULL);
        compare("EdDSA", BLZ_KEY_ED25519, size, NULL);
        compare("eddsa-rdfc-2022", BLZ_KEY_ED25519, size, "eddsa-rdfc-2022");
        compare("eddsa-jcs-2022", BLZ_KEY_ED25519, size, "eddsa-jcs-2022");
        compare("ecdsa-rdfc-2019 P-256", BLZ_KEY_P256, size, "ecdsa-rdfc-2019");
        compare("ecdsa-rdfc-2019 P-384", BLZ_KEY_P384, size, "ecdsa-rdfc-2019");
    }
    file f = {.path = argc > 1 ? argv[1] : "examples/computational-thinking/data-practices.yaml"};
    bench_must(blz_ctx_new(&f.ctx) == BLZ_OK, "a context");
    double best = 0;
    for (int i = 0; i < ROUNDS; i++) {
        double now = rate(lint, &f);
        best = now > best ? now : best;
    }
    printf("lint   %8.0f definitions/s  %s\n", best, f.path);
    blz_ctx_free(f.ctx);
    return EXIT_SUCCESS;
}
