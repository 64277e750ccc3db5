#include "unit/credential/proofs.h"

START_TEST(a_suite_is_found_by_its_name)
{
    static const char *const names[] = {"eddsa-rdfc-2022", "eddsa-jcs-2022",       "ecdsa-rdfc-2019",
                                        "ecdsa-jcs-2019",  "Ed25519Signature2020", "ecdsa-sd-2023",
                                        "eddsa-2022"};
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        const blz_suite *suite = blz_suite_named(names[i]);
        ck_assert_ptr_nonnull(suite);
        ck_assert_str_eq(suite->name, names[i]);
        ck_assert_int_eq(suite->old, i == 6);
        ck_assert_int_eq(blz_suite_is_made(suite), i < 5);
        ck_assert_int_eq(suite->rdf, strstr(names[i], "jcs") == NULL);
        ck_assert_int_eq(suite->context != NULL, suite->rdf);
        ck_assert_ptr_eq(blz_suite_at(i), i < 5 ? suite : NULL);
    }
    ck_assert_ptr_null(blz_suite_at(BLZ_COUNT_OF(names)));
    ck_assert_ptr_null(blz_suite_named("bbs-2023"));
    ck_assert_ptr_null(blz_suite_named("DataIntegrityProof"));
}
END_TEST

static const blz_suite *suite_of(const char *text)
{
    json_auto_t *proof = json_of(text);
    return blz_suite_of(proof);
}

START_TEST(a_proof_names_its_suite_by_type_and_cryptosuite)
{
    ck_assert_ptr_eq(suite_of("{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"ecdsa-jcs-2019\"}"),
                     &blz_suite_ecdsa_jcs_2019);
    ck_assert_ptr_eq(suite_of("{\"type\": \"Ed25519Signature2020\"}"), &blz_suite_ed25519_signature_2020);
    ck_assert_ptr_eq(suite_of("{\"type\": \"Ed25519Signature2020\", \"cryptosuite\": \"eddsa-jcs-2022\"}"),
                     &blz_suite_ed25519_signature_2020);
    static const char *const others[] = {
        "{}",
        "[]",
        "{\"type\": \"DataIntegrityProof\"}",
        "{\"type\": \"DataIntegrityProof\", \"cryptosuite\": 1}",
        "{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"Ed25519Signature2020\"}",
        "{\"type\": [\"DataIntegrityProof\"], \"cryptosuite\": \"eddsa-jcs-2022\"}",
        "{\"type\": \"eddsa-rdfc-2022\"}",
        "{\"type\": \"eddsa-rdfc-2022\", \"cryptosuite\": \"eddsa-rdfc-2022\"}",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        ck_assert_msg(suite_of(others[i]) == NULL, "%s", others[i]);
}
END_TEST

START_TEST(the_key_decides_on_suite_and_hash)
{
    static const struct {
        blz_key_type type;
        const blz_suite *suite;
        blz_hash hash;
    } table[] = {{BLZ_KEY_ED25519, &blz_suite_eddsa_rdfc_2022, BLZ_HASH_SHA256},
                 {BLZ_KEY_P256, &blz_suite_ecdsa_rdfc_2019, BLZ_HASH_SHA256},
                 {BLZ_KEY_P384, &blz_suite_ecdsa_rdfc_2019, BLZ_HASH_SHA384},
                 {BLZ_KEY_RSA, NULL, BLZ_HASH_SHA256}};
    for (size_t i = 0; i < BLZ_COUNT_OF(table); i++) {
        BLZ_AUTO(blz_key) key = key_of(table[i].type, 1);
        blz_hash hash = BLZ_HASH_MD5;
        ck_assert_ptr_eq(blz_suite_for(key), table[i].suite);
        if (!table[i].suite) continue;
        ck_assert(table[i].suite->takes(&hash, key));
        ck_assert_int_eq(hash, table[i].hash);
    }
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P256, 1);
    blz_hash hash = BLZ_HASH_SHA256;
    ck_assert(!blz_suite_eddsa_jcs_2022.takes(&hash, key));
    ck_assert(blz_suite_ecdsa_jcs_2019.takes(&hash, key));
}
END_TEST

START_TEST(a_context_is_one_or_a_list)
{
    json_auto_t *one = json_string("urn:a");
    json_auto_t *list = json_of("[{\"a\": 1}, \"urn:b\", \"urn:a\"]");
    ck_assert(blz_context_names(one, "urn:a"));
    ck_assert(!blz_context_names(one, "urn:b"));
    ck_assert(blz_context_names(list, "urn:a"));
    ck_assert(!blz_context_names(list, "urn:c"));
    ck_assert(!blz_context_names(NULL, "urn:a"));
}
END_TEST

UNIT_MAIN("credential/suites", a_suite_is_found_by_its_name, a_proof_names_its_suite_by_type_and_cryptosuite,
          the_key_decides_on_suite_and_hash, a_context_is_one_or_a_list)
