#include "unit/credential/suite.h"

static const blz_suite *const tested = &blz_suite_ecdsa_rdfc_2019;

START_TEST(the_keys_it_takes)
{
    expect_takes(tested, BLZ_KEY_P256, true, BLZ_HASH_SHA256);
    expect_takes(tested, BLZ_KEY_P384, true, BLZ_HASH_SHA384);
    expect_takes(tested, BLZ_KEY_ED25519, false, BLZ_HASH_SHA256);
    expect_takes(tested, BLZ_KEY_RSA, false, BLZ_HASH_SHA256);
    expect_refuses(tested, BLZ_KEY_P384, BLZ_KEY_ED25519);
}
END_TEST

START_TEST(its_proofs_verify_and_notice_changes)
{
    expect_signs(tested, BLZ_KEY_P256);
    expect_signs(tested, BLZ_KEY_P384);
}
END_TEST

/* The document does not name the context that defines the proof, and is not changed. */
START_TEST(the_context_of_the_proof_is_not_put_into_the_document)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P384, 1);
    json_auto_t *document = document_of(tested, key);
    ck_assert_str_eq(tested->context, BLZ_DI2_CONTEXT);
    ck_assert(!blz_context_names(json_object_get(document, "@context"), tested->context));
    ck_assert_ptr_null(json_object_get(json_array_get(json_object_get(document, "proof"), 0), "@context"));
}
END_TEST

UNIT_MAIN("credential/suite_ecdsa_rdfc_2019", the_keys_it_takes, its_proofs_verify_and_notice_changes,
          the_context_of_the_proof_is_not_put_into_the_document)
