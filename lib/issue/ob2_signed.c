#include <string.h>

#include "credential/put.h"
#include "issue/achievement.h"
#include "issue/ob2.h"
#include "issue/options.h"
#include "jose/jws.h"

static blz_status check_key(const blz_key *key, blz_diags *diags)
{
    blz_key_type type = blz_key_type_of(key);
    if (type == BLZ_KEY_RSA) return BLZ_OK;
    return blz_option_refuse(
        diags,
        blz_diags_text(diags, "the key is an %s key, and badges of Open Badges 2.0 are signed with RSA",
                       blz_key_type_name(type)),
        "its verifiers know no other signatures", "make one with blazon key new --type rsa");
}

static blz_status refuse_url(blz_diags *diags, const char *message)
{
    return blz_option_refuse(
        diags, message, "verifiers fetch the key from its address, and ask the issuer's profile whose it is",
        "write keys: [{id: https://...}] into the issuer's definition, with the address at which you publish "
        "what blazon key public --format ob2 writes");
}

static blz_status check_url(const blz_issuer *issuer, const char *url, blz_diags *diags)
{
    for (size_t i = 0; i < issuer->key_count; i++)
        if (strcmp(issuer->keys[i], url) == 0 && blz_ob2_is_key_url(url)) return BLZ_OK;
    if (!blz_ob2_is_key_url(url))
        return refuse_url(diags, blz_diags_text(diags, "\"%s\" is not the https address of a document", url));
    return refuse_url(diags, blz_diags_text(diags, "the issuer does not list the key \"%s\"", url));
}

/* `*url` as it was given, else the only key of the issuer that 2.0 can find. */
static blz_status choose_url(const char **url, const blz_issuer *issuer, blz_diags *diags)
{
    if (*url) return check_url(issuer, *url, diags);
    for (size_t i = 0; i < issuer->key_count; i++) {
        if (!blz_ob2_is_key_url(issuer->keys[i])) continue;
        if (*url)
            return blz_option_refuse(diags, "the issuer lists several keys, and it is not said which this is",
                                     "the badge names the address of its key",
                                     "say which it is with --verification-method");
        *url = issuer->keys[i];
    }
    return *url ? BLZ_OK : refuse_url(diags, "the issuer lists no key that Open Badges 2.0 could find");
}

blz_status blz_ob2_assertion_sign(char **out, blz_ctx *ctx, const blz_definition *definition,
                                  const blz_credential_options *options, const blz_key *key,
                                  const char *key_url, blz_diags *diags)
{
    json_auto_t *assertion = NULL;
    json_auto_t *verification = json_object();
    BLZ_AUTO(blz_text) payload = NULL;
    size_t length = 0;
    if (!definition->micro_credential) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(check_key(key, diags));
    BLZ_TRY(choose_url(&key_url, definition->issuer, diags));
    BLZ_TRY(blz_put_text(verification, "type", "SignedBadge"));
    BLZ_TRY(blz_put_text(verification, "creator", key_url));
    BLZ_TRY(blz_ob2_assertion_json(&assertion, ctx, definition, options, BLZ_STEAL(verification), diags));
    BLZ_TRY(blz_output_text(&payload, &length, assertion, 0));
    return blz_jws_sign(out, ctx, NULL, payload, length, key);
}
