#include "unit/credential/proofs.h"

#include "crypto/sign.h"

/* The text of the options or of the document for a proof that is not in it; an error as its name. */
static char *text_for(const char *document_text, const char *options_text, bool options)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(100000);
    json_auto_t *document = json_of(document_text);
    json_auto_t *proof = json_of(options_text);
    blz_integrity_fault fault = {0};
    char *out = NULL;
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    blz_proof_run run = {.sealed = sealed,
                         .proof = proof,
                         .suite = blz_suite_of(proof),
                         .before = blz_proof_named(sealed, json_object_get(proof, "previousProof")),
                         .index = sealed->count,
                         .fault = &fault};
    blz_status status = options ? blz_proof_options_text(&run, BLZ_HASH_SHA256, &text)
                                : blz_proof_document_text(&run, BLZ_HASH_SHA256, &text);
    if (status != BLZ_OK) {
        text.length = 0;
        blz_buf_printf(&text, "%s, %s: %s", blz_status_text(status), fault.pointer, fault.message);
    }
    ck_assert_ok(blz_buf_take(&text, &out, NULL));
    return out;
}

static void expect_text(const char *document, const char *options_text, bool options, const char *expected)
{
    BLZ_AUTO(blz_text) text = text_for(document, options_text, options);
    ck_assert_str_eq(text, expected);
}

#define DIP(suite, rest) "{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"" suite "\"" rest "}"

START_TEST(the_options_over_json_are_all_but_the_value)
{
    expect_text("{\"@context\": \"urn:a\", \"name\": 1.0}",
                DIP("eddsa-jcs-2022", ", \"proofValue\": \"z1\", \"@context\": \"urn:a\", \"nonce\": \"1\""),
                true,
                "{\"@context\":\"urn:a\",\"cryptosuite\":\"eddsa-jcs-2022\",\"nonce\":\"1\",\"type\":"
                "\"DataIntegrityProof\"}");
}
END_TEST

START_TEST(the_document_over_json_has_the_context_of_the_proof)
{
    static const char document[] = "{\"@context\": [\"urn:a\", \"urn:b\"], \"proof\": 1, \"name\": 1.0}";
    static const char other[] = "not valid, /proof/@context: the document does not start with the contexts "
                                "with which the proof says that it was signed";
    expect_text(document, DIP("eddsa-jcs-2022", ""), false,
                "{\"@context\":[\"urn:a\",\"urn:b\"],\"name\":1}");
    expect_text(document, DIP("eddsa-jcs-2022", ", \"@context\": [\"urn:a\", \"urn:b\"]"), false,
                "{\"@context\":[\"urn:a\",\"urn:b\"],\"name\":1}");
    expect_text(document, DIP("eddsa-jcs-2022", ", \"@context\": [\"urn:a\"]"), false,
                "{\"@context\":[\"urn:a\"],\"name\":1}");
    expect_text(document, DIP("eddsa-jcs-2022", ", \"@context\": \"urn:a\""), false,
                "{\"@context\":\"urn:a\",\"name\":1}");
    expect_text(document, DIP("eddsa-jcs-2022", ", \"@context\": [\"urn:b\"]"), false, other);
    expect_text(document, DIP("eddsa-jcs-2022", ", \"@context\": [\"urn:b\", \"urn:a\"]"), false, other);
    expect_text(document, DIP("eddsa-jcs-2022", ", \"@context\": [\"urn:a\", \"urn:b\", \"urn:c\"]"), false,
                other);
    expect_text("{\"name\": 1}", DIP("eddsa-jcs-2022", ", \"@context\": \"urn:a\""), false, other);
    expect_text("{\"@context\": \"urn:a\"}", DIP("eddsa-jcs-2022", ", \"@context\": [\"urn:a\"]"), false,
                "{\"@context\":[\"urn:a\"]}");
}
END_TEST

START_TEST(the_previous_proofs_are_part_of_the_document)
{
    expect_text("{\"proof\": [{\"id\": \"urn:2\", \"proofValue\": \"z\"}, {\"id\": \"urn:3\"}, {\"id\": "
                "\"urn:1\"}], \"name\": \"A\"}",
                DIP("eddsa-jcs-2022", ", \"previousProof\": [\"urn:1\", \"urn:2\"]"), false,
                "{\"name\":\"A\",\"proof\":[{\"id\":\"urn:2\",\"proofValue\":\"z\"},{\"id\":\"urn:1\"}]}");
}
END_TEST

#define TYPE "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#"
#define SUITE(name)                                                                                          \
    "_:c14n0 <https://w3id.org/security#cryptosuite> \"" name                                                \
    "\"^^<https://w3id.org/security#cryptosuiteString> .\n"

