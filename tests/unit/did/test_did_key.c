#include "unit/did/named.h"

#include "codec/base58.h"
#include "did/methods.h"

START_TEST(the_name_is_the_public_key)
{
    BLZ_AUTO(blz_key) key = ed_key();
    BLZ_AUTO(blz_text) did = NULL;
    ck_assert_ok(blz_did_key(&did, key));
    ck_assert_str_eq(did, "did:key:" ED_MULTIKEY);
}
END_TEST

/* How the names of each type begin, by their multicodec. */
START_TEST(types_are_seen_from_the_name)
{
    static const char *const starts[] = {"did:key:z6Mk", "did:key:zDn", "did:key:z82L", "did:key:z4MX"};
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 30);
        BLZ_AUTO(blz_key) again = NULL;
        BLZ_AUTO(blz_text) did = NULL;
        ck_assert_ok(blz_did_key(&did, key));
        ck_assert_msg(strncmp(did, starts[type], strlen(starts[type])) == 0, "%s", did);
        ck_assert_ok(blz_did_key_read(&again, did, NULL));
        ck_assert(blz_key_equal(key, again));
        ck_assert(!blz_key_is_private(again));
    }
}
END_TEST

/* A compressed point of P-256 whose coordinate is beyond the field. */
static void no_point(char out[100])
{
    unsigned char bytes[35] = {0x80, 0x24, 2};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(100);
    memset(bytes + 3, 0xff, 32);
    ck_assert_ok(blz_base58_encode(&text, bytes, sizeof bytes));
    snprintf(out, 100, "did:key:z%s", text.data);
}

START_TEST(names_that_are_no_key)
{
    char point[100];
    no_point(point);
    const struct {
        const char *did;
        blz_status status;
        const char *reason;
    } rows[] = {
        {"did:key:", BLZ_ERR_SYNTAX, "is not a did:key: what follows is not a key in base58"},
        {"did:key:" ED_MULTIKEY "#" ED_MULTIKEY, BLZ_ERR_SYNTAX,
         "is not a did:key: what follows is not a key in base58"},
        {"did:key:m" ED_MULTIKEY, BLZ_ERR_SYNTAX, "is not a did:key: what follows is not a key in base58"},
        {"did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F", BLZ_ERR_UNSUPPORTED,
         "is a key that is neither Ed25519, P-256, P-384 nor RSA"},
        {point, BLZ_ERR_INVALID, "has no sound key in it"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        char expected[300];
        blz_key *key = NULL;
        json_t *document = NULL;
        BLZ_AUTO(blz_text) reason = NULL;
        snprintf(expected, sizeof expected, "\"%s\" %s", rows[i].did, rows[i].reason);
        ck_assert_msg(blz_did_key_read(&key, rows[i].did, &reason) == rows[i].status, "%s", rows[i].did);
        ck_assert_str_eq(reason, expected);
        ck_assert_int_eq(blz_did_key_document(&document, rows[i].did, NULL), rows[i].status);
        ck_assert(!key && !document);
    }
}
END_TEST

static const char *text_at(const json_t *document, const char *name)
{
    const json_t *method = json_array_get(json_object_get(document, "verificationMethod"), 0);
    return json_string_value(json_object_get(method, name));
}

/* RSA has no form in base58 that other software reads. */
START_TEST(how_the_document_shows_the_key)
{
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        bool rsa = type == BLZ_KEY_RSA;
        char id[2000];
        BLZ_AUTO(blz_key) key = fixed_key(type, 30);
        BLZ_AUTO(blz_text) did = NULL;
        json_auto_t *document = NULL;
        ck_assert_ok(blz_did_key(&did, key));
        ck_assert_ok(blz_did_key_document(&document, did, NULL));
        snprintf(id, sizeof id, "%s#%s", did, did + 8);
        ck_assert_str_eq(text_at(document, "id"), id);
        ck_assert_str_eq(text_at(document, "controller"), did);
        ck_assert_str_eq(text_at(document, "type"), rsa ? "JsonWebKey" : "Multikey");
        ck_assert_pstr_eq(text_at(document, "publicKeyMultibase"), rsa ? NULL : did + 8);
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    expect_no_name_without_memory(blz_did_key, blz_did_key_document);
}
END_TEST

UNIT_MAIN("did/did_key", the_name_is_the_public_key, types_are_seen_from_the_name, names_that_are_no_key,
          how_the_document_shows_the_key, a_failing_allocation_is_reported)
