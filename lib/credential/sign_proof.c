#include <string.h>

#include "base/time.h"
#include "codec/json_const.h"
#include "codec/json_write.h"
#include "credential/jwt_sign.h"
#include "credential/model.h"
#include "credential/put.h"
#include "credential/sign_check.h"
#include "credential/suite.h"

/* All that goes into one proof. */
struct draft {
    json_t *credential; /* with its proofs */
    const blz_suite *suite;
    const blz_key *key;
    const blz_proof_options *options;
    blz_source *source;
    blz_diags *diags;
};

static blz_status refuse(blz_diags *diags, const char *message, const char *reason, const char *hint)
{
    BLZ_TRY(blz_diags_add(diags, "BLZ903", &(blz_diag){.message = message, .reason = reason, .hint = hint}));
    return BLZ_ERR_ARGUMENT;
}

const char *blz_proof_suite_for(const blz_key *key)
{
    const blz_suite *suite = blz_suite_for(key);
    return suite ? suite->name : NULL;
}

static blz_status refuse_rsa(const blz_key *key, blz_diags *diags)
{
    return refuse(diags,
                  blz_diags_text(diags, "no Data Integrity proof can be made with an %s key",
                                 blz_key_type_name(blz_key_type_of(key))),
                  "its suites are for Ed25519, P-256 and P-384", "sign a JWT, or make a key of another kind");
}

static blz_status refuse_key(const blz_suite *suite, const blz_suite *fits, const blz_key *key,
                             blz_diags *diags)
{
    return refuse(diags,
                  blz_diags_text(diags, "the suite %s signs with %s, and this one is %s", suite->name,
                                 suite->keys, blz_key_type_name(blz_key_type_of(key))),
                  "every suite is made for one kind of key",
                  blz_diags_text(diags, "use %s, or leave the choice to blazon", fits->name));
}

static blz_status refuse_unmade(const blz_suite *suite, const char *name, blz_diags *diags)
{
    const char *reason = !suite ? "it is none that blazon knows"
                         : suite->old
                             ? "it is an early form that was given up"
                             : "blazon verifies what a holder shows of such a badge, and does not make it";
    return refuse(diags, blz_diags_text(diags, "blazon makes no proofs of the suite \"%s\"", name), reason,
                  "use eddsa-rdfc-2022 with an Ed25519 key, ecdsa-rdfc-2019 with a P-256 or P-384 key");
}

static blz_status choose_suite(struct draft *draft)
{
    blz_hash hash = BLZ_HASH_SHA256;
    const char *name = draft->options->suite;
    const blz_suite *fits = blz_suite_for(draft->key);
    const blz_suite *suite = name ? blz_suite_named(name) : fits;
    if (!fits) return refuse_rsa(draft->key, draft->diags);
    if (!suite || !blz_suite_is_made(suite)) return refuse_unmade(suite, name, draft->diags);
    if (!suite->takes(&hash, draft->key)) return refuse_key(suite, fits, draft->key, draft->diags);
    draft->suite = suite;
    return BLZ_OK;
}

/* A proof whose type no context of the document defines would say nothing in RDF: the context that does is
 * put behind the others, where it changes none of them. The older proofs still hold. */
static blz_status add_context(struct draft *draft)
{
    json_t *contexts = json_object_get(draft->credential, "@context");
    const char *needed = draft->suite->context;
    if (!needed || strcmp(draft->suite->type, BLZ_DATA_INTEGRITY_PROOF) == 0) return BLZ_OK;
    return blz_context_names(contexts, needed) ? BLZ_OK : blz_append(contexts, json_string(needed));
}

static blz_status put_created(json_t *proof, blz_ctx *ctx, const char *created)
{
    char now[BLZ_TIME_MAX];
    if (!created) BLZ_TRY(blz_time_format(now, blz_ctx_now(ctx)));
    return blz_put_text(proof, "created", created ? created : now);
}

static blz_status put_previous(json_t *proof, const blz_proof_options *options)
{
    if (options->previous_count == 0) return BLZ_OK;
    if (options->previous_count == 1) return blz_put_text(proof, "previousProof", options->previous[0]);
    json_auto_t *list = json_array();
    for (size_t i = 0; i < options->previous_count; i++)
        BLZ_TRY(blz_append(list, json_string(options->previous[i])));
    return blz_put(proof, "previousProof", BLZ_STEAL(list));
}