START_TEST(options_have_the_contexts_of_the_document)
{
    static const char expected[] = TYPE "DataIntegrityProof> .\n" SUITE("eddsa-rdfc-2022");
    static const char *const documents[] = {
        "{\"@context\": \"" BLZ_VC2_CONTEXT "\"}",
        "{\"@context\": [\"" BLZ_VC2_CONTEXT "\", \"" BLZ_OB3_CONTEXT "\"]}",
        "{\"@context\": [\"" BLZ_VC1_CONTEXT "\", \"" BLZ_DI1_CONTEXT "\"]}",
        "{\"@context\": [\"" BLZ_VC1_CONTEXT "\", \"" BLZ_DI2_CONTEXT "\"]}",
        "{\"@context\": [\"" BLZ_VC1_CONTEXT "\"]}",
        "{\"@context\": \"" BLZ_VC1_CONTEXT "\"}",
        "{}",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(documents); i++)
        expect_text(documents[i],
                    DIP("eddsa-rdfc-2022", ", \"@context\": {\"nonce\": \"urn:x\"}, \"proofValue\": \"z1\""),
                    true,
                    i == 2 ? TYPE "DataIntegrityProof> .\n"
                                  "_:c14n0 <https://w3id.org/security#cryptosuite> \"eddsa-rdfc-2022\" .\n"
                           : expected);
}
END_TEST

START_TEST(ed25519signature2020_has_a_context_of_its_own)
{
    static const char *const documents[] = {
        "{\"@context\": [\"" BLZ_VC2_CONTEXT "\"]}",
        "{\"@context\": [\"" BLZ_VC1_CONTEXT "\", \"" BLZ_ED25519_2020_CONTEXT "\"]}",
        "{\"@context\": \"" BLZ_VC1_CONTEXT "\"}",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(documents); i++)
        expect_text(documents[i], "{\"type\": \"Ed25519Signature2020\"}", true,
                    TYPE "Ed25519Signature2020> .\n");
}
END_TEST

START_TEST(faults_of_json_ld_lead_to_the_proof)
{
    expect_text("{\"@context\": \"" BLZ_VC2_CONTEXT "\"}", DIP("eddsa-rdfc-2022", ", \"colour\": \"green\""),
                true,
                "not valid, /proof/colour: no context defines \"colour\" here; is it misspelt, or is its "
                "context missing from \"@context\"?");
    BLZ_AUTO(blz_text) missing =
        text_for("{\"@context\": [\"https://example.org/\"]}", DIP("eddsa-rdfc-2022", ""), true);
    ck_assert_msg(strstr(missing, "not found, /@context: ") == missing, "%s", missing);
    BLZ_AUTO(blz_text) before = text_for(
        "{\"@context\": \"" BLZ_VC2_CONTEXT "\", \"type\": \"VerifiableCredential\", \"proof\": [{\"type\": "
        "\"DataIntegrityProof\", \"id\": \"urn:x:1\", \"colour\": \"green\"}]}",
        DIP("eddsa-rdfc-2022", ", \"previousProof\": \"urn:x:1\""), false);
    ck_assert_msg(strstr(before, "not valid, /proof/1: no context defines \"colour\"") == before, "%s",
                  before);
}
END_TEST

START_TEST(directions_are_signed)
{
    expect_text("{\"@context\": {\"id\": \"@id\", \"name\": {\"@id\": \"urn:name\", \"@direction\": \"rtl\", "
                "\"@language\": "
                "\"ar\"}}, \"id\": \"urn:x\", \"name\": \"a\"}",
                DIP("eddsa-rdfc-2022", ""), false,
                "<urn:x> <urn:name> \"a\"^^<https://www.w3.org/ns/i18n#ar_rtl> .\n");
}
END_TEST

/* Options first, and each suite with the digest of its key. */
START_TEST(both_digests_are_signed)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *document = json_of("{\"name\": \"A\"}");
    json_auto_t *proof = json_of(DIP("ecdsa-jcs-2019", ""));
    blz_integrity_fault fault = {0};
    uint8_t data[BLZ_HASH_DATA_MAX], expected[BLZ_DIGEST_MAX];
    size_t size = 0;
    static const char options[] = "{\"cryptosuite\":\"ecdsa-jcs-2019\",\"type\":\"DataIntegrityProof\"}";
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    blz_proof_run run = {.sealed = sealed, .proof = proof, .suite = blz_suite_of(proof), .fault = &fault};
    for (blz_hash hash = BLZ_HASH_SHA256; hash <= BLZ_HASH_SHA384; hash++) {
        for (int again = 0; again < 2; again++) {
            size_t half = blz_digest_size(hash);
            ck_assert_ok(blz_proof_hash(&run, hash, data, &size));
            ck_assert_uint_eq(size, 2 * half);
            ck_assert_ok(blz_digest(expected, hash, options, strlen(options)));
            ck_assert_mem_eq(data, expected, half);
            ck_assert_ok(blz_digest(expected, hash, "{\"name\":\"A\"}", 12));
            ck_assert_mem_eq(data + half, expected, half);
        }
    }
}
END_TEST

UNIT_MAIN("credential/proof_hash", the_options_over_json_are_all_but_the_value,
          the_document_over_json_has_the_context_of_the_proof, the_previous_proofs_are_part_of_the_document,
          options_have_the_contexts_of_the_document, ed25519signature2020_has_a_context_of_its_own,
          faults_of_json_ld_lead_to_the_proof, directions_are_signed, both_digests_are_signed)
