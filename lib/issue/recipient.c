#include <string.h>
#include <strings.h>

#include "base/uri.h"
#include "credential/identity.h"
#include "credential/put.h"
#include "credential/uuid.h"
#include "issue/options.h"

blz_status blz_option_refuse(blz_diags *diags, const char *message, const char *reason, const char *hint)
{
    BLZ_TRY(blz_diags_add(diags, "BLZ903", &(blz_diag){.message = message, .reason = reason, .hint = hint}));
    return BLZ_ERR_ARGUMENT;
}

static bool has_scheme(const char *text, const char *scheme)
{
    size_t length = strlen(scheme);
    return strncasecmp(text, scheme, length) == 0 && text[length] == ':';
}

/* did:METHOD:SOMETHING */
static bool is_did(const char *text)
{
    if (strncmp(text, "did:", 4) != 0) return false;
    size_t method = strspn(text + 4, "abcdefghijklmnopqrstuvwxyz0123456789");
    return method > 0 && text[4 + method] == ':' && text[4 + method + 1] != '\0';
}

static bool is_subject_id(const char *text)
{
    if (!blz_uri_is_absolute(text)) return false;
    if (has_scheme(text, "did")) return is_did(text);
    if (has_scheme(text, "urn")) return strchr(text + 4, ':') != NULL && text[4] != ':';
    return has_scheme(text, "https") || has_scheme(text, "http");
}

static blz_status refuse_recipient(blz_diags *diags, const char *text)
{
    const char *hint = "name a DID, a web address, a urn: or mailto: with an e-mail address";
    if (blz_uri_is_email(text)) hint = blz_diags_text(diags, "write mailto:%s", text);
    return blz_option_refuse(
        diags, blz_diags_text(diags, "the recipient \"%s\" is not one that a badge can name", text),
        "a badge names who has earned it by an id or an e-mail address", hint);
}

blz_status blz_option_mailto(char **out, const char *recipient, blz_diags *diags)
{
    const char *text = recipient + strlen("mailto:");
    size_t length = 0;
    BLZ_AUTO(blz_text) address = NULL;
    blz_status status = blz_uri_decode(&address, &length, text, strlen(text));
    if (status == BLZ_ERR_NOMEM) return status;
    bool plain = status == BLZ_OK && strlen(address) == length && !strchr(text, '?');
    if (!plain || !blz_uri_is_email(address))
        return blz_option_refuse(diags, blz_diags_text(diags, "\"%s\" is not one e-mail address", recipient),
                                 "a verifier must be able to write exactly the same one",
                                 "write mailto: and the address alone, as mailto:jane@example.edu");
    *out = BLZ_STEAL(address);
    return BLZ_OK;
}

static blz_status put_email(json_t *subject, blz_ctx *ctx, const blz_credential_options *options,
                            blz_diags *diags)
{
    BLZ_AUTO(blz_text) address = NULL;
    json_t *identity = NULL;
    json_auto_t *identities = json_array();
    BLZ_TRY(blz_option_mailto(&address, options->recipient, diags));
    BLZ_TRY(blz_identity_email(&identity, ctx, address, options->plain_identity));
    BLZ_TRY(blz_append(identities, identity));
    return blz_put(subject, "identifier", BLZ_STEAL(identities));
}

static blz_status put_subject_id(json_t *subject, blz_ctx *ctx, const char *id, blz_diags *diags)
{
    char made[BLZ_URN_UUID_MAX];
    if (strcmp(id, "urn:uuid") == 0) {
        BLZ_TRY(blz_urn_uuid(made, ctx));
        return blz_put_text(subject, "id", made);
    }
    if (!is_subject_id(id))
        return blz_option_refuse(diags, blz_diags_text(diags, "the subject id \"%s\" is not a URI", id),
                                 "it stands for the person who has earned the badge",
                                 "write urn:uuid for a new random one, or a DID, a web address or a urn:");
    return blz_put_text(subject, "id", id);
}

blz_status blz_recipient_check_token(const blz_credential_options *options, blz_diags *diags)
{
    if (!options->recipient || !has_scheme(options->recipient, "mailto") || options->subject_id)
        return BLZ_OK;
    return blz_option_refuse(
        diags, "a token needs an id of the recipient, and an e-mail address is none",
        "a JWT names its subject by an id",
        "give the subject an id too (blazon issue --subject-id urn:uuid makes a random one), use the "
        "recipient's DID, or sign with another kind of proof");
}

blz_status blz_recipient_put(json_t *subject, blz_ctx *ctx, const blz_credential_options *options,
                             blz_diags *diags)
{
    const char *recipient = options->recipient;
    if (!recipient) return BLZ_ERR_ARGUMENT;
    if (has_scheme(recipient, "mailto")) {
        if (options->subject_id) BLZ_TRY(put_subject_id(subject, ctx, options->subject_id, diags));
        return put_email(subject, ctx, options, diags);
    }
    if (!is_subject_id(recipient)) return refuse_recipient(diags, recipient);
    if (options->subject_id)
        return blz_option_refuse(diags, "a subject id was given, but the recipient is an id already",
                                 "a subject has one id",
                                 "leave the subject id out; it is for mailto: recipients");
    if (options->plain_identity)
        return blz_option_refuse(diags,
                                 "a plain identity was asked for, but the recipient is no e-mail address",
                                 "only an e-mail address is hashed", "leave that option out");
    return blz_put_text(subject, "id", recipient);
}
