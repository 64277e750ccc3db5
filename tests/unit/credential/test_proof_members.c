#include "unit/credential/proofs.h"

/* The answer to a proof in which one member is another JSON value (NULL: not there). */
static const char *with(const char *member, const char *value)
{
    static char text[1000];
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    json_auto_t *document = signed_with("{\"name\": \"A\"}", PROOF("eddsa-jcs-2022", ""), key);
    json_t *proof = json_array_get(json_object_get(document, "proof"), 0);
    if (value)
        json_object_set_new(proof, member, json_loads(value, JSON_DECODE_ANY, NULL));
    else
        json_object_del(proof, member);
    snprintf(text, sizeof text, "%s", outcome_of(document, 0, key));
    return text;
}

START_TEST(what_must_be_there_is_missed)
{
    ck_assert_str_eq(with("verificationMethod", NULL),
                     "not valid, /proof/0: the proof has no \"verificationMethod\"");
    ck_assert_str_eq(with("proofPurpose", NULL), "not valid, /proof/0: the proof has no \"proofPurpose\"");
    ck_assert_str_eq(with("proofValue", NULL), "not valid, /proof/0: the proof has no \"proofValue\"");
    ck_assert_ptr_nonnull(strstr(with("created", NULL), "the signature does not match"));
}
END_TEST

#define DATE "cannot be used: it is not a date and time with a time zone, as 2026-01-31T00:00:00Z"

START_TEST(members_are_what_they_have_to_be)
{
    static const char *const table[][3] = {
        {"verificationMethod", "7",
         "verificationMethod: \"verificationMethod\" of the proof cannot be used: it is not a text"},
        {"proofPurpose", "[\"assertionMethod\"]",
         "proofPurpose: \"proofPurpose\" of the proof cannot be used: it is not a text"},
        {"proofValue", "7", "proofValue: the proof value is no signature: it is not a text"},
        {"id", "7",
         "id: \"id\" of the proof cannot be used: it is not a URL, as urn:uuid: and a random UUID"},
        {"id", "\"proof-1\"",
         "id: \"id\" of the proof cannot be used: it is not a URL, as urn:uuid: and a random UUID"},
        {"created", "1767225600", "created: \"created\" of the proof " DATE},
        {"created", "\"2026-01-01\"", "created: \"created\" of the proof " DATE},
        {"created", "\"2026-01-01T00:00:00\"", "created: \"created\" of the proof " DATE},
        {"created", "\"2026-02-30T00:00:00Z\"", "created: \"created\" of the proof " DATE},
        {"created", "[\"2026-01-01T00:00:00Z\"]", "created: \"created\" of the proof " DATE},
        {"expires", "\"soon\"", "expires: \"expires\" of the proof " DATE},
        {"expires", "null", "expires: \"expires\" of the proof " DATE},
        {"domain", "{}",
         "domain: \"domain\" of the proof cannot be used: it is neither a text nor a list of texts"},
        {"domain", "[\"a\", 1]",
         "domain: \"domain\" of the proof cannot be used: it is neither a text nor a list of texts"},
        {"challenge", "1", "challenge: \"challenge\" of the proof cannot be used: it is not a text"},
        {"nonce", "[]", "nonce: \"nonce\" of the proof cannot be used: it is not a text"},
        {"previousProof", "true",
         "previousProof: \"previousProof\" of the proof cannot be used: it is neither a text nor a list of "
         "texts"},
        {"previousProof", "[{}]",
         "previousProof: \"previousProof\" of the proof cannot be used: it is neither a text nor a list of "
         "texts"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(table); i++) {
        char expected[300];
        snprintf(expected, sizeof expected, "not valid, /proof/0/%s", table[i][2]);
        ck_assert_str_eq(with(table[i][0], table[i][1]), expected);
    }
    ck_assert_ptr_nonnull(strstr(with("created", "\"2026-01-01T01:00:00.5+01:00\""), "does not match"));
    ck_assert_ptr_nonnull(strstr(with("domain", "[\"a\", \"b\"]"), "does not match"));
}
END_TEST

#define VALUE "not valid, /proof/0/proofValue: the proof value is no signature: "

START_TEST(the_value_is_base58_of_the_right_length)
{
    char text[6000];
    ck_assert_str_eq(with("proofValue", "\"\""),
                     VALUE "it does not start with \"z\", which stands for base58 without padding");
    ck_assert_str_eq(with("proofValue", "\"uAAAA\""),
                     VALUE "it does not start with \"z\", which stands for base58 without padding");
    ck_assert_str_eq(with("proofValue", "\"z0OIl\""), VALUE "it has characters that base58 does not have");
    ck_assert_str_eq(with("proofValue", "\"z\""), VALUE "it has 0 bytes, and one of this key has 64");
    ck_assert_str_eq(with("proofValue", "\"z2\""), VALUE "it has 1 bytes, and one of this key has 64");
    memset(text, '1', sizeof text);
    memcpy(text, "\"z", 2);
    memcpy(text + 2 + 63, "\"", 2);
    ck_assert_str_eq(with("proofValue", text), VALUE "it has 63 bytes, and one of this key has 64");
    memcpy(text + 2 + 63, "111\"", 5);
    ck_assert_str_eq(with("proofValue", text), VALUE "it has 66 bytes, and one of this key has 64");
    memcpy(text + 2 + 63, "1\"", 3);
    ck_assert_ptr_nonnull(strstr(with("proofValue", text), "the signature does not match"));
    memset(text + 2, '2', 5000);
    memcpy(text + 5002, "\"", 2);
    ck_assert_str_eq(with("proofValue", text), VALUE "it is far too long");
}
END_TEST

UNIT_MAIN("credential/proof_members", what_must_be_there_is_missed, members_are_what_they_have_to_be,
          the_value_is_base58_of_the_right_length)
