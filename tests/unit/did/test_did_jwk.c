#include "unit/did/named.h"

#include "codec/base64url.h"
#include "codec/json_write.h"
#include "did/methods.h"

/* The did:jwk of these bytes. */
static char *did_of(const char *jwk, size_t length)
{
    char *did = NULL;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_puts(&text, "did:jwk:"));
    ck_assert_ok(blz_base64url_encode(&text, jwk, length));
    ck_assert_ok(blz_buf_take(&text, &did, NULL));
    return did;
}

/* The canonical form, so that one key has one name. */
START_TEST(the_name_is_the_canonical_key)
{
    static const char canonical[] = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" ED_X "\"}";
    BLZ_AUTO(blz_key) key = ed_key();
    BLZ_AUTO(blz_text) did = NULL;
    BLZ_AUTO(blz_text) expected = did_of(canonical, sizeof canonical - 1);
    ck_assert_ok(blz_did_jwk(&did, key));
    ck_assert_str_eq(did, expected);
}
END_TEST

START_TEST(a_private_key_is_not_in_its_name)
{
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 30);
        BLZ_AUTO(blz_key) open = NULL;
        BLZ_AUTO(blz_key) again = NULL;
        BLZ_AUTO(blz_text) did = NULL;
        BLZ_AUTO(blz_text) same = NULL;
        json_auto_t *jwk = NULL;
        ck_assert_ok(blz_did_jwk(&did, key));
        ck_assert_ok(blz_key_public(&open, key));
        ck_assert_ok(blz_did_jwk(&same, open));
        ck_assert_str_eq(did, same);
        ck_assert_ok(blz_did_jwk_read(&again, &jwk, did, NULL));
        ck_assert(blz_key_equal(key, again));
        ck_assert(!blz_key_is_private(again));
    }
}
END_TEST

/* Also members that say nothing to blazon, and in their order. */
START_TEST(the_document_has_the_key_as_it_was_written)
{
    static const char jwk[] =
        "{\"kty\":\"OKP\",\"kid\":\"k\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\",\"note\":[1]}";
    BLZ_AUTO(blz_text) did = did_of(jwk, sizeof jwk - 1);
    BLZ_SCOPED(blz_buf) written = BLZ_BUF(BLZ_BUF_MAX);
    char id[400];
    json_auto_t *document = NULL;
    ck_assert_ok(blz_did_jwk_document(&document, did, NULL));
    const json_t *method = json_array_get(json_object_get(document, "verificationMethod"), 0);
    ck_assert_ok(blz_json_write(&written, json_object_get(method, "publicKeyJwk"), 0));
    ck_assert_str_eq(written.data, jwk);
    snprintf(id, sizeof id, "%s#0", did);
    ck_assert_str_eq(json_string_value(json_object_get(method, "id")), id);
    ck_assert_str_eq(json_string_value(json_object_get(method, "type")), "JsonWebKey");
    ck_assert_str_eq(json_string_value(json_object_get(method, "controller")), did);
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(document, "assertionMethod"), 0)), id);
}
END_TEST

#define SECRET "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" ED_X "\",\"d\":\"" ED_X "\"}"

START_TEST(what_is_refused)
{
    static const struct {
        const char *jwk;
        size_t length;
        blz_status status;
        const char *format;
    } rows[] = {
        {"", 0, BLZ_ERR_SYNTAX, "\"%s\" is not a did:jwk: the text is empty"},
        {"{", 1, BLZ_ERR_SYNTAX, "\"%s\" is not a did:jwk: this bracket is never closed"},
        {"[[[[[[[[[", 9, BLZ_ERR_SYNTAX,
         "\"%s\" is not a did:jwk: values are nested more deeply here than blazon reads"},
        {"{}\0", 3, BLZ_ERR_SYNTAX, "\"%s\" is not a did:jwk: more text follows after the end of the JSON"},
        {"[]", 2, BLZ_ERR_SYNTAX, "the key in \"%s\" cannot be used: it is not an object"},
        {"{\"kty\":\"oct\"}", 13, BLZ_ERR_UNSUPPORTED,
         "the key in \"%s\" cannot be used: it is a shared secret (\"oct\"), which cannot prove who signed"},
        {SECRET, sizeof SECRET - 1, BLZ_ERR_INVALID, "\"%s\" gives away a private key"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_text) did = did_of(rows[i].jwk, rows[i].length);
        BLZ_AUTO(blz_text) reason = NULL;
        BLZ_AUTO(blz_text) expected = NULL;
        blz_key *key = NULL;
        json_t *jwk = NULL;
        BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
        const char *rest = strstr(rows[i].format, "%s") + 2;
        ck_assert_ok(blz_buf_append(&text, rows[i].format, (size_t)(rest - 2 - rows[i].format)));
        ck_assert_ok(blz_buf_printf(&text, "%s%s", did, rest));
        ck_assert_ok(blz_buf_take(&text, &expected, NULL));
        ck_assert_int_eq(blz_did_jwk_read(&key, &jwk, did, &reason), rows[i].status);
        ck_assert_str_eq(reason, expected);
        ck_assert(!key && !jwk);
        ck_assert_int_eq(blz_did_jwk_document(&jwk, did, NULL), rows[i].status);
        ck_assert_ptr_null(jwk);
    }
}
END_TEST

START_TEST(what_is_no_base64url)
{
    static const char *const dids[] = {"did:jwk:e30=", "did:jwk:e 30", "did:jwk:e30#0", "did:jwk:e",
                                       "did:jwk:e31"};
    for (size_t i = 0; i < BLZ_COUNT_OF(dids); i++) {
        blz_key *key = NULL;
        json_t *jwk = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        ck_assert_int_eq(blz_did_jwk_read(&key, &jwk, dids[i], &reason), BLZ_ERR_SYNTAX);
        ck_assert_ptr_nonnull(strstr(reason, ": it is not base64url"));
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    expect_no_name_without_memory(blz_did_jwk, blz_did_jwk_document);
}
END_TEST

UNIT_MAIN("did/did_jwk", the_name_is_the_canonical_key, a_private_key_is_not_in_its_name,
          the_document_has_the_key_as_it_was_written, what_is_refused, what_is_no_base64url,
          a_failing_allocation_is_reported)
