#include "credential/integrity.h"

#include <string.h>

#include "credential/proof.h"
#include "crypto/sign.h"
#include "rdf/canon.h"

static const char *text_of(const json_t *proof, const char *name)
{
    return json_string_value(json_object_get(proof, name));
}

static void show(blz_proof_entry *entry, const json_t *json)
{
    const char *cryptosuite = text_of(json, "cryptosuite"), *type = text_of(json, "type");
    bool named = type && strcmp(type, BLZ_DATA_INTEGRITY_PROOF) == 0 && cryptosuite;
    entry->suite = blz_suite_of(json);
    entry->shown = (blz_integrity_proof){
        .json = json,
        .suite = named ? cryptosuite : type,
        .id = text_of(json, "id"),
        .method = text_of(json, "verificationMethod"),
        .purpose = text_of(json, "proofPurpose"),
        .created = text_of(json, "created"),
        .expires = text_of(json, "expires"),
        .domain = text_of(json, "domain"),
        .challenge = text_of(json, "challenge"),
        .known = entry->suite != NULL,
        .old = entry->suite && entry->suite->old,
        .parts = entry->suite && entry->suite->parts,
        .rdf = entry->suite && entry->suite->rdf,
    };
}

static blz_status read_entries(blz_integrity *sealed)
{
    const json_t *proof = json_object_get(sealed->document, "proof");
    size_t count = json_is_array(proof) ? json_array_size(proof) : proof != NULL;
    sealed->too_many = count > BLZ_PROOFS_MAX;
    if (sealed->too_many) count = BLZ_PROOFS_MAX;
    if (!count) return BLZ_OK;
    sealed->entries = blz_arena_alloc(&sealed->arena, count * sizeof *sealed->entries);
    BLZ_TRY_MEM(sealed->entries);
    sealed->count = count;
    for (size_t i = 0; i < count; i++)
        show(&sealed->entries[i], json_is_array(proof) ? json_array_get(proof, i) : proof);
    blz_proof_link(sealed);
    return BLZ_OK;
}

blz_status blz_integrity_open(blz_integrity **out, blz_ctx *ctx, const json_t *document)
{
    BLZ_AUTO(blz_integrity) sealed = blz_calloc(1, sizeof *sealed);
    BLZ_TRY_MEM(sealed);
    sealed->ctx = ctx;
    sealed->document = document;
    sealed->own_spare = BLZ_CANON_BUDGET;
    sealed->spare = &sealed->own_spare;
    BLZ_TRY(read_entries(sealed));
    *out = BLZ_STEAL(sealed);
    return BLZ_OK;
}

void blz_integrity_free(blz_integrity *sealed)
{
    if (!sealed) return;
    json_decref(sealed->bare);
    blz_ld_fault_clear(&sealed->fault);
    blz_dataset_clear(&sealed->data);
    blz_arena_clear(&sealed->arena);
    blz_free(sealed);
}

void blz_integrity_share(blz_integrity *sealed, size_t *spare)
{
    sealed->spare = spare;
}

size_t blz_integrity_count(const blz_integrity *sealed)
{
    return sealed->count;
}

const blz_integrity_proof *blz_integrity_at(const blz_integrity *sealed, size_t index)
{
    return index < sealed->count ? &sealed->entries[index].shown : NULL;
}

blz_status blz_integrity_safe(blz_integrity *sealed, const blz_ld_fault **fault)
{
    bool rdf = false;
    for (size_t i = 0; i < sealed->count; i++)
        rdf = rdf || sealed->entries[i].shown.rdf;
    BLZ_TRY(rdf ? blz_proof_load(sealed) : blz_proof_check(sealed));
    *fault = &sealed->fault;
    return sealed->safe;
}

/* "/proof/2/created"; a lone proof has no number. */
static char *pointer_to(blz_integrity *sealed, size_t index, const char *member)
{
    bool list = json_is_array(json_object_get(sealed->document, "proof"));
    const char *slash = member ? "/" : "";
    if (!member) member = "";
    if (!list) return blz_arena_printf(&sealed->arena, "/proof%s%s", slash, member);
    return blz_arena_printf(&sealed->arena, "/proof/%zu%s%s", index, slash, member);
}

