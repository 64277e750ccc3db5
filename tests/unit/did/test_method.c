#include "unit/did/web.h"

#include "did/method.h"

#define URL "https://example.edu/issuer"
#define DID "did:key:" ED_MULTIKEY

static blz_status find(blz_verification_method **out, const char *document, const char *url, char **reason)
{
    struct web web = {{{document ? URL : NULL, document}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    return blz_verification_method_find(out, ctx, url, reason);
}

START_TEST(dids_are_their_own_document)
{
    static const char *const urls[] = {DID, DID "#" ED_MULTIKEY};
    for (size_t i = 0; i < BLZ_COUNT_OF(urls); i++) {
        BLZ_AUTO(blz_verification_method) method = NULL;
        ck_assert_ok(find(&method, NULL, urls[i], NULL));
        ck_assert_str_eq(method->id, DID "#" ED_MULTIKEY);
        ck_assert_str_eq(method->controller, DID);
        ck_assert_str_eq(method->document_url, DID);
        ck_assert_str_eq(method->document_id, DID);
        ck_assert_int_eq(method->home, BLZ_HOME_DID);
        ck_assert(method->assertion);
        ck_assert(!blz_verification_method_is_over(method, INT64_MAX - 1));
    }
    BLZ_AUTO(blz_key) key = ed_key();
    BLZ_AUTO(blz_text) did = NULL;
    BLZ_AUTO(blz_verification_method) method = NULL;
    ck_assert_ok(blz_did_jwk(&did, key));
    ck_assert_ok(find(&method, NULL, did, NULL));
    ck_assert_str_eq(method->id + strlen(did), "#0");
    ck_assert(blz_key_equal(method->key, key));
}
END_TEST

#define AT(id, more)                                                                                         \
    "{\"id\":\"" URL "\",\"verificationMethod\":[{\"id\":\"" id "\",\"controller\":\"" URL                   \
    "\",\"publicKeyMultibase\":\"" ED_MULTIKEY "\"" more "}]"

START_TEST(every_kind_of_document)
{
    static const struct {
        const char *document, *url;
        blz_key_home home;
        const char *controller, *document_id;
        bool assertion, expired;
    } rows[] = {
        {AT("#k", "") ",\"assertionMethod\":\"#k\"}", URL "#k", BLZ_HOME_CONTROLLER, URL, URL, true, false},
        {AT(URL "#k", "") "}", URL "#k", BLZ_HOME_CONTROLLER, URL, URL, false, false},
        {AT("#k", ",\"expires\":\"2025-12-31T23:59:59Z\"") "}", URL "#k", BLZ_HOME_CONTROLLER, URL, URL,
         false, true},
        {"{\"id\":\"" URL "\",\"publicKey\":{\"id\":\"" URL "#k\",\"owner\":\"" URL
         "\",\"publicKeyMultibase\":\"" ED_MULTIKEY "\"}}",
         URL "#k", BLZ_HOME_CONTROLLER, URL, URL, true, false},
        {"{\"id\":\"" URL "\",\"owner\":\"https://example.edu\",\"publicKeyMultibase\":\"" ED_MULTIKEY "\"}",
         URL, BLZ_HOME_METHOD, "https://example.edu", URL, false, false},
        {"{\"publicKeyMultibase\":\"" ED_MULTIKEY "\"}", URL "#k", BLZ_HOME_METHOD, NULL, NULL, false, false},
        {ED_JWK, URL, BLZ_HOME_JWK, NULL, NULL, false, false},
        {ED_JWK, URL "#k", BLZ_HOME_JWK, NULL, NULL, false, false},
        {"{\"kid\":\"k\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\"}", URL "#k", BLZ_HOME_JWK,
         NULL, NULL, false, false},
        {"{\"kid\":\"other\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\"}", URL, BLZ_HOME_JWK,
         NULL, NULL, false, false},
        {"{\"keys\":[" ED_JWK "]}", URL, BLZ_HOME_JWKS, NULL, NULL, false, false},
        {"{\"keys\":[7," EC_JWK ",{\"kid\":\"k\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\"}]}",
         URL "#k", BLZ_HOME_JWKS, NULL, NULL, false, false},
        {"{\"keys\":[" EC_JWK ",{\"kid\":\"" URL "\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X
         "\"}]}",
         URL, BLZ_HOME_JWKS, NULL, NULL, false, false},
        {"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAO2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=\n"
         "-----END PUBLIC KEY-----\n",
         URL, BLZ_HOME_PEM, NULL, NULL, false, false},
    };
    BLZ_AUTO(blz_key) key = ed_key();
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_verification_method) method = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        ck_assert_msg(find(&method, rows[i].document, rows[i].url, &reason) == BLZ_OK, "row %zu: %s", i,
                      reason);
        ck_assert(blz_key_equal(method->key, key));
        ck_assert_int_eq(method->home, rows[i].home);
        ck_assert_str_eq(method->id, rows[i].url);
        ck_assert_str_eq(method->document_url, URL);
        ck_assert_pstr_eq(method->controller, rows[i].controller);
        ck_assert_pstr_eq(method->document_id, rows[i].document_id);
        ck_assert_int_eq(method->assertion, rows[i].assertion);
        ck_assert_int_eq(blz_verification_method_is_over(method, 1767225600), rows[i].expired);
    }
}
END_TEST

