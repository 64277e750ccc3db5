#include <string.h>

#include "codec/json_const.h"
#include "codec/json_copy.h"
#include "codec/json_write.h"
#include "credential/model.h"
#include "credential/proof.h"
#include "credential/put.h"
#include "rdf/canon.h"

/* Digital Bazaar's libraries keep the direction of a text so, and with them all who use their suites; no
 * specification of a suite says it. A credential is in compacted form (VC Data Model 2.0, 1.3), so that who
 * reads its JSON and who reads its RDF, which alone is signed, find the same in it. */
static const blz_ld_options ld_options = {.safe = true, .compacted = true, .direction = BLZ_LD_I18N_DATATYPE};

static blz_status drop(json_t *object, const char *name)
{
    if (json_object_get(object, name)) BLZ_TRY_MEM(json_object_del(object, name) == 0);
    return BLZ_OK;
}

blz_status blz_proof_bare(blz_integrity *sealed)
{
    json_auto_t *bare = NULL;
    if (sealed->bare) return BLZ_OK;
    BLZ_TRY(blz_json_copy(&bare, sealed->document));
    BLZ_TRY(drop(bare, "proof"));
    sealed->bare = BLZ_STEAL(bare);
    return BLZ_OK;
}

/* Faults of JSON-LD. */

static bool is_fatal(blz_status status)
{
    return status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO;
}

/* What JSON-LD says of the document or of the options, as a fault of the proof. A pointer into the options
 * leads into the proof, unless it is about their @context, which is that of the document. In a document with
 * the previous proofs alone these have other numbers, and the pointer stays with the proof itself. */
static blz_status refuse_ld(blz_proof_run *run, blz_status status, const blz_ld_fault *fault, bool options)
{
    if (is_fatal(status)) return status;
    const char *message = fault->message;
    if (!message) message = status == BLZ_ERR_LIMIT ? BLZ_TOO_MUCH_WORK : blz_status_text(status);
    BLZ_TRY(blz_proof_refuse(run, BLZ_OK, NULL, "%s", message));
    const char *pointer = fault->pointer, *proof = run->fault->pointer;
    if (!pointer || (!options && strncmp(pointer, "/proof", 6) == 0)) return status;
    bool inside = options && strncmp(pointer, "/@context", 9) != 0;
    run->fault->pointer = blz_arena_printf(&run->sealed->arena, "%s%s", inside ? proof : "", pointer);
    return run->fault->pointer ? status : BLZ_ERR_NOMEM;
}

static blz_status canonize_by(blz_proof_run *run, blz_buf *out, const blz_dataset *data,
                              const blz_canon_options *options)
{
    blz_status status = blz_canon_write(out, NULL, data, options);
    if (status != BLZ_ERR_LIMIT) return status;
    return blz_proof_refuse(run, status, NULL,
                            "the nodes without an id are tangled so that putting them in order would take "
                            "for ever, which no honest badge needs");
}

static blz_status canonize(blz_proof_run *run, blz_buf *out, const blz_dataset *data, blz_hash hash)
{
    const blz_canon_options options = {.hash = hash, .spare = run->sealed->spare};
    return canonize_by(run, out, data, &options);
}

blz_status blz_proof_check(blz_integrity *sealed)
{
    if (sealed->checked) return BLZ_OK;
    BLZ_TRY(blz_proof_bare(sealed));
    blz_status status = blz_ld_check(sealed->ctx, sealed->bare, &ld_options, &sealed->fault);
    if (is_fatal(status)) return status;
    sealed->safe = status;
    sealed->checked = true;
    return BLZ_OK;
}

blz_status blz_proof_load(blz_integrity *sealed)
{
    if (sealed->loaded) return BLZ_OK;
    BLZ_TRY(blz_proof_bare(sealed));
    blz_ld_fault_clear(&sealed->fault);
    sealed->data.max_quads = blz_ctx_limit(sealed->ctx, BLZ_LIMIT_NODES);
    blz_status status = blz_ld_to_rdf(&sealed->data, sealed->ctx, sealed->bare, &ld_options, &sealed->fault);
    if (is_fatal(status)) {
        blz_dataset_clear(&sealed->data);
        return status;
    }
    sealed->safe = status;
    sealed->checked = sealed->loaded = true;
    return BLZ_OK;
}

