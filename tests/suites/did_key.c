/* The vectors of did:key: for each DID of a type that blazon has, the document must hold the very key that
 * the vectors give, under the same method; DIDs of other types must be refused as unsupported. */

#include "suites/suite.h"

#include <stdbool.h>
#include <string.h>

#include <blazon/json.h>

#include "base/ctx.h"
#include "did/material.h"
#include "did/method.h"

static size_t ours, others;

static const json_t *first_method(const json_t *vector)
{
    return json_array_get(json_object_get(json_object_get(vector, "didDocument"), "verificationMethod"), 0);
}

/* P256Key2021 has its compressed point in base58, which is no form that blazon reads: its DID is what counts.
 */
static bool same_key(blz_ctx *ctx, const blz_key *key, const json_t *vector)
{
    BLZ_AUTO(blz_key) expected = NULL;
    const json_t *method = first_method(vector);
    const char *type = json_string_value(json_object_get(method, "type"));
    if (type && strcmp(type, "P256Key2021") == 0) return true;
    return blz_material_read(&expected, ctx, method, "vector", NULL) == BLZ_OK &&
           blz_key_equal(key, expected);
}

/* Back from the private key, where there is one, to the DID. Those of the RSA keys are written with padding
 * or with zeros in front, against RFC 7518, section 2: they must be refused. */
static bool secret_leads_back(const json_t *vector, const char *did)
{
    const json_t *jwk = json_object_get(vector, "privateKeyJwk");
    if (!jwk) jwk = json_object_get(json_object_get(vector, "verificationMethod"), "privateKeyJwk");
    if (!jwk) return true;
    BLZ_AUTO(blz_key) key = NULL;
    BLZ_AUTO(blz_text) named = NULL;
    blz_status status = blz_key_read_jwk(&key, jwk);
    if (strcmp(json_string_value(json_object_get(jwk, "kty")), "RSA") == 0) return status == BLZ_ERR_SYNTAX;
    return status == BLZ_OK && blz_key_is_private(key) && blz_did_key(&named, key) == BLZ_OK &&
           strcmp(named, did) == 0;
}

static bool is_right(blz_ctx *ctx, const char *did, const json_t *vector)
{
    BLZ_AUTO(blz_verification_method) method = NULL;
    BLZ_AUTO(blz_text) reason = NULL;
    blz_status status = blz_verification_method_find(&method, ctx, did, &reason);
    if (status == BLZ_ERR_UNSUPPORTED) {
        others++;
        return reason != NULL;
    }
    if (status != BLZ_OK) return false;
    ours++;
    const char *id = json_string_value(json_object_get(first_method(vector), "id"));
    return id && strcmp(method->id, id) == 0 && strcmp(method->controller, did) == 0 && method->assertion &&
           same_key(ctx, method->key, vector) && secret_leads_back(vector, did);
}

int main(void)
{
    static const char *const files[] = {"ed25519-x25519", "nist-curves", "rsa",
                                        "secp256k1",      "bls12381",    "x25519"};
    char folder[900], path[1000];
    size_t passed = 0, failed = 0;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    suite_folder(folder, sizeof folder, "did-key");
    if (blz_ctx_new(&ctx) != BLZ_OK) return EXIT_FAILURE;
    for (size_t i = 0; i < BLZ_COUNT_OF(files); i++) {
        snprintf(path, sizeof path, "%s/%s.json", folder, files[i]);
        json_auto_t *file = json_load_file(path, 0, NULL);
        json_t *vectors = i == 5 ? json_object_get(file, "didDocument") : file, *vector;
        const char *did;
        json_object_foreach (vectors, did, vector) {
            bool right = is_right(ctx, did, vector);
            passed += right;
            failed += !right;
            if (!right) printf("%s.json: %s disagrees\n", files[i], did);
        }
    }
    printf("resolved %zu, of other types %zu\n", ours, others);
    int code = suite_result("did-key", passed, failed, 30);
    return ours == 12 && others == 18 ? code : EXIT_FAILURE;
}
