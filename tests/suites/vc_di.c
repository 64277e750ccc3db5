/* The test vectors of VC-DI-EdDSA and VC-DI-ECDSA: every canonical form, every digest and every signature on
 * the way, proof sets and chains included. The documents called "employ" have a context that is not to be
 * had: of them the canonical form is taken as it is. */

#include "suites/vector.h"

#include "rdf/canon.h"
#include "rdf/nquads.h"

static const struct vector {
    const char *folder, *tail, *suite, *pair;
    bool document; /* its contexts are to be had */
} list[] = {
    {"eddsa/eddsa-rdfc-2022", "DataInt", "eddsa-rdfc-2022", "eddsa/keyPair.json", true},
    {"eddsa/eddsa-rdfc-2022/employ", "DataInt", "eddsa-rdfc-2022", "eddsa/keyPair.json", false},
    {"eddsa/eddsa-jcs-2022", "JCS", "eddsa-jcs-2022", "eddsa/keyPair.json", true},
    {"eddsa/Ed25519Signature2020", "EdSig", "Ed25519Signature2020", "eddsa/keyPair.json", true},
    {"ecdsa/ecdsa-rdfc-2019-p256", "ECDSAP256", "ecdsa-rdfc-2019", "ecdsa/p256KeyPair.json", true},
    {"ecdsa/ecdsa-rdfc-2019-p256/employ", "ECDSAP256", "ecdsa-rdfc-2019", "ecdsa/p256KeyPair.json", false},
    {"ecdsa/ecdsa-rdfc-2019-p384", "ECDSAP384", "ecdsa-rdfc-2019", "ecdsa/p384KeyPair.json", true},
    {"ecdsa/ecdsa-rdfc-2019-p384/employ", "ECDSAP384", "ecdsa-rdfc-2019", "ecdsa/p384KeyPair.json", false},
    {"ecdsa/ecdsa-jcs-2019-p256", "JCSECDSAP256", "ecdsa-jcs-2019", "ecdsa/p256KeyPair.json", true},
    {"ecdsa/ecdsa-jcs-2019-p384", "JCSECDSAP384", "ecdsa-jcs-2019", "ecdsa/p384KeyPair.json", true},
};

/* One of the files of a vector. */
static char *text_of(const vectors *run, const struct vector *v, const char *what, const char *type)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s%s.%s", v->folder, what, v->tail, type);
    char *text = vector_text(run, path);
    return strncmp(what, "canonDoc", 8) == 0 || strncmp(what, "proofCanon", 10) == 0 ? text : trimmed(text);
}

static json_t *json_of(const vectors *run, const struct vector *v, const char *what)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s%s.json", v->folder, what, v->tail);
    return vector_json(run, path);
}

static blz_key *pair_of(const vectors *run, const struct vector *v)
{
    json_auto_t *pair = vector_json(run, v->pair);
    const char *secret = json_string_value(json_object_get(pair, "privateKeyMultibase"));
    if (!secret) secret = json_string_value(json_object_get(pair, "secretKeyMultibase"));
    return key_of_pair(json_string_value(json_object_get(pair, "publicKeyMultibase")), secret);
}

static bool hashes_to(const char *text, blz_hash hash, const char *hex)
{
    char found[BLZ_DIGEST_HEX_MAX];
    return blz_digest_hex(found, hash, text, strlen(text)) == BLZ_OK && strcmp(found, hex) == 0;
}

/* What stands in the files, each taken for itself. */
static void check_files(vectors *run, const struct vector *v, const blz_key *key, blz_hash hash)
{
    char *document = text_of(run, v, "canonDoc", "txt"), *options = text_of(run, v, "proofCanon", "txt");
    char *document_hash = text_of(run, v, "docHash", "txt"),
         *options_hash = text_of(run, v, "proofHash", "txt");
    char *combined = text_of(run, v, "combinedHash", "txt"), *hex = text_of(run, v, "sigHex", "txt");
    char *base58 = text_of(run, v, "sigBTC58", "txt");
    char both[4 * BLZ_DIGEST_MAX + 1];
    snprintf(both, sizeof both, "%s%s", options_hash, document_hash);
    expect(run, hashes_to(document, hash, document_hash), "%s: hash of the document", v->folder);
    expect(run, hashes_to(options, hash, options_hash), "%s: hash of the options", v->folder);
    expect(run, strcmp(both, combined) == 0, "%s: both hashes", v->folder);

    uint8_t data[BLZ_HASH_DATA_MAX];
    char digits[500] = "";
    size_t size = strlen(combined) / 2, signature_size = 0, own_size = 0;
    from_hex(data, combined, size);
    BLZ_AUTO(blz_octet) signature = NULL;
    BLZ_AUTO(blz_octet) own = NULL;
    if (blz_multibase_decode(&signature, &signature_size, base58, strlen(base58)) == BLZ_OK)
        to_hex(digits, signature, signature_size);
    expect(run, strcmp(digits, hex) == 0, "%s: the signature in two forms", v->folder);
    expect(run, blz_verify_signature(key, hash, data, size, signature, signature_size) == BLZ_OK,
           "%s: the signature", v->folder);
    if (blz_key_type_of(key) == BLZ_KEY_ED25519)
        expect(run,
               blz_sign(&own, &own_size, key, hash, data, size) == BLZ_OK && own_size == signature_size &&
                   memcmp(own, signature, own_size) == 0,
               "%s: a signature of our own", v->folder);
    free(document), free(options), free(document_hash), free(options_hash);
    free(combined), free(hex), free(base58);
}

