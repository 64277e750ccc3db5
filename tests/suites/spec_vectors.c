/* The signing examples of Open Badges 3.0 and of the Comprehensive Learner Record 2.0: from the document to
 * the canonical forms of the suite, and on to the digests and the proof value that the specification prints
 * for its published key. */

#include "suites/vector.h"

#define ISSUER "https://example.edu/issuers/565049"
#define MULTIKEY "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"

static const char secret_hex[] = "6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4";

static const char options_text[] =
    "{\"type\": \"DataIntegrityProof\", \"created\": \"2010-01-01T19:23:24Z\", "
    "\"verificationMethod\": \"" ISSUER "#" MULTIKEY "\", \"cryptosuite\": \"eddsa-rdfc-2022\", "
    "\"proofPurpose\": \"assertionMethod\"}";

static const struct example {
    const char *folder, *document, *document_hash, *options_hash, *value;
} examples[] = {
    {"obv3p0", "tests/suites/spec_vectors/badge.json",
     "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773",
     "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19",
     "z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr"},
    {"clrv2p0", "tests/suites/spec_vectors/record.json",
     "768d7015ae69e0210e1c2a45194d9c1d15d7a6022e52b946574a2a27f6fa85fe",
     "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19",
     "zF52sU1nfPAjcwCqtgxPNSor6SJnAzRBwZW5VNQXPt8xXCHkd39sgqj32DnMjhFCzbyHsLkhQ8HpBqQTkMgXy329"},
};

typedef blz_status writer(blz_proof_run *run, blz_hash hash, blz_buf *out);

static void check_text(vectors *run, const struct example *example, blz_proof_run *proof, writer *write,
                       const char *file, const char *hex)
{
    char path[100], found[BLZ_DIGEST_HEX_MAX] = "";
    snprintf(path, sizeof path, "%s/%s", example->folder, file);
    char *text = vector_text(run, path);
    BLZ_SCOPED(blz_buf) own = BLZ_BUF(BLZ_BUF_MAX);
    blz_status status = write(proof, BLZ_HASH_SHA256, &own);
    expect(run, status == BLZ_OK && strcmp(own.data, text) == 0, "%s", path);
    if (status == BLZ_OK) status = blz_digest_hex(found, BLZ_HASH_SHA256, own.data, own.length);
    expect(run, status == BLZ_OK && strcmp(found, hex) == 0, "%s: its hash", path);
    free(text);
}

static void check(vectors *run, const struct example *example, const blz_key *key)
{
    json_auto_t *document = json_load_file(example->document, 0, NULL);
    json_auto_t *options = json_loads(options_text, 0, NULL);
    json_auto_t *made = NULL;
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    if (blz_integrity_open(&sealed, run->ctx, document) != BLZ_OK) return;
    blz_proof_run proof = {
        .sealed = sealed, .proof = options, .suite = blz_suite_of(options), .fault = &fault};
    check_text(run, example, &proof, blz_proof_document_text, "document-canon.txt", example->document_hash);
    check_text(run, example, &proof, blz_proof_options_text, "proof-canon.txt", example->options_hash);
    blz_status status = blz_integrity_sign(&made, sealed, options, key, &fault);
    const char *value = json_string_value(json_object_get(made, "proofValue"));
    expect(run, status == BLZ_OK && strcmp(value, example->value) == 0, "%s: the proof value",
           example->folder);
    json_object_set(document, "proof", made);
    BLZ_AUTO(blz_integrity) whole = NULL;
    expect(run,
           blz_integrity_open(&whole, run->ctx, document) == BLZ_OK &&
               blz_integrity_verify(whole, 0, key, NULL) == BLZ_OK,
           "%s: verify", example->folder);
}

/* The seed of the published key, as the suites write secret keys. */
static blz_key *published_key(void)
{
    uint8_t bytes[34] = {0x80, 0x26};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(100);
    from_hex(bytes + 2, secret_hex, 32);
    if (blz_multibase_encode(&text, 'z', bytes, sizeof bytes) != BLZ_OK) exit(EXIT_FAILURE);
    return key_of_pair(MULTIKEY, text.data);
}

int main(void)
{
    vectors run = {0};
    suite_folder(run.folder, sizeof run.folder, "open-badges/spec-vectors");
    if (blz_ctx_new(&run.ctx) != BLZ_OK) return EXIT_FAILURE;
    BLZ_AUTO(blz_key) key = published_key();
    for (size_t i = 0; i < BLZ_COUNT_OF(examples); i++)
        check(&run, &examples[i], key);
    blz_ctx_free(run.ctx);
    return suite_result("open-badges spec-vectors", run.passed, run.failed, 12);
}