START_TEST(what_is_refused_and_why)
{
    static const struct {
        const char *document, *url;
        blz_status status;
        const char *reason;
    } rows[] = {
        {NULL, "key-1", BLZ_ERR_INVALID,
         "\"key-1\" is neither a DID nor an https URL, so no key can be looked up"},
        {NULL, "http://example.edu/issuer", BLZ_ERR_INVALID,
         "\"http://example.edu/issuer\" is neither a DID nor an https URL, so no key can be looked up"},
        {NULL, "../../etc/passwd", BLZ_ERR_INVALID,
         "\"../../etc/passwd\" is neither a DID nor an https URL, so no key can be looked up"},
        {NULL, URL "#k", BLZ_ERR_NOT_FOUND,
         "the document \"" URL "\" is not at hand; get a copy and say --map " URL "=FILE, or use --online"},
        {NULL, DID "#other", BLZ_ERR_INVALID, "the document \"" DID "\" has no key \"#other\""},
        {NULL, "did:example:1#k", BLZ_ERR_UNSUPPORTED,
         "\"did:example:1\" is a DID of a method that blazon does not know; it knows key, jwk and web"},
        {AT("#k", "") "}", URL, BLZ_ERR_INVALID,
         "\"" URL "\" does not say which key of that document it is: \"#\" and the key's name are missing"},
        {AT("#k", "") "}", URL "#l", BLZ_ERR_INVALID, "the document \"" URL "\" has no key \"#l\""},
        {AT("#k", ",\"expires\":7") "}", URL "#k", BLZ_ERR_INVALID,
         "the key \"" URL "#k\" has an expires or revoked that is not a time"},
        {"{\"id\":\"https://example.com/k\",\"publicKeyMultibase\":\"" ED_MULTIKEY "\"}", URL,
         BLZ_ERR_INVALID, "the key at \"" URL "\" calls itself \"https://example.com/k\""},
        {"{\"kid\":\"other\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\"}", URL "#k",
         BLZ_ERR_INVALID, "the key at \"" URL "\" has another kid than \"k\""},
        {"{\"keys\":[" ED_JWK "]}", URL "#k", BLZ_ERR_INVALID,
         "the key set \"" URL "\" has no key with the kid \"k\""},
        {"{\"keys\":[" ED_JWK "," EC_JWK "]}", URL, BLZ_ERR_INVALID,
         "\"" URL "\" does not say which key of that set it is: \"#\" and the key's kid are missing"},
        {"{\"keys\":[{\"kid\":\"k\"},{\"kid\":\"k\"}]}", URL "#k", BLZ_ERR_INVALID,
         "the key set \"" URL "\" has several keys of that name"},
        {"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\",\"d\":\"" ED_X "\"}", URL, BLZ_ERR_INVALID,
         "the key of \"" URL "\" cannot be used: it is a private or a shared key"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_verification_method *method = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        ck_assert_int_eq(find(&method, rows[i].document, rows[i].url, &reason), rows[i].status);
        ck_assert_str_eq(reason, rows[i].reason);
        ck_assert_ptr_null(method);
        ck_assert_int_eq(find(&method, rows[i].document, rows[i].url, NULL), rows[i].status);
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    struct web web = {{{URL, AT("#k", "") "}"}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    static const char *const urls[] = {URL "#k", DID};
    for (size_t i = 0; i < BLZ_COUNT_OF(urls); i++) {
        for (EACH_ALLOCATION_FAILS(f)) {
            BLZ_AUTO(blz_verification_method) method = NULL;
            BLZ_AUTO(blz_text) reason = NULL;
            blz_ctx_forget(ctx);
            blz_mem_set_failing(fails_at, &f);
            blz_status status = blz_verification_method_find(&method, ctx, urls[i], &reason);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
            ck_assert((method != NULL) == (status == BLZ_OK));
        }
    }
    blz_verification_method_free(NULL);
}
END_TEST

START_TEST(a_key_of_another_site)
{
    struct web web = {{{URL, ED_JWK}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_verification_method) method = NULL;
        blz_ctx_forget(ctx);
        web_ended = "https://evil.example/key";
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_verification_method_find(&method, ctx, URL, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (method) ck_assert_str_eq(method->elsewhere, "https://evil.example/key");
    }
    BLZ_AUTO(blz_verification_method) method = NULL;
    blz_ctx_forget(ctx);
    web_ended = "https://example.edu/elsewhere";
    ck_assert_ok(blz_verification_method_find(&method, ctx, URL, NULL));
    ck_assert_ptr_null(method->elsewhere);
    web_ended = NULL;
}
END_TEST

UNIT_MAIN("did/method", dids_are_their_own_document, every_kind_of_document, what_is_refused_and_why,
          a_failing_allocation_is_reported, a_key_of_another_site)