blz_status blz_proof_refuse(blz_proof_run *run, blz_status status, const char *member, const char *format,
                            ...)
{
    va_list args;
    va_start(args, format);
    run->fault->message = blz_arena_vprintf(&run->sealed->arena, format, args);
    va_end(args);
    run->fault->pointer = pointer_to(run->sealed, run->index, member);
    return run->fault->message && run->fault->pointer ? status : BLZ_ERR_NOMEM;
}

static blz_status refuse_suite(blz_proof_run *run)
{
    const char *type = text_of(run->proof, "type");
    if (!json_is_object(run->proof))
        return blz_proof_refuse(run, BLZ_ERR_INVALID, NULL, "the proof is not an object");
    if (!type)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, json_object_get(run->proof, "type") ? "type" : NULL,
                                "the proof has no type, or more than one");
    if (strcmp(type, BLZ_DATA_INTEGRITY_PROOF) != 0)
        return blz_proof_refuse(run, BLZ_ERR_UNSUPPORTED, "type",
                                "the proof is of the type \"%s\", which blazon does not know", type);
    const char *cryptosuite = text_of(run->proof, "cryptosuite");
    if (!cryptosuite)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, NULL,
                                "the proof does not say by which suite it was made (\"cryptosuite\")");
    return blz_proof_refuse(run, BLZ_ERR_UNSUPPORTED, "cryptosuite",
                            "the proof was made by the suite \"%s\", which blazon does not know",
                            cryptosuite);
}

/* All that can be told without the key. */
static blz_status check(blz_proof_run *run)
{
    if (run->sealed->too_many)
        return blz_proof_refuse(run, BLZ_ERR_LIMIT, NULL,
                                "the document has more than %d proofs, so that none was looked at",
                                BLZ_PROOFS_MAX);
    if (!run->suite) return refuse_suite(run);
    BLZ_TRY(blz_proof_check_members(run));
    return blz_proof_check_chain(run);
}

static blz_status compare(blz_proof_run *run, const blz_key *key, blz_hash hash)
{
    BLZ_AUTO(blz_octet) signature = NULL;
    uint8_t data[BLZ_HASH_DATA_MAX];
    size_t size = 0, signature_size = blz_signature_size(key);
    BLZ_TRY(blz_proof_value(run, &signature, signature_size));
    BLZ_TRY(blz_proof_hash(run, hash, data, &size));
    blz_status status = blz_verify_signature(key, hash, data, size, signature, signature_size);
    if (status != BLZ_ERR_SIGNATURE) return status;
    return blz_proof_refuse(run, status, "proofValue",
                            "the signature does not match: the badge was changed after it was signed, or "
                            "another key signed it; ask the issuer for the badge again");
}

blz_status blz_integrity_verify(blz_integrity *sealed, size_t index, const blz_key *key,
                                blz_integrity_fault *fault)
{
    blz_integrity_fault ignored;
    blz_hash hash = BLZ_HASH_SHA256;
    if (!fault) fault = &ignored;
    *fault = (blz_integrity_fault){0};
    if (index >= sealed->count) return BLZ_ERR_ARGUMENT;
    const blz_proof_entry *entry = &sealed->entries[index];
    blz_proof_run run = {.sealed = sealed,
                         .proof = entry->shown.json,
                         .suite = entry->suite,
                         .before = entry->before,
                         .index = index,
                         .fault = fault};
    BLZ_TRY(check(&run));
    if (!run.suite->takes(&hash, key))
        return blz_proof_refuse(&run, BLZ_ERR_INVALID, "verificationMethod",
                                "the suite %s goes with %s, and this one is %s", run.suite->name,
                                run.suite->keys, blz_key_type_name(blz_key_type_of(key)));
    return run.suite->verify ? run.suite->verify(&run, key) : compare(&run, key, hash);
}
