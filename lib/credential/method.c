#include <string.h>

#include "base/uri.h"
#include "credential/jwt_sign.h"

#include <blazon/did.h>

static blz_status refuse(blz_diags *diags, const char *message, const char *reason, const char *hint)
{
    BLZ_TRY(blz_diags_add(diags, "BLZ903", &(blz_diag){.message = message, .reason = reason, .hint = hint}));
    return BLZ_ERR_ARGUMENT;
}

/* A did:key and a did:jwk are the key itself. */
static bool carries_key(const char *url)
{
    return strncmp(url, "did:key:", 8) == 0 || strncmp(url, "did:jwk:", 8) == 0;
}

static blz_status refuse_other_key(blz_diags *diags, const char *what, const char *url)
{
    return refuse(diags, blz_diags_text(diags, "%s \"%s\" is not the key that signs", what, url),
                  "who verifies would look for the wrong key and refuse the badge",
                  "sign with the key of that DID, or name the DID of this key (blazon key did)");
}

static blz_status own_method(char **out, const char *issuer, const blz_key *key, blz_diags *diags)
{
    blz_status status = blz_verification_method_url(out, issuer, key);
    if (status != BLZ_ERR_INVALID) return status;
    if (carries_key(issuer)) return refuse_other_key(diags, "the issuer", issuer);
    return refuse(
        diags,
        blz_diags_text(diags, "it is not known where the key of the issuer \"%s\" is published", issuer),
        "who verifies must be able to find the public key",
        "name its address with --verification-method, or use an issuer with an https address or a DID");
}

/* A method of a did:key or did:jwk can be checked here and now. */
static blz_status check_wanted(const char *wanted, const blz_key *key, blz_diags *diags)
{
    BLZ_AUTO(blz_text) did = NULL;
    BLZ_AUTO(blz_text) own = NULL;
    did = blz_strndup(wanted, strcspn(wanted, "#"));
    BLZ_TRY_MEM(did);
    blz_status status = blz_verification_method_url(&own, did, key);
    if (status != BLZ_OK && status != BLZ_ERR_INVALID) return status;
    if (status == BLZ_OK && strcmp(own, wanted) == 0) return BLZ_OK;
    return refuse_other_key(diags, "the verification method", wanted);
}

blz_status blz_verification_method_choose(char **out, const char *issuer, const blz_key *key,
                                          const char *wanted, blz_diags *diags)
{
    if (!wanted) return own_method(out, issuer, key, diags);
    bool did = strncmp(wanted, "did:", 4) == 0 && blz_uri_is_absolute(wanted);
    if (!did && !blz_uri_is_https(wanted))
        return refuse(diags,
                      blz_diags_text(diags,
                                     "the verification method \"%s\" is neither an https address nor a DID",
                                     wanted),
                      "who verifies reads the public key there",
                      "write a whole address, as https://badges.example.edu/issuer#key-1");
    if (carries_key(wanted)) BLZ_TRY(check_wanted(wanted, key, diags));
    *out = blz_strdup(wanted);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}
