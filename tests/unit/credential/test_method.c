#include "unit/credential/keys.h"

#include "credential/jwt_sign.h"

#include <blazon/did.h>

static void expect(const char *issuer, const blz_key *key, const char *wanted, const char *expected)
{
    BLZ_AUTO(blz_diags) diags = diags_new();
    BLZ_AUTO(blz_text) method = NULL;
    ck_assert_ok(blz_verification_method_choose(&method, issuer, key, wanted, diags));
    ck_assert_str_eq(method, expected);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
}

static void expect_refused(const char *issuer, const blz_key *key, const char *wanted, const char *expected)
{
    BLZ_AUTO(blz_diags) diags = diags_new();
    char *method = NULL;
    ck_assert_int_eq(blz_verification_method_choose(&method, issuer, key, wanted, diags), BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(method);
    ck_assert_str_eq(finding(diags, 0), expected);
}

START_TEST(an_issuer_has_its_own_method)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_text) fragment = NULL;
    BLZ_AUTO(blz_text) did = NULL;
    char expected[200];
    ck_assert_ok(blz_key_fragment(&fragment, key));
    snprintf(expected, sizeof expected, "https://badges.example.edu/issuer#%s", fragment);
    expect("https://badges.example.edu/issuer", key, NULL, expected);
    ck_assert_ok(blz_did_key(&did, key));
    snprintf(expected, sizeof expected, "%s#%s", did, fragment);
    expect(did, key, NULL, expected);
    expect("https://badges.example.edu/issuer", key, expected, expected);
}
END_TEST

START_TEST(a_did_that_is_another_key_is_refused)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_key) other = key_of(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_text) did = NULL;
    char expected[600], method[400];
    ck_assert_ok(blz_did_key(&did, other));
    snprintf(expected, sizeof expected, "BLZ903 - the issuer \"%s\" is not the key that signs", did);
    expect_refused(did, key, NULL, expected);
    snprintf(method, sizeof method, "%s#%s", did, did + 8);
    snprintf(expected, sizeof expected, "BLZ903 - the verification method \"%s\" is not the key that signs",
             method);
    expect_refused("https://example.edu", key, method, expected);
    snprintf(expected, sizeof expected, "BLZ903 - the verification method \"%s\" is not the key that signs",
             did);
    expect_refused("https://example.edu", other, did, expected);
}
END_TEST

START_TEST(a_did_jwk_has_one_method)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P384, 1);
    BLZ_AUTO(blz_text) did = NULL;
    char expected[600];
    ck_assert_ok(blz_did_jwk(&did, key));
    snprintf(expected, sizeof expected, "%s#0", did);
    expect(did, key, NULL, expected);
}
END_TEST

START_TEST(what_was_asked_for_is_taken)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P256, 1);
    expect("https://example.edu", key, "https://keys.example.edu/1.json", "https://keys.example.edu/1.json");
    expect("urn:example:issuer", key, "did:web:example.edu#key-1", "did:web:example.edu#key-1");
    expect_refused("https://example.edu", key, "key-1",
                   "BLZ903 - the verification method \"key-1\" is neither an https address nor a DID");
    expect_refused(
        "https://example.edu", key, "http://example.edu/key",
        "BLZ903 - the verification method \"http://example.edu/key\" is neither an https address nor a DID");
    expect_refused(
        "https://example.edu", key, "did:web:example.edu#a b",
        "BLZ903 - the verification method \"did:web:example.edu#a b\" is neither an https address nor a DID");
    expect_refused(
        "urn:example:issuer", key, NULL,
        "BLZ903 - it is not known where the key of the issuer \"urn:example:issuer\" is published");
}
END_TEST

UNIT_MAIN("credential/method", an_issuer_has_its_own_method, a_did_that_is_another_key_is_refused,
          a_did_jwk_has_one_method, what_was_asked_for_is_taken)
