#include "unit/credential/proofs.h"

static blz_status sign(const char *document_text, const char *options_text, const blz_key *key, char **said)
{
    static char text[600];
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *document = json_of(document_text);
    json_auto_t *options = json_of(options_text);
    json_auto_t *before = json_deep_copy(options);
    json_auto_t *proof = NULL;
    blz_integrity_fault fault = {0};
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    blz_status status = blz_integrity_sign(&proof, sealed, options, key, &fault);
    ck_assert(json_equal(options, before));
    ck_assert_int_eq(proof != NULL, status == BLZ_OK);
    snprintf(text, sizeof text, "%s: %s", fault.pointer ? fault.pointer : "-",
             fault.message ? fault.message : "-");
    *said = text;
    return status;
}

START_TEST(a_proof_is_the_options_and_a_value)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P384, 1);
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *document = json_of(small_document);
    json_auto_t *options = json_of(PROOF("ecdsa-jcs-2019", ", \"nonce\": \"1\""));
    json_auto_t *proof = NULL;
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    ck_assert_ok(blz_integrity_sign(&proof, sealed, options, key, NULL));
    ck_assert_ptr_null(json_object_get(document, "proof"));
    ck_assert_uint_eq(json_object_size(proof), json_object_size(options) + 2);
    ck_assert(json_equal(json_object_get(proof, "@context"), json_object_get(document, "@context")));
    const char *value = json_string_value(json_object_get(proof, "proofValue"));
    ck_assert_int_eq(*value, 'z');
    ck_assert_uint_ge(strlen(value), 131);
    ck_assert_uint_le(strlen(value), 133);
}
END_TEST

START_TEST(who_asks_for_what_is_not_made_is_told_so)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_key) public_key = NULL;
    char *said = NULL;
    ck_assert_ok(blz_key_public(&public_key, key));
    static const char good[] = PROOF("eddsa-rdfc-2022", "");
    ck_assert_ok(sign(small_document, good, key, &said));
    ck_assert_int_eq(sign(small_document, good, public_key, &said), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(sign(small_document, "{}", key, &said), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(sign(small_document, PROOF("eddsa-2022", ""), key, &said), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(sign(small_document, PROOF("ecdsa-rdfc-2019", ""), key, &said), BLZ_ERR_ARGUMENT);
}
END_TEST

START_TEST(what_would_not_verify_is_not_signed)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    char *said = NULL;
    ck_assert_int_eq(sign(small_document, "{\"type\": \"Ed25519Signature2020\"}", key, &said),
                     BLZ_ERR_INVALID);
    ck_assert_str_eq(said, "/proof: the proof has no \"verificationMethod\"");
    ck_assert_int_eq(sign(small_document, PROOF("eddsa-rdfc-2022", ", \"colour\": \"green\""), key, &said),
                     BLZ_ERR_INVALID);
    ck_assert_ptr_nonnull(strstr(said, "/proof/colour: no context defines"));
    ck_assert_int_eq(
        sign("{\"@context\": \"https://example.org/\"}", PROOF("eddsa-rdfc-2022", ""), key, &said),
        BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(said, "/@context: "));
}
END_TEST

START_TEST(there_is_an_end_to_proofs)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *options = json_of(PROOF("eddsa-jcs-2022", ""));
    json_auto_t *document = json_of("{\"proof\": []}");
    for (size_t i = 0; i < BLZ_PROOFS_MAX; i++) {
        BLZ_AUTO(blz_integrity) sealed = NULL;
        json_t *proof = NULL;
        ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
        ck_assert_ok(blz_integrity_sign(&proof, sealed, options, key, NULL));
        json_array_append_new(json_object_get(document, "proof"), proof);
    }
    BLZ_AUTO(blz_integrity) full = NULL;
    blz_integrity_fault fault = {0};
    json_t *proof = NULL;
    ck_assert_ok(blz_integrity_open(&full, ctx, document));
    ck_assert_int_eq(blz_integrity_sign(&proof, full, options, key, &fault), BLZ_ERR_LIMIT);
    ck_assert_str_eq(fault.message, "the document has 64 proofs already, or more");
    ck_assert_str_eq(outcome_of(document, BLZ_PROOFS_MAX - 1, key), "verified");
}
END_TEST

UNIT_MAIN("credential/integrity_sign", a_proof_is_the_options_and_a_value,
          who_asks_for_what_is_not_made_is_told_so, what_would_not_verify_is_not_signed,
          there_is_an_end_to_proofs)
