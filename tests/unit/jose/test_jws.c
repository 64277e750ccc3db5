#include "unit/crypto/keys.h"

#include "codec/base64url.h"
#include "jose/jws.h"

static uint8_t seed;

/* HEADER.PAYLOAD.SIGNATURE, each of plain text. */
static char *token_of(const char *header, const char *payload, const char *signature)
{
    char *out = NULL;
    BLZ_SCOPED(blz_buf) token = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_base64url_encode(&token, header, strlen(header)));
    ck_assert_ok(blz_buf_putc(&token, '.'));
    ck_assert_ok(blz_base64url_encode(&token, payload, strlen(payload)));
    ck_assert_ok(blz_buf_putc(&token, '.'));
    ck_assert_ok(blz_base64url_encode(&token, signature, strlen(signature)));
    ck_assert_ok(blz_buf_take(&token, &out, NULL));
    return out;
}

static blz_status parse(blz_jws **out, const char *token, const char **reason)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    return blz_jws_parse(out, ctx, token, strlen(token), reason);
}

START_TEST(takes_a_token_apart)
{
    BLZ_AUTO(blz_text) token = token_of("{\"alg\":\"ES256\",\"kid\":\"k\"}", "{}", "sig");
    BLZ_AUTO(blz_jws) jws = NULL;
    const char *reason = NULL;
    ck_assert_ok(parse(&jws, token, &reason));
    ck_assert_ptr_null(reason);
    ck_assert_str_eq(json_string_value(json_object_get(jws->header, "kid")), "k");
    ck_assert_str_eq(jws->payload, "{}");
    ck_assert_uint_eq(jws->payload_length, 2);
    ck_assert_mem_eq(jws->signature, "sig", 3);
    ck_assert_uint_eq(jws->signature_length, 3);
    ck_assert_uint_eq(jws->signing_input_length, strlen(token) - 5);
    ck_assert_int_eq(strncmp(jws->signing_input, token, jws->signing_input_length), 0);
    ck_assert_str_eq(jws->signing_input + jws->signing_input_length, "");
}
END_TEST

#define HEADER "eyJhbGciOiJFUzI1NiJ9" /* {"alg":"ES256"} */

START_TEST(what_is_no_token_and_why)
{
    static const char few[] =
        "it has fewer than three parts: a signed token is header, payload and signature, with "
        "a dot between them";
    static const char many[] =
        "it has more than three parts: a signed token is header, payload and signature, "
        "with a dot between them";
    static const char padded[] = "a part ends with \"=\": base64url in a signed token has no padding";
    static const char foreign[] =
        "a part is not base64url: other characters, spaces, or bits left over at its end";
    static const struct {
        const char *token, *reason;
    } rows[] = {
        {"", few},
        {"e30", few},
        {HEADER ".e30", few},
        {HEADER ".e30.c2ln.", many},
        {HEADER ".e30.c2ln.c2ln.c2ln", many},
        {".e30.c2ln", "its header is empty"},
        {HEADER ".e30=.c2ln", padded},
        {HEADER ".e30.c2k=", padded},
        {HEADER "==.e30.c2ln", padded},
        {HEADER ".e30.c2k ", foreign},
        {HEADER ".e30\n.c2k", foreign},
        {HEADER ".e31.c2ln", foreign},
        {HEADER ".a+/b.c2ln", foreign},
        {HEADER ".e30.c2lnA", foreign},
        {"W10.e30.c2ln", "its header is not a JSON object"},
        {"MTI.e30.c2ln", "its header is not a JSON object"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_jws *jws = NULL;
        const char *reason = NULL;
        ck_assert_int_eq(parse(&jws, rows[i].token, &reason), BLZ_ERR_SYNTAX);
        ck_assert_str_eq(reason, rows[i].reason);
        ck_assert_ptr_null(jws);
        ck_assert_int_eq(parse(&jws, rows[i].token, NULL), BLZ_ERR_SYNTAX);
    }
}
END_TEST

START_TEST(headers_are_strict_json)
{
    static const char *const headers[] = {
        "{\"alg\":\"ES256\",\"alg\":\"none\"}",
        "{\"alg\":\"ES256\",\"\\u0061lg\":\"none\"}",
        "{\"alg\":\"ES256\"} ,",
        "{\"alg\":\"ES256\",}",
        "{'alg':'ES256'}",
        "{\"alg\":\"\\ud800\"}",
        "{",
        "[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(headers); i++) {
        BLZ_AUTO(blz_text) token = token_of(headers[i], "{}", "sig");
        blz_jws *jws = NULL;
        const char *reason = NULL;
        ck_assert_int_eq(parse(&jws, token, &reason), BLZ_ERR_SYNTAX);
        ck_assert_ptr_nonnull(reason);
        ck_assert_ptr_null(jws);
    }
}
END_TEST

START_TEST(headers_that_are_never_verified)
{
    static const struct {
        const char *header, *signature;
        blz_status status;
        const char *reason;
    } rows[] = {
        {"{}", "s", BLZ_ERR_INVALID, "its header has no \"alg\", so it does not say how it is signed"},
        {"{\"alg\":1}", "s", BLZ_ERR_INVALID, "\"alg\" in its header is not a text"},
        {"{\"alg\":\"none\"}", "", BLZ_ERR_INVALID, "\"alg\" is \"none\": the token is not signed at all"},
        {"{\"alg\":\"ES256\"}", "", BLZ_ERR_INVALID, "its signature is empty"},
        {"{\"alg\":\"ES256\",\"crit\":[]}", "s", BLZ_ERR_INVALID,
         "its header has \"crit\", which asks for extensions that Open Badges does not have"},
        {"{\"alg\":\"ES256\",\"b64\":true}", "s", BLZ_ERR_INVALID,
         "its header has \"b64\", which changes how the payload is read; Open Badges does not allow that"},
        {"{\"alg\":\"PS256\"}", "s", BLZ_ERR_UNSUPPORTED, "\"alg\" is none of RS256, ES256, ES384 and EdDSA"},
        {"{\"alg\":\"ES256\",\"jku\":\"https://example.edu\"}", "s", BLZ_OK, NULL},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_text) token = token_of(rows[i].header, "{}", rows[i].signature);
        BLZ_AUTO(blz_jws) jws = NULL;
        const char *reason = NULL;
        ck_assert_ok(parse(&jws, token, &reason));
        ck_assert_int_eq(blz_jws_check(jws, &reason), rows[i].status);
        ck_assert_pstr_eq(reason, rows[i].reason);
        ck_assert_int_eq(blz_jws_check(jws, NULL), rows[i].status);
    }
}
END_TEST

