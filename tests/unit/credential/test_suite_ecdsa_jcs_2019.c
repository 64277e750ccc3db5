#include "unit/credential/suite.h"

static const blz_suite *const tested = &blz_suite_ecdsa_jcs_2019;

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

START_TEST(the_proof_repeats_the_contexts_of_the_document)
{
    expect_context_repeated(tested, BLZ_KEY_P256);
}
END_TEST

UNIT_MAIN("credential/suite_ecdsa_jcs_2019", the_keys_it_takes, its_proofs_verify_and_notice_changes,
          the_proof_repeats_the_contexts_of_the_document)
