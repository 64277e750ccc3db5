#include <string.h>

#include "base/source.h"
#include "codec/json_write.h"
#include "credential/model.h"
#include "credential/put.h"
#include "credential/sign_check.h"
#include "status/entry.h"
#include "status/list.h"

/* The status goes into a credential before it is signed: a signature covers it. */

static blz_status refuse(const char *code, blz_source *source, const char *pointer, const char *message,
                         const char *reason, const char *hint, blz_diags *diags)
{
    BLZ_TRY(blz_diags_add(
        diags, code,
        &(blz_diag){
            .source = source, .pointer = pointer, .message = message, .reason = reason, .hint = hint}));
    return BLZ_ERR_INVALID;
}

static blz_status check(const blz_status_list *list, json_t *credential, blz_source *source, blz_diags *diags)
{
    const char *issuer = blz_vc_issuer_id(credential);
    if (json_object_get(credential, "proof"))
        return refuse("BLZ725", source, "/proof", "the credential has a proof already",
                      "a status that is put in now would break the signature",
                      "give the credential as it was before it was signed", diags);
    if (json_object_get(credential, "credentialStatus"))
        return refuse(
            "BLZ903", source, "/credentialStatus", "the credential has a status already",
            "a badge of Open Badges 3.0 has one status, and this is where its issuer looks after it",
            "take \"credentialStatus\" out first if it is to be another", diags);
    if (!issuer || strcmp(issuer, list->issuer) != 0)
        return refuse("BLZ903", source, "/issuer",
                      blz_diags_text(diags, "the list is by \"%s\", and the credential is not", list->issuer),
                      "verifiers believe a status list of the badge's own issuer",
                      "use a list of the issuer of this credential", diags);
    if (json_string_value(json_object_get(credential, "id"))) return BLZ_OK;
    return refuse("BLZ903", source, "", "the credential has no id",
                  "the list finds a badge by its id again when it is to be taken back",
                  "add an \"id\", as urn:uuid: and a random UUID", diags);
}

blz_status blz_status_list_embed(char **out, size_t *out_length, blz_status_list *list, blz_ctx *ctx,
                                 const char *credential, size_t length, const char *name, blz_diags *diags)
{
    BLZ_AUTO(blz_source) source = NULL;
    json_auto_t *json = NULL;
    json_t *entry = NULL;
    size_t index = 0;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_source_new(&source, name, credential, length));
    BLZ_TRY(blz_sign_read(&json, ctx, source, diags));
    BLZ_TRY(check(list, json, source, diags));
    BLZ_TRY(
        blz_status_list_allocate(&index, list, ctx, json_string_value(json_object_get(json, "id")), diags));
    BLZ_TRY(blz_status_entry_write(&entry, list->purpose, list->id, index));
    BLZ_TRY(blz_put(json, "credentialStatus", entry));
    BLZ_TRY(blz_json_write(&text, json, 2));
    return blz_buf_take(&text, out, out_length);
}
