#include "unit/credential/suite.h"

static const blz_suite *const tested = &blz_suite_ed25519_signature_2020;

START_TEST(the_keys_it_takes)
{
    expect_ed25519(tested);
}
END_TEST

START_TEST(its_proofs_verify_and_notice_changes)
{
    expect_signs(tested, BLZ_KEY_ED25519);
}
END_TEST

START_TEST(the_context_of_the_proof_is_not_put_into_the_document)
{
    expect_context_apart(tested, BLZ_KEY_ED25519, BLZ_ED25519_2020_CONTEXT);
}
END_TEST

START_TEST(the_type_is_the_suite)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = document_of(tested, key);
    json_t *proof = json_array_get(json_object_get(document, "proof"), 0);
    ck_assert_str_eq(tested->type, tested->name);
    ck_assert_ptr_null(json_object_get(proof, "cryptosuite"));
    json_object_set_new(proof, "type", json_string(BLZ_DATA_INTEGRITY_PROOF));
    json_object_set_new(proof, "cryptosuite", json_string("eddsa-rdfc-2022"));
    ck_assert_str_ne(outcome_of(document, 0, key), "verified");
}
END_TEST

UNIT_MAIN("credential/suite_ed25519_signature_2020", the_keys_it_takes, its_proofs_verify_and_notice_changes,
          the_context_of_the_proof_is_not_put_into_the_document, the_type_is_the_suite)
