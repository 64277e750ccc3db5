#include <string.h>

#include "base/uri.h"
#include "verify/proofs.h"
#include "verify/steps.h"
#include "verify/trust.h"

/* A signature shows that a key signed. This step asks whose key it is: only what the issuer itself publishes
 * can tell. */

static bool is_did(const char *text)
{
    return strncmp(text, "did:", 4) == 0;
}

static bool is_self_made(const char *did)
{
    return strncmp(did, "did:key:", 8) == 0 || strncmp(did, "did:jwk:", 8) == 0;
}

static blz_status bound(blz_check *check, const char *by)
{
    if (!check->report->binding) check->report->binding = blz_at(check, "key bound by %s", by);
    return blz_say(check, BLZ_STEP_PASS, check->proof->embedded ? check->proof->at : NULL,
                   "the key is the issuer's: bound by %s", by);
}

/* Whether the document at `url` lists the key, or others; `*reason` says why that is not known. */
static blz_status lists(blz_check *check, const char *url, bool *listed, bool *others, const char **reason)
{
    BLZ_AUTO(blz_text) why = NULL;
    *listed = *others = false;
    blz_status status =
        blz_document_lists_key(listed, others, check->ctx, url, check->proof->key, check->now, &why);
    if (status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO) return status;
    if (status != BLZ_OK) {
        *listed = *others = false;
        *reason = blz_at(check, "%s", why ? why : blz_status_text(status));
    }
    return check->status;
}

/* The method is in a document of the issuer's own: then that document has the last word. */
static blz_status bind_by_own_document(blz_check *check)
{
    const blz_verification_method *method = check->proof->method;
    bool did = is_did(check->issuer_id);
    if (method->assertion) return bound(check, did ? "the DID document" : "the issuer's own document");
    return blz_say_strict(
        check, BLZ_STEP_FAIL, check->proof->method_at,
        "\"%s\" has this key, but not under assertionMethod: the issuer does not use it for badges",
        method->document_url);
}

static blz_status bind_to_did(blz_check *check)
{
    bool listed = false, others = false;
    const char *reason = NULL;
    if (check->proof->method && strcmp(check->proof->method->document_url, check->issuer_id) == 0)
        return bind_by_own_document(check);
    BLZ_TRY(lists(check, check->issuer_id, &listed, &others, &reason));
    if (listed) return bound(check, "the DID document");
    if (reason)
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, "/issuer",
                              "whether the key is the issuer's is not known: %s", reason);
    return blz_say_strict(
        check, BLZ_STEP_FAIL,
        check->proof->method || check->proof->embedded ? check->proof->method_at : "header:/jwk",
        "the badge names the issuer \"%s\", but it was signed with a key of somebody else: the issuer's "
        "DID document does not list it",
        check->issuer_id);
}

/* Whether the key's document comes from the issuer's scheme, host and port, after all redirects. A did:web
 * with a path is one of several that share a host, and not its owner. */
static blz_status same_origin(blz_check *check, bool *same)
{
    const blz_verification_method *method = check->proof->method;
    const char *url = method->elsewhere ? method->elsewhere : method->document_url;
    BLZ_AUTO(blz_text) issuer = NULL;
    BLZ_AUTO(blz_text) document = NULL;
    *same = false;
    BLZ_TRY(blz_uri_origin(&issuer, check->issuer_id));
    if (strncmp(url, "did:web:", 8) == 0) {
        BLZ_AUTO(blz_text) host = NULL;
        size_t length = strcspn(url + 8, ":");
        if (url[8 + length]) return BLZ_OK;
        if (blz_uri_decode(&host, NULL, url + 8, length) == BLZ_ERR_NOMEM) return BLZ_ERR_NOMEM;
        url = host ? blz_at(check, "https://%s", host) : "";
        BLZ_TRY(check->status);
    }
    blz_status status = blz_uri_origin(&document, url);
    if (status == BLZ_ERR_NOMEM) return status;
    *same = status == BLZ_OK && strcmp(issuer, document) == 0;
    return BLZ_OK;
}

/* Who the key's document says it belongs to, if that is somebody else than the issuer. */
static const char *somebody_else(const blz_check *check)
{
    const blz_verification_method *method = check->proof->method;
    if (!method || is_did(method->document_url)) return NULL;
    if (method->controller && strcmp(method->controller, check->issuer_id) != 0) return method->controller;
    if (method->home == BLZ_HOME_CONTROLLER && method->document_id &&
        strcmp(method->document_id, check->issuer_id) != 0)
        return method->document_id;
    return NULL;
}

/* What the issuer publishes about its keys: its own document, then the well-known key set of its authority.
 * `*others`: it lists keys, and this is none of them. */
