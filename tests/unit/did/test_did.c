#include "unit/did/web.h"

#include "codec/json_write.h"
#include "did/did.h"

static struct web nothing;

static char *text_of(const json_t *value)
{
    char *out = NULL;
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_json_write(&buf, value, 0));
    ck_assert_ok(blz_buf_take(&buf, &out, NULL));
    return out;
}

#define DID_KEY "did:key:" ED_MULTIKEY
#define METHOD DID_KEY "#" ED_MULTIKEY

START_TEST(document_of_a_did_key)
{
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    json_auto_t *document = NULL;
    char *reason = NULL;
    ck_assert_ok(blz_did_document(&document, ctx, DID_KEY, &reason));
    ck_assert_ptr_null(reason);
    BLZ_AUTO(blz_text) text = text_of(document);
    ck_assert_str_eq(
        text, "{\"@context\":[\"https://www.w3.org/ns/did/v1\",\"https://w3id.org/security/multikey/v1\"],"
              "\"id\":\"" DID_KEY "\",\"verificationMethod\":[{\"id\":\"" METHOD "\",\"type\":\"Multikey\","
              "\"controller\":\"" DID_KEY "\",\"publicKeyMultibase\":\"" ED_MULTIKEY "\"}],"
              "\"assertionMethod\":[\"" METHOD "\"],\"authentication\":[\"" METHOD "\"]}");
}
END_TEST

START_TEST(every_type_has_a_did_key_and_a_did_jwk)
{
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 20);
        BLZ_AUTO(blz_key) other = fixed_key(type, 21);
        for (int jwk = 0; jwk < 2; jwk++) {
            BLZ_AUTO(blz_text) did = NULL;
            BLZ_AUTO(blz_text) url = NULL;
            char *none = NULL;
            json_auto_t *document = NULL;
            ck_assert_ok(jwk ? blz_did_jwk(&did, key) : blz_did_key(&did, key));
            ck_assert_ok(blz_did_document(&document, ctx, did, NULL));
            ck_assert_str_eq(json_string_value(json_object_get(document, "id")), did);
            ck_assert_ok(blz_verification_method_url(&url, did, key));
            const json_t *ids = json_object_get(document, "assertionMethod");
            ck_assert_str_eq(json_string_value(json_array_get(ids, 0)), url);
            ck_assert_int_eq(blz_verification_method_url(&none, did, other), BLZ_ERR_INVALID);
        }
    }
}
END_TEST

START_TEST(the_example_of_did_jwk)
{
    /* The P-256 example of the did:jwk specification. */
    static const char did[] =
        "did:jwk:"
        "eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAi"
        "LCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9";
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    json_auto_t *document = NULL;
    ck_assert_ok(blz_did_document(&document, ctx, did, NULL));
    const json_t *method = json_array_get(json_object_get(document, "verificationMethod"), 0);
    ck_assert_str_eq(json_string_value(json_object_get(json_object_get(method, "publicKeyJwk"), "crv")),
                     "P-256");
    ck_assert_int_eq(strcmp(json_string_value(json_object_get(method, "id")) + strlen(did), "#0"), 0);
}
END_TEST

