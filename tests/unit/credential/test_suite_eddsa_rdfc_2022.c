#include "unit/credential/suite.h"

static const blz_suite *const tested = &blz_suite_eddsa_rdfc_2022;

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
    expect_context_apart(tested, BLZ_KEY_ED25519, BLZ_DI2_CONTEXT);
}
END_TEST

/* The draft's name: such proofs are verified, and no longer made. */
START_TEST(what_it_was_called_as_a_draft)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = json_of(small_document), *wanted = json_of(PROOF("eddsa-2022", ""));
    json_t *proof = NULL;
    blz_integrity_fault fault = {0};
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    ck_assert_int_ne(blz_integrity_sign(&proof, sealed, wanted, key, &fault), BLZ_OK);
    ck_assert_ptr_null(proof);
    ck_assert(blz_suite_eddsa_2022.old && !tested->old);
    ck_assert(blz_suite_eddsa_2022.takes == tested->takes && blz_suite_eddsa_2022.rdf);
    ck_assert_str_eq(blz_suite_eddsa_2022.context, tested->context);
}
END_TEST

UNIT_MAIN("credential/suite_eddsa_rdfc_2022", the_keys_it_takes, its_proofs_verify_and_notice_changes,
          the_context_of_the_proof_is_not_put_into_the_document, what_it_was_called_as_a_draft)
