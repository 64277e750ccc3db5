#include "unit/crypto/keys.h"

#include "codec/json_read.h"
#include "crypto/jwk.h"

#include <blazon/json.h>

static json_t *parse(const char *text)
{
    json_t *value = NULL;
    ck_assert_ok(blz_json_parse(&value, text, strlen(text), 8, NULL, NULL));
    return value;
}

static blz_status read_text(blz_key **out, const char *text, const char **reason)
{
    json_auto_t *jwk = parse(text);
    return blz_jwk_read(out, jwk, reason);
}

START_TEST(writes_what_it_reads)
{
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 90);
        for (int with_secret = 0; with_secret < 2; with_secret++) {
            json_auto_t *jwk = NULL;
            BLZ_AUTO(blz_key) again = NULL;
            ck_assert_ok(blz_key_write_jwk(&jwk, key, with_secret));
            ck_assert_int_eq(blz_jwk_has_secret(jwk), with_secret);
            ck_assert_ok(blz_key_read_jwk(&again, jwk));
            ck_assert(blz_key_equal(key, again));
            ck_assert_int_eq(blz_key_is_private(again), with_secret);
            ck_assert_int_eq(blz_key_type_of(again), type);
        }
    }
}
END_TEST

/* RFC 8037, appendix A: an Ed25519 key and its thumbprint; RFC 7638, 3.1: the thumbprint of an RSA key. */
#define RFC8037 "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\""
#define RFC7638                                                                                              \
    "{\"kty\":\"RSA\",\"n\":"                                                                                \
    "\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L"                    \
    "6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_"         \
    "FDW2QvzqY36"                                                                                            \
    "8QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-"                                 \
    "bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPks"                                                                   \
    "INHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\",\"alg\":\"RS256\",\"kid\":\"2011-"  \
    "04-29\"}"

