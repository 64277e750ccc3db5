#include "status/revocations.h"

static const char entries_name[] = "revokedCredential";

/* One entry, or an array of them. */
static const json_t *entry_at(const json_t *entries, size_t index)
{
    if (json_is_array(entries)) return json_array_get(entries, index);
    return index == 0 ? entries : NULL;
}

bool blz_revocations_are(const json_t *document, const char **why)
{
    const json_t *entries = json_object_get(document, entries_name);
    if (!json_is_object(document)) {
        *why = "it is not a JSON object";
        return false;
    }
    for (size_t i = 0; entry_at(entries, i); i++) {
        if (json_is_string(json_object_get(entry_at(entries, i), "id"))) continue;
        *why = "an entry of \"revokedCredential\" has no id";
        return false;
    }
    if (entries || json_object_get(document, "issuer")) return true;
    *why = "it has neither \"revokedCredential\" nor \"issuer\"";
    return false;
}

blz_status blz_revocations_by_id(json_t **out, const json_t *document)
{
    json_auto_t *found = json_object();
    BLZ_TRY_MEM(found);
    json_t *entries = json_object_get(document, entries_name);
    for (size_t i = 0; entry_at(entries, i); i++) {
        json_t *entry = json_is_array(entries) ? json_array_get(entries, i) : entries;
        if (json_is_false(json_object_get(entry, "revoked"))) continue;
        const char *id = json_string_value(json_object_get(entry, "id"));
        if (id) BLZ_TRY_MEM(json_object_set(found, id, entry) == 0);
    }
    *out = BLZ_STEAL(found);
    return BLZ_OK;
}
