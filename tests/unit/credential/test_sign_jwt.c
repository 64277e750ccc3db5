#include "unit/credential/credential.h"
#include "unit/credential/keys.h"

#include "codec/json_read.h"
#include "jose/jws.h"

#include <blazon/credential.h>
#include <blazon/json.h>

static blz_status sign(char **out, const char *text, const blz_key *key, const blz_sign_options *options,
                       blz_diags *diags)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_TRY(blz_ctx_new(&ctx));
    return blz_credential_sign_jwt(out, ctx, text, strlen(text), "badge.json", key, options, diags);
}

static blz_jws *parsed(const char *token)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    blz_jws *jws = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_jws_parse(&jws, ctx, token, strlen(token), NULL));
    return jws;
}

static void signs_with(blz_key_type type, const char *alg)
{
    BLZ_AUTO(blz_key) key = key_of(type, 1);
    BLZ_AUTO(blz_diags) diags = diags_new();
    BLZ_AUTO(blz_text) token = NULL;
    BLZ_AUTO(blz_text) fragment = NULL;
    char kid[400];
    ck_assert_ok(sign(&token, CREDENTIAL(OB3, ""), key, NULL, diags));
    BLZ_AUTO(blz_jws) jws = parsed(token);
    ck_assert_ok(blz_jws_verify(jws, key, NULL));
    ck_assert_ok(blz_key_fragment(&fragment, key));
    snprintf(kid, sizeof kid, "https://badges.example.edu/issuer#%s", fragment);
    ck_assert_uint_eq(json_object_size(jws->header), 3);
    ck_assert_str_eq(json_string_value(json_object_get(jws->header, "alg")), alg);
    ck_assert_str_eq(json_string_value(json_object_get(jws->header, "typ")), "JWT");
    ck_assert_str_eq(json_string_value(json_object_get(jws->header, "kid")), kid);
    json_auto_t *payload = NULL;
    ck_assert_ok(blz_json_parse(&payload, jws->payload, jws->payload_length, 64, NULL, NULL));
    ck_assert_int_eq(json_integer_value(json_object_get(payload, "nbf")), 1767225600);
}

START_TEST(the_key_chooses_the_algorithm)
{
    signs_with(BLZ_KEY_ED25519, "EdDSA");
    signs_with(BLZ_KEY_P256, "ES256");
    signs_with(BLZ_KEY_P384, "ES384");
    signs_with(BLZ_KEY_RSA, "RS256");
}
END_TEST

START_TEST(the_header_can_carry_the_public_key)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_key) found = NULL;
    BLZ_AUTO(blz_diags) diags = diags_new();
    BLZ_AUTO(blz_text) token = NULL;
    blz_sign_options options = {.verification_method = "https://example.edu/key", .embed_key = true};
    ck_assert_ok(sign(&token, CREDENTIAL(OB3, ""), key, &options, diags));
    BLZ_AUTO(blz_jws) jws = parsed(token);
    ck_assert_str_eq(json_string_value(json_object_get(jws->header, "kid")), "https://example.edu/key");
    const json_t *jwk = json_object_get(jws->header, "jwk");
    ck_assert_ptr_null(json_object_get(jwk, "d"));
    ck_assert_ok(blz_key_read_jwk(&found, jwk));
    ck_assert(blz_key_equal(found, key));
    ck_assert(!blz_key_is_private(found));
}
END_TEST

START_TEST(the_same_text_gives_the_same_token)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_diags) diags = diags_new();
    BLZ_AUTO(blz_text) one = NULL;
    BLZ_AUTO(blz_text) two = NULL;
    ck_assert_ok(sign(&one, CREDENTIAL(OB3, ""), key, NULL, diags));
    ck_assert_ok(sign(&two, CREDENTIAL(OB3, ""), key, NULL, diags));
    ck_assert_str_eq(one, two);
}
END_TEST

static void refuses(const char *text, blz_status status, const char *first, const char *second)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_diags) diags = diags_new();
    char *token = NULL;
    ck_assert_int_eq(sign(&token, text, key, NULL, diags), status);
    ck_assert_ptr_null(token);
    ck_assert_str_eq(finding(diags, 0), first);
    ck_assert_str_eq(finding(diags, 1), second);
}

START_TEST(what_is_signed_already_is_refused)
{
    refuses("eyJh.eyJi.c2ln\n", BLZ_ERR_INVALID, "BLZ725 - this is a signed token already", "none");
    refuses(CREDENTIAL(OB3, ", \"proof\": [{\"type\": \"DataIntegrityProof\"}]"), BLZ_ERR_INVALID,
            "BLZ725 /proof the credential has a proof already", "none");
}
END_TEST

START_TEST(what_json_ld_would_drop_is_refused)
{
    refuses(
        CREDENTIAL(OB3, ", \"colour\": \"green\""), BLZ_ERR_INVALID,
        "BLZ727 /colour no context defines \"colour\" here; is it misspelt, or is its context missing from "
        "\"@context\"?",
        "none");
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) token = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    return sign(&token, CREDENTIAL(OB3, ""), user, NULL, diags);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    ck_assert_ok(call(key));
    sweep_run(call, key);
}
END_TEST

UNIT_MAIN("credential/sign_jwt", the_key_chooses_the_algorithm, the_header_can_carry_the_public_key,
          the_same_text_gives_the_same_token, what_is_signed_already_is_refused,
          what_json_ld_would_drop_is_refused, every_allocation_may_fail)
