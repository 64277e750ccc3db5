#include "unit/did/web.h"

#include "codec/json_read.h"
#include "did/material.h"

static struct web nothing;

static blz_status read_method(blz_key **out, const char *text, char **reason)
{
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    json_auto_t *method = NULL;
    ck_assert_ok(blz_json_parse(&method, text, strlen(text), 16, NULL, NULL));
    return blz_material_read(out, ctx, method, "KEY", reason);
}

#define PEM                                                                                                  \
    "-----BEGIN PUBLIC KEY-----\\nMCowBQYDK2VwAyEAO2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=\\n"           \
    "-----END PUBLIC KEY-----\\n"
#define SECRET_PEM                                                                                           \
    "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIFalG02hfhl0gKctcO6peKA7IQZ43L63No79TyIi5QSL\\n"      \
    "-----END PRIVATE KEY-----\\n"
#define TYPE_2018 "\"type\":\"Ed25519VerificationKey2018\""

START_TEST(every_form)
{
    static const char *const rows[] = {
        "{\"publicKeyMultibase\":\"" ED_MULTIKEY "\"}",
        "{\"publicKeyJwk\":" ED_JWK "}",
        "{\"publicKeyPem\":\"" PEM "\"}",
        "{" TYPE_2018 ",\"publicKeyBase58\":\"" ED_BASE58 "\"}",
    };
    BLZ_AUTO(blz_key) expected = ed_key();
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_key) key = NULL;
        char *reason = NULL;
        ck_assert_ok(read_method(&key, rows[i], &reason));
        ck_assert(blz_key_equal(key, expected));
        ck_assert_ptr_null(reason);
    }
}
END_TEST

#define CANNOT "the key of \"KEY\" cannot be used: "

START_TEST(what_is_refused_and_why)
{
    static const struct {
        const char *method;
        blz_status status;
        const char *reason;
    } rows[] = {
        {"{}", BLZ_ERR_INVALID, CANNOT "the document does not say what it is"},
        {"{\"publicKeyMultibase\":\"" ED_MULTIKEY "\",\"publicKeyJwk\":" ED_JWK "}", BLZ_ERR_INVALID,
         CANNOT "the document gives it in several forms at once"},
        {"{\"publicKeyMultibase\":7}", BLZ_ERR_INVALID, CANNOT "publicKeyMultibase is not a text"},
        {"{\"publicKeyMultibase\":\"u\"}", BLZ_ERR_INVALID,
         CANNOT "publicKeyMultibase is not a sound key in base58"},
        {"{\"publicKeyMultibase\":\"z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F\"}", BLZ_ERR_UNSUPPORTED,
         CANNOT "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"publicKeyJwk\":7}", BLZ_ERR_INVALID, CANNOT "it is not an object"},
        {"{\"publicKeyJwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}", BLZ_ERR_INVALID,
         CANNOT "it is a private or a shared key"},
        {"{\"publicKeyJwk\":{\"kty\":\"OKP\",\"crv\":\"X25519\"}}", BLZ_ERR_UNSUPPORTED,
         CANNOT "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"publicKeyJwk\":{\"kty\":\"OKP\"}}", BLZ_ERR_UNSUPPORTED,
         CANNOT "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"publicKeyPem\":7}", BLZ_ERR_INVALID, CANNOT "publicKeyPem is not a text"},
        {"{\"publicKeyPem\":\"x\"}", BLZ_ERR_INVALID, CANNOT "it is not one public key in PEM"},
        {"{\"publicKeyPem\":\"" SECRET_PEM "\"}", BLZ_ERR_INVALID, CANNOT "it is a private key"},
        {"{\"publicKeyPem\":\"-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----\\n\"}",
         BLZ_ERR_UNSUPPORTED, CANNOT "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"publicKeyBase58\":\"" ED_BASE58 "\"}", BLZ_ERR_UNSUPPORTED,
         CANNOT "publicKeyBase58 is known only of Ed25519VerificationKey2018"},
        {"{" TYPE_2018 ",\"publicKeyBase58\":\"0\"}", BLZ_ERR_INVALID,
         CANNOT "publicKeyBase58 is not base58"},
        {"{" TYPE_2018 ",\"publicKeyBase58\":7}", BLZ_ERR_INVALID, CANNOT "publicKeyBase58 is not base58"},
        {"{" TYPE_2018 ",\"publicKeyBase58\":\"abc\"}", BLZ_ERR_INVALID,
         CANNOT "publicKeyBase58 is not a sound key"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_key *key = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        blz_status status = read_method(&key, rows[i].method, &reason);
        ck_assert_ptr_null(key);
        ck_assert_int_eq(status, rows[i].status);
        ck_assert_str_eq(reason, rows[i].reason);
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    static const char text[] = "{" TYPE_2018 ",\"publicKeyBase58\":\"" ED_BASE58 "\"}";
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    json_auto_t *method = NULL;
    ck_assert_ok(blz_json_parse(&method, text, strlen(text), 16, NULL, NULL));
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_key) key = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_material_read(&key, ctx, method, "KEY", NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((key != NULL) == (status == BLZ_OK));
    }
}
END_TEST

UNIT_MAIN("did/material", every_form, what_is_refused_and_why, a_failing_allocation_is_reported)