/* The canonical form of an object that is not the document as it stands. */
static blz_status canonize_json(blz_proof_run *run, blz_buf *out, const json_t *object, blz_hash hash,
                                bool options)
{
    BLZ_SCOPED(blz_dataset)
    data = {.max_quads = blz_ctx_limit(run->sealed->ctx, BLZ_LIMIT_NODES)};
    blz_ld_fault fault = {0};
    blz_status status = blz_ld_to_rdf(&data, run->sealed->ctx, object, &ld_options, &fault);
    status = status == BLZ_OK ? canonize(run, out, &data, hash) : refuse_ld(run, status, &fault, options);
    blz_ld_fault_clear(&fault);
    return status;
}

/* The options of a proof (proofConfig). */

/* The @context of the document, with that of the suite behind it where nothing in it defines the proof. */
static blz_status options_context(json_t **out, const blz_proof_run *run)
{
    json_t *context = json_object_get(run->sealed->document, "@context");
    const char *needed = run->suite->context;
    bool defined = blz_context_names(context, needed);
    if (strcmp(needed, BLZ_DI2_CONTEXT) == 0)
        defined = defined || blz_context_names(context, BLZ_DI1_CONTEXT) ||
                  blz_context_names(context, BLZ_VC2_CONTEXT);
    if (defined) {
        *out = json_incref(context);
        return BLZ_OK;
    }
    json_auto_t *list = json_array();
    if (json_is_array(context)) BLZ_TRY_MEM(json_array_extend(list, context) == 0);
    if (context && !json_is_array(context)) BLZ_TRY(blz_append(list, json_incref(context)));
    BLZ_TRY(blz_append(list, json_string(needed)));
    *out = BLZ_STEAL(list);
    return BLZ_OK;
}

static blz_status make_options(json_t **out, const blz_proof_run *run)
{
    json_auto_t *options = NULL;
    BLZ_TRY(blz_json_copy(&options, run->proof));
    BLZ_TRY(drop(options, "proofValue"));
    if (run->suite->rdf) {
        json_t *context = NULL;
        BLZ_TRY(options_context(&context, run));
        BLZ_TRY(blz_put(options, "@context", context));
    }
    *out = BLZ_STEAL(options);
    return BLZ_OK;
}

blz_status blz_proof_options_text(blz_proof_run *run, blz_hash hash, blz_buf *out)
{
    json_auto_t *options = NULL;
    BLZ_TRY(make_options(&options, run));
    if (!run->suite->rdf) return blz_jcs_write(out, options);
    return canonize_json(run, out, options, hash, true);
}

/* The document. */

static size_t entries_in(const json_t *context)
{
    return json_is_array(context) ? json_array_size(context) : context != NULL;
}

static const json_t *entry_of(const json_t *context, size_t index)
{
    return json_is_array(context) ? json_array_get(context, index) : context;
}

/* The form for a JSON suite has the @context that the proof says it was signed with: the first entries of
 * what stands there now (VC-DI-EdDSA, 3.3.2, step 4). */
static blz_status take_context(blz_proof_run *run, json_t *document)
{
    json_t *own = json_object_get(run->proof, "@context");
    const json_t *context = json_object_get(document, "@context");
    size_t count = entries_in(own);
    bool starts = count <= entries_in(context);
    for (size_t i = 0; starts && i < count; i++)
        starts = json_equal(entry_of(own, i), entry_of(context, i));
    if (!starts)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, "@context",
                                "the document does not start with the contexts with which the proof says "
                                "that it was signed");
    return blz_put(document, "@context", json_incref(own));
}