START_TEST(known_thumbprints)
{
    static const struct {
        const char *jwk, *thumbprint;
    } rows[] = {
        {RFC8037 "}", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"},
        {RFC7638, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_key) key = NULL;
        BLZ_AUTO(blz_text) thumbprint = NULL;
        ck_assert_ok(read_text(&key, rows[i].jwk, NULL));
        ck_assert_ok(blz_key_thumbprint(&thumbprint, key));
        ck_assert_str_eq(thumbprint, rows[i].thumbprint);
    }
}
END_TEST

START_TEST(members_about_use)
{
    static const struct {
        const char *more;
        blz_status expected;
    } rows[] = {
        {"", BLZ_OK},
        {",\"use\":\"sig\",\"alg\":\"EdDSA\",\"kid\":\"k\",\"key_ops\":[\"verify\"],\"ext\":true", BLZ_OK},
        {",\"alg\":\"Ed25519\"", BLZ_OK},
        {",\"use\":\"enc\"", BLZ_ERR_INVALID},
        {",\"use\":1", BLZ_ERR_INVALID},
        {",\"alg\":\"ES256\"", BLZ_ERR_INVALID},
        {",\"alg\":null", BLZ_ERR_INVALID},
        {",\"key_ops\":[\"encrypt\"]", BLZ_ERR_INVALID},
        {",\"key_ops\":[\"sign\"]", BLZ_ERR_INVALID},
        {",\"key_ops\":[\"verify\",1]", BLZ_ERR_INVALID},
        {",\"key_ops\":\"verify\"", BLZ_ERR_INVALID},
        {",\"key_ops\":[]", BLZ_ERR_INVALID},
        {",\"p\":\"AQAB\"", BLZ_ERR_INVALID},
        {",\"k\":\"AQAB\"", BLZ_ERR_INVALID},
        {",\"oth\":[]", BLZ_ERR_UNSUPPORTED},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        char text[300];
        const char *reason = NULL;
        BLZ_AUTO(blz_key) key = NULL;
        snprintf(text, sizeof text, RFC8037 "%s}", rows[i].more);
        ck_assert_msg(read_text(&key, text, &reason) == rows[i].expected, "%s", text);
        ck_assert((reason == NULL) == (rows[i].expected == BLZ_OK));
    }
}
END_TEST

#define X32 "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
#define EC "\"kty\":\"EC\",\"crv\":\"P-256\""
#define X256 "\"x\":\"igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns\""
#define Y256 "\"y\":\"efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM\""

START_TEST(what_is_refused_and_why)
{
    static const struct {
        const char *jwk;
        blz_status status;
        const char *reason;
    } rows[] = {
        {"[]", BLZ_ERR_SYNTAX, "it is not an object"},
        {"{}", BLZ_ERR_SYNTAX, "\"kty\", which says what kind of key it is, is missing"},
        {"{\"kty\":1}", BLZ_ERR_SYNTAX, "\"kty\", which says what kind of key it is, is missing"},
        {"{\"kty\":\"oct\",\"k\":\"AA\"}", BLZ_ERR_UNSUPPORTED,
         "it is a shared secret (\"oct\"), which cannot prove who signed"},
        {"{\"kty\":\"rsa\"}", BLZ_ERR_UNSUPPORTED, "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"kty\":\"EC\"}", BLZ_ERR_UNSUPPORTED, "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"kty\":\"EC\",\"crv\":\"secp256k1\"}", BLZ_ERR_UNSUPPORTED,
         "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"kty\":\"OKP\",\"crv\":\"P-256\"}", BLZ_ERR_UNSUPPORTED,
         "it is neither Ed25519, P-256, P-384 nor RSA"},
        {"{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}", BLZ_ERR_SYNTAX, "a number that its type needs is missing"},
        {"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":7}", BLZ_ERR_SYNTAX, "one of its numbers is not a text"},
        {"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" X32 "=\"}", BLZ_ERR_SYNTAX,
         "one of its numbers is not base64url without padding"},
        {"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}", BLZ_ERR_INVALID,
         "one of its numbers does not have the length that its curve asks for"},
        {"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" X32 "\",\"d\":\"" X32 "\"}", BLZ_ERR_INVALID,
         "its secret and its public part do not belong together"},
        {"{" EC "," X256 "}", BLZ_ERR_SYNTAX, "a number that its type needs is missing"},
        {"{" EC "," X256 ",\"y\":\"AHn7F-W9dMfMo8q4-J8t6Rny3GO128tSs4KjnaprKySD\"}", BLZ_ERR_INVALID,
         "one of its numbers does not have the length that its curve asks for"},
        {"{" EC "," X256 ",\"y\":\"" X32 "\"}", BLZ_ERR_INVALID, "its point is not on the curve"},
        {"{" EC "," X256 "," Y256 ",\"d\":\"" X32 "\"}", BLZ_ERR_INVALID,
         "its point is not on the curve, or not the one of its secret"},
        {"{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"AQAB\"}", BLZ_ERR_SYNTAX,
         "one of its numbers is empty or starts with zeros"},
        {"{\"kty\":\"RSA\",\"n\":\"AAAB\",\"e\":\"AQAB\"}", BLZ_ERR_SYNTAX,
         "one of its numbers is empty or starts with zeros"},
        {"{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}", BLZ_ERR_INVALID,
         "its RSA numbers are not of a sound key of 2048 to 4096 bits"},
        {"{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"d\":\"AQAB\"}", BLZ_ERR_SYNTAX,
         "a number that its type needs is missing"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_key *key = NULL;
        const char *reason = NULL;
        ck_assert_int_eq(read_text(&key, rows[i].jwk, &reason), rows[i].status);
        ck_assert_str_eq(reason, rows[i].reason);
        ck_assert_ptr_null(key);
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    for (int type = 0; type <= BLZ_KEY_P256; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 3);
        for (EACH_ALLOCATION_FAILS(f)) {
            json_auto_t *jwk = NULL;
            BLZ_AUTO(blz_key) again = NULL;
            BLZ_AUTO(blz_text) thumbprint = NULL;
            blz_mem_set_failing(fails_at, &f);
            blz_status status = blz_key_write_jwk(&jwk, key, true);
            if (status == BLZ_OK) status = blz_key_read_jwk(&again, jwk);
            if (status == BLZ_OK) status = blz_key_thumbprint(&thumbprint, again);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
            ck_assert((thumbprint != NULL) == (status == BLZ_OK));
        }
    }
}
END_TEST

UNIT_MAIN("crypto/jwk", writes_what_it_reads, known_thumbprints, members_about_use, what_is_refused_and_why,
          a_failing_allocation_is_reported)
