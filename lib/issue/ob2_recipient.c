#include <string.h>
#include <strings.h>

#include "base/uri.h"
#include "credential/identity.h"
#include "credential/put.h"
#include "issue/ob2.h"
#include "issue/options.h"

/* The IdentityObject of 3.0 has the same hash and salt under other names. */
static blz_status put_identity(json_t *assertion, blz_ctx *ctx, const char *type, const char *identity,
                               bool plain)
{
    json_auto_t *newer = NULL;
    json_auto_t *recipient = json_object();
    BLZ_TRY(blz_identity_email(&newer, ctx, identity, plain));
    BLZ_TRY(blz_put_text(recipient, "type", type));
    BLZ_TRY(blz_put(recipient, "hashed", json_incref(json_object_get(newer, "hashed"))));
    BLZ_TRY(blz_put(recipient, "identity", json_incref(json_object_get(newer, "identityHash"))));
    json_t *salt = json_object_get(newer, "salt");
    if (salt) BLZ_TRY(blz_put(recipient, "salt", json_incref(salt)));
    return blz_put(assertion, "recipient", BLZ_STEAL(recipient));
}

static bool is_web_address(const char *text)
{
    bool web = strncasecmp(text, "https:", 6) == 0 || strncasecmp(text, "http:", 5) == 0;
    return web && blz_uri_is_absolute(text);
}

static blz_status refuse(blz_diags *diags, const char *text)
{
    return blz_option_refuse(
        diags, blz_diags_text(diags, "the recipient \"%s\" is not one that Open Badges 2.0 can name", text),
        "it knows people by an e-mail address or a web address, not by DIDs",
        blz_uri_is_email(text) ? blz_diags_text(diags, "write mailto:%s", text)
                               : "name mailto: with an e-mail address, or a web address of the person");
}

blz_status blz_ob2_recipient_put(json_t *assertion, blz_ctx *ctx, const blz_credential_options *options,
                                 blz_diags *diags)
{
    const char *recipient = options->recipient;
    BLZ_AUTO(blz_text) address = NULL;
    if (!recipient) return BLZ_ERR_ARGUMENT;
    if (is_web_address(recipient))
        return put_identity(assertion, ctx, "url", recipient, options->plain_identity);
    if (strncasecmp(recipient, "mailto:", 7) != 0) return refuse(diags, recipient);
    BLZ_TRY(blz_option_mailto(&address, recipient, diags));
    return put_identity(assertion, ctx, "email", address, options->plain_identity);
}
