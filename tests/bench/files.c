/* Badges for others to verify too, and how many of each one thread verifies and signs in a second.
 *
 *     build/tests/bench/blazon_bench_files FOLDER
 *
 * Writes NAME.json (Data Integrity) or NAME.jwt with NAME.jwks into FOLDER, and prints "blazon", what, name
 * and figure, with tabs between: as peer.mjs does for the peers. compare.py sets both side by side. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "badge.h"
#include "base/diag.h"
#include "codec/base64url.h"

#include <blazon/credential.h>
#include <blazon/did.h>
#include <blazon/verify.h>

enum { ROUNDS = 3 };
static const double round_seconds = 0.15;

typedef struct sample {
    const char *name, *suite; /* suite NULL: a JWT */
    blz_key_type type;
    enum bench_size size;
} sample;

static const sample samples[] = {
    {"basic-eddsa-rdfc-2022", "eddsa-rdfc-2022", BLZ_KEY_ED25519, BENCH_BASIC},
    {"rubric-eddsa-rdfc-2022", "eddsa-rdfc-2022", BLZ_KEY_ED25519, BENCH_RUBRIC},
    {"basic-ecdsa-rdfc-2019-p256", "ecdsa-rdfc-2019", BLZ_KEY_P256, BENCH_BASIC},
    {"basic-ecdsa-rdfc-2019-p384", "ecdsa-rdfc-2019", BLZ_KEY_P384, BENCH_BASIC},
    {"basic-eddsa-jcs-2022", "eddsa-jcs-2022", BLZ_KEY_ED25519, BENCH_BASIC},
    {"basic-rs256", NULL, BLZ_KEY_RSA, BENCH_BASIC},
    {"rubric-rs256", NULL, BLZ_KEY_RSA, BENCH_RUBRIC},
    {"basic-es256", NULL, BLZ_KEY_P256, BENCH_BASIC},
    {"basic-eddsa", NULL, BLZ_KEY_ED25519, BENCH_BASIC},
};

typedef struct bench {
    const sample *sample;
    blz_ctx *ctx;
    blz_key *key;
    char *credential, *badge; /* unsigned and signed */
} bench;

/* The payload of a token without what makes a credential one: the claims. */
static char *credential_in(const char *token)
{
    const char *payload = strchr(token, '.') + 1;
    uint8_t *text = NULL;
    size_t length = 0;
    bench_must(blz_base64url_decode(&text, &length, payload, strcspn(payload, ".")) == BLZ_OK, "a payload");
    json_t *value = json_loadb((const char *)text, length, 0, NULL);
    blz_free(text);
    static const char *const claims[] = {"iss", "jti", "sub", "nbf"};
    for (size_t i = 0; i < 4; i++)
        bench_must(json_object_del(value, claims[i]) == 0, claims[i]);
    char *credential = json_dumps(value, JSON_COMPACT);
    json_decref(value);
    return credential;
}

static char *sign(const bench *b)
{
    char *out = NULL;
    size_t length = 0;
    BLZ_AUTO(blz_diags) diags = NULL;
    bench_must(blz_diags_new(&diags) == BLZ_OK, "diagnostics");
    blz_proof_options options = {.suite = b->sample->suite};
    const char *text = b->credential;
    blz_status status = options.suite ? blz_credential_sign_proof(&out, &length, b->ctx, text, strlen(text),
                                                                  "badge", b->key, &options, diags)
                                      : blz_credential_sign_jwt(&out, b->ctx, text, strlen(text), "badge",
                                                                b->key, NULL, diags);
    bench_must(status == BLZ_OK, "signing");
    return out;
}

static void sign_once(const bench *b)
{
    blz_free(sign(b));
}

static void verify_once(const bench *b)
{
    blz_report *report = NULL;
    bench_must(blz_verify(&report, b->ctx, "badge", b->badge, strlen(b->badge), NULL) == BLZ_OK, "verifying");
    bench_must(blz_report_verdict(report) == BLZ_VALID, "a valid badge");
    blz_report_free(report);
}

static void print_rate(const char *what, const bench *b, void (*work)(const bench *))
{
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double start = bench_seconds(), elapsed = 0;
        size_t count = 0;
        for (; elapsed < round_seconds; elapsed = bench_seconds() - start, count += 10)
            for (int i = 0; i < 10; i++)
                work(b);
        if ((double)count / elapsed > best) best = (double)count / elapsed;
    }
    printf("blazon\t%s\t%s\t%.1f\n", what, b->sample->name, best);
}

static void write_file(const char *folder, const char *name, const char *ending, const char *text)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.%s", folder, name, ending);
    FILE *file = fopen(path, "wb");
    bench_must(file && fputs(text, file) >= 0 && fclose(file) == 0, path);
}

static void write_sample(const bench *b, const char *folder)
{
    char *jwks = NULL;
    size_t length = 0;
    write_file(folder, b->sample->name, b->sample->suite ? "json" : "jwt", b->badge);
    if (b->sample->suite) return;
    bench_must(blz_jwks_text(&jwks, &length, (const blz_key *const[]){b->key}, 1) == BLZ_OK, "a key set");
    write_file(folder, b->sample->name, "jwks", jwks);
    blz_free(jwks);
}

static void measure(const sample *s, const char *folder)
{
    bench b = {.sample = s};
    bench_must(blz_ctx_new(&b.ctx) == BLZ_OK, "a context");
    blz_ctx_set_now(b.ctx, BENCH_NOW);
    bench_must(blz_key_generate(&b.key, b.ctx, s->type, s->type == BLZ_KEY_RSA ? 2048 : 0) == BLZ_OK,
               "making a key");
    char *token = bench_badge(b.ctx, b.key, s->size, 1);
    b.credential = credential_in(token);
    b.badge = sign(&b);
    write_sample(&b, folder);
    print_rate("verify", &b, verify_once);
    print_rate("sign", &b, sign_once);
    free(b.credential);
    blz_free(b.badge);
    blz_free(token);
    blz_key_free(b.key);
    blz_ctx_free(b.ctx);
}

int main(int argc, char **argv)
{
    bench_must(argc == 2, "without a FOLDER this");
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        measure(&samples[i], argv[1]);
    return EXIT_SUCCESS;
}
