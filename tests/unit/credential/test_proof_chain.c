#include "unit/credential/proofs.h"

#define ONE "\"id\": \"urn:x:1\""
#define TWO "\"id\": \"urn:x:2\""
#define AFTER(list) ", \"previousProof\": " list

/* Three proofs over JSON: two side by side, one upon both. */
static json_t *chain(const blz_key *key)
{
    json_t *document = signed_with("{\"name\": \"A\"}", PROOF("eddsa-jcs-2022", ", " ONE), key);
    add_proof(document, PROOF("eddsa-jcs-2022", ", " TWO), key);
    add_proof(document, PROOF("eddsa-jcs-2022", AFTER("[\"urn:x:2\", \"urn:x:1\"]")), key);
    return document;
}

START_TEST(a_chain_holds_while_nothing_before_is_changed)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = chain(key);
    json_t *list = json_object_get(document, "proof");
    for (size_t i = 0; i < 3; i++)
        ck_assert_str_eq(outcome_of(document, i, key), "verified");
    json_object_set_new(json_array_get(list, 1), "nonce", json_string("1"));
    ck_assert_ptr_nonnull(strstr(outcome_of(document, 1, key), "does not match"));
    ck_assert_ptr_nonnull(strstr(outcome_of(document, 2, key), "does not match"));
    ck_assert_str_eq(outcome_of(document, 0, key), "verified");
}
END_TEST

START_TEST(what_is_built_on_is_shown)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *document = chain(key);
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    ck_assert_uint_eq(blz_integrity_at(sealed, 1)->previous, 0);
    ck_assert_uint_eq(blz_integrity_at(sealed, 2)->previous, 3);
    BLZ_AUTO(blz_integrity) longer = NULL;
    json_object_set_new(json_array_get(json_object_get(document, "proof"), 2), "id", json_string("urn:x:3"));
    json_array_append_new(json_object_get(document, "proof"),
                          json_of(PROOF("eddsa-jcs-2022", AFTER("\"urn:x:3\""))));
    ck_assert_ok(blz_integrity_open(&longer, ctx, document));
    ck_assert_uint_eq(blz_integrity_at(longer, 3)->previous, 7);
}
END_TEST

START_TEST(one_before_is_as_good_as_a_list_of_one)
{
    static const char *const suites[] = {PROOF("eddsa-rdfc-2022", AFTER("\"urn:x:1\"")),
                                         PROOF("eddsa-rdfc-2022", AFTER("[\"urn:x:1\"]")),
                                         PROOF("eddsa-rdfc-2022", AFTER("[]"))};
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    for (size_t i = 0; i < BLZ_COUNT_OF(suites); i++) {
        json_auto_t *document = signed_with(small_document, PROOF("eddsa-rdfc-2022", ", " ONE), key);
        add_proof(document, suites[i], key);
        ck_assert_str_eq(outcome_of(document, 0, key), "verified");
        ck_assert_str_eq(outcome_of(document, 1, key), "verified");
    }
}
END_TEST

/* Each of them asks for a canonical form of its own, however large the document is. */
START_TEST(few_may_build_on_others_over_rdf)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = signed_with(small_document, PROOF("eddsa-rdfc-2022", ", " ONE), key);
    for (int i = 0; i < BLZ_PROOFS_REWRITTEN_MAX; i++)
        add_proof(document, PROOF("eddsa-rdfc-2022", AFTER("\"urn:x:1\"")), key);
    json_t *list = json_object_get(document, "proof");
    json_array_append_new(list, json_deep_copy(json_array_get(list, 1)));
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    for (size_t i = 0; i < json_array_size(list); i++) {
        bool last = i + 1 == json_array_size(list);
        ck_assert_int_eq(blz_integrity_verify(sealed, i, key, NULL), last ? BLZ_ERR_LIMIT : BLZ_OK);
    }
}
END_TEST

static const char *answer(const char *proofs, size_t index)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = json_object();
    json_object_set_new(document, "proof", json_of(proofs));
    return outcome_of(document, index, key);
}

START_TEST(chains_that_lead_nowhere_are_refused)
{
    ck_assert_str_eq(answer("[" PROOF("eddsa-jcs-2022", AFTER("\"urn:x:1\"")) "]", 0),
                     "not valid, /proof/0/previousProof: the proof builds on the proof \"urn:x:1\", which is "
                     "not there");
    ck_assert_str_eq(answer("[" PROOF("eddsa-jcs-2022", AFTER("[\"urn:x:2\", \"urn:x:1\"]")) ", " PROOF(
                                "eddsa-jcs-2022", ", " TWO) "]",
                            0),
                     "not valid, /proof/0/previousProof: the proof builds on the proof \"urn:x:1\", which is "
                     "not there");
}
END_TEST

START_TEST(rings_are_refused)
{
    static const char self[] = "[" PROOF("eddsa-jcs-2022", ", " ONE AFTER("\"urn:x:1\"")) "]";
    static const char two[] = "[" PROOF("eddsa-jcs-2022", ", " ONE AFTER("\"urn:x:2\"")) ", " PROOF(
        "eddsa-jcs-2022", ", " TWO AFTER("[\"urn:x:1\"]")) ", " PROOF("eddsa-jcs-2022",
                                                                      AFTER("\"urn:x:1\"")) "]";
    static const char ring[] = "previousProof: the proof builds on itself, by way of the proofs before it";
    ck_assert_ptr_nonnull(strstr(answer(self, 0), ring));
    ck_assert_ptr_nonnull(strstr(answer(two, 0), ring));
    ck_assert_ptr_nonnull(strstr(answer(two, 1), ring));
    ck_assert_str_eq(answer(two, 2), "not valid, /proof/2: the proof has no \"proofValue\"");
}
END_TEST

START_TEST(an_id_is_for_one_proof)
{
    static const char twice[] = "[" PROOF("eddsa-jcs-2022", ", " ONE) ", " PROOF(
        "eddsa-jcs-2022", ", " ONE) ", " PROOF("eddsa-jcs-2022", AFTER("\"urn:x:1\"")) "]";
    ck_assert_str_eq(answer(twice, 0), "not valid, /proof/0/id: another proof has the same id \"urn:x:1\"");
    ck_assert_str_eq(answer(twice, 1), "not valid, /proof/1/id: another proof has the same id \"urn:x:1\"");
    ck_assert_str_eq(answer(twice, 2), "not valid, /proof/2/previousProof: the proof builds on the proof "
                                       "\"urn:x:1\", and two have that id");
}
END_TEST

START_TEST(a_list_is_not_read_without_end)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = json_of("{\"proof\": [" PROOF("eddsa-jcs-2022", "") "]}");
    json_t *list = json_array();
    for (size_t i = 0; i <= BLZ_PROOFS_MAX; i++)
        json_array_append_new(list, json_string("urn:x:1"));
    json_object_set_new(json_array_get(json_object_get(document, "proof"), 0), "previousProof", list);
    ck_assert_str_eq(outcome_of(document, 0, key),
                     "not valid, /proof/0/previousProof: the proof builds on more proofs than there are");
}
END_TEST

UNIT_MAIN("credential/proof_chain", a_chain_holds_while_nothing_before_is_changed, what_is_built_on_is_shown,
          one_before_is_as_good_as_a_list_of_one, few_may_build_on_others_over_rdf,
          chains_that_lead_nowhere_are_refused, rings_are_refused, an_id_is_for_one_proof,
          a_list_is_not_read_without_end)