START_TEST(every_type_against_every_key)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    static const char *const reasons[] = {"\"alg\" is EdDSA, but the key is not an Ed25519 key",
                                          "\"alg\" is ES256, but the key is not a P-256 key",
                                          "\"alg\" is ES384, but the key is not a P-384 key",
                                          "\"alg\" is RS256, but the key is not an RSA key"};
    blz_key *keys[4];
    for (int type = 0; type <= BLZ_KEY_RSA; type++)
        keys[type] = fixed_key(type, 60);
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_text) token = NULL;
        BLZ_AUTO(blz_jws) jws = NULL;
        ck_assert_ok(blz_jws_sign(&token, ctx, NULL, "payload", 7, keys[type]));
        ck_assert_ok(parse(&jws, token, NULL));
        ck_assert_str_eq(jws->payload, "payload");
        for (int other = 0; other <= BLZ_KEY_RSA; other++) {
            const char *reason = NULL;
            blz_status status = blz_jws_verify(jws, keys[other], &reason);
            ck_assert_int_eq(status, other == type ? BLZ_OK : BLZ_ERR_INVALID);
            ck_assert_pstr_eq(reason, other == type ? NULL : reasons[type]);
        }
        BLZ_AUTO(blz_key) stranger = fixed_key(type, 61);
        const char *reason = NULL;
        ck_assert_int_eq(blz_jws_verify(jws, stranger, &reason), BLZ_ERR_SIGNATURE);
        ck_assert_str_eq(reason,
                         "the signature is not of this key over this text: it was changed, or somebody else "
                         "signed it");
    }
    for (int type = 0; type <= BLZ_KEY_RSA; type++)
        blz_key_free(keys[type]);
}
END_TEST

START_TEST(every_change_is_noticed)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_text) token = NULL;
    ck_assert_ok(blz_jws_sign(&token, ctx, NULL, "{\"a\":1}", 7, key));
    size_t length = strlen(token);
    for (size_t i = 0; i < length; i++) {
        static const char swaps[] = "AB.=";
        for (const char *c = swaps; *c; c++) {
            BLZ_AUTO(blz_jws) jws = NULL;
            char before = token[i];
            if (before == *c) continue;
            token[i] = *c;
            blz_status status = blz_jws_parse(&jws, ctx, token, length, NULL);
            if (status == BLZ_OK) status = blz_jws_verify(jws, key, NULL);
            token[i] = before;
            ck_assert_int_ne(status, BLZ_OK);
        }
    }
    for (size_t cut = 0; cut < length; cut++) {
        BLZ_AUTO(blz_jws) jws = NULL;
        blz_status status = blz_jws_parse(&jws, ctx, token, cut, NULL);
        if (status == BLZ_OK) status = blz_jws_verify(jws, key, NULL);
        ck_assert_int_ne(status, BLZ_OK);
    }
}
END_TEST

START_TEST(signatures_of_another_length)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_text) token = token_of("{\"alg\":\"ES256\"}", "{}", "0123456789");
    BLZ_AUTO(blz_jws) jws = NULL;
    const char *reason = NULL;
    ck_assert_ok(parse(&jws, token, NULL));
    ck_assert_int_eq(blz_jws_verify(jws, key, &reason), BLZ_ERR_SIGNATURE);
    ck_assert_str_eq(reason, "the signature does not have the length that its algorithm and key ask for");
    ck_assert_int_eq(blz_jws_verify(jws, key, NULL), BLZ_ERR_SIGNATURE);
}
END_TEST

START_TEST(size_is_capped)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    BLZ_AUTO(blz_jws) jws = NULL;
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 10);
    ck_assert_int_eq(blz_jws_parse(&jws, ctx, HEADER ".e30.c2ln", sizeof HEADER + 8, NULL), BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_jws) jws = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_jws_parse(&jws, ctx, HEADER ".e30.c2ln", sizeof HEADER + 8, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((jws != NULL) == (status == BLZ_OK));
    }
    blz_jws_free(NULL);
}
END_TEST

UNIT_MAIN("jose/jws", takes_a_token_apart, what_is_no_token_and_why, headers_are_strict_json,
          headers_that_are_never_verified, every_type_against_every_key, every_change_is_noticed,
          signatures_of_another_length, size_is_capped, a_failing_allocation_is_reported)
