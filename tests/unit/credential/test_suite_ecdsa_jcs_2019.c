#include "unit/credential/suite.h"

static const blz_suite *const tested = &blz_suite_ecdsa_jcs_2019;

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

/* RFC 8785 keeps the contexts as they are: the proof repeats them (3.3.1). */
START_TEST(the_proof_repeats_the_contexts_of_the_document)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P256, 1);
    json_auto_t *document = document_of(tested, key);
    json_t *proof = json_array_get(json_object_get(document, "proof"), 0);
    ck_assert_ptr_null(tested->context);
    ck_assert(json_equal(json_object_get(proof, "@context"), json_object_get(document, "@context")));
}
END_TEST

UNIT_MAIN("credential/suite_ecdsa_jcs_2019", the_keys_it_takes, its_proofs_verify_and_notice_changes,
          the_proof_repeats_the_contexts_of_the_document)
