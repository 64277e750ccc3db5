#include "badge.h"

#include <blazon/json.h>

static bench b;

static void setup(void)
{
    bench_open(&b, BLZ_KEY_ED25519);
}

static void teardown(void)
{
    bench_close(&b);
}

START_TEST(algorithms_that_prove_nothing)
{
    static const char *const names[] = {"none",  "None",  "NONE", "nOnE",  "HS256",
                                        "HS384", "HS512", "",     "eddsa", "RSA1_5"};
    char patch[100];
    setup();
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        snprintf(patch, sizeof patch, "{\"alg\": \"%s\"}", names[i]);
        blz_report *report = verify_badge(&b, patch, NULL, NULL);
        ck_assert_msg(blz_report_verdict(report) != BLZ_VALID, "%s", names[i]);
        ck_assert_msg(find_step(report, "jwt.header", BLZ_STEP_FAIL, "") ||
                          find_step(report, "jwt.header", BLZ_STEP_UNKNOWN, ""),
                      "%s", names[i]);
        ck_assert_ptr_nonnull(find_step(report, "proof.signature", BLZ_STEP_SKIPPED, "refused"));
        blz_report_free(report);
    }
    FAILS(&b, "{\"alg\": \"none\"}", NULL, "jwt.header", "");
    FAILS(&b, "{\"alg\": \"HS256\"}", NULL, "jwt.header", "");
    FAILS(&b, "{\"alg\": null}", NULL, "jwt.header", "");
    FAILS(&b, "{\"alg\": 256}", NULL, "jwt.header", "");
    OPEN(&b, "{\"alg\": \"PS256\"}", NULL, "jwt.header", "");
    teardown();
}
END_TEST

START_TEST(an_algorithm_of_another_kind_of_key)
{
    setup();
    FAILS(&b, "{\"alg\": \"RS256\"}", NULL, "proof.signature", "");
    FAILS(&b, "{\"alg\": \"ES256\"}", NULL, "proof.signature", "");
    teardown();
}
END_TEST

START_TEST(headers_that_open_badges_does_not_allow)
{
    static const char *const names[] = {"jku", "x5u", "x5c", "x5t", "x5t#S256", "cty", "epk", "nonce", "iss"};
    char patch[100];
    setup();
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        snprintf(patch, sizeof patch, "{\"%s\": \"https://evil.example/keys\"}", names[i]);
        FAILS(&b, patch, NULL, "jwt.header", names[i]);
        expect_1edtech(&b, patch, NULL, BLZ_INVALID, "jwt.header", BLZ_STEP_WARN, names[i]);
    }
    FAILS(&b, "{\"crit\": [\"exp\"], \"exp\": 1}", NULL, "jwt.header", "crit");
    FAILS(&b, "{\"b64\": false}", NULL, "jwt.header", "b64");
    teardown();
}
END_TEST

START_TEST(typ_is_jwt_or_nothing)
{
    setup();
    PASSES(&b, "{\"typ\": null}", NULL, "jwt.header", "EdDSA");
    WARNS(&b, "{\"typ\": \"vc+jwt\"}", NULL, "jwt.header", "vc+jwt");
    FAILS(&b, "{\"typ\": \"jwt\"}", NULL, "jwt.header", "\"jwt\"");
    FAILS(&b, "{\"typ\": \"at+jwt\"}", NULL, "jwt.header", "at+jwt");
    FAILS(&b, "{\"typ\": 1}", NULL, "jwt.header", "not a text");
    teardown();
}
END_TEST

START_TEST(the_key_in_the_header)
{
    setup();
    char patch[600], *text = NULL;
    json_t *jwk = NULL, *secret = NULL;
    ck_assert_ok(blz_key_write_jwk(&jwk, b.key, false));
    ck_assert_ok(blz_key_write_jwk(&secret, b.key, true));
    text = json_dumps(jwk, 0);
    snprintf(patch, sizeof patch, "{\"jwk\": %s}", text);
    PASSES(&b, patch, NULL, "jwt.header", "the key is at did:key:");
    snprintf(patch, sizeof patch, "{\"kid\": null, \"jwk\": %s}", text);
    PASSES(&b, patch, NULL, "jwt.header", "in the header itself");
    free(text);
    text = json_dumps(secret, 0);
    snprintf(patch, sizeof patch, "{\"kid\": null, \"jwk\": %s}", text);
    FAILS(&b, patch, NULL, "jwt.header", "PRIVATE key");
    free(text);
    FAILS(&b, "{\"jwk\": {\"kty\": \"EC\", \"crv\": \"P-256\"}}", NULL, "jwt.header", "cannot be used");
    OPEN(&b, "{\"jwk\": {\"kty\": \"EC\", \"crv\": \"secp256k1\", \"x\": \"AA\", \"y\": \"AA\"}}", NULL,
         "jwt.header", "cannot be used");
    FAILS(&b, "{\"jwk\": \"text\"}", NULL, "jwt.header", "cannot be used");
    FAILS(&b, "{\"jwk\": {\"kty\": \"oct\", \"k\": \"AAAA\"}}", NULL, "jwt.header", "");
    json_decref(jwk);
    json_decref(secret);
    teardown();
}
END_TEST

START_TEST(a_header_names_a_key)
{
    setup();
    FAILS(&b, "{\"kid\": null}", NULL, "jwt.header", "neither kid nor jwk");
    FAILS(&b, "{\"kid\": \"key-1\"}", NULL, "jwt.header", "\"key-1\"");
    FAILS(&b, "{\"kid\": \"../../../../etc/passwd\"}", NULL, "jwt.header", "../../../../etc/passwd");
    FAILS(&b, "{\"kid\": 4}", NULL, "jwt.header", "not a text");
    teardown();
}
END_TEST

START_TEST(what_the_public_validator_takes)
{
    setup();
    expect_1edtech(&b, NULL, NULL, BLZ_INVALID, "jwt.header", BLZ_STEP_FAIL, "RS256 and ES256");
    teardown();
    bench_open(&b, BLZ_KEY_P384);
    expect_1edtech(&b, NULL, NULL, BLZ_INVALID, "jwt.header", BLZ_STEP_FAIL, "ES384");
    bench_close(&b);
    bench_open(&b, BLZ_KEY_P256);
    expect_1edtech(&b, NULL, NULL, BLZ_VALID, "jwt.header", BLZ_STEP_PASS, "ES256");
    FAILS_SPEC(&b, "{\"jku\": \"https://evil.example/\"}", NULL, "jwt.header", "jku");
    FAILS_SPEC(&b, "{\"nonce\": \"1\"}", NULL, "jwt.header", "\"nonce\"");
    FAILS_SPEC(&b, "{\"typ\": \"at+jwt\"}", NULL, "jwt.header", "at+jwt");
    bench_close(&b);
}
END_TEST

START_TEST(a_private_key_under_the_other_policy)
{
    bench_open(&b, BLZ_KEY_P256);
    json_t *secret = NULL;
    char patch[600];
    ck_assert_ok(blz_key_write_jwk(&secret, b.key, true));
    char *text = json_dumps(secret, 0);
    snprintf(patch, sizeof patch, "{\"kid\": null, \"jwk\": %s}", text);
    FAILS_SPEC(&b, patch, NULL, "jwt.header", "PRIVATE key");
    free(text);
    json_decref(secret);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_jwt_header", algorithms_that_prove_nothing, an_algorithm_of_another_kind_of_key,
          headers_that_open_badges_does_not_allow, typ_is_jwt_or_nothing, the_key_in_the_header,
          a_header_names_a_key, what_the_public_validator_takes, a_private_key_under_the_other_policy)