/* The canonical form of what is canonical is itself, names of blank nodes included. */
static void check_canonical(vectors *run, const struct vector *v, blz_hash hash)
{
    char *text = text_of(run, v, "canonDoc", "txt");
    BLZ_SCOPED(blz_dataset) data = {.max_quads = 10000};
    BLZ_SCOPED(blz_buf) again = BLZ_BUF(BLZ_BUF_MAX);
    bool right = blz_nquads_read(&data, text, strlen(text), NULL) == BLZ_OK &&
                 blz_canon_write(&again, NULL, &data, &(blz_canon_options){.hash = hash}) == BLZ_OK &&
                 strcmp(again.data, text) == 0;
    expect(run, right, "%s: the canonical form of the canonical form", v->folder);
    free(text);
}

typedef blz_status writer(blz_proof_run *run, blz_hash hash, blz_buf *out);

static void check_text(vectors *run, const struct vector *v, blz_proof_run *proof, blz_hash hash,
                       writer *write, const char *what)
{
    char *text = text_of(run, v, what, "txt");
    BLZ_SCOPED(blz_buf) own = BLZ_BUF(BLZ_BUF_MAX);
    blz_status status = write(proof, hash, &own);
    expect(run, status == BLZ_OK && strcmp(own.data, text) == 0, "%s: %s", v->folder, what);
    if (status != BLZ_OK) printf("  %s\n", proof->fault->message ? proof->fault->message : "");
    free(text);
}

/* Our own way from the document to the texts. Without its context a document lends the others alone. */
static void check_texts(vectors *run, const struct vector *v, blz_hash hash)
{
    json_auto_t *document = json_of(run, v, "signed");
    json_auto_t *options = json_of(run, v, "proofConfig");
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    if (!v->document) json_array_remove(json_object_get(document, "@context"), 1);
    if (blz_integrity_open(&sealed, run->ctx, document) != BLZ_OK) return;
    blz_proof_run proof = {.sealed = sealed,
                           .proof = options,
                           .suite = blz_suite_of(options),
                           .index = sealed->count,
                           .fault = &fault};
    expect(run, proof.suite && strcmp(proof.suite->name, v->suite) == 0, "%s: the suite", v->folder);
    check_text(run, v, &proof, hash, blz_proof_options_text, "proofCanon");
    if (v->document) check_text(run, v, &proof, hash, blz_proof_document_text, "canonDoc");
}

static blz_status verify(blz_ctx *ctx, const json_t *document, size_t index, const blz_key *key)
{
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    BLZ_TRY(blz_integrity_open(&sealed, ctx, document));
    blz_status status = blz_integrity_verify(sealed, index, key, &fault);
    if (status != BLZ_OK && status != BLZ_ERR_SIGNATURE)
        printf("%s (%s)\n", fault.message ? fault.message : "", fault.pointer ? fault.pointer : "");
    return status;
}

/* The whole, there and back. */
static void check_whole(vectors *run, const struct vector *v, const blz_key *key)
{
    json_auto_t *document = json_of(run, v, "signed");
    json_auto_t *proof = json_incref(json_object_get(document, "proof"));
    json_auto_t *options = json_copy(proof);
    json_auto_t *own = NULL;
    expect(run, verify(run->ctx, document, 0, key) == BLZ_OK, "%s: verify", v->folder);
    json_object_set_new(document, "description", json_string("Another."));
    expect(run, verify(run->ctx, document, 0, key) == BLZ_ERR_SIGNATURE, "%s: a change goes unseen",
           v->folder);
    json_decref(document);
    document = json_of(run, v, "signed");
    json_object_del(document, "proof");
    json_object_del(options, "proofValue");
    json_object_del(options, "@context");
    BLZ_AUTO(blz_integrity) sealed = NULL;
    bool made = blz_integrity_open(&sealed, run->ctx, document) == BLZ_OK &&
                blz_integrity_sign(&own, sealed, options, key, NULL) == BLZ_OK;
    if (blz_key_type_of(key) == BLZ_KEY_ED25519) {
        expect(run, made && json_equal(own, proof), "%s: the same proof", v->folder);
    } else {
        json_object_set(document, "proof", own);
        expect(run, made && verify(run->ctx, document, 0, key) == BLZ_OK, "%s: a proof of our own",
               v->folder);
    }
}