/* VC Data Integrity, 4.3, step 6: the previous proofs are part of what is signed. */
static blz_status put_previous(const blz_proof_run *run, json_t *document)
{
    json_auto_t *list = json_array();
    for (size_t i = 0; i < run->sealed->count; i++)
        if (run->before >> i & 1)
            BLZ_TRY(blz_append(list, json_incref(blz_json_unconst(run->sealed->entries[i].shown.json))));
    return blz_put(document, "proof", BLZ_STEAL(list));
}

/* Whether the document as it stands, without its proofs, is what this proof is over. */
static bool is_plain(const blz_proof_run *run)
{
    if (run->before) return false;
    const json_t *own = run->suite->rdf ? NULL : json_object_get(run->proof, "@context");
    return !own || json_equal(own, json_object_get(run->sealed->document, "@context"));
}

static blz_status write_plain(blz_proof_run *run, blz_hash hash, blz_buf *out)
{
    blz_integrity *sealed = run->sealed;
    if (!run->suite->rdf) return blz_jcs_write(out, sealed->bare);
    BLZ_TRY(blz_proof_load(sealed));
    if (sealed->safe != BLZ_OK) return refuse_ld(run, sealed->safe, &sealed->fault, false);
    return canonize(run, out, &sealed->data, hash);
}

blz_status blz_proof_document_text(blz_proof_run *run, blz_hash hash, blz_buf *out)
{
    json_auto_t *document = NULL;
    BLZ_TRY(blz_proof_bare(run->sealed));
    if (is_plain(run)) return write_plain(run, hash, out);
    if (run->suite->rdf && ++run->sealed->rewritten > BLZ_PROOFS_REWRITTEN_MAX)
        return blz_proof_refuse(run, BLZ_ERR_LIMIT, "previousProof",
                                "more than %d proofs build on others, which no honest badge needs",
                                BLZ_PROOFS_REWRITTEN_MAX);
    BLZ_TRY(blz_json_copy(&document, run->sealed->bare));
    if (!run->suite->rdf && json_object_get(run->proof, "@context")) BLZ_TRY(take_context(run, document));
    if (run->before) BLZ_TRY(put_previous(run, document));
    return run->suite->rdf ? canonize_json(run, out, document, hash, false) : blz_jcs_write(out, document);
}

blz_status blz_proof_labelled_text(blz_proof_run *run, const char *const *labels, size_t count, blz_buf *out)
{
    blz_integrity *sealed = run->sealed;
    const blz_canon_options options = {.spare = sealed->spare, .labels = labels, .label_count = count};
    BLZ_TRY(blz_proof_load(sealed));
    if (sealed->safe != BLZ_OK) return refuse_ld(run, sealed->safe, &sealed->fault, false);
    return canonize_by(run, out, &sealed->data, &options);
}

static blz_status hash_text(blz_proof_run *run, blz_hash hash, uint8_t *out)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_proof_document_text(run, hash, &text));
    return blz_digest(out, hash, text.data, text.length);
}

static blz_status hash_document(blz_proof_run *run, blz_hash hash, uint8_t *out)
{
    if (!is_plain(run)) return hash_text(run, hash, out);
    blz_document_digest *shared = &run->sealed->digests[run->suite->rdf][hash];
    if (!shared->known) BLZ_TRY(hash_text(run, hash, shared->bytes));
    shared->known = true;
    memcpy(out, shared->bytes, blz_digest_size(hash));
    return BLZ_OK;
}

blz_status blz_proof_hash(blz_proof_run *run, blz_hash hash, uint8_t out[BLZ_HASH_DATA_MAX], size_t *size)
{
    size_t half = blz_digest_size(hash);
    BLZ_SCOPED(blz_buf) options = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(hash_document(run, hash, out + half));
    BLZ_TRY(blz_proof_options_text(run, hash, &options));
    BLZ_TRY(blz_digest(out, hash, options.data, options.length));
    *size = 2 * half;
    return BLZ_OK;
}
