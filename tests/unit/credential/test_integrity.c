#include "unit/credential/proofs.h"

#define JCS PROOF("eddsa-jcs-2022", "")

START_TEST(a_document_shows_its_proofs)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *document = json_of("{\"proof\": [" PROOF(
        "eddsa-2022", ", \"id\": \"urn:x:1\", "
                      "\"expires\": \"2027-01-01T00:00:00Z\", \"domain\": \"d\", "
                      "\"challenge\": \"c\"") ", "
                                              "{\"type\": \"Ed25519Signature2020\", "
                                              "\"previousProof\": \"urn:x:1\"}, "
                                              "{\"type\": \"JsonWebSignature2020\"}, 7]}");
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    ck_assert_uint_eq(blz_integrity_count(sealed), 4);
    const blz_integrity_proof *proof = blz_integrity_at(sealed, 0);
    ck_assert_str_eq(proof->suite, "eddsa-2022");
    ck_assert_str_eq(proof->id, "urn:x:1");
    ck_assert_str_eq(proof->method, "did:example:a#b");
    ck_assert_str_eq(proof->purpose, "assertionMethod");
    ck_assert_str_eq(proof->created, "2026-01-01T00:00:00Z");
    ck_assert_str_eq(proof->expires, "2027-01-01T00:00:00Z");
    ck_assert_str_eq(proof->domain, "d");
    ck_assert_str_eq(proof->challenge, "c");
    ck_assert(proof->known && proof->old && proof->rdf && !proof->previous);
    proof = blz_integrity_at(sealed, 1);
    ck_assert_str_eq(proof->suite, "Ed25519Signature2020");
    ck_assert(proof->known && !proof->old && proof->rdf);
    ck_assert_uint_eq(proof->previous, 1);
    ck_assert_ptr_null(proof->id);
    ck_assert_str_eq(blz_integrity_at(sealed, 2)->suite, "JsonWebSignature2020");
    ck_assert(!blz_integrity_at(sealed, 2)->known);
    ck_assert_ptr_null(blz_integrity_at(sealed, 3)->suite);
    ck_assert_ptr_null(blz_integrity_at(sealed, 4));
}
END_TEST

static size_t count_in(const char *text)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *document = json_of(text);
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    return blz_integrity_count(sealed);
}

START_TEST(proofs_are_counted)
{
    ck_assert_uint_eq(count_in("{}"), 0);
    ck_assert_uint_eq(count_in("[]"), 0);
    ck_assert_uint_eq(count_in("{\"proof\": []}"), 0);
    ck_assert_uint_eq(count_in("{\"proof\": {}}"), 1);
    ck_assert_uint_eq(count_in("{\"proof\": null}"), 1);
    ck_assert_uint_eq(count_in("{\"proof\": [{}, {}]}"), 2);
    blz_integrity_free(NULL);
}
END_TEST

