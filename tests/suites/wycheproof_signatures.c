/* Project Wycheproof: Ed25519, ECDSA in P1363 form, RSA PKCS#1 v1.5. Every key is read twice, as PEM and
 * (where the vectors have it) as JWK. */

#include "suites/wycheproof.h"

#include <blazon/json.h>

#include "crypto/key.h"
#include "crypto/sign.h"

typedef struct octets {
    unsigned char bytes[4096];
    size_t length;
} octets;

static int digit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

static void from_hex(octets *out, const char *hex)
{
    for (out->length = 0; *hex && out->length < sizeof out->bytes; hex += 2)
        out->bytes[out->length++] = (unsigned char)(digit(hex[0]) << 4 | digit(hex[1]));
}

static blz_status verify(const blz_key *key, const json_t *test)
{
    octets message, signature;
    from_hex(&message, text_of(test, "msg"));
    from_hex(&signature, text_of(test, "sig"));
    return blz_verify_signature(key, blz_signature_hash(key), message.bytes, message.length, signature.bytes,
                                signature.length);
}

/* "acceptable" is the one signature without the NULL parameter: refused. */
static bool agrees(const blz_key *key, const json_t *test)
{
    return verify(key, test) == (is_valid(test) ? BLZ_OK : BLZ_ERR_SIGNATURE);
}

static bool check(wycheproof *run, const json_t *group, const json_t *test)
{
    BLZ_AUTO(blz_key) key = NULL;
    BLZ_AUTO(blz_key) again = NULL;
    const char *pem = text_of(group, "publicKeyPem");
    const json_t *jwk = json_object_get(group, "publicKeyJwk");
    if (blz_key_read_pem(&key, run->ctx, pem, strlen(pem), NULL, NULL) != BLZ_OK) return false;
    if (!jwk) return agrees(key, test);
    return blz_key_read_jwk(&again, jwk) == BLZ_OK && blz_key_equal(key, again) && agrees(again, test);
}

int main(void)
{
    wycheproof run = {0};
    suite_folder(run.folder, sizeof run.folder, "wycheproof");
    if (blz_ctx_new(&run.ctx) != BLZ_OK) return EXIT_FAILURE;
    wycheproof_file(&run, "ed25519_test.json", check);
    wycheproof_file(&run, "ecdsa_secp256r1_sha256_p1363_test.json", check);
    wycheproof_file(&run, "ecdsa_secp384r1_sha384_p1363_test.json", check);
    wycheproof_file(&run, "rsa_signature_2048_sha256_test.json", check);
    blz_ctx_free(run.ctx);
    return suite_result("wycheproof signatures", run.passed, run.failed, 151 + 262 + 280 + 259);
}