/* The proof without its value. */
static blz_status describe(json_t **out, const struct draft *draft, blz_ctx *ctx)
{
    const blz_proof_options *options = draft->options;
    bool named = strcmp(draft->suite->type, draft->suite->name) != 0;
    BLZ_AUTO(blz_text) method = NULL;
    json_auto_t *proof = json_object();
    BLZ_TRY(blz_verification_method_choose(&method, blz_vc_issuer_id(draft->credential), draft->key,
                                           options->verification_method, draft->diags));
    BLZ_TRY(blz_put_text(proof, "id", options->id));
    BLZ_TRY(blz_put_text(proof, "type", draft->suite->type));
    BLZ_TRY(blz_put_text(proof, "cryptosuite", named ? draft->suite->name : NULL));
    BLZ_TRY(put_created(proof, ctx, options->created));
    BLZ_TRY(blz_put_text(proof, "expires", options->expires));
    BLZ_TRY(blz_put_text(proof, "verificationMethod", method));
    BLZ_TRY(blz_put_text(proof, "proofPurpose", "assertionMethod"));
    BLZ_TRY(blz_put_text(proof, "challenge", options->challenge));
    BLZ_TRY(blz_put_text(proof, "domain", options->domain));
    BLZ_TRY(put_previous(proof, options));
    *out = BLZ_STEAL(proof);
    return BLZ_OK;
}

static blz_status check_expires(const struct draft *draft, const json_t *proof)
{
    const char *created = json_string_value(json_object_get(proof, "created"));
    const char *expires = draft->options->expires;
    int64_t start = 0, end = 0;
    if (!expires || blz_time_parse(&start, NULL, created, strlen(created)) != BLZ_OK) return BLZ_OK;
    if (blz_time_parse(&end, NULL, expires, strlen(expires)) != BLZ_OK || end > start) return BLZ_OK;
    return refuse(draft->diags, "the end of the proof is not after its beginning",
                  "every verifier would refuse it",
                  "let it end after the moment at which it is made, or leave its end out");
}

/* The credential is safe and the key is right: what is left are the options, or contexts that define the
 * proof otherwise. */
static blz_status explain(const struct draft *draft, blz_status status, const blz_integrity_fault *fault)
{
    if (!fault->message || status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO) return status;
    const char *message = blz_diags_text(draft->diags, "%s", fault->message);
    if (status == BLZ_ERR_INVALID && strncmp(fault->pointer, "/proof", 6) == 0)
        return refuse(draft->diags, message, "every verifier would refuse such a proof", NULL);
    BLZ_TRY(blz_diags_add(draft->diags, "BLZ727", &(blz_diag){.source = draft->source, .message = message}));
    return BLZ_ERR_INVALID;
}

static blz_status make(json_t **out, const struct draft *draft, blz_ctx *ctx)
{
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *options = NULL;
    blz_integrity_fault fault = {0};
    BLZ_TRY(blz_integrity_open(&sealed, ctx, draft->credential));
    BLZ_TRY(blz_sign_check_safe(sealed, draft->source, draft->diags));
    BLZ_TRY(describe(&options, draft, ctx));
    BLZ_TRY(check_expires(draft, options));
    blz_status status = blz_integrity_sign(out, sealed, options, draft->key, &fault);
    return status == BLZ_OK ? BLZ_OK : explain(draft, status, &fault);
}

/* A second proof makes a list of the first. */
static blz_status put_proof(json_t *credential, json_t *proof)
{
    json_t *there = json_object_get(credential, "proof");
    if (!there) return blz_put(credential, "proof", json_incref(proof));
    if (json_is_array(there)) return blz_append(there, json_incref(proof));
    json_auto_t *list = json_array();
    BLZ_TRY(blz_append(list, json_incref(there)));
    BLZ_TRY(blz_append(list, json_incref(proof)));
    return blz_put(credential, "proof", BLZ_STEAL(list));
}

static blz_status write(char **out, size_t *length, const json_t *credential, unsigned indent)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_json_write(&text, credential, indent));
    return blz_buf_take(&text, out, length);
}

blz_status blz_credential_sign_proof(char **out, size_t *out_length, blz_ctx *ctx, const char *credential,
                                     size_t length, const char *name, const blz_key *key,
                                     const blz_proof_options *options, blz_diags *diags)
{
    static const blz_proof_options defaults = {0};
    BLZ_AUTO(blz_source) source = NULL;
    json_auto_t *json = NULL;
    json_auto_t *proof = NULL;
    struct draft draft = {.key = key, .options = options ? options : &defaults, .diags = diags};
    BLZ_TRY(blz_sign_check_key(key, diags));
    BLZ_TRY(choose_suite(&draft));
    BLZ_TRY(blz_source_new(&source, name, credential, length));
    BLZ_TRY(blz_sign_read(&json, ctx, source, diags));
    BLZ_TRY(blz_sign_check(json, true, source, diags));
    draft.credential = json;
    draft.source = source;
    BLZ_TRY(add_context(&draft));
    BLZ_TRY(make(&proof, &draft, ctx));
    BLZ_TRY(put_proof(json, proof));
    return write(out, out_length, json, draft.options->indent);
}