START_TEST(our_own_proofs_verify)
{
    static const struct {
        blz_key_type type;
        const char *options;
    } table[] = {
        {BLZ_KEY_ED25519, PROOF("eddsa-rdfc-2022", "")},
        {BLZ_KEY_ED25519, PROOF("eddsa-jcs-2022", "")},
        {BLZ_KEY_P256, PROOF("ecdsa-rdfc-2019", "")},
        {BLZ_KEY_P256, PROOF("ecdsa-jcs-2019", "")},
        {BLZ_KEY_P384, PROOF("ecdsa-rdfc-2019", "")},
        {BLZ_KEY_P384, PROOF("ecdsa-jcs-2019", "")},
        {BLZ_KEY_ED25519, "{\"type\": \"Ed25519Signature2020\", \"verificationMethod\": \"did:example:a#b\", "
                          "\"proofPurpose\": \"assertionMethod\"}"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(table); i++) {
        BLZ_AUTO(blz_key) key = key_of(table[i].type, 1);
        BLZ_AUTO(blz_key) other = key_of(table[i].type, 99);
        json_auto_t *document = signed_with(small_document, table[i].options, key);
        ck_assert_str_eq(outcome_of(document, 0, key), "verified");
        ck_assert_ptr_nonnull(
            strstr(outcome_of(document, 0, other), "/proof/0/proofValue: the signature does not match"));
        json_object_set_new(document, "name", json_string("Large"));
        ck_assert_ptr_nonnull(strstr(outcome_of(document, 0, key), "the signature does not match"));
    }
}
END_TEST

START_TEST(every_member_of_the_proof_is_signed)
{
    static const char *const suites[] = {"eddsa-rdfc-2022", "eddsa-jcs-2022"};
    for (size_t i = 0; i < BLZ_COUNT_OF(suites); i++) {
        BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
        json_auto_t *document =
            signed_with(small_document, i ? PROOF("eddsa-jcs-2022", "") : PROOF("eddsa-rdfc-2022", ""), key);
        json_t *proof = json_array_get(json_object_get(document, "proof"), 0);
        static const char *const changes[][2] = {{"created", "2026-01-01T00:00:01Z"},
                                                 {"verificationMethod", "did:example:a#c"},
                                                 {"proofPurpose", "authentication"},
                                                 {"expires", "2028-01-01T00:00:00Z"},
                                                 {"nonce", "1"},
                                                 {"id", "urn:example:2"}};
        for (size_t k = 0; k < BLZ_COUNT_OF(changes); k++) {
            json_auto_t *kept = json_incref(json_object_get(proof, changes[k][0]));
            json_object_set_new(proof, changes[k][0], json_string(changes[k][1]));
            ck_assert_ptr_nonnull(strstr(outcome_of(document, 0, key), "the signature does not match"));
            if (kept)
                json_object_set(proof, changes[k][0], kept);
            else
                json_object_del(proof, changes[k][0]);
        }
        ck_assert_str_eq(outcome_of(document, 0, key), "verified");
    }
}
END_TEST

static void refuses(const char *proof, const char *expected)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = json_of(small_document);
    json_object_set_new(document, "proof", json_loads(proof, JSON_DECODE_ANY, NULL));
    ck_assert_str_eq(outcome_of(document, 0, key), expected);
}

START_TEST(what_names_no_suite_is_refused)
{
    refuses("7", "not valid, /proof: the proof is not an object");
    refuses("{}", "not valid, /proof: the proof has no type, or more than one");
    refuses("{\"type\": [\"DataIntegrityProof\"]}",
            "not valid, /proof/type: the proof has no type, or more than one");
    refuses("{\"type\": \"DataIntegrityProof\"}",
            "not valid, /proof: the proof does not say by which suite it was made (\"cryptosuite\")");
    refuses(PROOF("bbs-2023", ""), "not supported by this version, /proof/cryptosuite: the proof was "
                                   "made by the suite \"bbs-2023\", which blazon does not know");
    refuses("{\"type\": \"JsonWebSignature2020\"}",
            "not supported by this version, /proof/type: the proof is of the type "
            "\"JsonWebSignature2020\", which blazon does not know");
}
END_TEST

START_TEST(the_suite_and_the_key_go_together)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P256, 1);
    json_auto_t *document = json_of("{\"proof\": " PROOF("eddsa-jcs-2022", "") "}");
    ck_assert_str_eq(outcome_of(document, 0, key),
                     "not valid, /proof/verificationMethod: the suite eddsa-jcs-2022 goes with an Ed25519 "
                     "key, and this one is P-256");
}
END_TEST

START_TEST(too_many_proofs_are_not_looked_at)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = json_of("{\"proof\": []}");
    json_t *list = json_object_get(document, "proof");
    for (size_t i = 0; i <= BLZ_PROOFS_MAX; i++)
        json_array_append_new(list, json_of(JCS));
    ck_assert_str_eq(outcome_of(document, 63, key),
                     "larger than the limit, /proof/63: the document has more than 64 proofs, so that none "
                     "was looked at");
    json_array_remove(list, 0);
    ck_assert_str_eq(outcome_of(document, 63, key), "not valid, /proof/63: the proof has no \"proofValue\"");
    ck_assert_str_eq(outcome_of(document, 64, key), "wrong use of the library, -: -");
}
END_TEST