static void check_vector(vectors *run, const struct vector *v)
{
    BLZ_AUTO(blz_key) key = pair_of(run, v);
    const blz_suite *suite = blz_suite_named(v->suite);
    blz_hash hash = BLZ_HASH_SHA256;
    if (!suite || !suite->takes(&hash, key)) {
        printf("%s: no such suite\n", v->suite);
        exit(EXIT_FAILURE);
    }
    check_files(run, v, key, hash);
    if (suite->rdf) check_canonical(run, v, hash);
    check_texts(run, v, hash);
    if (v->document) check_whole(run, v, key);
}

/* Sets and chains: each step adds one proof to the document before it. */

static const struct step {
    const char *before, *options, *proof, *after, *pair;
} steps[] = {
    {"unsigned", "proofSetConfig1", "proofSetConfigSigned1", "signedProofSet1", "keyPair1"},
    {"signedProofSet1", "proofSetConfig2", "proofSetConfigSigned2", "signedProofSet2", "keyPair2"},
    {"signedProofSet2", "proofChainConfig1", "proofChainConfigSigned1", "signedProofChain1", "keyPair3"},
    {"signedProofChain1", "proofChainConfig2", "proofChainConfigSigned2", "signedProofChain2", "keyPair4"},
};

static json_t *chain_json(const vectors *run, const char *name)
{
    char path[200];
    snprintf(path, sizeof path, "eddsa/proof-set-chain/%s.json", name);
    return vector_json(run, path);
}

static void check_step(vectors *run, const struct step *step)
{
    json_auto_t *before = chain_json(run, step->before);
    json_auto_t *after = chain_json(run, step->after);
    json_auto_t *options = chain_json(run, step->options);
    json_auto_t *proof = chain_json(run, step->proof);
    json_auto_t *pairs = chain_json(run, "multiKeyPairs");
    json_auto_t *own = NULL;
    const json_t *pair = json_object_get(pairs, step->pair);
    BLZ_AUTO(blz_key)
    key = key_of_pair(json_string_value(json_object_get(pair, "publicKeyMultibase")),
                      json_string_value(json_object_get(pair, "privateKeyMultibase")));
    BLZ_AUTO(blz_integrity) sealed = NULL;
    BLZ_AUTO(blz_integrity) whole = NULL;
    json_object_del(options, "@context");
    json_object_del(proof, "@context");
    bool made = blz_integrity_open(&sealed, run->ctx, before) == BLZ_OK &&
                blz_integrity_sign(&own, sealed, options, key, NULL) == BLZ_OK;
    expect(run, made && json_equal(own, proof), "%s: the same proof", step->after);
    if (blz_integrity_open(&whole, run->ctx, after) != BLZ_OK) return;
    for (size_t i = 0; i < blz_integrity_count(whole); i++) {
        BLZ_AUTO(blz_key) method = key_of_method(blz_integrity_at(whole, i));
        expect(run, blz_integrity_verify(whole, i, method, NULL) == BLZ_OK, "%s: proof %zu", step->after, i);
    }
}

/* The document that a step of a chain hashes is the one of the vectors. */
static void check_temporary(vectors *run, const char *name, const char *after, size_t index)
{
    json_auto_t *temporary = chain_json(run, name);
    json_auto_t *document = chain_json(run, after);
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    BLZ_SCOPED(blz_buf) own = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) expected = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_dataset) data = {.max_quads = 1000};
    blz_ld_options options = {.safe = true};
    bool right = blz_integrity_open(&sealed, run->ctx, document) == BLZ_OK;
    blz_proof_run proof = {.sealed = sealed,
                           .proof = sealed->entries[index].shown.json,
                           .suite = sealed->entries[index].suite,
                           .before = sealed->entries[index].before,
                           .index = index,
                           .fault = &fault};
    right = right && blz_proof_document_text(&proof, BLZ_HASH_SHA256, &own) == BLZ_OK &&
            blz_ld_to_rdf(&data, run->ctx, temporary, &options, NULL) == BLZ_OK &&
            blz_canon_write(&expected, NULL, &data, NULL) == BLZ_OK && strcmp(own.data, expected.data) == 0;
    expect(run, right, "%s: the document", name);
}

int main(void)
{
    vectors run = {0};
    suite_folder(run.folder, sizeof run.folder, "vc-di");
    if (blz_ctx_new(&run.ctx) != BLZ_OK) return EXIT_FAILURE;
    for (size_t i = 0; i < BLZ_COUNT_OF(list); i++)
        check_vector(&run, &list[i]);
    for (size_t i = 0; i < BLZ_COUNT_OF(steps); i++)
        check_step(&run, &steps[i]);
    check_temporary(&run, "proofChainTempDoc1", "signedProofChain1", 2);
    check_temporary(&run, "proofChainTempDoc2", "signedProofChain2", 3);
    blz_ctx_free(run.ctx);
    return suite_result("vc-di", run.passed, run.failed, 125);
}
