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
#include <time.h>

#include <jansson.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "base/diag.h"
#include "crypto/key.h"
#include "crypto/sign.h"
#include "jose/jws.h"

#include <blazon/did.h>
#include <blazon/lint.h>
#include <blazon/verify.h>

#define NOW INT64_C(1780000000)

enum { ROUNDS = 7 };
static const double round_seconds = 0.15;

static void must(int fine, const char *what)
{
    if (fine) return;
    fprintf(stderr, "bench: %s does not work\n", what);
    exit(EXIT_FAILURE);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

typedef void work_fn(void *user);

/* Calls per second in one round. */
static double rate(work_fn *work, void *user)
{
    double start = seconds(), elapsed = 0;
    size_t count = 0;
    for (; elapsed < round_seconds; elapsed = seconds() - start, count += 10)
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
    size_t signed_length; /* header, dot, payload */
} token;

static const char level[] =
    "{\"id\":\"%s/%s\",\"type\":[\"RubricCriterionLevel\"],\"name\":\"%s\",\"level\":\"%d\","
    "\"points\":\"%d\",\"description\":\"What the work of a teacher shows at this level.\"}";

/* One criterion with three levels. */
static int put_criterion(char *out, size_t size, const char *name, const char *before)
{
    char id[100], levels[3][400];
    static const char *const ids[] = {"not-yet", "basic", "proficient"}, *const names[] = {"Not yet", "Basic",
                                                                                           "Proficient"};
    snprintf(id, sizeof id, "https://badges.example.edu/ct/data#criterion/%s", name);
    for (int i = 0; i < 3; i++)
        snprintf(levels[i], sizeof levels[i], level, id, ids[i], names[i], i, i);
    return snprintf(
        out, size,
        "%s{\"id\":\"%s\",\"type\":[\"ResultDescription\"],\"name\":\"%s\",\"resultType\":"
        "\"RubricCriterionLevel\",\"requiredLevel\":\"%s/basic\",\"rubricCriterionLevel\":[%s,%s,%s]}",
        before, id, name, id, levels[0], levels[1], levels[2]);
}

/* A badge as blazon issues it: four criteria, four results, about six kilobytes. */
static char *payload_of(const char *did)
{
    static const char *const criteria[] = {"question", "collection", "analysis", "display"};
    static char text[16384], descriptions[8192], results[2048];
    size_t d = 0, r = 0;
    for (size_t i = 0; i < 4; i++) {
        d += (size_t)put_criterion(descriptions + d, sizeof descriptions - d, criteria[i], i ? "," : "");
        r += (size_t)snprintf(
            results + r, sizeof results - r,
            "%s{\"type\":[\"Result\"],\"resultDescription\":\"https://badges.example.edu/ct/data#criterion/"
            "%s\","
            "\"achievedLevel\":\"https://badges.example.edu/ct/data#criterion/%s/proficient\"}",
            i ? "," : "", criteria[i], criteria[i]);
    }
    snprintf(
        text, sizeof text,
        "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\","
        "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],"
        "\"id\":\"urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0\","
        "\"type\":[\"VerifiableCredential\",\"AchievementCredential\"],\"name\":\"Data Practices\","
        "\"issuer\":{\"id\":\"%s\",\"type\":[\"Profile\"],\"name\":\"Example Unified School District\"},"
        "\"validFrom\":\"2026-05-01T00:00:00Z\",\"credentialSubject\":{\"id\":\"did:example:jane\","
        "\"type\":[\"AchievementSubject\"],\"achievement\":{\"id\":\"https://badges.example.edu/ct/data\","
        "\"type\":[\"Achievement\"],\"achievementType\":\"MicroCredential\",\"name\":\"Data Practices\","
        "\"description\":\"Designs and teaches a lesson in which students work with data of their own.\","
        "\"criteria\":{\"narrative\":\"## Competency\\n\\nDesigns and teaches a science lesson.\"},"
        "\"resultDescription\":[%s]},\"result\":[%s]},"
        "\"iss\":\"%s\",\"jti\":\"urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0\",\"sub\":\"did:example:"
        "jane\","
        "\"nbf\":1777593600}",
        did, descriptions, results, did);
    return text;
}

/* The same key and the same bytes for OpenSSL alone, with a signature in its own form. */
static void open_raw(token *t, const blz_key *private_key)
{
    char *pem = NULL;
    size_t length = 0;
    must(blz_key_write_pem(&pem, &length, t->ctx, private_key, NULL, true) == BLZ_OK, "writing a key");
    BIO *bio = BIO_new_mem_buf(pem, (int)length);
    t->pkey = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
    BIO_free(bio);
    blz_free_secret(pem, length);
    must(t->pkey != NULL, "reading a key");
    t->digest = blz_key_type_of(private_key) == BLZ_KEY_ED25519 ? NULL : EVP_sha256();
    t->signed_length = (size_t)(strrchr(t->text, '.') - t->text);
    EVP_MD_CTX *md = EVP_MD_CTX_new();
    t->signature_length = 1024;
    t->signature = malloc(t->signature_length);
    must(t->signature && EVP_DigestSignInit(md, NULL, t->digest, NULL, t->pkey) == 1 &&
             EVP_DigestSign(md, t->signature, &t->signature_length, (const unsigned char *)t->text,
                            t->signed_length) == 1,
         "signing");
    EVP_MD_CTX_free(md);
}

static void open_token(token *t, blz_key_type type)
{
    char *did = NULL, *kid = NULL;
    must(blz_ctx_new(&t->ctx) == BLZ_OK, "a context");
    blz_ctx_set_now(t->ctx, NOW);
    must(blz_key_generate(&t->key, t->ctx, type, type == BLZ_KEY_RSA ? 2048 : 0) == BLZ_OK, "making a key");
    must(blz_did_key(&did, t->key) == BLZ_OK && blz_verification_method_url(&kid, did, t->key) == BLZ_OK,
         "a did:key");
    json_t *header = json_pack("{s:s, s:s}", "kid", kid, "typ", "JWT");
    const char *payload = payload_of(did);
    must(header && blz_jws_sign(&t->text, t->ctx, header, payload, strlen(payload), t->key) == BLZ_OK,
         "signing a badge");
    json_decref(header);
    blz_free(did);
    blz_free(kid);
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
    must(blz_verify(&report, t->ctx, "badge.jwt", t->text, strlen(t->text), NULL) == BLZ_OK, "verifying");
    must(blz_report_verdict(report) == BLZ_VALID, "a valid badge");
    blz_report_free(report);
}

static void verify_raw(void *user)
{
    token *t = user;
    EVP_MD_CTX *md = EVP_MD_CTX_new();
    must(EVP_DigestVerifyInit(md, NULL, t->digest, NULL, t->pkey) == 1 &&
             EVP_DigestVerify(md, t->signature, t->signature_length, (const unsigned char *)t->text,
                              t->signed_length) == 1,
         "OpenSSL");
    EVP_MD_CTX_free(md);
}

static void compare(const char *name, blz_key_type type)
{
    token t = {0};
    double badges = 0, raw = 0;
    open_token(&t, type);
    for (int i = 0; i < ROUNDS; i++) {
        double a = rate(verify_badge, &t), b = rate(verify_raw, &t);
        badges = a > badges ? a : badges;
        raw = b > raw ? b : raw;
    }
    printf("verify %-6s %8.0f badges/s of %zu bytes  %8.0f raw signatures/s  ratio %.2f  beside the "
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
    must(blz_diags_new(&diags) == BLZ_OK && blz_lint_file(diags, f->ctx, f->path, NULL) == BLZ_OK, "linting");
    blz_diags_free(diags);
}

int main(int argc, char **argv)
{
    compare("RS256", BLZ_KEY_RSA);
    compare("ES256", BLZ_KEY_P256);
    compare("EdDSA", BLZ_KEY_ED25519);
    file f = {.path = argc > 1 ? argv[1] : "examples/computational-thinking/data-practices.yaml"};
    must(blz_ctx_new(&f.ctx) == BLZ_OK, "a context");
    double best = 0;
    for (int i = 0; i < ROUNDS; i++) {
        double now = rate(lint, &f);
        best = now > best ? now : best;
    }
    printf("lint   %8.0f definitions/s  %s\n", best, f.path);
    blz_ctx_free(f.ctx);
    return EXIT_SUCCESS;
}