static blz_status published(blz_check *check, const char **by, bool *others, const char **reason)
{
    bool listed = false, more = false;
    BLZ_TRY(lists(check, check->issuer_id, &listed, others, reason));
    if (listed) {
        *by = "the issuer's own document";
        return BLZ_OK;
    }
    BLZ_AUTO(blz_text) origin = NULL;
    BLZ_TRY(blz_uri_origin(&origin, check->issuer_id));
    const char *jwks = blz_at(check, "%s/.well-known/jwks.json", origin), *ignored = NULL;
    BLZ_TRY(check->status);
    BLZ_TRY(lists(check, jwks, &listed, &more, &ignored));
    *others = *others || more;
    if (listed) *by = jwks;
    return BLZ_OK;
}

static blz_status unbound(blz_check *check, const char *reason)
{
    const blz_verification_method *method = check->proof->method;
    if (method && is_did(method->document_url) && !is_self_made(method->document_url))
        return blz_say_strict(check, BLZ_STEP_FAIL, check->proof->method_at,
                              "the key belongs to \"%s\", and nothing says that this is the issuer \"%s\"",
                              method->document_url, check->issuer_id);
    return blz_say_strict(
        check, BLZ_STEP_UNKNOWN, method || check->proof->embedded ? check->proof->method_at : "header:/jwk",
        "%s, so nobody but the badge itself says that the key is the issuer's; %s",
        !method                        ? "the key came with the badge"
        : is_did(method->document_url) ? "the key names only itself"
                                       : "the key is published in another place than the issuer's",
        reason ? reason : "the issuer's own document does not list it");
}

/* Many may put a file on a site. Where its owner says which keys are its own, that is the last word. */
static blz_status not_listed(blz_check *check)
{
    return blz_say_strict(
        check, BLZ_STEP_UNKNOWN, check->proof->method_at,
        "the key is on the issuer's own site, but \"%s\" lists other keys and not this one; "
        "anybody who may put a file there could have put it there",
        check->issuer_id);
}

static blz_status bind_to_https(blz_check *check)
{
    const char *other = somebody_else(check), *by = NULL, *reason = NULL;
    bool same = false, others = false;
    if (other)
        return blz_say_strict(check, BLZ_STEP_FAIL, check->proof->method_at,
                              "the badge names the issuer \"%s\", but the key belongs to \"%s\"",
                              check->issuer_id, other);
    if (check->proof->method && check->proof->method->home == BLZ_HOME_CONTROLLER &&
        !check->proof->method->elsewhere && strcmp(check->proof->method->document_url, check->issuer_id) == 0)
        return bind_by_own_document(check);
    BLZ_TRY(published(check, &by, &others, &reason));
    if (by) return bound(check, by);
    if (check->proof->method) BLZ_TRY(same_origin(check, &same));
    if (same && others) return not_listed(check);
    return same ? bound(check, "the issuer's own site") : unbound(check, reason);
}

/* Who verifies has said which keys the issuer has: that is the last word, under every policy. */
static blz_status bind_by_trust(blz_check *check, const blz_trusted_issuer *issuer)
{
    BLZ_AUTO(blz_text) reason = NULL;
    bool is = false;
    BLZ_TRY(blz_trusted_issuer_has(&is, &reason, check->ctx, issuer, check->proof->key, check->now));
    if (is) return bound(check, "the trust file");
    const char *at = check->proof->embedded || check->proof->method ? check->proof->method_at : "header:/jwk";
    if (reason)
        return blz_say(check, BLZ_STEP_UNKNOWN, at,
                       "whether the trust file names this key for \"%s\" is not known: %s", issuer->id,
                       reason);
    return blz_say(check, BLZ_STEP_FAIL, at,
                   "the trust file says which keys \"%s\" has, and the badge was signed with another one",
                   issuer->id);
}

static blz_status bind_one(blz_check *check)
{
    const blz_trusted_issuer *trusted = blz_trust_find(check->trust, check->issuer_id);
    if (!check->proof->key) return BLZ_OK;
    if (!check->proof->matches)
        return blz_say(check, BLZ_STEP_SKIPPED, check->proof->embedded ? check->proof->at : NULL,
                       "the signature does not match, so the key is of no matter");
    if (!check->issuer_id)
        return blz_say_strict(check, BLZ_STEP_FAIL, "/issuer", "there is no issuer whose key it could be");
    if (check->proof->method && blz_verification_method_is_over(check->proof->method, check->now))
        return blz_say_strict(check, BLZ_STEP_FAIL, check->proof->method_at,
                              "the key's document says that the key has expired or was revoked");
    if (trusted && trusted->key_count) return bind_by_trust(check, trusted);
    if (is_did(check->issuer_id)) return bind_to_did(check);
    if (blz_uri_is_https(check->issuer_id)) return bind_to_https(check);
    return blz_say_strict(
        check, BLZ_STEP_UNKNOWN, "/issuer",
        "the issuer's id \"%s\" is neither a DID nor an https URL, so nothing can tell whose key it is",
        check->issuer_id);
}

blz_status blz_step_binding(blz_check *check)
{
    return blz_each_proof(check, bind_one);
}
