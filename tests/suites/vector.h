#ifndef BLAZON_TESTS_VECTOR_H
#define BLAZON_TESTS_VECTOR_H

/* What the runners of signature vectors share: files as text, digits, keys from a pair of multibase texts,
 * and a count of checks. */

#include "suites/suite.h"

#include <jansson.h>
#include <stdarg.h>
#include <string.h>

#include <blazon/json.h>

#include "base/ctx.h"
#include "codec/base64url.h"
#include "codec/multibase.h"
#include "credential/proof.h"
#include "crypto/key.h"
#include "crypto/sign.h"

typedef struct vectors {
    char folder[900];
    blz_ctx *ctx;
    size_t passed, failed;
} vectors;

static inline void __attribute__((format(printf, 3, 4)))
expect(vectors *run, bool right, const char *what, ...)
{
    va_list args;
    run->passed += right;
    run->failed += !right;
    if (right) return;
    va_start(args, what);
    vprintf(what, args);
    va_end(args);
    puts("");
}

/* The bytes of a file, to be freed; ends the program if it is not there. */
static inline char *vector_text(const vectors *run, const char *path)
{
    char whole[1200], *text = NULL;
    snprintf(whole, sizeof whole, "%s/%s", run->folder, path);
    FILE *file = fopen(whole, "rb");
    size_t room = 1 << 20;
    text = calloc(1, room + 1);
    if (!file || !text) {
        printf("%s: cannot be read\n", whole);
        exit(EXIT_FAILURE);
    }
    size_t length = fread(text, 1, room, file);
    fclose(file);
    text[length] = '\0';
    return text;
}

static inline char *trimmed(char *text)
{
    size_t length = strlen(text);
    while (length && strchr(" \r\n\t", text[length - 1]))
        text[--length] = '\0';
    return text;
}

static inline json_t *vector_json(const vectors *run, const char *path)
{
    json_error_t error;
    char *text = vector_text(run, path);
    json_t *json = json_loads(text, 0, &error);
    if (!json) printf("%s: %s\n", path, error.text);
    free(text);
    return json;
}

static inline void to_hex(char *out, const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

static inline void from_hex(uint8_t *out, const char *digits, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        char byte[3] = {digits[2 * i], digits[2 * i + 1], '\0'};
        out[i] = (uint8_t)strtoul(byte, NULL, 16);
    }
}

/* The private key behind a multicodec prefix of two bytes, with the public key that belongs to it. */
static inline blz_key *key_of_pair(const char *public_text, const char *secret_text)
{
    BLZ_AUTO(blz_key) public_key = NULL;
    BLZ_AUTO(blz_octet) bytes = NULL;
    BLZ_SCOPED(blz_buf) d = BLZ_BUF(1000);
    json_auto_t *jwk = NULL;
    blz_key *key = NULL;
    size_t size = 0;
    if (blz_key_read_multikey(&public_key, public_text) == BLZ_OK &&
        blz_multibase_decode(&bytes, &size, secret_text, strlen(secret_text)) == BLZ_OK && size > 2 &&
        blz_base64url_encode(&d, bytes + 2, size - 2) == BLZ_OK &&
        blz_key_write_jwk(&jwk, public_key, false) == BLZ_OK &&
        json_object_set_new(jwk, "d", json_string(d.data)) == 0 && blz_key_read_jwk(&key, jwk) == BLZ_OK)
        return key;
    printf("%s: the pair cannot be read\n", public_text);
    exit(EXIT_FAILURE);
}

/* The key behind the "#" of a did:key. */
static inline blz_key *key_of_method(const blz_integrity_proof *proof)
{
    blz_key *key = NULL;
    const char *hash = proof->method ? strchr(proof->method, '#') : NULL;
    if (hash && blz_key_read_multikey(&key, hash + 1) == BLZ_OK) return key;
    printf("%s: no key\n", proof->method ? proof->method : "(no method)");
    exit(EXIT_FAILURE);
}

#endif
