#include "credential/sign_check.h"

#include <string.h>

#include "base/time.h"
#include "credential/model.h"
#include "credential/suite.h"
#include "schema/embedded.h"

#include <blazon/json.h>

static blz_status add(blz_diags *diags, const char *code, blz_source *source, const char *pointer,
                      const char *message, const char *reason, const char *hint)
{
    return blz_diags_add(
        diags, code,
        &(blz_diag){
            .source = source, .pointer = pointer, .message = message, .reason = reason, .hint = hint});
}

/* Three runs of base64url with two dots between them. */
static bool looks_like_jws(const char *text, size_t length)
{
    size_t dots = 0;
    while (length && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '-' && c != '_' && c != '.') return false;
        dots += c == '.';
    }
    return dots == 2;
}

blz_status blz_sign_read(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    size_t length = 0;
    const char *text = blz_source_bytes(source, &length);
    if (looks_like_jws(text, length)) {
        BLZ_TRY(add(diags, "BLZ725", source, NULL, "this is a signed token already",
                    "a token has one signature, and what is inside cannot be signed a second time with it",
                    "sign the credential from which it was made; blazon inspect shows what is inside"));
        return BLZ_ERR_INVALID;
    }
    return blz_json_read(out, ctx, source, diags);
}

/* A list of what its issuer took back (Bitstring Status List 1.0) is signed as badges are. */
static bool is_status_list(const json_t *credential)
{
    return blz_vc_has_type(credential, "BitstringStatusListCredential") &&
           !blz_vc_has_type(credential, "AchievementCredential");
}

static const char *schema_kind(const json_t *credential)
{
    if (is_status_list(credential)) return "statuslistcredential";
    if (blz_vc_has_type(credential, "ClrCredential")) return "clrcredential";
    return blz_vc_has_type(credential, "EndorsementCredential") ? "endorsementcredential"
                                                                : "achievementcredential";
}

static blz_status check_kind(bool *known, const json_t *credential, blz_source *source, blz_diags *diags)
{
    static const char hint[] =
        "a credential of Open Badges 3.0 starts with the contexts " BLZ_VC2_CONTEXT " and " BLZ_OB3_CONTEXT;
    *known = blz_vc_version_of(credential) == BLZ_VC_2_0 &&
             (blz_ob3_has_context(credential) || is_status_list(credential));
    if (*known) return BLZ_OK;
    bool old = blz_vc_version_of(credential) == BLZ_VC_1_1;
    return add(diags, "BLZ723", source, old ? "/@context" : "",
               old ? "this is a Verifiable Credential 1.1" : "this is not a credential of Open Badges 3.0",
               old ? "Open Badges 3.0 has moved on to Verifiable Credentials 2.0, and blazon signs only those"
                   : "blazon signs nothing that it cannot check",
               hint);
}

/* Proofs that stand beside each other: a proof set. */
static bool is_data_integrity(const json_t *proof)
{
    const char *type = json_string_value(json_object_get(proof, "type"));
    return type && (strcmp(type, BLZ_DATA_INTEGRITY_PROOF) == 0 || blz_suite_of(proof));
}

static blz_status check_beside(const json_t *proofs, blz_source *source, blz_diags *diags)
{
    size_t count = json_is_array(proofs) ? json_array_size(proofs) : 1;
    bool all = count < BLZ_PROOFS_MAX;
    for (size_t i = 0; all && i < count; i++)
        all = is_data_integrity(json_is_array(proofs) ? json_array_get(proofs, i) : proofs);
    if (all) return BLZ_OK;
    return add(diags, "BLZ725", source, "/proof",
               count < BLZ_PROOFS_MAX ? "the credential has a proof that is no Data Integrity proof"
                                      : "the credential has too many proofs for one more",
               "proofs stand beside each other only where each can be taken out to verify the others",
               "sign the credential without its \"proof\"");
}

static blz_status check_proof(const json_t *credential, bool more, blz_source *source, blz_diags *diags)
{
    const json_t *proofs = json_object_get(credential, "proof");
    if (!proofs) return BLZ_OK;
    if (more) return check_beside(proofs, source, diags);
    return add(
        diags, "BLZ725", source, "/proof", "the credential has a proof already",
        "a JWT would sign that proof with the content, and blazon cannot tell whether it is a good one",
        "sign the credential without its \"proof\"");
}

static blz_status check_dates(const json_t *credential, blz_source *source, blz_diags *diags)
{
    const char *from = json_string_value(json_object_get(credential, "validFrom"));
    const char *until = json_string_value(json_object_get(credential, "validUntil"));
    int64_t start = 0, end = 0;
    if (!from || !until || blz_time_parse(&start, NULL, from, strlen(from)) != BLZ_OK) return BLZ_OK;
    if (blz_time_parse(&end, NULL, until, strlen(until)) != BLZ_OK || end > start) return BLZ_OK;
    return add(diags, "BLZ726", source, "/validUntil", "\"validUntil\" is not after \"validFrom\"",
               "the credential would never be valid", "set a later end, or take \"validUntil\" out");
}

static size_t found(const blz_diags *diags)
{
    return blz_diags_count(diags) + blz_diags_dropped(diags);
}

blz_status blz_sign_check(const json_t *credential, bool more, blz_source *source, blz_diags *diags)
{
    size_t before = found(diags);
    bool known = false;
    const blz_schema *schema = NULL;
    BLZ_TRY(check_kind(&known, credential, source, diags));
    if (!known) return BLZ_ERR_INVALID;
    BLZ_TRY(blz_schema_embedded(&schema, schema_kind(credential)));
    BLZ_TRY(blz_schema_lint(diags, source, schema, credential));
    BLZ_TRY(check_proof(credential, more, source, diags));
    BLZ_TRY(check_dates(credential, source, diags));
    return found(diags) == before ? BLZ_OK : BLZ_ERR_INVALID;
}

/* Whether the fault is about the name of the member, not about its value. */
static bool is_about_name(const blz_ld_fault *fault)
{
    const char *last = fault->pointer ? strrchr(fault->pointer, '/') : NULL;
    return last && fault->term && strcmp(last + 1, fault->term) == 0;
}

blz_status blz_sign_check_safe(blz_integrity *sealed, blz_source *source, blz_diags *diags)
{
    const blz_ld_fault *fault = NULL;
    blz_status status = blz_integrity_safe(sealed, &fault);
    if (status == BLZ_OK || status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO) return status;
    bool missing = status == BLZ_ERR_NOT_FOUND;
    blz_diag diag = {
        .source = source,
        .pointer = fault->pointer,
        .at_key = is_about_name(fault),
        .message = blz_diags_text(diags, "%s", fault->message ? fault->message : blz_status_text(status)),
        .reason = missing ? "a credential means what its contexts say, and nothing is signed unread"
                          : "JSON-LD drops what no context defines, and a signature over the rest does not "
                            "cover it",
        .hint = missing ? "give the file with --map URL=FILE, use --online, or take the context out"
                        : "take it out, or add the context that defines it",
    };
    BLZ_TRY(blz_diags_add(diags, "BLZ727", &diag));
    return BLZ_ERR_INVALID;
}

blz_status blz_sign_check_key(const blz_key *key, blz_diags *diags)
{
    if (blz_key_is_private(key)) return BLZ_OK;
    BLZ_TRY(add(diags, "BLZ903", NULL, NULL, "this is a public key",
                "signing needs the private key; the public one can only verify",
                "give the file that blazon key new wrote"));
    return BLZ_ERR_ARGUMENT;
}
