#include "unit/credential/suite.h"

static const blz_suite *const tested = &blz_suite_ecdsa_rdfc_2019;

START_TEST(the_keys_it_takes)
{
    expect_ecdsa(tested);
}
END_TEST

START_TEST(its_proofs_verify_and_notice_changes)
{
    expect_signs(tested, BLZ_KEY_P256);
    expect_signs(tested, BLZ_KEY_P384);
}
END_TEST

START_TEST(the_context_of_the_proof_is_not_put_into_the_document)
{
    expect_context_apart(tested, BLZ_KEY_P384, BLZ_DI2_CONTEXT);
}
END_TEST

UNIT_MAIN("credential/suite_ecdsa_rdfc_2019", the_keys_it_takes, its_proofs_verify_and_notice_changes,
          the_context_of_the_proof_is_not_put_into_the_document)