START_TEST(what_is_refused_and_why)
{
    static const struct {
        const char *did;
        blz_status status;
        const char *reason;
    } rows[] = {
        {"https://example.edu", BLZ_ERR_SYNTAX, "\"https://example.edu\" is not a DID"},
        {"did:example:1", BLZ_ERR_UNSUPPORTED,
         "\"did:example:1\" is a DID of a method that blazon does not know; it knows key, jwk and web"},
        {"did:key:abc", BLZ_ERR_SYNTAX,
         "\"did:key:abc\" is not a did:key: what follows is not a key in base58"},
        {"did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F", BLZ_ERR_UNSUPPORTED,
         "\"did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F\" is a key that is neither Ed25519, "
         "P-256, "
         "P-384 nor RSA"},
        {"did:key:z6Mk", BLZ_ERR_UNSUPPORTED,
         "\"did:key:z6Mk\" is a key that is neither Ed25519, P-256, P-384 nor RSA"},
        {"did:jwk:e30=", BLZ_ERR_SYNTAX, "\"did:jwk:e30=\" is not a did:jwk: it is not base64url"},
        {"did:jwk:e30", BLZ_ERR_SYNTAX,
         "the key in \"did:jwk:e30\" cannot be used: \"kty\", which says what kind of key it is, is missing"},
        {"did:jwk:eyJkIjoxfQ", BLZ_ERR_INVALID, "\"did:jwk:eyJkIjoxfQ\" gives away a private key"},
    };
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        json_t *document = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        ck_assert_int_eq(blz_did_document(&document, ctx, rows[i].did, &reason), rows[i].status);
        ck_assert_str_eq(reason, rows[i].reason);
        ck_assert_ptr_null(document);
        ck_assert_int_eq(blz_did_document(&document, ctx, rows[i].did, NULL), rows[i].status);
    }
}
END_TEST

START_TEST(very_long_names_are_cut_in_reasons)
{
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    BLZ_AUTO(blz_text) reason = NULL;
    static char did[10000];
    json_t *document = NULL;
    memset(did, 'x', sizeof did - 1);
    ck_assert_int_eq(blz_did_document(&document, ctx, did, &reason), BLZ_ERR_SYNTAX);
    ck_assert_uint_lt(strlen(reason), 3000);
}
END_TEST

START_TEST(urls_of_methods)
{
    BLZ_AUTO(blz_key) key = ed_key();
    static const char *const rows[][2] = {
        {"https://example.edu/issuer", "https://example.edu/issuer#" ED_MULTIKEY},
        {"did:web:example.edu", "did:web:example.edu#" ED_MULTIKEY},
        {"did:example:1", "did:example:1#" ED_MULTIKEY},
        {DID_KEY, METHOD},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_text) url = NULL;
        ck_assert_ok(blz_verification_method_url(&url, rows[i][0], key));
        ck_assert_str_eq(url, rows[i][1]);
    }
    static const char *const wrong[] = {"",
                                        "did:",
                                        "example.edu",
                                        "http://example.edu/",
                                        "https://example.edu/#a",
                                        "did:web:example.edu#a",
                                        "did:key:z6Mk",
                                        "did:key:",
                                        "did:jwk:e30"};
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++) {
        char *url = NULL;
        ck_assert_int_eq(blz_verification_method_url(&url, wrong[i], key), BLZ_ERR_INVALID);
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&nothing);
    BLZ_AUTO(blz_key) key = ed_key();
    for (int jwk = 0; jwk < 2; jwk++) {
        for (EACH_ALLOCATION_FAILS(f)) {
            BLZ_AUTO(blz_text) did = NULL;
            BLZ_AUTO(blz_text) url = NULL;
            json_auto_t *document = NULL;
            blz_mem_set_failing(fails_at, &f);
            blz_status status = jwk ? blz_did_jwk(&did, key) : blz_did_key(&did, key);
            if (status == BLZ_OK) status = blz_did_document(&document, ctx, did, NULL);
            if (status == BLZ_OK) status = blz_verification_method_url(&url, did, key);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
            ck_assert((url != NULL) == (status == BLZ_OK));
        }
    }
    for (EACH_ALLOCATION_FAILS(f)) {
        json_t *document = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_did_document(&document, ctx, "did:key:abc", &reason);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_ERR_SYNTAX);
    }
}
END_TEST

UNIT_MAIN("did/did", document_of_a_did_key, every_type_has_a_did_key_and_a_did_jwk, the_example_of_did_jwk,
          what_is_refused_and_why, very_long_names_are_cut_in_reasons, urls_of_methods,
          a_failing_allocation_is_reported)
