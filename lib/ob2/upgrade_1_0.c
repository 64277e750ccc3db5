#include <string.h>

#include "ob2/upgrade.h"

/* Version 1.0 has the members of 1.1, in documents that say neither what they are nor, but for the assertion,
 * where. */

static const char *text_of(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

/* A list of what was revoked is nothing but uids and reasons. */
static bool is_revocation_list(json_t *document)
{
    const char *uid;
    json_t *reason;
    json_object_foreach (document, uid, reason)
        if (!json_is_string(reason)) return false;
    return !json_object_get(document, "name") && !json_object_get(document, "url") &&
           json_object_size(document) > 0;
}

static const char *type_of(json_t *document)
{
    if (json_object_get(document, "recipient") || json_object_get(document, "badge")) return "Assertion";
    if (json_object_get(document, "criteria") || json_object_get(document, "issuer")) return "BadgeClass";
    return is_revocation_list(document) ? "RevocationList" : "Issuer";
}

static blz_status append_entry(json_t *entries, const char *uid, json_t *reason)
{
    json_auto_t *entry = json_object();
    BLZ_TRY_MEM(entry);
    BLZ_TRY_MEM(json_object_set_new(entry, "uid", json_string(uid)) == 0);
    BLZ_TRY_MEM(json_object_set(entry, "revocationReason", reason) == 0);
    BLZ_TRY_MEM(json_array_append(entries, entry) == 0);
    return BLZ_OK;
}

static blz_status upgrade_list(json_t *copy)
{
    json_auto_t *entries = json_array();
    const char *uid;
    json_t *reason;
    BLZ_TRY_MEM(entries);
    json_object_foreach (copy, uid, reason)
        BLZ_TRY(append_entry(entries, uid, reason));
    json_object_clear(copy);
    BLZ_TRY_MEM(json_object_set(copy, "revokedAssertions", entries) == 0);
    return BLZ_OK;
}

/* A hosted assertion is where it says that it can be verified; a signed one is nowhere. */
static blz_status name(json_t *copy)
{
    const json_t *verify = json_object_get(copy, "verify");
    const char *type = text_of(verify, "type"), *url = text_of(verify, "url"), *uid = text_of(copy, "uid");
    json_t *id = NULL;
    if (json_object_get(copy, "id")) return BLZ_OK;
    if (type && strcmp(type, "hosted") == 0 && url)
        id = json_string(url);
    else if (uid)
        id = json_sprintf("uid:%s", uid);
    else
        return BLZ_OK;
    BLZ_TRY_MEM(id);
    BLZ_TRY_MEM(json_object_set_new(copy, "id", id) == 0);
    return BLZ_OK;
}

blz_status blz_ob2_upgrade_1_0(json_t *copy)
{
    const char *type = type_of(copy);
    if (strcmp(type, "RevocationList") == 0) BLZ_TRY(upgrade_list(copy));
    if (strcmp(type, "Assertion") == 0) BLZ_TRY(name(copy));
    if (json_object_get(copy, "type")) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set_new(copy, "type", json_string(type)) == 0);
    return BLZ_OK;
}