START_TEST(a_proof_set_is_verified_one_by_one)
{
    BLZ_AUTO(blz_key) one = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_key) two = key_of(BLZ_KEY_P256, 1);
    json_auto_t *document = signed_with(small_document, PROOF("eddsa-rdfc-2022", ""), one);
    add_proof(document, PROOF("ecdsa-rdfc-2019", ""), two);
    add_proof(document, JCS, one);
    ck_assert_str_eq(outcome_of(document, 0, one), "verified");
    ck_assert_str_eq(outcome_of(document, 1, two), "verified");
    ck_assert_str_eq(outcome_of(document, 2, one), "verified");
    ck_assert_ptr_nonnull(strstr(outcome_of(document, 1, one), "the suite ecdsa-rdfc-2019 goes with"));
    json_array_remove(json_object_get(document, "proof"), 0);
    ck_assert_str_eq(outcome_of(document, 0, two), "verified");
}
END_TEST

START_TEST(what_json_ld_would_drop_is_told)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_integrity) sealed = NULL;
    const blz_ld_fault *fault = NULL;
    json_auto_t *document = signed_with(small_document, PROOF("eddsa-rdfc-2022", ""), key);
    json_object_set_new(document, "colour", json_string("green"));
    ck_assert_ptr_nonnull(strstr(outcome_of(document, 0, key), "not valid, /colour: "));
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    ck_assert_int_eq(blz_integrity_safe(sealed, &fault), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_integrity_safe(sealed, &fault), BLZ_ERR_INVALID);
    ck_assert_str_eq(fault->pointer, "/colour");
    json_object_del(document, "colour");
    BLZ_AUTO(blz_integrity) again = NULL;
    ck_assert_ok(blz_integrity_open(&again, ctx, document));
    ck_assert_ok(blz_integrity_safe(again, &fault));
    ck_assert_ptr_null(fault->code);
}
END_TEST

struct attempt {
    blz_ctx *ctx;
    json_t *document;
    blz_key *key;
};

static blz_status call(void *user)
{
    const struct attempt *attempt = user;
    BLZ_AUTO(blz_integrity) sealed = NULL;
    BLZ_TRY(blz_integrity_open(&sealed, attempt->ctx, attempt->document));
    for (size_t i = 0; i < blz_integrity_count(sealed); i++)
        BLZ_TRY(blz_integrity_verify(sealed, i, attempt->key, NULL));
    return BLZ_OK;
}

static blz_status call_wrong(void *user)
{
    blz_status status = call(user);
    return status == BLZ_ERR_INVALID || status == BLZ_ERR_SIGNATURE ? BLZ_OK : status;
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document =
        signed_with(small_document, PROOF("eddsa-rdfc-2022", ", \"id\": \"urn:example:a\""), key);
    add_proof(document, PROOF("eddsa-jcs-2022", ", \"previousProof\": \"urn:example:a\""), key);
    struct attempt attempt = {ctx, document, key};
    ck_assert_ok(call(&attempt));
    sweep_run(call, &attempt);
    json_object_set_new(document, "name", json_string("Large"));
    sweep_run(call_wrong, &attempt);
    json_object_set_new(document, "colour", json_string("green"));
    sweep_run(call_wrong, &attempt);
}
END_TEST

UNIT_MAIN("credential/integrity", a_document_shows_its_proofs, proofs_are_counted, our_own_proofs_verify,
          every_member_of_the_proof_is_signed, what_names_no_suite_is_refused,
          the_suite_and_the_key_go_together, too_many_proofs_are_not_looked_at,
          a_proof_set_is_verified_one_by_one, what_json_ld_would_drop_is_told, every_allocation_may_fail)
