#include <string.h>

#include "base/uri.h"
#include "ob2/upgrade.h"

/* Version 0.5 is one document without ids, in which the recipient is a text, hashed or not, and other paths
 * of the issuer's site stand where there are URLs today. */

static blz_status set(json_t *object, const char *name, json_t *value)
{
    BLZ_TRY_MEM(object && value);
    BLZ_TRY_MEM(json_object_set_new(object, name, value) == 0);
    return BLZ_OK;
}

/* Addresses were the only identities, so what has no @ is the hash of one. */
static blz_status upgrade_recipient(json_t *copy)
{
    json_t *identity = json_object_get(copy, "recipient"), *salt = json_object_get(copy, "salt");
    json_auto_t *recipient = json_object();
    BLZ_TRY_MEM(recipient);
    BLZ_TRY(set(recipient, "type", json_string("email")));
    BLZ_TRY(set(recipient, "hashed", json_boolean(!strchr(json_string_value(identity), '@'))));
    BLZ_TRY_MEM(json_object_set(recipient, "identity", identity) == 0);
    if (json_is_string(salt) && *json_string_value(salt)) {
        BLZ_TRY_MEM(json_object_set(recipient, "salt", salt) == 0);
        json_object_del(copy, "salt");
    }
    BLZ_TRY_MEM(json_object_set(copy, "recipient", recipient) == 0);
    return BLZ_OK;
}

/* "Name: Organisation", as one name. */
static blz_status join_names(json_t *issuer)
{
    const char *name = json_string_value(json_object_get(issuer, "name"));
    const char *org = json_string_value(json_object_get(issuer, "org"));
    if (!name || !org || !*name || !*org) return BLZ_OK;
    BLZ_TRY(set(issuer, "name", json_sprintf("%s: %s", name, org)));
    json_object_del(issuer, "org");
    return BLZ_OK;
}

static blz_status upgrade_issuer(json_t *issuer)
{
    BLZ_TRY(set(issuer, "type", json_string("Profile")));
    BLZ_TRY(blz_ob2_rename(issuer, "contact", "email"));
    BLZ_TRY(blz_ob2_rename(issuer, "origin", "url"));
    return join_names(issuer);
}

/* A path of the issuer's site as a URL; anything else stays. */
static blz_status complete_url(json_t *object, const char *name, const char *origin)
{
    const char *path = json_string_value(json_object_get(object, name));
    BLZ_AUTO(blz_text) url = NULL;
    if (!path || *path != '/' || !origin) return BLZ_OK;
    blz_status status = blz_uri_resolve(&url, origin, path);
    if (status == BLZ_ERR_NOMEM) return status;
    return status == BLZ_OK ? set(object, name, json_string(url)) : BLZ_OK;
}

static blz_status say_hosted(json_t *copy)
{
    json_auto_t *verify = json_object();
    if (json_object_get(copy, "verify")) return BLZ_OK;
    BLZ_TRY(set(verify, "type", json_string("hosted")));
    BLZ_TRY_MEM(json_object_set(copy, "verify", verify) == 0);
    return BLZ_OK;
}

blz_status blz_ob2_upgrade_0_5(json_t *copy)
{
    json_t *badge = NULL, *issuer = NULL;
    BLZ_TRY(set(copy, "type", json_string("Assertion")));
    BLZ_TRY(blz_ob2_rename(copy, "issued_on", "issuedOn"));
    BLZ_TRY(upgrade_recipient(copy));
    BLZ_TRY(say_hosted(copy));
    BLZ_TRY(blz_ob2_own(&badge, copy, "badge"));
    if (!badge) return BLZ_OK;
    BLZ_TRY(set(badge, "type", json_string("BadgeClass")));
    BLZ_TRY(blz_ob2_own(&issuer, badge, "issuer"));
    if (!issuer) return BLZ_OK;
    BLZ_TRY(upgrade_issuer(issuer));
    const char *origin = json_string_value(json_object_get(issuer, "url"));
    BLZ_TRY(complete_url(badge, "image", origin));
    BLZ_TRY(complete_url(badge, "criteria", origin));
    return complete_url(copy, "evidence", origin);
}
