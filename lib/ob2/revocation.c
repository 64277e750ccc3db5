#include "ob2/revocation.h"

#include <string.h>

#include "ob2/walk.h"

static bool same_text(const json_t *a, const json_t *b)
{
    return json_is_string(a) && json_is_string(b) && strcmp(json_string_value(a), json_string_value(b)) == 0;
}

/* An entry may also say that it does not hold any more. */
static bool names(const json_t *entry, const json_t *assertion)
{
    json_t *id = json_object_get(assertion, "id"), *uid = json_object_get(assertion, "uid");
    if (!json_is_object(entry)) return same_text(entry, id);
    if (json_is_false(json_object_get(entry, "revoked"))) return false;
    return same_text(json_object_get(entry, "id"), id) || same_text(json_object_get(entry, "uid"), uid);
}

bool blz_ob2_is_revoked(const char **reason, const json_t *list, const json_t *assertion)
{
    json_t *entries = json_object_get(list, "revokedAssertions");
    bool is = false;
    *reason = NULL;
    for (size_t i = 0; i < blz_ob2_many(entries); i++) {
        const json_t *entry = blz_ob2_many_at(entries, i);
        if (!names(entry, assertion)) continue;
        is = true;
        if (!*reason) *reason = json_string_value(json_object_get(entry, "revocationReason"));
    }
    return is;
}
